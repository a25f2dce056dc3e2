import Diagnostics
import Language
import ParkModel
import Quantities
import Reports

/// `report park.html`: the scenario and what it comes to, as one page to be printed or sent.
enum Report {
  static let row = Command(
    "report", .files,
    signature: Signature([
      .needed(.file(endings: ["html"]), as: "FILE.html"), .optional(.metrics), ViewRequest.years,
      .attribute("title", .text, "what stands above it"),
      .attribute("author", .text, "who wrote it"),
      .attribute("date", .date, shown: "2026-11-28", "its day, today where nothing is said"),
      .attribute(
        "language", .choice(FigureStyle.Language.allCases.map(\.rawValue)),
        "of its words, as `format` has it where nothing is said"),
      PackageOption.option, .replacing,
    ]),
    summary: "write a page about the scenario: charts, tables, sources, doubts",
    details:
      "One file that needs nothing from elsewhere, for a browser and for A4: the headline, the\n"
      + "metrics as charts and tables, tax by level of government and by sector, what it is worth,\n"
      + "when phases and firms come, who pays and who receives, with an ensemble the range and what\n"
      + "it hangs on, then doubts, assumptions with their sources and evidence, events, and the\n"
      + "scenario itself. Above each part stands the statement that answers it at the prompt. Units\n"
      + "and language are those of `format` where nothing is said; the date is today's.",
    examples: [
      "report /dev/null", "report /dev/null tax, jobs title=\"What the park brings\" language=zh",
    ],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    var words = try ReportWords(&invocation.reader, &session)
    var statement = invocation.statement
    if words.date == nil {
      words.date = session.calendarClock().flatMap { CalendarPeriod($0.day)?.start }
      // A receipt makes the same page on another day.
      if session.packaging != nil, let today = words.date {
        statement = .said(by: "report", "\(statement.text) date=\(today.text)")
      }
    }
    let document = try ReportDocument(words, session).document()
    let page = HTMLPage(
      style: words.style(in: session), subtitle: ReportDocument.subtitle(session, words),
      author: words.author, date: words.date, prices: ReportDocument.prices(session, words))
    let bytes = page.bytes(document)
    guard words.path != "-" else { return session.print(session.shown(bytes)) }
    session.describe([])
    let isReplaced = try session.replace(
      words.path, by: bytes, isOver: words.isOver, statement: statement, at: words.place,
      isLike: { $0.prefix(12) == bytes.prefix(12) })
    session.say(
      isReplaced
        ? "wrote a report to \(escapingControls(words.path)) (replaced)"
        : "wrote a report to \(escapingControls(words.path))")
  }
}

extension StatementText {
  /// A statement that nobody typed.
  static func said(by name: String, _ text: String) -> StatementText {
    Script(SourceText(name: name, text: text)).statements[0]
  }
}
