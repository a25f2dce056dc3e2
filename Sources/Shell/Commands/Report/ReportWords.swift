import Analysis
import Diagnostics
import Language
import Quantities
import Reports
import Wording

/// What a report is asked for.
struct ReportWords {
  /// `-` is standard output.
  let path: String
  let place: Location
  /// Metrics and years, as `table` takes them; empty for the usual ones.
  let figures: String
  let title: String?
  let author: String
  var date: CalendarDate?
  let language: FigureStyle.Language?
  let isOver: Bool

  /// Reads to the end of the statement, and refuses what no figure is.
  init(_ reader: inout ArgumentReader, _ session: inout Session) throws(Diagnostic) {
    let file = try reader.file()
    path = file.text
    place = reader.location(file.span)
    guard path == "-" || path.hasPrefix("/dev/") || path.lowercased().hasSuffix(".html") else {
      throw Diagnostic(
        "unknown-format", "a report is a page, and `\(path)` is not called so", at: place,
        help: ["call it `\(ReportWords.stem(of: path)).html`"])
    }
    let source = reader.source
    func text(_ name: String, _ reader: inout ArgumentReader) throws(Diagnostic) -> String? {
      guard let attribute = try reader.takeAttribute(name) else { return nil }
      guard case .text(let text) = attribute.value.kind else {
        throw Diagnostic(
          "wrong-kind", "`\(name)` is a text in quotes", at: Location(source, attribute.value.span),
          help: ["write `\(name)=\"\(attribute.value.canonical)\"`"])
      }
      return text
    }
    title = try text("title", &reader)
    author = try text("author", &reader) ?? ""
    var language: FigureStyle.Language?
    if let attribute = try reader.takeAttribute("language") {
      let names = FigureStyle.Language.allCases.map(\.rawValue)
      language = FigureStyle.Language(
        rawValue: try ViewRequest.choice(
          attribute, names, at: Location(source, attribute.value.span)))
    }
    self.language = language
    if let attribute = try reader.takeAttribute("date") {
      guard let day = attribute.value.askedPeriod, day.end == day.start.next else {
        throw Diagnostic(
          "wrong-kind", "`date` is the day of the report",
          at: Location(source, attribute.value.span), help: ["write for example `date=2026-11-28`"])
      }
      date = day.start
    }
    isOver = try reader.takeOption { $0 == "over" } != nil
    figures = reader.restText
    _ = try ViewRequest(&reader, &session, view: session.view)
  }

  /// How the page shows figures.
  func style(in session: Session) -> FigureStyle {
    var style = session.settings.style
    if let language {
      style.language = language
      style.wording = language == .chinese ? Chinese.wording : nil
      // Who reads Chinese counts in 万 and 亿.
      if language == .chinese { style.magnitudes = .tenThousands }
    }
    return style
  }

  private static func stem(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), dot > path.startIndex, !path[dot...].contains("/")
    else { return path }
    return String(path[..<dot])
  }
}
