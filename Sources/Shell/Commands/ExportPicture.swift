import Diagnostics
import Language
import Reports

/// `export tax.svg tax by=park`: the picture of `plot` as a file.
extension Export {
  static func picture(
    _ format: FileFormat, _ file: (text: String, span: Span), _ session: inout Session,
    _ invocation: inout Invocation
  ) throws(Diagnostic) {
    let source = invocation.reader.source
    var isOver = false
    let plot = try PlotRequest(
      &invocation.reader, &session, view: RunView(),
      option: { option in
        isOver = isOver || option == "over"
        return option == "over"
      })
    var options = FileFormat.Options()
    options.style = session.settings.style
    let place = Location(source, file.span)
    let charts = try ChartView.charts(plot)
    let bytes: [UInt8]
    do throws(FormatFailure) {
      bytes = try format.write(Document(blocks: charts.map { .chart($0) }), options)
    } catch {
      throw .unwritable(error, at: place)
    }
    let isReplaced = try session.replace(
      file.text, by: bytes, isOver: isOver, statement: invocation.statement, at: place,
      isLike: { $0.prefix(64) == bytes.prefix(64) })
    session.say(
      "wrote a picture to \(escapingControls(file.text))" + (isReplaced ? " (replaced)" : ""))
  }
}

extension Diagnostic {
  /// What cannot be put into a file of some format.
  static func unwritable(_ failure: FormatFailure, at place: Location) -> Diagnostic {
    switch failure {
    case .needsRuns:
      return Diagnostic(
        "conflict", "a database holds the figures of runs, and this is none", at: place,
        help: ["write a `.csv`, or metrics: `export runs.sqlite tax, jobs`"])
    case .severalPictures(let titles):
      return Diagnostic(
        "conflict", "a file holds one picture, and these figures make \(titles.count)", at: place,
        notes: titles.map { Note("one of " + escapingControls($0)) },
        help: ["name figures of one unit, or one figure where parts are asked for"])
    case .workbook(.tooManyRows(_, let count)):
      return .beyondWorkbook("\(count) rows", at: place)
    case .workbook(.tooManyColumns(_, let count)):
      return .beyondWorkbook("\(count) columns", at: place)
    case .workbook(.notFinite(_, let cell)):
      return .beyondWorkbook("a number past all bounds in \(cell)", at: place)
    case .workbook(.tooLarge): return .beyondWorkbook("more than 4 GB", at: place)
    case .workbook(.noSheets): return .beyondWorkbook("nothing", at: place)
    }
  }

  private static func beyondWorkbook(_ what: String, at place: Location) -> Diagnostic {
    Diagnostic(
      "too-large", "a workbook cannot hold \(what)", at: place,
      help: ["write a `.csv`, or fewer years with `years=2021..2030`"], exit: .file)
  }
}
