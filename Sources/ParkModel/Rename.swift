import Diagnostics
import Language
import Quantities

extension Scenario {
  /// Gives an entity another name, and says so wherever it is named.
  mutating func rename(
    _ target: ScenarioEdit.Target, to new: ScenarioEdit.Target, _ comments: Comments
  ) throws(Diagnostic) {
    let entity = try declared(target)
    guard entity.kind.isNamed else {
      throw Diagnostic("cannot-rename", "the \(entity.kind) has no name", at: target.location)
    }
    if let library = entity.library {
      throw Diagnostic(
        "cannot-rename", "`\(entity.name)` is declared by library `\(library)`, under this name",
        at: target.location, help: ["give it a title: `set \(entity.name) \"A title\"`"])
    }
    try Names.check(new.name, kind: entity.kind, at: new.location)
    if let first = entities[new.name] {
      throw Diagnostic(
        "declared-twice", "`\(new.name)` is declared already, as \(first.kind.phrase)",
        at: new.location, notes: [Diagnostic.Note("here", at: first.location)])
    }
    entities.indexReferences()
    // What names both, one of them not declared yet, would name one thing twice.
    if let other = referrers(to: entity.name).first(where: { $0.references.contains(new.name) }) {
      throw Diagnostic(
        "in-use", "`\(other.name)` refers to both `\(entity.name)` and `\(new.name)`",
        at: new.location, notes: [Diagnostic.Note("here", at: other.location)],
        help: ["choose another name"])
    }
    // A library that comes later in the script would find its name taken.
    let place = entities.place(of: entity.name) ?? 0
    for use in libraries where place < use.position {
      guard Library.declarations(of: use.name).contains(where: { $0.name == new.name }) else {
        continue
      }
      throw Diagnostic(
        "declared-twice", "library `\(use.name)` declares `\(new.name)` too", at: new.location,
        help: ["choose another name"])
    }
    try checkIsNoLevel(new.name, at: new.location)
    var renamed = entity
    renamed.name = new.name
    renamed.comments = entity.comments.joined(comments)
    entities.rename(entity.name, to: new.name, renamed)
    if entity.kind == .unit { try renewUnits() }
    for var other in entities.referrers(to: entity.name) {
      let before = other.name
      other.rename(entity.name, to: new.name, units)
      if other.kind == .correlate { other.name = ParameterCorrelation.name(of: other) }
      if other.kind == .observe, let figure = other[Observation.figure] {
        other.name = Observation.name(figure.expression)
      }
      if other.name == before {
        entities[before] = other
      } else {
        entities.rename(before, to: other.name, other)
      }
    }
    model.rename(entity.name, to: new.name, units)
    header?.rename(entity.name, to: new.name, units)
    if usedNames.contains(entity.name) { usedNames.insert(new.name) }
    placeLibraries()
  }

  /// Makes the units anew from what the scenario says of them.
  mutating func renewUnits() throws(Diagnostic) {
    var scope = UnitScope()
    for unit in entities(.unit) { _ = scope.define(unit.name, as: try UserUnit.size(unit)) }
    units = scope
  }

  /// Reads again, with the units as they are now, everything that names one of them.
  mutating func remeasure(_ unit: String) throws(Diagnostic) {
    try renewUnits()
    for var entity in referrers(to: unit) {
      try entity.remeasure(unit, units)
      try entity.check()
      entities[entity.name] = entity
    }
    try model.remeasure(unit, units)
  }
}

extension Declaration {
  /// Says another name wherever an attribute says the old one.
  fileprivate mutating func rename(_ old: String, to new: String, _ units: UnitScope) {
    for index in attributes.indices {
      let attribute = attributes[index]
      guard let row = kind.row.attribute(named: attribute.name) else { continue }
      switch row.form {
      case .choice, .statistics, .text: continue
      case .number, .from, .until, .entity, .entities, .taxBase, .taxRate, .expression: break
      }
      // A word that the attribute itself knows, such as the base `vat`, is no name.
      switch attribute.value {
      case .choice: continue
      case .base(let base): guard base == .tax(old) else { continue }
      default: guard attribute.expression.names.contains(old) else { continue }
      }
      attributes[index].expression = attribute.expression.renaming(old, to: new, units)
      switch attribute.value {
      case .name(let name) where name == old: attributes[index].value = .name(new)
      case .names(let names):
        attributes[index].value = .names(names.map { $0 == old ? new : $0 })
      case .base(.tax(old)): attributes[index].value = .base(.tax(new))
      default: break
      }
    }
  }

  /// Reads again what names a unit.
  fileprivate mutating func remeasure(_ unit: String, _ units: UnitScope) throws(Diagnostic) {
    for index in attributes.indices where attributes[index].expression.names.contains(unit) {
      guard let row = kind.row.attribute(named: attributes[index].name) else { continue }
      let expression = attributes[index].expression.renaming(unit, to: unit, units)
      attributes[index].expression = expression
      attributes[index].value = try ValueReader(
        source: attributes[index].location.source, row: row
      ).value(expression)
    }
  }
}
