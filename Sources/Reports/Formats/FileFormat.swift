public import Diagnostics

/// A kind of file that an answer can be written as.
public struct FileFormat: Sendable {
  /// What a file of it is for, which decides what it is given.
  public enum Content: Sendable {
    /// Rows for programs: exact figures, names, dates.
    case rows
    /// Tables for people, in the words of their settings, and what they rest on.
    case tables
    case picture
    /// Whole runs with what they rest on, beside those that are there.
    case runs
  }

  /// What a file of it is called: the extension, without the dot.
  public let name: String
  public let summary: String
  public let content: Content
  /// Whether it may have a column for each period.
  public let hasYearsAcross: Bool
  /// Whether it shows a tree level by level; else it is given a row for each number of it.
  public let showsTrees: Bool
  /// The options that mean something for it.
  public let options: [Option]
  /// The same for somebody to read, in the settings of their shell; nil for what only programs do.
  public let show: (@Sendable ([Table], FigureStyle) -> String)?
  /// The program that makes the file of what `write` gives; nil where that is the file.
  public let conversion: Conversion?
  /// Puts a document into a sink; throws what cannot be put so. What is in the sink then is no file.
  public let write: @Sendable (Document, Options, ByteSink) throws(FormatFailure) -> Void

  /// One that has all its bytes at once.
  init(
    name: String, summary: String, content: Content, hasYearsAcross: Bool = false,
    showsTrees: Bool = false, options: [Option] = [], conversion: Conversion? = nil,
    bytes: @escaping @Sendable (Document, Options) throws(FormatFailure) -> [UInt8]
  ) {
    self.name = name
    self.summary = summary
    self.content = content
    self.hasYearsAcross = hasYearsAcross
    self.showsTrees = showsTrees
    self.options = options
    show = nil
    self.conversion = conversion
    write = { (document, options, sink) throws(FormatFailure) in
      sink.append(try bytes(document, options))
    }
  }

  /// One of rows, which is text: the tables of a document and its rows, one after the other; where it
  /// shows trees, behind them.
  init(
    name: String, summary: String, options: [Option] = [],
    show: (@Sendable ([Table], FigureStyle) -> String)? = nil,
    tree: (@Sendable (Tree, FigureStyle) -> String)? = nil,
    rows: @escaping @Sendable ([RowSource], Options, ByteSink) throws(Diagnostic) -> Void
  ) {
    self.name = name
    self.summary = summary
    content = .rows
    hasYearsAcross = false
    showsTrees = tree != nil
    self.options = options
    self.show = show
    conversion = nil
    write = { (document, options, sink) throws(FormatFailure) in
      if let tree { for shown in document.trees { sink.append(tree(shown, options.style)) } }
      do throws(Diagnostic) {
        try rows(
          document.tables.map { RowSource($0) } + [document.rows].compactMap(\.self), options, sink)
      } catch {
        throw .unmade(error)
      }
    }
  }

  /// A program that reads one kind of file on standard input and writes another on standard output.
  public struct Conversion: Sendable, Equatable {
    public let program: String
    public let arguments: [String]
    /// The Debian package that has it.
    public let package: String
    /// With which bytes every file that it writes begins.
    public let signature: [UInt8]
    /// The format of what it reads.
    public let source: String
  }

  public enum Option: String, Sendable, CaseIterable {
    case excel, raw
  }

  /// What the writer of a file may ask for.
  public struct Options: Sendable {
    /// A byte-order mark and CRLF, as spreadsheets like it.
    public var excel = false
    /// Leave texts alone that a spreadsheet would run as a formula.
    public var raw = false
    /// Whether a workbook has a column for each period.
    public var hasYearsAcross = false
    /// Whether a workbook draws the first figure of its first sheet.
    public var hasChart = true
    /// The settings of whoever writes, for what is written for people.
    public var style = FigureStyle()

    public init() {}

    public mutating func set(_ option: Option) {
      switch option {
      case .excel: excel = true
      case .raw: raw = true
      }
    }
  }

  /// Every format; a new one is one row.
  public static let rows: [FileFormat] = [
    CSV.format, HTMLPage.format, JSONArray.format, Markdown.format, JSONLines.format,
    SVGChart.pngFormat, DatabaseFormat.format,
    SVGChart.format, TSV.format, Workbook.format,
  ]

  /// Those that can be shown on a terminal.
  public static let texts = rows.filter { $0.content == .rows }

  /// All bytes of a document.
  public func bytes(
    of document: Document, _ options: Options = Options()
  ) throws(FormatFailure) -> [UInt8] {
    try ByteSink.bytes { (sink) throws(FormatFailure) in try write(document, options, sink) }
  }

  /// The bytes of tables in a format of rows, which has room for any.
  public func bytes(of tables: [Table], _ options: Options = Options()) -> [UInt8] {
    do {
      return try bytes(of: Document(blocks: tables.map { .table($0) }), options)
    } catch {
      preconditionFailure("`\(name)` has no room for rows: \(error)")
    }
  }

  public static func named(_ name: String) -> FileFormat? {
    rows.first { $0.name == name.lowercased() }
  }
}

/// Why a document cannot be written in a format.
public enum FormatFailure: Error, Sendable {
  /// A file holds one picture, and the figures make several: their titles.
  case severalPictures([String])
  /// It holds runs of scenarios, and this is none.
  case needsRuns
  case workbook(WorkbookFailure)
  /// Its rows could not be made.
  case unmade(Diagnostic)
}
