import Diagnostics
import Reports

/// The rows of a file against those of a run, cell by cell.
struct RowComparison {
  /// Rows of the run; nil where they were not counted.
  private(set) var rowCount: Int?
  /// How many figures differ.
  private(set) var count = 0
  /// The first of them in words.
  private(set) var differences: [Sentence] = []

  /// So many are told.
  private static let most = 8

  /// Nil where the format says no cells, or the run has none.
  init?(_ file: [UInt8], _ run: [UInt8], format: String) {
    guard let expected = WrittenRows(run, format: format) else { return nil }
    rowCount = expected.rows.count
    guard file != run else { return }
    guard let found = WrittenRows(file, format: format) else {
      note("it is no \(format) of UTF-8 that can be read")
      return
    }
    // What only one of them has is told once, and not cell by cell.
    for index in 0..<max(found.headings.count, expected.headings.count) {
      let (has, shall) = (
        RowComparison.cell(found.headings, index), RowComparison.cell(expected.headings, index)
      )
      if has != shall {
        note(
          "column \(index + 1) is \(RowComparison.shown(has)), and \(RowComparison.shown(shall)) by the run"
        )
      }
    }
    if found.rows.count != expected.rows.count {
      let count = found.rows.count
      note("it has \(count) row\(s: count), and the run \(expected.rows.count)")
    }
    for (index, (row, other)) in zip(found.rows, expected.rows).enumerated() {
      for column in 0..<max(row.count, other.count) {
        let (has, shall) = (RowComparison.cell(row, column), RowComparison.cell(other, column))
        if RowComparison.isSame(has, shall) { continue }
        let heading = RowComparison.cell(expected.headings, column)
        let key = RowComparison.key(of: other, expected.headings)
        let name = heading.map { "`\(RowComparison.short($0))`" } ?? "\(column + 1)"
        note(
          "row \(index + 1) (\(key)), column \(name): the file says \(RowComparison.shown(has)), the run \(RowComparison.shown(shall))"
        )
      }
    }
  }

  private mutating func note(_ difference: Sentence) {
    count += 1
    if differences.count < RowComparison.most { differences.append(difference) }
  }

  private static func cell(_ row: [String], _ index: Int) -> String? {
    index < row.count ? row[index] : nil
  }

  /// The same text, or the same number in other digits: a spreadsheet leaves zeros out.
  private static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard one != other, let one, let other else { return one == other }
    guard let one = Double(one), let other = Double(other) else { return false }
    return one == other
  }

  /// What tells a row from its neighbours: its day, and the part that it is about.
  private static func key(of row: [String], _ headings: [String]) -> String {
    let keys = ["period_start", "scope", "metric", "statistic"]
    let cells = zip(headings, row).filter { keys.contains($0.0) && !$0.1.isEmpty }.map(\.1)
    let told = cells.isEmpty ? Array(row.prefix(1)) : cells
    return told.map(short).joined(separator: ", ")
  }

  private static func shown(_ cell: String?) -> String {
    guard let cell else { return "missing" }
    return cell.isEmpty ? "empty" : "`\(short(cell))`"
  }

  /// Short enough for a line.
  private static func short(_ text: String) -> String {
    let text = escapingControls(text)
    return text.count <= 40 ? text : text.prefix(40) + "…"
  }
}
