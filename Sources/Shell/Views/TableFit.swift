import Diagnostics
import Reports

extension Table {
  /// Cuts the texts of the last column, so that a row is a line of the terminal. Where no more than
  /// `least` columns would be left, they stay whole, and the column goes below the others.
  mutating func fit(to width: Int, unlessBelow least: Int = 0) {
    let last = columns.count - 1
    let taken = (0..<last).reduce(0) { sum, column in
      let cells = rows.map { row in
        if case .text(let text) = row[column] { displayWidth(text) } else { 0 }
      }
      return sum + max(cells.max() ?? 0, displayWidth(columns[column].heading)) + 2
    }
    guard width - taken >= least else { return }
    for row in rows.indices {
      guard case .text(let text) = rows[row][last] else { continue }
      rows[row][last] = .text(truncated(text, to: max(8, width - taken)))
    }
  }
}
