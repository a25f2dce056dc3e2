import Diagnostics

/// Bars around a central line, the widest first: what a figure comes to at both ends of an input.
struct TornadoPicture {
  let page: TextChart
  let swings: [Chart.Swing]
  /// The same with what is no number.
  let given: [Chart.Swing]
  let central: Double
  let unit: ChartUnit

  func drawn(_ extent: ClosedRange<Double>, room: Int) -> TextGrid {
    let axis = Axis(extent, most: 8, unit: unit.name, page.style, fromZero: false)
    let heading = page.clipped(unit.heading(axis), to: page.width)
    let head = heading.isEmpty ? 0 : 1
    let rows = ShownRows(swings.count, room: room - head - 1, keepsLast: false)
    let order = swings.indices.sorted {
      (width(swings[$0]), $1) > (width(swings[$1]), $0)
    }
    var rowsOfSwings = order.map { TornadoRow(swings[$0], given: given[$0], axis, page) }
    let places = TornadoPlaces(rowsOfSwings, page: page)
    let names = page.clipped(rowsOfSwings.map(\.name), to: places.names)
    for index in rowsOfSwings.indices {
      rowsOfSwings[index].name = names[index]
      rowsOfSwings[index].left = page.clipped(rowsOfSwings[index].left, to: places.ends.left)
      rowsOfSwings[index].right = page.clipped(rowsOfSwings[index].right, to: places.ends.right)
    }
    let bars = places.bars(rowsOfSwings, axis, central: central)
    var grid = TextGrid(columns: page.width, rows: head + rows.shown.count + 1)
    grid.put(heading, row: 0, column: page.width - displayWidth(heading))
    let centre = bars.column(of: central)
    for (index, shown) in rows.shown.enumerated() {
      let line = head + index
      grid.put(page.glyphs.axis.side, row: line, column: centre)
      guard let shown else {
        grid.put(page.more(rows.missing), row: line, column: 0)
        continue
      }
      draw(rowsOfSwings[shown], bars, places, row: line, &grid)
    }
    let text = TornadoPlaces.isNarrow(page) ? axis.shortText(central) : axis.text(central)
    let start = min(centre - displayWidth(text) / 2, page.width - displayWidth(text))
    grid.put(text, row: head + rows.shown.count, column: max(0, start))
    return grid
  }

  private func width(_ swing: Chart.Swing) -> Double { (swing.high / 2 - swing.low / 2).magnitude }

  private func draw(
    _ row: TornadoRow, _ bars: HorizontalBars, _ places: TornadoPlaces, row line: Int,
    _ grid: inout TextGrid
  ) {
    grid.put(row.name, row: line, column: 0)
    let isAscii = page.glyphs == .ascii
    // What lies farther from the centre is drawn first where both are at the same side.
    let ends = [
      (value: row.swing.low, fill: isAscii ? "-" : "█", colour: Colour.skyBlue),
      (value: row.swing.high, fill: isAscii ? "+" : page.colours ? "█" : "▒", colour: .orange),
    ].sorted { ($0.value - central).magnitude > ($1.value - central).magnitude }
    var taken: [Int] = [bars.column(of: central)]
    for end in ends where end.value != central {
      for cell in bars.cells(central, end.value, fill: end.fill) {
        grid.put(cell.text, row: line, column: cell.column, end.colour)
        taken.append(cell.column)
      }
    }
    grid.put(page.glyphs.axis.side, row: line, column: bars.column(of: central))
    if places.hasEnds, let first = taken.min(), let last = taken.max() {
      grid.put(row.left, row: line, before: first - 1)
      grid.put(row.right, row: line, column: last + 2)
    }
    guard places.values > 0 else { return }
    grid.put(row.least, row: line, before: page.width - places.values - places.gap)
    grid.put(row.most, row: line, before: page.width)
  }
}
