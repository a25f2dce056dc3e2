import Diagnostics
import Language
import ParkModel
import Quantities
import Reports

/// `assumptions`: every number that a run rests on without the scenario saying it, and the
/// scenario's own assumptions, each with its evidence and source.
enum Assumptions {
  static let row = Command(
    "assumptions", .look, signature: [.optional(.entity)],
    summary: "list what the figures rest on: assumptions and defaults, with their sources",
    details: "First the scenario's own assumptions, then the model's numbers, then what libraries\n"
      + "say of the sectors and taxes in use, then what holds because nothing else is said.\n"
      + "Evidence: S seen in the source, D derived from one, M from memory, A assumed.",
    examples: ["assumptions", "assumptions model", "assumptions digital"],
    inFiles: FileAnswer(namesPlaces: true) { (session, invocation, _) throws(Diagnostic) in
      fileTable(of: try lines(&invocation.reader, session))
    }
  ) { (session, invocation) throws(Diagnostic) in
    let lines = try lines(&invocation.reader, session)
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

  /// What a statement asks for.
  private static func lines(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) -> [Line] {
    let word = reader.word()
    try reader.end()
    let scenario = session.scenario
    guard let word else { return inForce(scenario) }
    guard
      let entity = scenario.entity(named: word.text)
        ?? (word.text == EntityKind.scenario.rawValue ? scenario.header : nil)
    else {
      throw .unknownEntity(word.text, session, at: reader.location(word.span))
    }
    return stated(by: entity, .all) + defaults(of: [entity], scenario)
  }

  /// As a file has them: as written, and as a number with its unit where it is one.
  private static func fileTable(of lines: [Line]) -> Table {
    let hasTitles = lines.contains { !$0.title.isEmpty }
    var table = Table(
      columns: [Table.Column("name", chinese: "名称")]
        + (hasTitles ? [Table.Column("title", chinese: "标题")] : []) + [
          Table.Column("value", chinese: "取值"),
          Table.Column("number", chinese: "数值", isNumeric: true),
          Table.Column("unit", chinese: "单位"), Table.Column("evidence", chinese: "证据"),
          Table.Column("source", chinese: "来源"),
        ])
    table.rows = lines.map { line in
      let number = line.number
      return [.text(line.name)] + (hasTitles ? [.text(line.title)] : []) + [
        .text(line.value), number?.cell ?? .undefined,
        .text(number?.unit ?? ""), .text(line.evidence), .text(line.source),
      ]
    }
    return table
  }

  private struct Line {
    var name: String
    var value: String
    /// Where it is one number and no more.
    var number: (cell: Table.Cell, unit: String)?
    /// What the thing that it is of is called beside its name.
    var title = ""
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
        && $0.kind != .observe
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
        name: name, value: attribute.expression.canonical,
        number: attribute.expression.inFiles, title: entity.title ?? "",
        evidence: citation?.evidence ?? "",
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
        name: "\(kind).\(row.name)", value: fallback,
        number: Expression(written: fallback)?.inFiles,
        evidence: "A",
        source: "default of \(names)\(rest): \(row.summary)")
    }
  }
}

extension Expression {
  /// A text that a row of the model has for a value; nil for one that is none.
  fileprivate init?(written text: String) {
    let script = Script(SourceText(name: "default", text: "print " + text))
    guard let statement = script.statements.first else { return nil }
    var reader = ArgumentReader(statement)
    guard reader.word() != nil, let expression = try? reader.expression(), reader.isAtEnd else {
      return nil
    }
    self = expression
  }

  /// The number that it is, where it is one, and the unit that files have for it: yuan, shares of 1, else
  /// as it is written. Nil for what is worked out, several or none.
  fileprivate var inFiles: (cell: Table.Cell, unit: String)? {
    switch kind {
    case .group(let inner): return inner.inFiles
    case .negation(let inner):
      guard case .quantity(let quantity, let text) = inner.kind else { return nil }
      return Quantity(-quantity.value, quantity.unit).inFiles(text)
    case .quantity(let quantity, let text): return quantity.inFiles(text)
    default: return nil
    }
  }
}

extension Quantity {
  fileprivate func inFiles(_ text: String) -> (cell: Table.Cell, unit: String) {
    if let yuan = value(in: UnitTable.known("yuan")) {
      return (.measured(Table.Measured(yuan, "yuan")), "yuan")
    }
    guard dimension == .number, let number = value(in: .one) else {
      return (.number(value), unit.text)
    }
    return (.number(number), text.contains("%") || text.contains("％") ? "share" : "")
  }
}
