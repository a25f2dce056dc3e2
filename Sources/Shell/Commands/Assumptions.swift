import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports

/// `assumptions`: every number that a run rests on without the scenario saying it, and the
/// scenario's own assumptions, each with its evidence and source.
enum Assumptions {
  static let row = Command(
    "assumptions", .look, signature: [.optional(.entity), .optional(.figure, behind: "by")],
    summary: "list what the figures rest on: assumptions and defaults, with their sources",
    details: "First the scenario's own assumptions, then the model's numbers, then what libraries\n"
      + "say of the sectors and taxes in use, then what holds because nothing else is said.\n"
      + "Evidence: S seen in the source, D derived from one, M from memory, A assumed.\n"
      + "Behind `by`, those on which a figure rests most come first, with their shares as `audit` has them.",
    examples: [
      "assumptions", "assumptions model", "assumptions digital", "assumptions by tax[2030]",
    ],
    inFiles: FileAnswer(namesPlaces: true) { (session, invocation, _) throws(Diagnostic) in
      let (lines, figure) = try lines(&invocation.reader, &session)
      var table = fileTable(of: lines)
      if figure != nil { addShares(of: lines, 0, to: &table) }
      return table
    }
  ) { (session, invocation) throws(Diagnostic) in
    let (lines, figure) = try lines(&invocation.reader, &session)
    var table = table(of: lines, widest: session.width.map { _ in figure == nil ? 32 : 26 })
    if let figure {
      addShares(of: lines, 1, to: &table)
      table.remark([
        Table.Note(
          "share: of what all numbers move `\(figure)`, each by itself: `audit \(figure)`",
          chinese: "份额：各数字单独变动时对 `\(figure)` 的影响所占比例：`audit \(figure)`")
      ])
    }
    session.show(table)
  }

  /// What each line moves a figure, as a share of what all numbers do, behind a column.
  private static func addShares(of lines: [Line], _ place: Int, to table: inout Table) {
    table.columns.insert(
      Table.Column("share", chinese: "份额", unit: "share", isNumeric: true), at: place + 1)
    for index in lines.indices {
      table.rows[index].insert(
        lines[index].share.map { .number($0) } ?? .undefined, at: place + 1)
    }
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
      [.input(line.name), .text(line.value), .text(line.evidence), .text(line.source)]
    }
    return table
  }

  /// What a statement asks for, and the figure by whose shares it is sorted.
  private static func lines(
    _ reader: inout ArgumentReader, _ session: inout Session
  ) throws(Diagnostic) -> ([Line], figure: String?) {
    var word: (text: String, span: Span)?
    var ahead = reader
    _ = ahead.word()
    // Something that is declared may be called `by`.
    if reader.peekedWord != "by" || ahead.isAtEnd { word = reader.word() }
    let scenario = session.scenario
    var lines = inForce(scenario)
    if let word {
      guard
        let entity = scenario.entity(named: word.text)
          ?? (word.text == EntityKind.scenario.rawValue ? scenario.header : nil)
      else {
        throw .unknownEntity(word.text, session, at: reader.location(word.span))
      }
      lines = stated(by: entity, .all) + defaults(of: [entity], scenario)
    }
    guard reader.peekedWord == "by" else {
      try reader.end()
      return (lines, nil)
    }
    _ = reader.word()
    let place = reader.here
    let expression = try reader.expression()
    try reader.end()
    let request = try FigureRequest(expression, reader.source, scenario)
    try request.checkIsSingle(for: "assumptions by", at: place)
    let audit = try AuditCommand.audit(request, session.view, &session)
    var shares: [String: Double] = [:]
    for row in audit.rows {
      // Several ranges of one attribute are one line.
      shares[String(row.input.name.prefix { $0 != "#" }), default: 0] += row.share
    }
    for index in lines.indices { lines[index].share = shares[lines[index].name] }
    let order = lines.indices.sorted { a, b in
      let (one, two) = (lines[a].share ?? -1, lines[b].share ?? -1)
      return one == two ? a < b : one > two
    }
    return (order.map { lines[$0] }, request.label)
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
      return [.input(line.name)] + (hasTitles ? [.text(line.title)] : []) + [
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
    /// Of what all numbers move the figure that is asked for; nil where it is no number that moves.
    var share: Double?
  }

  private enum Extent {
    case all
    /// What a library says, not the scenario.
    case library
  }

  /// Everything in force that the scenario does not state as a fact.
  private static func inForce(_ scenario: Scenario) -> [Line] {
    let own = scenario.entities(.assume)
    let used = scenario.usedOfLibraries
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

  /// What a declaration says, with the source of each value.
  private static func stated(by entity: Declaration, _ extent: Extent) -> [Line] {
    entity.attributes.compactMap { attribute in
      let isOfLibrary = attribute.isOfLibrary
      guard extent == .all || isOfLibrary else { return nil }
      let name = entity.kind.isDefinition ? entity.name : "\(entity.name).\(attribute.name)"
      let citation = entity.citation(of: attribute)
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
      let rest: Sentence = silent.count > 3 ? " and \(silent.count - 3) more" : ""
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
