/// Which cells of a table are the sum of others, so that a sheet can say so by a formula.
struct SheetSums {
  let table: Table

  /// A formula adds at most so many cells that are named one by one.
  static let mostTerms = 255

  /// Whether a cell is what the parts of its column come to in its row: to the fen where all are money.
  func isSum(_ row: Int, _ column: Int) -> Bool {
    guard let parts = table.columns[column].parts, !parts.isEmpty, !parts.contains(column),
      parts.upperBound <= table.columns.count, table.columns[parts].allSatisfy(\.isNumeric)
    else { return false }
    let cells = parts.map { table.rows[row][$0] }
    switch table.rows[row][column] {
    case .money(let fen): return SheetSums.money(cells) == fen
    case .number(let number):
      guard number.isFinite else { return false }
      let numbers = cells.compactMap(\.number)
      guard numbers.allSatisfy(\.isFinite) else { return false }
      let sum = numbers.reduce(0, +)
      let size = numbers.reduce(number.magnitude) { max($0, $1.magnitude) }
      return (sum - number).magnitude <= 1e-9 * size
    case .text, .measured, .undefined: return false
    }
  }

  /// Whether a column holds amounts of money and nothing else, so that they add up.
  func isMoney(_ column: Int) -> Bool {
    let cells = table.rows.map { $0[column] }.filter { $0 != .undefined }
    return !cells.isEmpty && SheetSums.money(cells) != nil
  }

  /// What amounts come to; nil where one is none, or there is no such number.
  static func money(_ cells: [Table.Cell]) -> Int64? {
    var sum: Int64 = 0
    for cell in cells where cell != .undefined {
      guard case .money(let fen) = cell else { return nil }
      let (next, isOver) = sum.addingReportingOverflow(fen)
      if isOver { return nil }
      sum = next
    }
    return sum
  }
}
