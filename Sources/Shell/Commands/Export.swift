import Analysis
import Diagnostics
import Language
import ParkModel
import Reports

/// `export projection.csv tax, jobs`: writes metrics to a file.
enum Export {
  static let row = Command(
    "export", .files,
    usage: "FILE [METRICS] [by=…] [years=A..B] [every=5y] [per=year|step] [layout=wide|tidy]"
      + " [closures=none] [statistic=[mean, p5]] [--nominal] [--excel] [--raw] [--over]",
    summary: "write metrics to a file: csv, tsv, json, ndjson or md",
    details:
      "The ending chooses the format; `-` is standard output, as CSV. `wide` has a row for each\n"
      + "period and a column for each metric, `tidy` a row for each value. Money is in yuan, exact\n"
      + "to the fen, and in prices of one year, whatever `format` says; `--nominal` carries it to\n"
      + "those of each, and `closures=none` is a run in which no firm closes. For csv and tsv,\n"
      + "`--excel` adds a byte-order mark and CRLF, and `--raw` leaves texts alone that a spreadsheet\n"
      + "would run. At a prompt a file that this session did not write is replaced with `--over`\n"
      + "only; a script replaces what an `export` like it wrote. While an ensemble is on, a column\n"
      + "`statistic` says of each row which it is: mean, p5, p25, p50, p75 and p95, or as `statistic=` says.",
    examples: [
      "export - tax, jobs years=2021..2022", "export - tax by=level layout=tidy",
      "export - tax, investment --nominal",
    ],
    arguments: [
      .file(endings: FileFormat.rows.map(\.name)), .metrics,
      .attributes(ViewRequest.attributes + [("layout", ["wide", "tidy"])]),
    ],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let file = try invocation.reader.file()
    let format = try format(of: file.text, at: invocation.reader.location(file.span))
    var options = FileFormat.Options()
    var isTidy = false
    var isOver = false
    let source = invocation.reader.source
    let request = try ViewRequest(
      &invocation.reader, &session, view: RunView(),
      other: { (attribute) throws(Diagnostic) in
        guard attribute.name == "layout" else { return false }
        let place = Location(source, attribute.value.span)
        isTidy = try ViewRequest.choice(attribute, ["tidy", "wide"], at: place) == "tidy"
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
    let projection = try session.project(request.view)
    let draws = try session.draws(request.view)
    let table: Table
    if let draws {
      table =
        try isTidy
        ? FileTable.tidy(
          request, projection, scenario: session.scenario.title, branch: session.branch, draws)
        : FileTable.wide(request, projection, session.scenario, draws)
      // Formats that hold nothing but rows leave it out.
      for note in table.notes { session.say(note.text(session.settings.style.language)) }
    } else {
      table =
        try isTidy
        ? FileTable.tidy(
          request, projection, scenario: session.scenario.title, branch: session.branch)
        : FileTable.wide(request, projection, session.scenario)
    }
    if !request.view.isNominal, request.figures.contains(where: \.basis.isOfMoney),
      let note = BasisText.real("money is", session)
    {
      session.say(note + "; `--nominal` writes nominal money")
    }
    let bytes = format.write([table], options)
    if file.text == "-" {
      session.print(session.shown(bytes))
    } else {
      let isReplaced = try session.replace(
        file.text, by: bytes, isOver: isOver, statement: invocation.statement,
        at: Location(source, file.span), isLike: { $0.prefix(12) == bytes.prefix(12) })
      let count = table.rows.count
      session.say(
        "wrote \(count) row\(count == 1 ? "" : "s") to \(escapingControls(file.text))"
          + (isReplaced ? " (replaced)" : ""))
      if let year = table.priceYear { session.say("money in prices of \(year)") }
    }
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
