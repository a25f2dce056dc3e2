public import Quantities

/// A workbook: sheets of typed cells, written as Office Open XML (`.xlsx`, ECMA-376).
///
/// ```
/// var sheet = Workbook.Sheet(name: "Taxes")
/// sheet.rows = [[.text("year", style: .heading)], [.number(2021)]]
/// let file = try Workbook(sheets: [sheet]).bytes()
/// ```
public struct Workbook: Sendable {
  /// At least one.
  public var sheets: [Sheet]
  /// What the properties of the document say; empty for nothing.
  public var title: String
  public var author: String
  public var subject: String
  /// What it was made from, such as the id of a scenario.
  public var comments: String
  /// The day it was made; nil to say none, so that the same figures have the same bytes on any day.
  public var created: CalendarDate?

  public init(
    sheets: [Sheet] = [], title: String = "", author: String = "", subject: String = "",
    comments: String = "", created: CalendarDate? = nil
  ) {
    self.sheets = sheets
    self.title = title
    self.author = author
    self.subject = subject
    self.comments = comments
    self.created = created
  }

  /// A grid of cells with what stands around it.
  public struct Sheet: Sendable {
    /// What its tab says. Written at most 31 characters long, without `[]:*?/\`, and with a number
    /// behind it where another sheet has the name already.
    public var name: String
    /// Widths and formats from the left; columns beyond these are as wide as their cells.
    public var columns: [Column]
    /// From the top, each from the left; rows may be of different lengths.
    public var rows: [[Cell]]
    /// Rows at the top that stay where they are, and are printed on each page.
    public var frozenRows: Int
    /// Columns at the left that stay where they are, and are printed on each page.
    public var frozenColumns: Int
    public var charts: [Chart]

    public init(
      name: String, columns: [Column] = [], rows: [[Cell]] = [], frozenRows: Int = 0,
      frozenColumns: Int = 0, charts: [Chart] = []
    ) {
      self.name = name
      self.columns = columns
      self.rows = rows
      self.frozenRows = frozenRows
      self.frozenColumns = frozenColumns
      self.charts = charts
    }

    /// Cells in the longest row.
    var width: Int { rows.reduce(0) { max($0, $1.count) } }
  }

  /// How a column of a sheet looks.
  public struct Column: Sendable, Equatable {
    /// In digits of the usual font, 0 to 255; nil for as wide as its cells are.
    public var width: Double?
    /// Of the numbers and formulas that have none of their own.
    public var format: Format?

    public init(width: Double? = nil, format: Format? = nil) {
      self.width = width
      self.format = format
    }
  }

  /// Rows and columns that a sheet may have.
  public static let mostRows = 1_048_576
  public static let mostColumns = 16_384
}
