/// A number with its unit, as written: converting is put off until a unit is asked for, so that
/// `2125.20亿元/year` read in yuan a year is exactly 212,520,000,000.
public struct Quantity: Sendable, Hashable {
  public var value: Double
  public var unit: Unit

  public init(_ value: Double, _ unit: Unit = .one) {
    self.value = value
    self.unit = unit
  }

  public var dimension: Dimension { unit.dimension }

  /// The number of another unit of the same dimension; nil for another dimension.
  public func value(in other: Unit) -> Double? {
    guard dimension == other.dimension else { return nil }
    return unit.convert(value, to: other)
  }

  /// The sum in the unit of the left side; nil where the dimensions differ.
  public func adding(_ other: Quantity, sign: Double = 1) -> Quantity? {
    guard let right = other.value(in: unit) else { return nil }
    return Quantity(value + sign * right, unit)
  }

  /// The product, or the quotient for a power of -1; nil where the unit leaves every range.
  public func multiplied(by other: Quantity, power: Int = 1) -> Quantity? {
    let joint = joinedText(other.unit.text, division: power < 0)
    guard let product = unit.multiplied(by: other.unit, power: power, text: joint) else {
      return nil
    }
    let result = power < 0 ? value / other.value : value * other.value
    // Units that cancel leave a plain number.
    guard product.dimension == .number else { return Quantity(result, product) }
    return Quantity(product.convert(result, to: .one))
  }

  private func joinedText(_ other: String, division: Bool) -> String {
    if other.isEmpty { return unit.text }
    if division { return (unit.text.isEmpty ? "1" : unit.text) + "/" + other }
    return unit.text.isEmpty ? other : unit.text + "·" + other
  }
}
