import Diagnostics
import Quantities

/// Puts a table into lines for a terminal: columns aligned on the decimal point, money in the
/// magnitude that suits its column, and columns that do not fit folded below.
public struct TextLayout: Sendable {
  /// Columns of the terminal; nil where lines may be of any length.
  public var width: Int?

  public init(width: Int? = nil) {
    self.width = width
  }

  public func render(_ table: Table) -> String {
    let columns = table.columns.indices.map { layout(column: $0, of: table) }
    var text = ""
    let blocks = blocks(columns, keys: min(table.keys, columns.count))
    for (index, block) in blocks.enumerated() {
      if index > 0 { text += "\n" }
      text += render(block.map { columns[$0] })
    }
    if blocks.count > 1 { text += "(columns folded to fit \(width ?? 0) characters)\n" }
    for note in table.notes { text += escapingControls(note) + "\n" }
    return text
  }

  /// A column ready to print: every cell as text, all padded alike.
  private struct Printed {
    var lines: [String]
    var width: Int
    var isNumeric: Bool
  }

  private func layout(column: Int, of table: Table) -> Printed {
    let heading = table.columns[column]
    let cells = table.rows.map { $0[column] }
    let family = table.columns.indices.filter {
      table.columns[$0].family == heading.family && table.columns[$0].unit == heading.unit
    }
    let style = NumberStyle(
      family.flatMap { index in table.rows.map { $0[index] } }, unit: heading.unit)
    var lines = [escapingControls(heading.heading)]
    if table.columns.contains(where: { !$0.unit.isEmpty }) {
      lines.append(style.heading == heading.heading ? "" : style.heading)
    }
    lines += cells.map { cell in
      switch cell {
      case .text(let text): escapingControls(text)
      case .undefined: "–"
      case .money(let fen): style.text(fen: fen)
      case .number(let value): style.text(value)
      }
    }
    let width = lines.map(displayWidth).max() ?? 0
    let isNumeric = heading.isNumeric
    for index in lines.indices {
      let pad = String(repeating: " ", count: width - displayWidth(lines[index]))
      lines[index] = isNumeric ? pad + lines[index] : lines[index] + pad
    }
    return Printed(lines: lines, width: width, isNumeric: isNumeric)
  }

  /// The columns of each block: the key columns and as many others as fit.
  private func blocks(_ columns: [Printed], keys: Int) -> [[Int]] {
    let keyed = Array(0..<keys)
    guard let width else { return [Array(columns.indices)] }
    let start = keyed.reduce(0) { $0 + columns[$1].width + 2 }
    var blocks: [[Int]] = []
    var current = keyed
    var used = start
    for index in keys..<columns.count {
      let needed = columns[index].width + 2
      if used + needed - 2 > width, current.count > keys {
        blocks.append(current)
        current = keyed
        used = start
      }
      current.append(index)
      used += needed
    }
    blocks.append(current)
    return blocks
  }

  private func render(_ columns: [Printed]) -> String {
    guard let first = columns.first else { return "" }
    var text = ""
    for line in first.lines.indices {
      var row = columns.map { $0.lines[line] }.joined(separator: "  ")
      while row.last == " " { row.removeLast() }
      text += row + "\n"
    }
    return text
  }
}

/// How the numbers of one column are printed: one magnitude and one number of decimals for all.
struct NumberStyle {
  private var divisor = 1.0
  private var decimals = 0
  /// The unit with its magnitude: `M yuan`.
  let heading: String

  init(_ cells: [Table.Cell], unit: String) {
    var largest = 0.0
    var isWhole = true
    for cell in cells {
      let value: Double
      switch cell {
      case .money(let fen): value = Double(fen) / 100
      case .number(let number): value = number
      case .text, .undefined: continue
      }
      largest = max(largest, value.magnitude)
      isWhole = isWhole && value == value.rounded() && value.magnitude < 1e15
    }
    if unit == "share" {
      divisor = 0.01
      decimals = 1
      heading = "%"
      return
    }
    var magnitude = ""
    if unit.hasPrefix("yuan") {
      let steps: [(Double, String)] = [(1e13, "tn "), (1e10, "bn "), (1e7, "M "), (1e4, "k ")]
      if let step = steps.first(where: { largest >= $0.0 }) {
        divisor = step.0 / 10
        magnitude = step.1
      }
    }
    heading = magnitude + unit
    let size = largest / divisor
    if largest == 0 { return }
    if divisor == 1, isWhole, unit != "yuan" {
      decimals = 0
    } else {
      decimals = size >= 10_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4
    }
  }

  func text(_ value: Double) -> String {
    NumberFormat.grouped(value / divisor, decimals: decimals)
  }

  func text(fen: Int64) -> String { text(Double(fen) / 100) }
}
