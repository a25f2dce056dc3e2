import Quantities

/// Between which ends a number lies, and that it is one.
struct NumberRange: Equatable {
  var low: Double
  var high: Double

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  init(_ value: Double) { self.init(value, value) }

  /// With room for what rounding adds; nil where an end is infinite or no number.
  private init?(rounding low: Double, _ high: Double) {
    let (below, above) = (low - low.magnitude * 0x1p-50, high + high.magnitude * 0x1p-50)
    guard below.isFinite, above.isFinite else { return nil }
    self.init(below, above)
  }

  var isFinite: Bool { low.isFinite && high.isFinite }

  /// The least and the greatest of four, with room for what rounding adds; nil where one of them is infinite or
  /// no number.
  private init?(among p: Double, _ q: Double, _ r: Double, _ s: Double) {
    guard p.isFinite, q.isFinite, r.isFinite, s.isFinite else { return nil }
    self.init(rounding: min(min(p, q), min(r, s)), max(max(p, q), max(r, s)))
  }

  func contains(_ other: NumberRange) -> Bool { low <= other.low && other.high <= high }

  /// What both say.
  func limited(to other: NumberRange) -> NumberRange {
    NumberRange(max(low, other.low), min(high, other.high))
  }

  func with(_ other: NumberRange) -> NumberRange {
    NumberRange(min(low, other.low), max(high, other.high))
  }

  var positive: NumberRange { NumberRange(max(0, low), max(0, high)) }

  /// With room for what nobody saw: sixteen times as far from nought, and as near to it as that is nearly
  /// nothing beside the other end; without another sign.
  var roomy: NumberRange {
    let least = max(low.magnitude, high.magnitude) / 1e6
    func end(_ own: Double, isAway: Bool) -> Double {
      if isAway { return own * 16 }
      return own.magnitude < least ? 0 : own / 1024
    }
    return NumberRange(end(low, isAway: low < 0), end(high, isAway: high > 0))
  }

  /// That of e to the power of it; nil where it grows large.
  var exponential: NumberRange? {
    guard high <= 40 else { return nil }
    return NumberRange(
      rounding: Numerics.exponential(low), Numerics.exponential(high) * (1 + 0x1p-40))
  }

  static func + (a: NumberRange, b: NumberRange) -> NumberRange? {
    NumberRange(rounding: a.low + b.low, a.high + b.high)
  }
  static func - (a: NumberRange, b: NumberRange) -> NumberRange? {
    NumberRange(rounding: a.low - b.high, a.high - b.low)
  }
  static func * (a: NumberRange, b: NumberRange) -> NumberRange? {
    NumberRange(among: a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
  }
  static func / (a: NumberRange, b: NumberRange) -> NumberRange? {
    guard b.low > 0 || b.high < 0 else { return nil }
    return NumberRange(among: a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high)
  }
}

// What may be no number makes what may be none.

func + (a: NumberRange?, b: NumberRange?) -> NumberRange? {
  guard let a, let b else { return nil }
  return a + b
}
func - (a: NumberRange?, b: NumberRange?) -> NumberRange? {
  guard let a, let b else { return nil }
  return a - b
}
func * (a: NumberRange?, b: NumberRange?) -> NumberRange? {
  guard let a, let b else { return nil }
  return a * b
}
func / (a: NumberRange?, b: NumberRange?) -> NumberRange? {
  guard let a, let b else { return nil }
  return a / b
}
