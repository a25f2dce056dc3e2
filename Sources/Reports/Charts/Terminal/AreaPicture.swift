import Diagnostics
import Quantities

/// Parts that add up, one on the other along the periods, those below nothing hanging from it; each named
/// in its middle at the end.
struct AreaPicture {
  let page: TextChart
  let parts: [Chart.Curve]
  let periods: [String]
  let unit: ChartUnit

  func drawn(_ extent: ClosedRange<Double>, room: Int) -> TextGrid {
    let head = unit.name.isEmpty && unit.bases.isEmpty ? 0 : 1
    let free = room - head - 1
    let extent = min(extent.lowerBound, 0)...max(extent.upperBound, 0)
    let reserved =
      parts.count > free
      ? Legend(parts.indices.map(entry), page: page, most: max(1, room / 3)).rows : 0
    let scale = VerticalScale(extent, room: free - reserved, unit: unit.name, page.style)
    let last = Stack(parts.map { $0.values.last ?? nil })
    let names = EndNames(parts.indices.map { name($0, last, scale) }, page: page, scale: scale)
    let frame = PlotFrame(
      page: page, scale: scale, lines: head, names: names.columns, hasFoot: false)
    let others = Legend(
      parts.indices.dropFirst(scale.rows).map(entry), page: page, most: max(1, room / 3))
    var grid = TextGrid(columns: page.width, rows: head + scale.rows + 1 + others.rows)
    frame.drawAxis(&grid, heading: unit.heading(scale.axis), row: 0)
    let places = PeriodPlaces(periods.count, across: frame.columns)
    frame.drawPeriods(&grid, periods, at: places.dots)
    for column in 0..<frame.columns {
      guard let stack = stack(at: column, of: frame.columns) else { continue }
      draw(stack, scale, column: column, frame, &grid)
    }
    names.draw(&grid, in: frame) { Colour.ofCurve($0) }
    others.draw(&grid, row: head + scale.rows + 1)
    return grid
  }

  private func fill(_ index: Int) -> String { page.glyphs.fill(index, isSolid: page.colours) }

  private func entry(_ index: Int) -> Legend.Entry {
    Legend.Entry(
      text: fill(index) + " " + page.name(parts[index].name), colour: Colour.ofCurve(index))
  }

  private func name(_ index: Int, _ stack: Stack, _ scale: VerticalScale) -> EndNames.Name {
    let value = parts[index].values.last ?? nil
    let range = stack.ranges[index]
    let middle = scale.height(of: range.lowerBound / 2 + range.upperBound / 2)
    // A part fills the rows above the line at nothing, or below it.
    let shift = (value ?? 0) < 0 ? -0.5 : 0.5
    return EndNames.Name(
      index: index, height: middle + shift, text: entry(index).text,
      value: value.map(scale.axis.text) ?? page.undefined)
  }

  /// The parts at a column, between two periods as far from one to the other as it is; of several periods
  /// in one column that which reaches farthest.
  private func stack(at column: Int, of columns: Int) -> Stack? {
    guard periods.count > 1, columns > 1 else {
      return periods.isEmpty ? nil : Stack(parts.map { $0.values.last ?? nil })
    }
    let each = Double(periods.count - 1) / Double(columns - 1)
    let place = Double(column) * each
    let before = min(Int(place), periods.count - 2)
    var best = Stack(
      parts.map { between($0.values[before], $0.values[before + 1], place - Double(before)) })
    let first = max(0, Int((place - each / 2).rounded(.up)))
    let end = min(periods.count - 1, Int((place + each / 2).rounded(.down)))
    if first < end {
      for period in first...end {
        let stack = Stack(parts.map { $0.values[period] })
        if stack.reach > best.reach { best = stack }
      }
    }
    return best
  }

  private func between(_ a: Double?, _ b: Double?, _ share: Double) -> Double? {
    if share < 1e-9 { return a }
    if share > 1 - 1e-9 { return b }
    guard let a, let b else { return nil }
    return a * (1 - share) + b * share
  }

  private func draw(
    _ stack: Stack, _ scale: VerticalScale, column: Int, _ frame: PlotFrame,
    _ grid: inout TextGrid
  ) {
    let zero = scale.zeroRow ?? 0
    let ends = stack.ranges.map { range in
      (scale.height(of: range.lowerBound) - Double(zero))...(scale.height(of: range.upperBound)
        - Double(zero))
    }
    for row in -zero..<scale.rows - zero where row != 0 {
      // The line at nothing has a row: what is above it begins at its top, what is below at its foot.
      let cell = row > 0 ? Double(row - 1)...Double(row) : Double(row)...Double(row + 1)
      let shares = ends.map { end in
        max(0, min(end.upperBound, cell.upperBound) - max(end.lowerBound, cell.lowerBound))
      }
      let covered = shares.reduce(0, +)
      guard covered > 0, let most = shares.indices.max(by: { shares[$0] < shares[$1] }) else {
        continue
      }
      var text = fill(most)
      if text == "█", page.colours, row > 0 {
        let eighth = NumberFormat.whole((covered * 8).rounded())
        guard eighth > 0 else { continue }
        text = TextChart.Glyphs.eighths[min(eighth, 8) - 1]
      } else if covered < 0.5 {
        continue
      }
      grid.put(
        text, row: frame.row(zero + row), column: frame.left + column, Colour.ofCurve(most))
    }
  }
}

/// Parts on each other: from where to where each reaches, what is undefined as nothing.
private struct Stack {
  private(set) var ranges: [ClosedRange<Double>] = []
  private var above = 0.0
  private var below = 0.0

  init(_ parts: [Double?]) {
    for part in parts {
      let value = part ?? 0
      if value < 0 {
        ranges.append(below + value...below)
        below += value
      } else {
        ranges.append(above...above + value)
        above += value
      }
    }
  }

  /// How far it reaches, up and down.
  var reach: Double { above - below }
}
