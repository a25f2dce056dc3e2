import Diagnostics
import Language
import ParkModel
import Reports

/// `import firms firms.csv park=smart`: declares a firm for each row of a file.
enum ImportCommand {
  static let row = Command(
    "import", .data,
    signature: [
      .needed(.words(["firms"])), .needed(.file(endings: ["csv", "tsv", "txt"])),
      .optional(
        .assignments(ofInputs: false), as: "park=…] [NAME=COLUMN …] [COLUMN=CELL:MEANING,…"),
      .option("skip-bad", "leave out what cannot be read"),
    ],
    summary: "declare a firm for each row of a table",
    details:
      "Comma, semicolon or tab; UTF-8, UTF-16 with its mark, or GB18030 (and so GBK). Columns go by their\n"
      + "headings: an attribute's name, or 企业名称, 行业, 到位时间, 用地(亩), 投资额(万元), 就业人数, 年税收(万元)\n"
      + "and the like, with the unit of their numbers in brackets. `jobs=人数` says which column it is, `park=smart`\n"
      + "what every row has, `行业=玩具:toys` what a cell means. Sectors go by name or title. A firm without a\n"
      + "`name` gets one from its title. A bad row is said with its line and reason, and nothing is declared;\n"
      + "with `--skip-bad` the others are. What came in are declarations like any other: `save` keeps them, and\n"
      + "the import itself as a comment; `undo` takes all of them back. In a script the file is relative to it."
  ) { (session, invocation) throws(Diagnostic) in
    let request = try ImportRequest(&invocation.reader)
    let place = request.place(request.file.span)
    let path = Replay.resolve(request.file.text, in: session)
    let (file, encoding) = try text(path, at: place, session)
    let cells = DelimitedCells(file, stop: session.stop)
    try session.stop.check()
    if let open = cells.openQuote {
      throw Diagnostic(
        "bad-row", "this quote never ends", at: Location(file, open), exit: .file)
    }
    guard let heading = cells.rows.firstIndex(where: { !$0.isEmpty }) else {
      throw Diagnostic("bad-row", "there is nothing in `\(path)`", at: place, exit: .file)
    }
    let columns = try FirmColumns(cells.rows[heading].cells, request, file)
    try columns.check(file, at: Location(file, cells.rows[heading].span))
    let rows = try FirmRows(
      cells.rows[(heading + 1)...], columns, file, session.scenario, stop: session.stop)
    if session.isConversation, session.replaying.isEmpty {
      session.show(ImportPreview.table(columns, cells.rows[(heading + 1)...]))
    }
    if !rows.bad.isEmpty, !request.skipsBad { throw problem(rows, path) }
    guard !rows.firms.isEmpty else {
      throw rows.bad.isEmpty
        ? Diagnostic("bad-row", "`\(path)` has headings and no rows", at: place, exit: .file)
        : problem(rows, path)
    }
    for (index, firm) in rows.firms.enumerated() {
      let edit = ScenarioEdit.declare(
        index == 0 ? firm.commented(comments(invocation.statement)) : firm)
      try session.make(.edit(edit), "firms imported")
    }
    session.change = "\(counted(rows.firms.count)) imported from \(path)"
    let skipped = rows.bad.prefix(mostShown).map {
      session.renderer.render($0.asWarning)
    }
    for text in skipped { session.print(text) }
    session.printLine(sentence(rows, path, encoding).escapingControls)
    if !columns.ignored.isEmpty {
      session.printLine(
        ("not taken: \(columns.ignored.joined(separator: ", "))" as Sentence).escapingControls)
    }
  }

  /// As many bad rows are shown.
  private static let mostShown = 5

  private static func counted(_ count: Int) -> String { count == 1 ? "1 firm" : "\(count) firms" }

  private static func sentence(
    _ rows: FirmRows, _ path: String, _ encoding: TextEncoding
  ) -> Sentence {
    var text: Sentence = "\(counted(rows.firms.count)) imported from \(path)"
    if encoding != .utf8 { text = "\(text), read as \(encoding.rawValue)" }
    let bad = rows.bad.count
    if bad > 0 {
      text = "\(text); \(bad) bad row\(s: bad) left out"
      if bad > mostShown { text = "\(text), \(mostShown) of them shown" }
    }
    return text
  }

  /// All that is wrong as one message, at the first bad row.
  private static func problem(_ rows: FirmRows, _ path: String) -> Diagnostic {
    let count = rows.bad.count
    var problem = rows.bad[0]
    problem.slug = "bad-row"
    problem.exit = .usage
    guard count > 1 else {
      problem.help.append("without it: `--skip-bad`")
      return problem
    }
    problem.message =
      "\(count) rows of `\(path)` are bad, and nothing is imported; the first: \(problem.message)"
    problem.notes += rows.bad[1..<min(count, mostShown)].map {
      Diagnostic.Note($0.message, at: $0.location)
    }
    if count > mostShown { problem.notes.append(Diagnostic.Note("and \(count - mostShown) more")) }
    problem.help = Array(problem.help.prefix(1)) + ["without them: `--skip-bad`"]
    return problem
  }

  /// The comments of the statement and the statement itself as one, so that a saved scenario says where
  /// its firms came from.
  private static func comments(_ statement: StatementText) -> Comments {
    let line = statement.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Comments(leading: statement.leading + ["# \(line)"], trailing: nil)
  }

  /// The text of a file, whatever its encoding.
  private static func text(
    _ path: String, at place: Location, _ session: Session
  ) throws(Diagnostic) -> (SourceText, TextEncoding) {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try session.files.read(path)
    } catch {
      throw error.placed(at: place)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      throw Diagnostic(
        "not-a-table", "`\(path)` is a workbook, and no text", at: place,
        help: ["save the sheet as CSV in UTF-8"], exit: .file)
    }
    guard let (text, encoding) = TextEncoding.decode(bytes), !text.contains(0) else {
      throw Diagnostic(
        "not-a-table", "`\(path)` is no text in UTF-8, UTF-16 or GB18030", at: place,
        help: ["save it as CSV in UTF-8"], exit: .file)
    }
    return (SourceText(name: path == "-" ? "standard input" : path, utf8: text), encoding)
  }
}

extension FirmColumns {
  /// Refuses a file in which no column says who the firms are, or of what sector and when.
  func check(_ file: SourceText, at place: Location) throws(Diagnostic) {
    let said = Set(columns.map(\.what))
    let isNamed = said.contains(ImportHeadings.name) || said.contains(ImportHeadings.title)
    let missing =
      (isNamed ? [] : ["title"])
      + EntityKind.firm.row.attributes.filter { $0.isRequired && !said.contains($0.name) }.map(
        \.name)
    guard let first = missing.first else { return }
    let list = missing.map { "`\($0)`" }.joined(separator: ", ")
    throw Diagnostic(
      "missing-column", "no column says \(list)", at: place,
      help: [
        first == "park"
          ? "say where all of them come: `park=smart`" : "say which it is: `\(first)=\"HEADING\"`"
      ])
  }
}
