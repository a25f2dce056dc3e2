import Quantities

/// The number that the engine computes with: one draw (`Double`), or as many as its lanes.
///
/// Every stage is written once over this protocol, and goes the same way for all lanes: where they
/// differ, each takes its part by a mask.
public protocol Lane: Sendable {
  /// The answer of a comparison, lane by lane.
  associatedtype Mask
  /// What is remembered of the lives of vintages.
  associatedtype Life: LifeMemory where Life.Number == Self

  /// The same number in every lane.
  init(_ value: Double)
  static var count: Int { get }
  subscript(lane: Int) -> Double { get set }
  /// Whether it is known that every lane holds the same number. Lanes may be alike and nobody know.
  var isUniform: Bool { get }
  /// Whether it is known that another holds the same numbers. They may be the same and nobody know.
  func isKnown(toBe other: Self) -> Bool
  /// The same number; lanes that are alike to the last bit are known to be from here on.
  var settled: Self { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func += (a: inout Self, b: Self)

  /// The sum with a product, each rounded: no fused operation, so that every number has the same bits.
  mutating func add(_ a: Self, times b: Self)
  /// The difference to a product, each rounded.
  mutating func subtract(_ a: Self, times b: Self)
  /// What of a base times two numbers is above nought, times a rate and a factor.
  static func levied(
    on base: Self, times a: Self, times b: Self, rate: Self, factor: Self
  ) -> Self
  /// What of it is above nought, times a factor.
  func positive(times factor: Self) -> Self
  /// What is paid of an amount that is due after a credit and more that is credited now, and what of the
  /// credit is left.
  static func paid(_ due: Self, credit: Self, input: Self) -> (paid: Self, left: Self)
  func maximum(_ other: Self) -> Self
  func minimum(_ other: Self) -> Self

  func isLess(than other: Self) -> Mask
  func isEqual(to other: Self) -> Mask
  /// Whether a mask holds in some lane, and in every one.
  static func any(_ mask: Mask) -> Bool
  static func all(_ mask: Mask) -> Bool
  /// Whether some lane holds anything but nought.
  var isSomething: Bool { get }
  /// The least and the greatest of its lanes.
  var least: Double { get }
  var greatest: Double { get }
  /// The sum of counts, one after another, each times a weight of its own.
  static func add(_ counts: [Self], times weights: [Self]) -> Self
  /// The same to several sums, each with a weight of its own.
  static func add(_ counts: WeightedCounts<Self>, to sums: inout [Self])
  /// Adds what followed vintages pay, and leaves what they then have behind them.
  static func follow(
    _ followers: Followers<Self>, _ firm: FollowedFirm<Self>, _ pasts: inout [FollowedPast<Self>],
    to sums: inout FollowedSums<Self>
  )
  /// The area from nought to `end` under values that each hold from a key to the next one, the first of them
  /// also before its key.
  static func area(under values: [Self], from keys: [Double], to end: Self) -> Self
  /// The sum of values, each times the part of a window in which it holds, as `area` has them: of `length`.
  static func mean(
    of values: [Self], from keys: [Double], over start: Self, to end: Self, length: Self
  ) -> Self
  /// R: the share of full size at an age in months; speed is per year.
  static func ramp(_ age: Self, first: Self, speed: Self) -> Self
  /// S: the share that lives to an age in months, not below nought, under hazards a year, times a scale.
  static func survival(
    of lived: Self, hazards: [Self], from keys: [Double], scale: Self
  ) -> Self
  /// Where its size is no more than a limit; not where it is no number.
  func magnitudeIs(atMost limit: Double) -> Mask
  /// `yes` where the mask holds, else `no`.
  static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self
  /// The nearest whole number, of two the even one.
  var rounded: Self { get }
  static func exponential(_ x: Self) -> Self
  static func logarithm(_ x: Self) -> Self
  static func power(_ x: Self, _ y: Self) -> Self
  /// So many numbers that a function makes of others, lane by lane: for what takes other ways for other
  /// numbers.
  static func each(
    of numbers: [Self], makes count: Int, _ body: @escaping @Sendable ([Double]) -> [Double]
  ) -> [Self]
}

extension Lane {
  static var zero: Self { Self(0) }
  static var one: Self { Self(1) }

  public mutating func add(_ a: Self, times b: Self) { self += a * b }
  public mutating func subtract(_ a: Self, times b: Self) { self = self - a * b }
  public static func levied(
    on base: Self, times a: Self, times b: Self, rate: Self, factor: Self
  ) -> Self {
    (base * a * b).positive(times: rate) * factor
  }
  public func positive(times factor: Self) -> Self { maximum(Self.zero) * factor }
  public static func paid(_ due: Self, credit: Self, input: Self) -> (paid: Self, left: Self) {
    ((due - credit - input).maximum(Self.zero), (credit + input - due).maximum(Self.zero))
  }
  public func maximum(_ other: Self) -> Self { Self.select(isLess(than: other), other, self) }
  public func minimum(_ other: Self) -> Self { Self.select(other.isLess(than: self), other, self) }
  func clamped(_ low: Double, _ high: Double) -> Self {
    maximum(Self(low)).minimum(Self(high))
  }

  /// The number of every lane, made by a function of the lane's index.
  static func each(_ body: (Int) -> Double) -> Self {
    var result = Self(0)
    for lane in 0..<count { result[lane] = body(lane) }
    return result
  }

  /// A function of the number in every lane; called once where all are known to be alike.
  func map(_ body: (Double) -> Double) -> Self {
    isUniform ? Self(body(self[0])) : Self.each { body(self[$0]) }
  }

  /// The lanes to be looked at one by one: the first stands for all that are known to be alike.
  var ownLanes: Range<Int> { 0..<(isUniform ? 1 : Self.count) }

  public func isKnown(toBe other: Self) -> Bool {
    isUniform && other.isUniform && self[0].bitPattern == other[0].bitPattern
  }

  /// What a mask says of every lane; nil where it says different things.
  static func verdict(_ mask: Mask) -> Bool? {
    if all(mask) { return true }
    return any(mask) ? nil : false
  }

  /// Whether it is above nought in every lane, or in none.
  var isAboveNothing: Bool? { Self.verdict(Self.zero.isLess(than: self)) }

  /// Whether it is a number in every lane, or in none.
  var isFinite: Bool? { Self.verdict(magnitudeIs(atMost: .greatestFiniteMagnitude)) }

  /// Where it is another number or more.
  func isAtLeast(_ other: Self) -> Mask {
    let isEqual = Self.select(isEqual(to: other), Self.one, Self.zero)
    return Self.zero.isLess(than: Self.select(other.isLess(than: self), Self.one, isEqual))
  }

  public var isSomething: Bool {
    for lane in ownLanes where self[lane] != 0 { return true }
    return false
  }

  public var least: Double { ownLanes.reduce(self[0]) { min($0, self[$1]) } }
  public var greatest: Double { ownLanes.reduce(self[0]) { max($0, self[$1]) } }

  public static func add(_ counts: [Self], times weights: [Self]) -> Self {
    var sum = Self.zero
    for (count, weight) in zip(counts, weights) { sum.add(count, times: weight) }
    return sum
  }

  public static func add(_ counts: WeightedCounts<Self>, to sums: inout [Self]) {
    for (place, count) in counts.counts.enumerated() {
      let weights = counts.lives[place].columns
      for sum in sums.indices { sums[sum].add(count, times: weights[sum]) }
    }
  }

  public static func area(under values: [Self], from keys: [Double], to end: Self) -> Self {
    piecewise(values, from: keys, to: end)
  }

  /// The same, piece by piece.
  static func piecewise(_ values: [Self], from keys: [Double], to end: Self) -> Self {
    // Where all draws are past a piece, they have the same of it.
    var sum = end.minimum(Self(keys[0])).settled * values[0]
    for index in keys.indices {
      let length = (end - Self(keys[index])).maximum(Self.zero)
      let isLast = index + 1 == keys.count
      let part = isLast ? length : length.minimum(Self(keys[index + 1] - keys[index])).settled
      sum += part * values[index]
    }
    return sum
  }

  public static func mean(
    of values: [Self], from keys: [Double], over start: Self, to end: Self, length: Self
  ) -> Self {
    pieces(values, from: keys, over: start, to: end, length: length)
  }

  static func pieces(
    _ values: [Self], from keys: [Double], over start: Self, to end: Self, length: Self
  ) -> Self {
    func part(_ low: Self, _ high: Self) -> Self { (high - low).maximum(Self.zero) / length }
    var sum = part(start, end.minimum(Self(keys[0]))) * values[0]
    for index in keys.indices {
      let isLast = index + 1 == keys.count
      let high = isLast ? end : end.minimum(Self(keys[index + 1]))
      sum += part(start.maximum(Self(keys[index])), high) * values[index]
    }
    return sum
  }

  public static func ramp(_ age: Self, first: Self, speed: Self) -> Self {
    let missing = (Self.one - first) * Self.exponential(Self(-1) * speed * age / Self(12))
    return Self.select(age.isLess(than: Self.zero), Self.zero, Self.one - missing)
  }

  public static func survival(
    of lived: Self, hazards: [Self], from keys: [Double], scale: Self
  ) -> Self {
    survivors(of: lived, hazards: hazards, from: keys, scale: scale)
  }

  static func survivors(
    of lived: Self, hazards: [Self], from keys: [Double], scale: Self
  ) -> Self {
    let area = area(under: hazards, from: keys, to: lived)
    let integral = (area - Self.area(under: hazards, from: keys, to: Self.zero)) / Self(12)
    return Self.exponential(Self(-1) * scale * integral)
  }

  public func magnitudeIs(atMost limit: Double) -> Mask {
    map { $0.magnitude <= limit ? 1 : 0 }.isEqual(to: Self.one)
  }

  public static func each(
    of numbers: [Self], makes count: Int, _ body: @escaping @Sendable ([Double]) -> [Double]
  ) -> [Self] {
    if numbers.allSatisfy(\.isUniform) { return body(numbers.map { $0[0] }).map { Self($0) } }
    var results = Array(repeating: Self.zero, count: count)
    for lane in 0..<Self.count {
      for (place, value) in body(numbers.map { $0[lane] }).enumerated() {
        results[place][lane] = value
      }
    }
    return results.map(\.settled)
  }
}

extension Double: Lane {
  public typealias Life = NoMemory<Double>

  public static var count: Int { 1 }
  public subscript(lane: Int) -> Double {
    get { self }
    set { self = newValue }
  }
  public var isUniform: Bool { true }
  public var settled: Double { self }
  public func isLess(than other: Double) -> Bool { self < other }
  public static func any(_ mask: Bool) -> Bool { mask }
  public static func all(_ mask: Bool) -> Bool { mask }
  public static func select(_ mask: Bool, _ yes: Double, _ no: Double) -> Double {
    mask ? yes : no
  }
  public var rounded: Double { rounded(.toNearestOrEven) }
  public static func exponential(_ x: Double) -> Double { Numerics.exponential(x) }
  public static func logarithm(_ x: Double) -> Double { Numerics.logarithm(x) }
  public static func power(_ x: Double, _ y: Double) -> Double { Numerics.power(x, y) }
}
