import Diagnostics

extension Workbook {
  /// A chart that the spreadsheet draws of cells, and draws again when they change.
  public struct Chart: Sendable, Equatable {
    public enum Kind: Sendable {
      case line
      /// A column for each figure, side by side.
      case columns
      /// Columns one on the other: parts of a whole.
      case stacked
    }

    /// A row or a column of cells, counted from 0.
    public struct Span: Sendable, Equatable {
      public var rows: Range<Int>
      public var columns: Range<Int>

      public init(rows: Range<Int>, columns: Range<Int>) {
        self.rows = rows
        self.columns = columns
      }

      var isEmpty: Bool { rows.isEmpty || columns.isEmpty }
    }

    public struct Series: Sendable, Equatable {
      public var name: String
      /// Empty cells are gaps.
      public var values: Span

      public init(name: String, values: Span) {
        self.name = name
        self.values = values
      }
    }

    public var kind: Kind
    /// Empty for none, as are the names of the axes.
    public var title: String
    public var horizontal: String
    public var vertical: String
    /// Whether the vertical axis counts in millions of what the cells hold.
    public var isInMillions = false
    /// What stands along the horizontal axis, as many cells as each series has.
    public var categories: Span
    /// Those without cells are left out; without any there is no chart.
    public var series: [Series]
    /// The sheet of the cells, counted from 0; nil for the one that the chart stands on.
    public var sheet: Int?
    /// The cell at its upper left corner, counted from 0.
    public var row: Int
    public var column: Int
    /// Pixels, at most 10,000.
    public var width: Int
    public var height: Int

    public init(
      _ kind: Kind, title: String = "", horizontal: String = "", vertical: String = "",
      categories: Span, series: [Series], sheet: Int? = nil, row: Int = 0, column: Int = 0,
      width: Int = 720, height: Int = 400
    ) {
      self.kind = kind
      self.title = title
      self.horizontal = horizontal
      self.vertical = vertical
      self.categories = categories
      self.series = series
      self.sheet = sheet
      self.row = row
      self.column = column
      self.width = width
      self.height = height
    }
  }
}

extension Workbook.Sheet {
  /// The charts that there is something to draw of.
  var drawn: [Workbook.Chart] {
    charts.filter { chart in chart.series.contains { !$0.values.isEmpty } }
  }
}
