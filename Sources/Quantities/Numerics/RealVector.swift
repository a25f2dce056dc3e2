/// One number, or several side by side on which every operation is done at once: what the
/// transcendental functions are written over, so that a vector of draws gets, lane by lane, the
/// bits that one draw gets.
///
/// Each operation is IEEE 754's, rounded once. There is no fused multiply–add, for not every
/// processor has one, and no conversion between whole numbers and others, for Swift does those of
/// vectors lane by lane.
public protocol RealVector: Sendable {
  associatedtype Bits: BitVector
  /// The answers of a comparison.
  associatedtype Mask

  /// The same number in every lane.
  init(every value: Double)
  init(bits: Bits)
  var bits: Bits { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  func squareRoot() -> Self

  /// Where a is less than b; false where either is no number.
  static func less(_ a: Self, _ b: Self) -> Mask
  /// Where both are the same; false where either is no number.
  static func same(_ a: Self, _ b: Self) -> Mask
  /// `yes` where the mask holds, else `no`.
  static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self
}

/// The bits of a `RealVector`, 64 to a lane.
public protocol BitVector: Sendable {
  init(every value: UInt64)
  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  static func &+ (a: Self, b: Self) -> Self
  func shiftedLeft(_ count: UInt64) -> Self
  func shiftedRight(_ count: UInt64) -> Self
}

extension RealVector {
  @inlinable @inline(__always)
  public static func * (a: Self, b: Double) -> Self { a * Self(every: b) }
  @inlinable @inline(__always)
  public static func + (a: Self, b: Double) -> Self { a + Self(every: b) }
  @inlinable @inline(__always)
  public static func - (a: Self, b: Double) -> Self { a - Self(every: b) }
  @inlinable @inline(__always)
  static func less(_ a: Self, _ b: Double) -> Mask { less(a, Self(every: b)) }
  @inlinable @inline(__always)
  static func less(_ a: Double, _ b: Self) -> Mask { less(Self(every: a), b) }
  @inlinable @inline(__always)
  static func same(_ a: Self, _ b: Double) -> Mask { same(a, Self(every: b)) }
  @inlinable @inline(__always)
  static func select(_ mask: Mask, _ yes: Double, _ no: Self) -> Self {
    select(mask, Self(every: yes), no)
  }
  @inlinable @inline(__always)
  static func select(_ mask: Mask, _ yes: Self, _ no: Double) -> Self {
    select(mask, yes, Self(every: no))
  }
  @inlinable @inline(__always)
  static func select(_ mask: Mask, _ yes: Double, _ no: Double) -> Self {
    select(mask, Self(every: yes), Self(every: no))
  }

  /// Without its sign.
  @inlinable @inline(__always)
  var absolute: Self { Self(bits: bits & Bits(every: 0x7FFF_FFFF_FFFF_FFFF)) }
  /// The sign alone, as a bit: ±0.
  @inlinable @inline(__always)
  var signBit: Self { Self(bits: bits & Bits(every: 0x8000_0000_0000_0000)) }
  /// With the sign turned where another has one.
  @inlinable @inline(__always)
  func turned(by sign: Self) -> Self { Self(bits: bits ^ sign.signBit.bits) }
  /// The upper half of its digits.
  @inlinable @inline(__always)
  var upper: Self { Self(bits: bits & Bits(every: 0xFFFF_FFFF_F800_0000)) }
}

extension Double: RealVector {
  public typealias Bits = UInt64
  public typealias Mask = Bool
  @inlinable @inline(__always)
  public init(every value: Double) { self = value }
  @inlinable @inline(__always)
  public init(bits: UInt64) { self.init(bitPattern: bits) }
  @inlinable @inline(__always)
  public var bits: UInt64 { bitPattern }
  @inlinable @inline(__always)
  public static func less(_ a: Double, _ b: Double) -> Bool { a < b }
  @inlinable @inline(__always)
  public static func same(_ a: Double, _ b: Double) -> Bool { a == b }
  @inlinable @inline(__always)
  public static func select(_ mask: Bool, _ yes: Double, _ no: Double) -> Double {
    mask ? yes : no
  }
}

extension UInt64: BitVector {
  @inlinable @inline(__always)
  public init(every value: UInt64) { self = value }
  @inlinable @inline(__always)
  public func shiftedLeft(_ count: UInt64) -> UInt64 { self &<< count }
  @inlinable @inline(__always)
  public func shiftedRight(_ count: UInt64) -> UInt64 { self &>> count }
}
