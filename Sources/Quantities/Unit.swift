/// A unit of measure: a dimension and its size in base units, as a ratio of whole numbers, so that
/// `622.5mu` is exactly `41.5ha` and `1h` exactly `60min`.
///
/// Base units: yuan, m², month, tce (tonne of coal equivalent), tonne.
public struct Unit: Sendable, Hashable {
  /// As it is written: `万元/亩`. Empty for bare numbers.
  public var text: String
  public var dimension: Dimension
  /// Size in base units is `numerator / denominator`.
  public var numerator: Double
  public var denominator: Double

  init(_ text: String, _ dimension: Dimension, _ numerator: Double, _ denominator: Double = 1) {
    self.text = text
    self.dimension = dimension
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The unit of counts, shares and ratios.
  public static let one = Unit("", .number, 1)

  /// The product with another unit raised to a whole power; nil where it would leave every range.
  public func multiplied(by other: Unit, power: Int, text: String) -> Unit? {
    guard abs(power) <= 9, let dimension = dimension.multiplied(by: other.dimension, power: power)
    else { return nil }
    var unit = Unit(text, dimension, numerator, denominator)
    for _ in 0..<abs(power) {
      unit.numerator *= power > 0 ? other.numerator : other.denominator
      unit.denominator *= power > 0 ? other.denominator : other.numerator
    }
    unit.reduce()
    guard unit.numerator.isFinite, unit.denominator.isFinite, unit.numerator > 0,
      unit.denominator > 0
    else { return nil }
    return unit
  }

  /// The same a year where it goes without saying: `万元/亩` of what is `万元/亩/year`; itself where it
  /// measures what is asked for, and nil where neither does.
  public func yearly(for dimension: Dimension) -> Unit? {
    if self.dimension == dimension { return self }
    let isChinese = text.unicodeScalars.last.map { !$0.isASCII } ?? false
    let rate = multiplied(
      by: UnitTable.known("year"), power: -1, text: text + (isChinese ? "/年" : "/year"))
    return rate?.dimension == dimension ? rate : nil
  }

  /// A value in this unit, in another of the same dimension.
  public func convert(_ value: Double, to other: Unit) -> Double {
    let (times, over) = ratio(to: other)
    return value * times / over
  }

  /// What a value in this unit is multiplied by and then divided by, in another of the same
  /// dimension.
  public func ratio(to other: Unit) -> (times: Double, over: Double) {
    var ratio = Unit("", .number, numerator * other.denominator, denominator * other.numerator)
    ratio.reduce()
    return (ratio.numerator, ratio.denominator)
  }

  /// Divides both sides by their greatest common divisor where both are exact whole numbers.
  private mutating func reduce() {
    let limit = 9_007_199_254_740_992.0
    guard numerator <= limit, denominator <= limit, numerator == numerator.rounded(),
      denominator == denominator.rounded()
    else { return }
    var a = numerator
    var b = denominator
    while b > 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
    guard a > 1 else { return }
    numerator /= a
    denominator /= a
  }
}
