extension Workbook {
  /// How a sheet is made of a table.
  public struct TableOptions: Sendable {
    public enum Layout: Sendable {
      /// As the table has them.
      case rows
      /// A row a figure (and scope), a column a period. A table that says a figure of a period and scope
      /// twice stays as it is.
      case years
    }

    public var layout: Layout
    /// What columns of yuan are divided by, exactly; nil to leave them in yuan.
    public var magnitude: Magnitude?
    /// Whether a row below adds up each column of money; with years as columns, a column at the right
    /// each row of it.
    public var hasTotal: Bool
    /// What stands above the table; empty for its headings in the first row, where programs look for them.
    public var title: String
    /// A chart of the first figure and its family, where rows are periods and nothing else.
    public var chart: Chart.Kind?
    /// Columns at the left that say the period: one of its name, or two of its ends.
    public var periods: Int

    public init(
      layout: Layout = .rows, magnitude: Magnitude? = nil, hasTotal: Bool = false,
      title: String = "", chart: Chart.Kind? = nil, periods: Int = 1
    ) {
      self.layout = layout
      self.magnitude = magnitude
      self.hasTotal = hasTotal
      self.title = title
      self.chart = chart
      self.periods = periods
    }
  }
}
