/// Bars from left to right in half cells, and where nothing or a centre is among them.
struct HorizontalBars {
  let axis: Axis
  /// The first column, and how many there are.
  let left: Int
  let columns: Int

  /// Halves of a cell from the left that a number lies at.
  private func halves(_ value: Double) -> Int {
    Int((axis.place(of: value) * Double(2 * columns)).rounded())
  }

  /// The column of a line at a number.
  func column(of value: Double) -> Int { left + min(halves(value) / 2, max(0, columns - 1)) }

  /// The cells that a bar takes, and the texts in them: a whole cell where it would not be seen, or where
  /// what fills it has no halves.
  func cells(_ a: Double, _ b: Double, fill: String) -> [(column: Int, text: String)] {
    var start = halves(min(a, b))
    var end = halves(max(a, b))
    if start == end {
      start = min(start, 2 * columns - 1)
      end = start + 1
    }
    guard fill == "█" else {
      let first = min((start + 1) / 2, columns - 1)
      return (first..<max((end + 1) / 2, first + 1)).map { (left + $0, fill) }
    }
    return (start / 2..<(end + 1) / 2).map { cell in
      let hasLeft = start <= 2 * cell
      let hasRight = end >= 2 * cell + 2
      return (left + cell, hasLeft && hasRight ? "█" : hasLeft ? "▌" : "▐")
    }
  }
}
