import Diagnostics
import Language
import Quantities

/// What names in expressions stand for.
extension ScenarioContext {
  enum Meaning {
    case definition(StatedName)
    case attribute(StatedName, AttributeRow, Unit)
    case fallback(Double, Unit)

    /// What the name is called wherever it is used; nil of what nobody states.
    var key: String? {
      switch self {
      case .definition(let stated), .attribute(let stated, _, _): stated.key
      case .fallback: nil
      }
    }
  }

  /// What a name stands for; throws where it stands for no number.
  func meaning(of name: NameUse) throws(Diagnostic) -> Meaning {
    let first = name.parts[0]
    let isResult = Names.isMetric(first) && scenario.entity(named: first) == nil
    if isResult || scenario.entity(named: first)?.kind == .metric {
      throw .resultAmongInputs(name.text, at: name.location)
    }
    guard name.arguments == nil else {
      throw Diagnostic(
        "wrong-kind", "only a metric is narrowed with `[…]`, and `\(name.text)` is none",
        at: name.location)
    }
    let known = scenario.entity(named: first)
    guard let entity = known ?? (first == EntityKind.scenario.rawValue ? scenario.header : nil)
    else {
      throw unknown(name)
    }
    if name.parts.count == 1 {
      if entity.kind == .assume, let value = entity[Assumption.value] {
        guard !isDate(value.expression) else {
          throw Diagnostic(
            "wrong-kind", "`\(first)` is a date, and a number is read here", at: name.location,
            notes: [Diagnostic.Note("it is declared here", at: entity.location)])
        }
        return .definition(StatedName(Assumption.value, value, of: entity))
      }
      throw Diagnostic(
        "wrong-kind", "`\(first)` is \(entity.kind.phrase), and a number is read here",
        at: name.location,
        notes: [Diagnostic.Note("it is declared here", at: entity.location)],
        help: numbers(of: entity).prefix(1).map { "name one of its numbers: `\(first).\($0)`" })
    }
    guard name.parts.count == 2,
      let row = entity.kind.row(in: scenario).listed(name.parts[1])
    else {
      throw .unknownAttribute(
        name.parts.dropFirst().joined(separator: "."), of: entity.kind,
        among: entity.kind.row(in: scenario).attributes, at: name.location)
    }
    return try meaning(of: row, in: entity, name)
  }

  private func meaning(
    of row: AttributeRow, in entity: Declaration, _ name: NameUse
  ) throws(Diagnostic) -> Meaning {
    let unit: Unit
    switch row.form {
    case .number(let own, _): unit = own
    case .taxRate: unit = Tax.rateUnit(of: entity)
    case .expression:
      if let value = entity[row], entity.kind == .assume {
        return .definition(StatedName(row, value, of: entity))
      }
      throw .resultAmongInputs(name.text, at: name.location)
    default:
      throw Diagnostic(
        "wrong-kind", "`\(row.name)` of `\(entity.name)` is no number", at: name.location)
    }
    if let stated = scenario.statedName(row, of: entity) {
      if case .rate(.sector) = stated.attribute.value {
        throw Diagnostic(
          "wrong-kind", "`\(name.text)` differs from sector to sector", at: name.location,
          notes: [Diagnostic.Note("it is `\(stated.attribute.expression.canonical)`")])
      }
      return .attribute(stated, row, unit)
    }
    if !Phase.isReplaced(row, in: entity), let fallback = row.fallbackNumber {
      return .fallback(fallback, unit)
    }
    throw Diagnostic(
      "not-set", "`\(row.name)` of `\(entity.name)` is not set", at: name.location,
      notes: [Diagnostic.Note("the declaration", at: entity.location)])
  }

  private func numbers(of entity: Declaration) -> [String] {
    entity.attributes.filter { $0.number != nil }.map(\.name)
  }

  func unknown(_ name: NameUse) -> Diagnostic {
    if name.parts.count == 1, scenario.units.unit(named: name.parts[0]) != nil {
      return Diagnostic(
        "wrong-kind", "`\(name.text)` is a unit, and a unit stands right behind its number",
        at: name.location, help: ["write for example `30万元/亩`, without spaces"])
    }
    let assumptions = scenario.entities(.assume).map(\.name)
    return .unknownName(
      name.parts[0], expected: name.parts.count == 1 ? .assume : nil,
      known: name.parts.count == 1 ? assumptions : scenario.all.map(\.name), in: scenario,
      at: name.location)
  }
}
