import Diagnostics
import Language
import Reports

/// `last csv`: the last table again, in another form.
enum Last {
  static let row = Command(
    "last", .results,
    signature: [.optional(.words([table] + FileFormat.texts.map(\.name))), .excel, .raw],
    summary: "show the last table again, in another form",
    details:
      "As `table` (or nothing) and as `md`, in the settings of now; else as a file would have it:\n"
      + "whole, money in yuan to the fen, headings in English. `--excel` and `--raw` are those of\n"
      + "`export`, for csv and tsv.",
    examples: ["table tax, jobs years=2021..2022; last csv", "list park; last json"]
  ) { (session, invocation) throws(Diagnostic) in
    let start = invocation.reader.start
    var format: FileFormat?
    if let word = invocation.reader.word(), word.text != table {
      guard let known = FileFormat.texts.first(where: { $0.name == word.text.lowercased() }) else {
        throw .unknownFormat(word.text, at: invocation.reader.location(word.span))
      }
      format = known
    }
    var options = FileFormat.Options()
    while invocation.reader.isOptionAhead, let word = try invocation.reader.option() {
      guard let option = FileFormat.Option(rawValue: word.text),
        format?.options.contains(option) == true
      else { throw .meaningless(word.text, at: invocation.reader.location(word.span)) }
      options.set(option)
    }
    try invocation.reader.end()
    guard !session.lastTables.isEmpty else {
      throw Diagnostic(
        "no-table", "no table has been shown yet", at: start,
        help: ["show one first, for example `table tax, jobs`"])
    }
    guard let format else {
      session.show(session.lastTables)
      return
    }
    if let show = format.show {
      session.print(session.shown(Array(show(session.lastTables, session.settings.style).utf8)))
      return
    }
    session.print(session.shown(format.bytes(of: session.lastTables, options)))
  }

  private static let table = "table"
}

extension Session {
  /// The bytes of a file as they are printed: as they are into a pipe; on a terminal, what would
  /// drive it is written out.
  func shown(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard width != nil else { return text }
    var shown = ""
    // The byte-order mark and the line ends that a spreadsheet asks for are nothing to look at.
    for character in text where character != "\u{FEFF}" {
      switch character {
      case "\n", "\r\n": shown += "\n"
      case "\t": shown += "\t"
      default: shown += escapingControls(String(character))
      }
    }
    return shown
  }
}

extension Diagnostic {
  static func unknownFormat(_ name: String, at place: Location) -> Diagnostic {
    let names = FileFormat.texts.map(\.name)
    let guesses = didYouMean(name, among: names)
    return Diagnostic(
      "unknown-format", "there is no format `\(name)`", at: place,
      help: guesses.isEmpty
        ? ["formats are " + names.map { "`\($0)`" }.joined(separator: ", ")] : guesses)
  }

  /// An option that there is for other formats, or none.
  static func meaningless(_ option: String, at place: Location) -> Diagnostic {
    let formats = FileFormat.rows.filter { $0.options.contains { $0.rawValue == option } }
    return Diagnostic(
      "unknown-option", "there is no option `--\(option)` here", at: place,
      notes: formats.isEmpty
        ? [] : [Diagnostic.Note("it is for " + formats.map(\.name).joined(separator: " and "))])
  }
}
