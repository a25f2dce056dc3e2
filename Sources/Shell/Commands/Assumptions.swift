import Diagnostics
import Language
import ParkModel
import Reports

/// `assumptions`: every number that a run rests on without the scenario saying it, and the
/// scenario's own assumptions, each with its evidence and source.
enum Assumptions {
  static let row = Command(
    "assumptions", .look, usage: "[NAME]",
    summary: "list what the figures rest on: assumptions and defaults, with their sources",
    details: "First the scenario's own assumptions, then the model's numbers, then what libraries\n"
      + "say of the sectors and taxes in use, then what holds because nothing else is said.\n"
      + "Evidence: S seen in the source, D derived from one, M from memory, A assumed.",
    examples: ["assumptions", "assumptions model", "assumptions digital"], arguments: [.entity]
  ) { (session, invocation) throws(Diagnostic) in
    let word = invocation.reader.word()
    try invocation.reader.end()
    let scenario = session.scenario
    let lines: [Line]
    if let word {
      guard
        let entity = scenario.entity(named: word.text)
          ?? (word.text == EntityKind.scenario.rawValue ? scenario.header : nil)
      else {
        throw .unknownEntity(word.text, session, at: invocation.reader.location(word.span))
      }
      lines = stated(by: entity, .all) + defaults(of: [entity], scenario)
    } else {
      lines = inForce(scenario)
    }
    session.show(table(of: lines, widest: session.width.map { _ in 32 }))
  }

  /// Everything that a scenario rests on without saying it.
  static func table(_ scenario: Scenario) -> Table { table(of: inForce(scenario), widest: nil) }

  private static func table(of lines: [Line], widest: Int?) -> Table {
    var table = Table(
      columns: [
        Table.Column("name", chinese: "名称"),
        Table.Column("value", chinese: "取值", widest: widest),
        Table.Column("evidence", chinese: "证据"),
        Table.Column("source", chinese: "来源"),
      ])
    table.rows = lines.map { line in
      [.text(line.name), .text(line.value), .text(line.evidence), .text(line.source)]
    }
    return table
  }

  private struct Line {
    var name: String
    var value: String
    var evidence: String
    var source: String
  }

  private enum Extent {
    case all
    /// What a library says, not the scenario.
    case library
  }

  /// Everything in force that the scenario does not state as a fact.
  private static func inForce(_ scenario: Scenario) -> [Line] {
    let own = scenario.entities(.assume)
    let used = usedOfLibraries(scenario)
    let declared = scenario.all.filter {
      $0.library == nil && !$0.kind.isDefinition && $0.kind != .ensemble && $0.kind != .correlate
    }
    return own.flatMap { stated(by: $0, .all) } + stated(by: scenario.model, .all)
      + used.flatMap { stated(by: $0, .library) }
      + EntityKind.allCases.flatMap { kind in
        defaults(of: declared.filter { $0.kind == kind }, scenario)
      }
  }

  /// Taxes of libraries, and the sectors that a firm or cohort is of.
  private static func usedOfLibraries(_ scenario: Scenario) -> [Declaration] {
    let tenants = scenario.entities(.firm) + scenario.entities(.cohort)
    let sectors = Swift.Set(tenants.compactMap { $0.reference(Firm.sector) })
    return scenario.all.filter { entity in
      entity.library != nil && (entity.kind != .sector || sectors.contains(entity.name))
    }
  }

  /// What a declaration says, with the source of each value.
  private static func stated(by entity: Declaration, _ extent: Extent) -> [Line] {
    entity.attributes.compactMap { attribute in
      let isOfLibrary = attribute.isOfLibrary
      guard extent == .all || isOfLibrary else { return nil }
      let name = entity.kind.isDefinition ? entity.name : "\(entity.name).\(attribute.name)"
      // A library's source speaks of the library's value.
      let citations = entity.citations.filter { isOfLibrary || !$0.isBuiltIn }
      let citation =
        citations.last { $0.attribute == attribute.name } ?? citations.last { $0.attribute == nil }
      return Line(
        name: name, value: attribute.expression.canonical, evidence: citation?.evidence ?? "",
        source: citation?.source ?? (isOfLibrary ? "" : attribute.location.place))
    }
  }

  /// What holds of declarations of one kind because nothing else is said, each attribute once.
  private static func defaults(of entities: [Declaration], _ scenario: Scenario) -> [Line] {
    guard let kind = entities.first?.kind else { return [] }
    return kind.row(in: scenario).attributes.compactMap { row in
      guard let fallback = row.fallback else { return nil }
      let silent = entities.filter { entity in
        let sector = entity.reference(Firm.sector).flatMap(scenario.entity(named:))
        return entity[row] == nil && sector?[row] == nil
      }
      guard !silent.isEmpty else { return nil }
      let names = silent.prefix(3).map(\.name).joined(separator: ", ")
      let rest = silent.count > 3 ? " and \(silent.count - 3) more" : ""
      return Line(
        name: "\(kind).\(row.name)", value: fallback, evidence: "A",
        source: "default of \(names)\(rest): \(row.summary)")
    }
  }
}
