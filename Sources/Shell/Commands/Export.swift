import Analysis
import Diagnostics
import Language
import ParkModel
import Reports

/// `export projection.csv tax, jobs`: writes metrics to a file.
enum Export {
  static let row = Command(
    "export", .files,
    usage: "FILE [METRICS] [by=…] [years=A..B] [every=5y] [per=year|step] [layout=wide|tidy|years]"
      + " [closures=none] [statistic=[mean, p5]] [--nominal] [--excel] [--raw] [--package] [--over]",
    summary: "write metrics to a file: csv, tsv, json, ndjson, md, xlsx or svg",
    details:
      "The ending chooses the format; `-` is standard output, as CSV. `wide` has a row for each\n"
      + "period and a column for each metric, `tidy` a row for each value. Money is in yuan, exact\n"
      + "to the fen, and in prices of one year, whatever `format` says; `--nominal` carries it to\n"
      + "those of each, and `closures=none` is a run in which no firm closes. For csv and tsv,\n"
      + "`--excel` adds a byte-order mark and CRLF, and `--raw` leaves texts alone that a spreadsheet\n"
      + "would run. At a prompt a file that this session did not write is replaced with `--over`\n"
      + "only; a script replaces what an `export` like it wrote. While an ensemble is on, a column\n"
      + "`statistic` says of each row which it is: mean, p5, p25, p50, p75 and p95, or as `statistic=` says.\n"
      + "An xlsx has what `table` shows, in the units and the language of `format`, sums as formulas, a\n"
      + "chart of the first figure, and the assumptions on a sheet of their own; with `layout=years` a\n"
      + "column for each year. An svg is the picture of `plot`, whose words it takes. `--package`\n"
      + "writes a receipt into the `datapackage.json` beside the file, for `verify`.",
    examples: [
      "export - tax, jobs years=2021..2022", "export - tax by=level layout=tidy",
      "export - tax, investment --nominal",
    ],
    arguments: [
      .file(endings: FileFormat.rows.map(\.name)), .metrics,
      .attributes(ViewRequest.attributes + [("layout", ["tidy", "wide", "years"])]),
    ],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let file = try invocation.reader.file()
    let format = try format(of: file.text, at: invocation.reader.location(file.span))
    var options = FileFormat.Options()
    var layout = Layout.wide
    var isOver = false
    let source = invocation.reader.source
    if format.content == .picture {
      return try picture(format, file, &session, &invocation)
    }
    if format.content == .runs { return try database(file, &session, &invocation) }
    let request = try ViewRequest(
      &invocation.reader, &session, view: RunView(),
      other: { (attribute) throws(Diagnostic) in
        guard attribute.name == "layout" else { return false }
        let place = Location(source, attribute.value.span)
        // Years across are for people: programs would read them as names.
        let layouts =
          format.hasYearsAcross
          ? ["wide", "years"] : format.content == .tables ? ["wide"] : ["tidy", "wide"]
        layout = Layout(rawValue: try ViewRequest.choice(attribute, layouts, at: place)) ?? .wide
        return true
      },
      option: { option in
        if option == "over" {
          isOver = true
          return true
        }
        guard let option = FileFormat.Option(rawValue: option), format.options.contains(option)
        else { return false }
        options.set(option)
        return true
      })
    let document = try document(
      for: format, request, layout: layout, &session)
    if format.content == .rows, !request.view.isNominal,
      request.figures.contains(where: \.basis.isOfMoney),
      let note = BasisText.real("money is", session)
    {
      session.say(note + "; `--nominal` writes nominal money")
    }
    session.describe(document.tables)
    options.hasYearsAcross = layout == .years
    options.style = session.settings.style
    let bytes: [UInt8]
    do throws(FormatFailure) {
      bytes = try format.write(document, options)
    } catch {
      throw .unwritable(error, at: Location(source, file.span))
    }
    guard file.text != "-" else { return session.print(session.shown(bytes)) }
    let isReplaced = try session.replace(
      file.text, by: bytes, isOver: isOver, statement: invocation.statement,
      at: Location(source, file.span), isLike: { $0.prefix(12) == bytes.prefix(12) })
    let count = document.tables[0].rows.count
    session.say(
      "wrote \(count) row\(count == 1 ? "" : "s") to \(escapingControls(file.text))"
        + (isReplaced ? " (replaced)" : ""))
    if let year = document.tables[0].priceYear { session.say("money in prices of \(year)") }
  }

  /// How rows and columns stand.
  private enum Layout: String, CaseIterable {
    case tidy, wide, years
  }

  /// What a file holds: exact rows for programs; for people what `table` shows, and what it rests on.
  private static func document(
    for format: FileFormat, _ request: ViewRequest, layout: Layout, _ session: inout Session
  ) throws(Diagnostic) -> Document {
    let title = session.scenario.header?.title ?? ""
    guard format.content == .rows else {
      var table = try session.table(request)
      table.name = Table.Note("figures", chinese: "数据")
      var assumptions = Assumptions.table(session.scenario)
      assumptions.name = Table.Note("assumptions", chinese: "假设")
      return Document(title: title, blocks: [.table(table), .table(assumptions)])
    }
    let projection = try session.project(request.view)
    guard let draws = try session.draws(request.view) else {
      let table =
        try layout == .tidy
        ? FileTable.tidy(
          request, projection, scenario: session.scenario.title, branch: session.branch)
        : FileTable.wide(request, projection, session.scenario)
      return Document(title: title, blocks: [.table(table)])
    }
    let table =
      try layout == .tidy
      ? FileTable.tidy(
        request, projection, scenario: session.scenario.title, branch: session.branch, draws)
      : FileTable.wide(request, projection, session.scenario, draws)
    // Formats that hold nothing but rows leave it out.
    for note in table.notes { session.say(note.text(session.settings.style.language)) }
    return Document(title: title, blocks: [.table(table)])
  }

  private static func format(
    of path: String, at place: Location
  ) throws(Diagnostic) -> FileFormat {
    if path == "-" { return FileFormat.rows[0] }
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".", omittingEmptySubsequences: false)
    if ending.count > 1, let last = ending.last, let format = FileFormat.named(String(last)) {
      return format
    }
    throw Diagnostic(
      "unknown-format", "the ending of `\(path)` names no format", at: place,
      help: [
        "formats are "
          + FileFormat.rows.map { "`.\($0.name)` (\($0.summary))" }.joined(separator: ", ")
      ])
  }
}
