/// The units that a text may name: those of the table and those that a scenario defines.
public struct UnitScope: Sendable {
  /// Units of a scenario by name.
  private var own: [String: Unit] = [:]

  /// Whether every word is a unit.
  private var takesAny = false

  /// Only the units of the table.
  public init() {}

  /// Every word as a unit, for reading what defines its units elsewhere. Sizes mean nothing in it.
  public static let any: UnitScope = {
    var scope = UnitScope()
    scope.takesAny = true
    return scope
  }()

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
    if let unit = UnitTable.plainUnit(named: name) { return unit }
    if !own.isEmpty, let unit = own[name] { return unit }
    guard takesAny, Magnitude.named(name) == nil else { return nil }
    return Unit(name, .number, 1)
  }

  /// The magnitude that a word begins with and the unit that it ends with: `万元`, `bnyuan`.
  public func joined(_ word: String) -> (magnitude: Magnitude, unit: Unit)? {
    if let known = UnitTable.joined[word] { return known }
    guard !own.isEmpty, let (magnitude, rest) = Magnitude.prefix(of: word), let unit = own[rest]
    else { return nil }
    return (magnitude, unit)
  }

  /// The unit of one word, such as `ha`, or of a magnitude and a unit, such as `万元`.
  public func unit(named name: String) -> Unit? {
    if let unit = plainUnit(named: name) { return unit }
    return joined(name).map { UnitTable.scaled($0.unit, by: $0.magnitude) }
  }
}
