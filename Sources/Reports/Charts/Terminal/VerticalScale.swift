import Diagnostics

/// An axis from below to above, as many rows as suit its ticks: each tick is in a row of its own.
struct VerticalScale {
  let axis: Axis
  /// From the first tick's row to the last one's, both included.
  let rows: Int

  /// For at most so many rows.
  init(_ extent: ClosedRange<Double>, room: Int, unit: String, _ style: FigureStyle) {
    let room = max(1, room)
    // A tick about every third row: as many as give what is drawn the most rows.
    let wanted = max(2, (room + 2) / 3)
    var best: (axis: Axis, rows: Int, drawn: Double)?
    for most in stride(from: wanted + wanted / 3, through: max(2, wanted / 2), by: -1) {
      let axis = Axis(extent, most: most, unit: unit, style)
      let intervals = axis.ticks.count - 1
      let rows = (room - 1) / intervals * intervals + 1
      let share = axis.place(of: extent.upperBound) - axis.place(of: extent.lowerBound)
      let drawn = max(share, 0.01) * Double(rows)
      if rows > intervals, drawn > best?.drawn ?? 0 { best = (axis, rows, drawn) }
    }
    axis = best?.axis ?? Axis(extent, most: 2, unit: unit, style)
    rows = best?.rows ?? room
  }

  /// Rows above the first tick's row.
  func height(of value: Double) -> Double { axis.place(of: value) * Double(rows - 1) }

  /// Columns of the labels and the axis.
  var gutter: Int { (labels.map { displayWidth($0.text) }.max() ?? 0) + 2 }

  /// The row of nothing, from below; nil where the axis does not reach it.
  var zeroRow: Int? {
    guard let first = axis.ticks.first, let last = axis.ticks.last, first <= 0, last >= 0 else {
      return nil
    }
    return Int(height(of: 0).rounded())
  }

  /// The labels and their rows, from below; a tick whose row is taken has none.
  var labels: [(row: Int, text: String)] {
    var labels: [(row: Int, text: String)] = []
    for (tick, text) in zip(axis.ticks, axis.labels) {
      let row = Int(height(of: tick).rounded())
      if labels.last?.row != row { labels.append((row, text)) }
    }
    return labels
  }
}
