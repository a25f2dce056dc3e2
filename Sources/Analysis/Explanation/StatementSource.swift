import Diagnostics
import Language
public import ParkModel
public import Simulation

/// Where a number comes from: a statement, a library's or what holds where nothing is said.
public struct StatementSource: Sendable {
  public enum Origin: String, Sendable {
    case statement, library
    /// What an attribute is where nobody states it.
    case fallback = "default"
  }

  public var origin: Origin
  /// `digital.growth`, or the name of an assumption.
  public var subject: String
  /// As it is written: `g * 1.2`.
  public var written: String
  /// `quzhou.park:12`; empty for a default.
  public var place: String
  /// `S`, `D`, `M` or `A`; empty where nobody says.
  public var evidence: String
  /// The source in words; empty where there is none.
  public var citation: String
  /// The assumptions and attributes that it is worked out from.
  public var through: [StatementSource]
}

/// Finds the statements behind the attributes of a scenario.
public struct StatementSources: Sendable {
  let scenario: Scenario

  public init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// What says an attribute: the entity, for a firm its sector, or the default; nil where nothing
  /// does.
  public func source(of key: StatementKey) -> StatementSource? { source(of: key, depth: 0) }

  /// Names may refer to each other through so many others before the rest is left out.
  private static let deepest = 20

  private func source(of key: StatementKey, depth: Int) -> StatementSource? {
    guard let entity = scenario.entity(named: key.entity),
      let row = entity.kind.row.attribute(named: key.attribute)
    else { return nil }
    if let attribute = entity[row] { return source(attribute, of: entity, depth) }
    if let name = entity.reference(Firm.sector), let sector = scenario.entity(named: name),
      sector.kind == .sector, let sectorRow = sector.kind.row.attribute(named: key.attribute)
    {
      if let attribute = sector[sectorRow] { return source(attribute, of: sector, depth) }
      if let model = EntityKind.model.row.attribute(named: key.attribute),
        let attribute = scenario.model[model]
      {
        return source(attribute, of: scenario.model, depth)
      }
    }
    guard let fallback = row.fallback else { return nil }
    return StatementSource(
      origin: .fallback, subject: "\(entity.name).\(row.name)", written: fallback, place: "",
      evidence: "A", citation: row.summary, through: [])
  }

  private func source(
    _ attribute: Attribute, of entity: Declaration, _ depth: Int
  ) -> StatementSource {
    let isOfLibrary = attribute.isOfLibrary
    // A library's source speaks of the library's value.
    let citations = entity.citations.filter { isOfLibrary || !$0.isBuiltIn }
    let citation =
      citations.last { $0.attribute == attribute.name } ?? citations.last { $0.attribute == nil }
    return StatementSource(
      origin: isOfLibrary ? .library : .statement,
      subject: entity.kind.isDefinition ? entity.name : "\(entity.name).\(attribute.name)",
      written: attribute.expression.canonical, place: attribute.location.place,
      evidence: citation?.evidence ?? "", citation: citation?.source ?? "",
      through: depth < StatementSources.deepest ? through(attribute.expression, depth) : [])
  }

  /// The sources of the names in an expression, each once.
  private func through(_ expression: Expression, _ depth: Int) -> [StatementSource] {
    var found: [StatementSource] = []
    var seen: Set<StatementKey> = []
    var pending = [expression]
    while let next = pending.popLast() {
      pending += next.parts.reversed()
      guard case .path(let parts) = next.kind, let entity = scenario.entity(named: parts[0]) else {
        continue
      }
      let name = parts.count > 1 ? parts[1] : Assumption.value.name
      let key = StatementKey(entity.name, name)
      guard parts.count > 1 || entity.kind == .assume, seen.insert(key).inserted,
        let source = source(of: key, depth: depth + 1)
      else { continue }
      found.append(source)
    }
    return found
  }
}
