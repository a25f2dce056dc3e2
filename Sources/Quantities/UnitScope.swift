/// The units that a text may name: those of the table and those that a scenario defines.
public struct UnitScope: Sendable {
  /// Units of a scenario by name.
  private var own: [String: Unit] = [:]

  /// Only the units of the table.
  public init() {}

  /// Names that the scenario defines.
  public var names: [String] { own.keys.sorted() }

  /// Defines a unit, or gives it another size; false where the amount is none a unit can have.
  public mutating func define(_ name: String, as size: Quantity) -> Bool {
    let numerator = size.value * size.unit.numerator
    guard numerator > 0, numerator.isFinite else { return false }
    own[name] = Unit(name, size.dimension, numerator, size.unit.denominator)
    return true
  }

  /// The unit of one word without a magnitude, such as `ha`.
  public func plainUnit(named name: String) -> Unit? {
    UnitTable.plainUnit(named: name) ?? own[name]
  }

  /// The unit of one word, such as `ha`, or of a magnitude and a unit, such as `万元`.
  public func unit(named name: String) -> Unit? {
    if let unit = plainUnit(named: name) { return unit }
    guard let (magnitude, rest) = Magnitude.prefix(of: name), let unit = plainUnit(named: rest)
    else { return nil }
    return UnitTable.scaled(unit, by: magnitude)
  }
}
