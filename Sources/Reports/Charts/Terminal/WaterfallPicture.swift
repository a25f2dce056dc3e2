import Diagnostics

/// Steps one below the other: each bar begins where the last one ended, totals stand on nothing.
struct WaterfallPicture {
  let page: TextChart
  let steps: [Chart.Step]
  /// The same with what is no number.
  let given: [Chart.Step]
  let unit: ChartUnit

  func drawn(_ extent: ClosedRange<Double>, room: Int) -> TextGrid {
    let extent = min(extent.lowerBound, 0)...max(extent.upperBound, 0)
    let axis = Axis(extent, most: 6, unit: unit.name, page.style)
    let heading = page.clipped(unit.heading(axis), to: page.width)
    let head = heading.isEmpty ? 0 : 1
    let rows = ShownRows(steps.count, room: room - head, keepsLast: true)
    let amounts = zip(given, axis.texts(of: steps)).map(amount)
    let all = steps.map { page.name($0.name) }
    let nameColumns = min(all.map(displayWidth).max() ?? 0, max(page.width / 3, 4))
    let names = page.clipped(all, to: nameColumns)
    let widest = amounts.map(displayWidth).max() ?? 0
    let amountColumns = nameColumns + widest + 6 <= page.width ? widest : 0
    let bars = HorizontalBars(
      axis: axis, left: nameColumns + 1,
      columns: max(1, page.width - nameColumns - 1 - (amountColumns > 0 ? amountColumns + 1 : 0)))
    var grid = TextGrid(columns: page.width, rows: head + rows.shown.count)
    grid.put(heading, row: 0, column: page.width - displayWidth(heading))
    let stands = Chart.stands(steps)
    for (index, shown) in rows.shown.enumerated() {
      let row = head + index
      grid.put(page.glyphs.axis.side, row: row, column: bars.column(of: 0))
      guard let step = shown else {
        grid.put(page.more(rows.missing), row: row, column: 0)
        continue
      }
      grid.put(names[step], row: row, column: 0)
      let look = look(steps[step])
      let isDefined = Chart.drawable(given[step].amount) != nil
      for cell in bars.cells(stands[step].from, stands[step].to, fill: look.fill) where isDefined {
        grid.put(cell.text, row: row, column: cell.column, look.colour)
      }
      if amountColumns > 0 { grid.put(amounts[step], row: row, before: page.width, look.colour) }
    }
    return grid
  }

  private func amount(_ step: Chart.Step, _ text: String) -> String {
    guard Chart.drawable(step.amount) != nil else { return page.undefined }
    return text.withSign(!step.isTotal && step.amount > 0)
  }

  private func look(_ step: Chart.Step) -> (fill: String, colour: Colour) {
    let isAscii = page.glyphs == .ascii
    if step.isTotal { return (isAscii ? "#" : "█", .grey) }
    if step.amount < 0 { return (isAscii ? "-" : page.colours ? "█" : "▒", .orange) }
    return (isAscii ? "+" : page.colours ? "█" : "▓", .skyBlue)
  }
}

extension String {
  /// With a `+` before it where it has one.
  fileprivate func withSign(_ isSigned: Bool) -> String { isSigned ? "+" + self : self }
}

/// Which rows of a list are shown where it is longer than its room: the first, and the last where that is
/// what they lead to.
struct ShownRows {
  /// Nil for a row that says how many are missing.
  let shown: [Int?]
  let missing: Int

  init(_ count: Int, room: Int, keepsLast: Bool) {
    let room = max(1, room)
    guard count > room else {
      (shown, missing) = (Array(0..<count), 0)
      return
    }
    let last = keepsLast && room > 2 ? [count - 1] : []
    let first = room - 1 - last.count
    missing = count - first - last.count
    shown = (0..<first).map { $0 } + [nil] + last
  }
}
