import Diagnostics
import Language

/// A name of an expression, and what says it.
struct StatedName: Sendable {
  let owner: Declaration
  let attribute: Attribute
  /// What it is called wherever it is used: `saving`, `p2.delay`. What a firm does not say goes by the
  /// name of its sector: `toys.margin`.
  let key: String

  init(_ row: AttributeRow, _ attribute: Attribute, of owner: Declaration) {
    self.owner = owner
    self.attribute = attribute
    key =
      owner.kind == .assume && row.name == Assumption.value.name
      ? owner.name : "\(owner.name).\(row.name)"
  }

  /// The name as it is used at a place.
  func use(at location: Location) -> NameUse {
    NameUse(
      parts: key.split(separator: ".", maxSplits: 1).map(String.init), arguments: nil,
      location: location)
  }
}

extension Scenario {
  /// Who says an attribute of an entity: itself, or its sector what a firm does not say; nil where
  /// neither does.
  func statedName(_ row: AttributeRow, of entity: Declaration) -> StatedName? {
    if let attribute = entity[row] { return StatedName(row, attribute, of: entity) }
    guard let sector = entity.reference(Firm.sector).flatMap(self.entity(named:)),
      sector.kind == .sector, let attribute = sector[row]
    else { return nil }
    return StatedName(row, attribute, of: sector)
  }

  /// What a name in an expression stands for, where that has to be worked out.
  func statedName(_ parts: [String]) -> StatedName? {
    guard let entity = entity(named: parts[0]), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      guard entity.kind == .assume else { return nil }
      return statedName(Assumption.value, of: entity)
    }
    guard entity.kind != .metric, let row = entity.kind.row.attribute(named: parts[1]),
      let stated = statedName(row, of: entity)
    else { return nil }
    return stated.attribute.value.isFormula || entity.kind == .assume ? stated : nil
  }
}
