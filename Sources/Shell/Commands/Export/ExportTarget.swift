import Diagnostics
import Language
import Reports

/// Where an export goes, and how: the file, its format, and what the statement says of both.
struct ExportTarget {
  /// `-` is standard output.
  let path: String
  /// Of the path, for messages.
  let place: Location
  let format: FileFormat
  private var options = FileFormat.Options()
  private(set) var isOver = false
  /// How rows and columns are to stand; nil where nothing is said.
  private var layout: AttributeText?
  private let source: SourceText

  /// Reads the file's name, and takes what is said of the file out of what stands behind it.
  init(_ reader: inout ArgumentReader) throws(Diagnostic) {
    let file = try reader.file()
    source = reader.source
    path = file.text
    place = reader.location(file.span)
    format = try ExportTarget.format(of: file.text, at: place)
    let options = format.options.map(\.rawValue)
    while let option = try reader.takeOption(where: { $0 == "over" || options.contains($0) }) {
      isOver = isOver || option.text == "over"
      if let option = FileFormat.Option(rawValue: option.text) { self.options.set(option) }
    }
    let known = FileFormat.Option.allCases.map(\.rawValue)
    if let option = try reader.takeOption(where: { known.contains($0) }) {
      throw .pointless(option, reader)
    }
    guard format.content != .picture else { return }
    layout = try reader.takeAttribute("layout")
    if let again = try reader.takeAttribute("layout") {
      throw Diagnostic(
        "twice", "`layout` is given twice", at: reader.location(again.nameSpan))
    }
  }

  /// How rows and columns are to stand, one of some ways, the first where nothing is said.
  func layout(of layouts: [ExportLayout]) throws(Diagnostic) -> ExportLayout {
    guard let layout else { return layouts.first ?? .wide }
    let name = try ViewRequest.choice(
      layout, layouts.map(\.rawValue).sorted(), at: Location(source, layout.value.span))
    return ExportLayout(rawValue: name) ?? .wide
  }

  /// Puts content into the file, or onto standard output, and says what was done.
  func write(
    _ content: ExportContent, of statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    for remark in content.remarks { session.say(remark) }
    let (size, isReplaced) =
      if let streamed = try stream(content, in: &session) { streamed } else {
        try writeWhole(content, of: statement, in: &session)
      }
    guard let size else { return }
    session.say(
      isReplaced
        ? "wrote \(size) to \(escapingControls(path)) (replaced)"
        : "wrote \(size) to \(escapingControls(path))")
    if let year = content.priceYear { session.say("money in prices of \(year)") }
  }

  /// Writes rows as they are made, where that may be done; nil where not. What was written, and whether
  /// another file was there.
  private func stream(
    _ content: ExportContent, in session: inout Session
  ) throws(Diagnostic) -> (size: Sentence?, isReplaced: Bool)? {
    guard path != "-", content.document.rows != nil else { return nil }
    let options = options(for: content, session)
    let head = try beginning(of: content, options)
    var count = 0
    let isReplaced = try session.replace(
      path, beginning: head, isOver: isOver, at: place
    ) { (sink) throws(Diagnostic) in
      try put(content.document, options, into: sink)
      count = sink.rows
    }
    return isReplaced.map { (ExportContent.size(ofRows: count), $0) }
  }

  /// Writes all bytes at once, or prints them.
  private func writeWhole(
    _ content: ExportContent, of statement: StatementText, in session: inout Session
  ) throws(Diagnostic) -> (size: Sentence?, isReplaced: Bool) {
    let content = try content.whole()
    session.describe(content.document.tables)
    session.packaging?.namesPlaces = content.namesPlaces
    let bytes = try bytes(of: content, session)
    guard path != "-" else {
      session.print(session.shown(bytes))
      return (nil, false)
    }
    let isReplaced = try session.replace(
      path, by: bytes, isOver: isOver, statement: statement, at: place,
      isLike: { $0.prefix(head) == bytes.prefix(head) })
    return (content.size, isReplaced)
  }

  /// So many first bytes tell that a file was written by the same statement: a picture's say its size,
  /// which differs; those of dots how wide they are, and of rows what the first columns are called.
  private var head: Int { isPicture && format.conversion == nil ? 64 : 20 }

  /// The first bytes of what rows come to, without making more.
  private func beginning(
    of content: ExportContent, _ options: FileFormat.Options
  ) throws(Diagnostic) -> [UInt8] {
    guard let rows = content.document.rows else { return [] }
    var document = content.document
    document.rows = RowSource(columns: rows.columns, priceYear: rows.priceYear) { _, _ in }
    let bytes = try ByteSink.bytes { (sink) throws(Diagnostic) in
      try put(document, options, into: sink)
    }
    return Array(bytes.prefix(head))
  }

  private var isPicture: Bool { format.content == .picture }

  private func options(
    for content: ExportContent, _ session: Session
  ) -> FileFormat.Options {
    var options = options
    options.hasYearsAcross = content.hasYearsAcross
    options.hasChart = content.hasChart
    options.style = session.settings.style
    return options
  }

  private func put(
    _ document: Document, _ options: FileFormat.Options, into sink: ByteSink
  ) throws(Diagnostic) {
    do throws(FormatFailure) {
      try format.write(document, options, sink)
    } catch {
      throw .unwritable(error, at: place)
    }
  }

  private func bytes(
    of content: ExportContent, _ session: Session
  ) throws(Diagnostic) -> [UInt8] {
    let options = options(for: content, session)
    let bytes = try ByteSink.bytes { (sink) throws(Diagnostic) in
      try put(content.document, options, into: sink)
    }
    guard let conversion = format.conversion else { return bytes }
    return try session.converted(bytes, by: conversion, for: path, at: place)
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

extension Diagnostic {
  /// What cannot be put into a file of some format.
  static func unwritable(_ failure: FormatFailure, at place: Location) -> Diagnostic {
    switch failure {
    case .unmade(let diagnostic): return diagnostic
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

  private static func beyondWorkbook(_ what: Sentence, at place: Location) -> Diagnostic {
    Diagnostic(
      "too-large", "a workbook cannot hold \(what)", at: place,
      help: ["write a `.csv`, or fewer years with `years=2021..2030`"], exit: .file)
  }
}
