import Quantities

/// The number that the engine computes with: one draw (`Double`), or a vector of draws.
///
/// Every stage is written once over this protocol. What depends on order, such as who gets the
/// land first, is worked out lane by lane through the subscript.
public protocol Lane: Sendable {
  /// The answer of a comparison, lane by lane.
  associatedtype Mask

  /// The same number in every lane.
  init(_ value: Double)
  static var count: Int { get }
  subscript(lane: Int) -> Double { get set }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func += (a: inout Self, b: Self)

  func isLess(than other: Self) -> Mask
  /// `yes` where the mask holds, else `no`.
  static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self
  static func exponential(_ x: Self) -> Self
  static func logarithm(_ x: Self) -> Self
  static func power(_ x: Self, _ y: Self) -> Self
}

extension Lane {
  static var zero: Self { Self(0) }
  static var one: Self { Self(1) }

  func maximum(_ other: Self) -> Self { Self.select(isLess(than: other), other, self) }
  func minimum(_ other: Self) -> Self { Self.select(other.isLess(than: self), other, self) }
  func clamped(_ low: Double, _ high: Double) -> Self {
    maximum(Self(low)).minimum(Self(high))
  }

  /// The number of every lane, made by a function of the lane's index.
  static func each(_ body: (Int) -> Double) -> Self {
    var result = Self(0)
    for lane in 0..<count { result[lane] = body(lane) }
    return result
  }
}

extension Double: Lane {
  public static var count: Int { 1 }
  public subscript(lane: Int) -> Double {
    get { self }
    set { self = newValue }
  }
  public func isLess(than other: Double) -> Bool { self < other }
  public static func select(_ mask: Bool, _ yes: Double, _ no: Double) -> Double {
    mask ? yes : no
  }
  public static func exponential(_ x: Double) -> Double { Numerics.exponential(x) }
  public static func logarithm(_ x: Double) -> Double { Numerics.logarithm(x) }
  public static func power(_ x: Double, _ y: Double) -> Double { Numerics.power(x, y) }
}
