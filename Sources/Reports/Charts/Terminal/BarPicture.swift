import Diagnostics
import Quantities

/// Bars of each period, several curves side by side, those below nothing hanging from it.
struct BarPicture {
  let page: TextChart
  let curves: [Chart.Curve]
  let periods: [String]
  let unit: ChartUnit

  func drawn(_ extent: ClosedRange<Double>, room: Int) -> TextGrid {
    let extent = min(extent.lowerBound, 0)...max(extent.upperBound, 0)
    let heading = unit.name.isEmpty && unit.bases.isEmpty ? 0 : 1
    let legend = Legend(curves.indices.map(entry), page: page, most: max(1, room / 3))
    let head = legend.rows + heading
    // Values stand above the highest bar and below the lowest.
    let free = room - head - 1
    let spare = free < 6 ? 0 : extent.lowerBound < 0 ? 2 : 1
    var plot = plot(extent, room: free - spare, head: head, hasValues: spare > 0)
    if plot.texts.isEmpty, spare > 0 { plot = self.plot(extent, room: free, head: head) }
    let (frame, scale, columns) = (plot.frame, plot.frame.scale, plot.columns)
    let hanging = plot.texts.contains { height(of: $0, scale) < 0 } ? 1 : 0
    var grid = TextGrid(columns: page.width, rows: frame.top + scale.rows + hanging + 1)
    legend.draw(&grid, row: 0)
    frame.drawAxis(&grid, heading: unit.heading(scale.axis), row: legend.rows)
    for (column, bar) in columns.bars.enumerated() {
      guard let bar else { continue }
      draw(bar, scale, column: column, frame, &grid)
    }
    for text in plot.texts { draw(text, scale, columns, frame, &grid) }
    frame.drawPeriods(&grid, periods, at: columns.middles, lower: hanging)
    return grid
  }

  /// Where things are, and the values that have room; none in so few rows that they have none.
  private func plot(
    _ extent: ClosedRange<Double>, room: Int, head: Int, hasValues: Bool = false
  ) -> (frame: PlotFrame, columns: BarColumns, texts: [ValueText]) {
    let scale = VerticalScale(extent, room: room, unit: unit.name, page.style)
    let left = PlotFrame.left(scale, names: 0, page: page)
    let columns = BarColumns(
      periods: periods.count, curves: curves.count, across: max(1, page.width - left),
      values: curves.map(\.values))
    let texts = hasValues ? valueTexts(scale, columns) : []
    let isHigher = texts.contains { height(of: $0, scale) >= scale.rows }
    let frame = PlotFrame(
      page: page, scale: scale, lines: head + (isHigher ? 1 : 0), names: 0, hasFoot: false)
    return (frame, columns, texts)
  }

  private func fill(_ index: Int) -> String {
    page.glyphs.fill(index, isSolid: page.colours || curves.count == 1)
  }

  private func entry(_ index: Int) -> Legend.Entry {
    Legend.Entry(
      text: fill(index) + " " + page.name(curves[index].name), colour: Colour.ofCurve(index))
  }

  private func draw(
    _ bar: BarColumns.Bar, _ scale: VerticalScale, column: Int, _ frame: PlotFrame,
    _ grid: inout TextGrid
  ) {
    let zero = scale.zeroRow ?? 0
    let column = frame.left + column
    let colour = Colour.ofCurve(bar.curve)
    let fill = fill(bar.curve)
    for value in [bar.high, bar.low] where value != 0 {
      let size = (scale.height(of: value) - Double(zero)).magnitude
      let cells = RisingCells(size, fill: fill, isBelow: value < 0)
      for (index, text) in cells.texts.enumerated() {
        let row = value < 0 ? zero - 1 - index : zero + 1 + index
        grid.put(text, row: frame.row(row), column: column, colour)
      }
    }
  }

  private struct ValueText {
    let text: String
    let value: Double
    let period: Int
    let curve: Int
  }

  /// What stands above and below the bars: all of them, or none where one has no room.
  private func valueTexts(_ scale: VerticalScale, _ columns: BarColumns) -> [ValueText] {
    guard let room = columns.roomForValues else { return [] }
    var texts: [ValueText] = []
    for (index, curve) in curves.enumerated() {
      for (period, value) in curve.values.enumerated() {
        guard let value else { continue }
        let text = ValueText(
          text: scale.axis.text(value), value: value, period: period, curve: index)
        if displayWidth(text.text) > room { return [] }
        texts.append(text)
      }
    }
    return texts
  }

  /// The row of a value, from below: the next behind its bar.
  private func height(of text: ValueText, _ scale: VerticalScale) -> Int {
    let zero = scale.zeroRow ?? 0
    guard text.value != 0 else { return zero + 1 }
    let size = (scale.height(of: text.value) - Double(zero)).magnitude
    let cells = RisingCells(size, fill: fill(text.curve), isBelow: text.value < 0).texts.count
    return text.value < 0 ? zero - 1 - cells : zero + 1 + cells
  }

  private func draw(
    _ text: ValueText, _ scale: VerticalScale, _ columns: BarColumns, _ frame: PlotFrame,
    _ grid: inout TextGrid
  ) {
    let row = frame.row(height(of: text, scale))
    let middle = columns.middle(period: text.period, curve: text.curve)
    let width = displayWidth(text.text)
    let start = min(max(0, middle - width / 2), max(0, frame.columns - width))
    guard grid.isBlank(row: row, frame.left + start..<frame.left + start + width) else { return }
    grid.put(text.text, row: row, column: frame.left + start)
  }
}

/// The cells of a bar from where it stands on: full ones, and a part of one at its end.
private struct RisingCells {
  private(set) var texts: [String]

  init(_ size: Double, fill: String, isBelow: Bool) {
    let full = Int(size)
    texts = Array(repeating: fill, count: full)
    let rest = size - Double(full)
    guard fill == "█" else {
      // What has no parts is a cell or none; nothing that is defined is left out.
      if rest >= 0.5 || full == 0 { texts.append(fill) }
      return
    }
    if isBelow {
      // There are no eighths from above, but one and four.
      if rest >= 0.75 {
        texts.append("█")
      } else if rest >= 0.25 {
        texts.append("▀")
      } else if full == 0 {
        texts.append("▔")
      }
      return
    }
    let eighths = Int((rest * 8).rounded())
    if eighths > 0 || full == 0 { texts.append(TextChart.Glyphs.eighths[max(eighths, 1) - 1]) }
  }
}
