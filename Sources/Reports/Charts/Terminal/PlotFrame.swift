import Diagnostics

/// A picture with an axis at the left, periods below and names at the right: where each of them is, and
/// the grid that they are drawn on.
///
/// From above: the unit; the plot; a line below it where nothing is not in it; the periods.
struct PlotFrame {
  let page: TextChart
  let scale: VerticalScale
  /// The rows of the plot from above, in the grid.
  let top: Int
  /// The columns of the plot.
  let left: Int
  let columns: Int
  private let hasFoot: Bool

  /// Where names begin, behind a blank.
  var nameColumn: Int { left + columns + 1 }

  /// - Parameters:
  ///   - names: columns that the names would have at the right, with the blank before them.
  ///   - above: rows above the last tick.
  init(
    page: TextChart, scale: VerticalScale, lines above: Int, names: Int, hasFoot: Bool
  ) {
    self.page = page
    self.scale = scale
    self.hasFoot = hasFoot
    top = above
    left = PlotFrame.left(scale, names: names, page: page)
    columns = max(1, page.width - left - names)
  }

  /// The first column of a plot; numbers that would leave nothing of it are left out.
  static func left(_ scale: VerticalScale, names: Int, page: TextChart) -> Int {
    let gutter = scale.gutter
    return gutter + names + 4 <= page.width || gutter * 3 <= page.width ? gutter : 1
  }

  /// The row of the grid for one of the plot, counted from below.
  func row(_ fromBelow: Int) -> Int { top + scale.rows - 1 - fromBelow }

  /// The heading in a row of its own, the axis and the line at nothing.
  func drawAxis(_ grid: inout TextGrid, heading: String, row headingRow: Int) {
    let signs = page.glyphs.axis
    let bar = left - 1
    if !heading.isEmpty {
      let text = page.clipped(heading, to: page.width)
      let column = max(0, min(bar - 1 - displayWidth(text), page.width - displayWidth(text)))
      grid.put(text, row: headingRow, column: column)
    }
    for row in 0..<scale.rows { grid.put(signs.side, row: self.row(row), column: bar) }
    for label in scale.labels {
      grid.put(signs.tick, row: row(label.row), column: bar)
      if left > 1 { grid.put(label.text, row: row(label.row), before: bar - 1) }
    }
    let line = String(repeating: page.glyphs.line.plain, count: columns)
    if let zero = scale.zeroRow, zero > 0 || !hasFoot {
      grid.put(zero > 0 ? signs.cross : signs.foot, row: row(zero), column: bar)
      grid.put(line, row: row(zero), column: left)
    }
    if hasFoot { grid.put(signs.foot + line, row: row(-1), column: bar) }
  }

  /// Labels of periods below, and ticks where there is a line for them.
  ///
  /// - Parameter lower: rows that something else takes before them.
  func drawPeriods(
    _ grid: inout TextGrid, _ periods: [String], at columns: [Int], lower: Int = 0
  ) {
    let below = row(hasFoot ? -2 : -1) + lower
    let texts = periods.map(escapingControls)
    let labels = PeriodLabels(texts, centres: columns.map { left + $0 }, width: page.width).shown
    for label in labels {
      grid.put(label.text, row: below, column: label.column)
      guard hasFoot || scale.zeroRow == 0 else { continue }
      grid.put(
        page.glyphs.line.tick, row: row(hasFoot ? -1 : 0), column: left + columns[label.period])
    }
  }
}
