/// A kind of file that a table can be written as.
public struct FileFormat: Sendable {
  /// What a file of it is called: the extension, without the dot.
  public let name: String
  public let summary: String
  /// The options that mean something for it.
  public let options: [Option]
  /// The same for somebody to read, in the settings of their shell; nil for what only programs do.
  public let show: (@Sendable ([Table], FigureStyle) -> String)?
  /// The bytes of tables, one after the other.
  public let write: @Sendable ([Table], Options) -> [UInt8]

  init(
    name: String, summary: String, options: [Option] = [],
    show: (@Sendable ([Table], FigureStyle) -> String)? = nil,
    write: @escaping @Sendable ([Table], Options) -> [UInt8]
  ) {
    self.name = name
    self.summary = summary
    self.options = options
    self.show = show
    self.write = write
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
    CSV.format, JSONArray.format, Markdown.format, JSONLines.format, TSV.format,
  ]

  public static func named(_ name: String) -> FileFormat? {
    rows.first { $0.name == name.lowercased() }
  }
}
