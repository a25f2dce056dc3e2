/// A kind of file that a table can be written as.
public struct FileFormat: Sendable {
  /// What a file of it is called: the extension, without the dot.
  public let name: String
  public let summary: String
  /// The bytes of a table.
  public let write: @Sendable (Table, Options) -> [UInt8]

  /// What the writer of a file may ask for.
  public struct Options: Sendable {
    /// A byte-order mark and CRLF, as spreadsheets like it.
    public var excel = false
    /// Leave texts alone that a spreadsheet would run as a formula.
    public var raw = false

    public init() {}
  }

  /// Every format; a new one is one row.
  public static let rows: [FileFormat] = [CSV.format]

  public static func named(_ name: String) -> FileFormat? {
    rows.first { $0.name == name.lowercased() }
  }
}
