/// A table of typed cells: what a view of a projection comes to before a format prints it.
public struct Table: Sendable {
  public struct Column: Sendable {
    public var heading: String
    /// Of the numbers below; empty for texts and pure numbers.
    public var unit: String
    public var isNumeric: Bool
    /// Columns of one family are printed in one magnitude, so that they can be compared.
    public var family: String

    public init(
      _ heading: String, unit: String = "", isNumeric: Bool = false, family: String = ""
    ) {
      self.heading = heading
      self.unit = unit
      self.isNumeric = isNumeric
      self.family = family.isEmpty ? heading : family
    }
  }

  public enum Cell: Sendable, Equatable {
    case text(String)
    /// Yuan, exact.
    case money(fen: Int64)
    case number(Double)
    case undefined
  }

  public var columns: [Column]
  /// As many cells in each as there are columns.
  public var rows: [[Cell]]
  /// Sentences below the table.
  public var notes: [String]
  /// Columns at the left that say what a row is about.
  public var keys: Int

  public init(columns: [Column], rows: [[Cell]] = [], notes: [String] = [], keys: Int = 1) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.keys = keys
  }
}
