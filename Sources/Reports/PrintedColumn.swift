import Diagnostics

/// A column as texts, before it is given a width: its heading, its unit and every cell.
struct PrintedColumn {
  /// The heading in one line, and the unit below it where the table has a line for units.
  let heading: String
  let unit: String?
  let cells: [String]
  /// The same, lined up on the decimal point where that makes them wider.
  private let aligned: [String]
  let isNumeric: Bool
  /// Whether its texts may go on in further lines wherever that saves some in other columns.
  let isFlexible: Bool
  private let widestAligned: Int
  /// The columns of the terminal that it would like, and those that it has to have: numbers are
  /// never broken.
  let natural: Int
  let least: Int

  /// Headings and texts narrower than this are not broken; keys only below half of it.
  private static let narrowest = 8

  init(_ column: Int, of table: Table, _ style: FigureStyle) {
    let own = table.columns[column]
    let family = table.columns.indices.filter {
      table.columns[$0].family == own.family && table.columns[$0].unit == own.unit
    }
    let numbers = NumberStyle(
      family.flatMap { index in table.rows.map { $0[index] } }, unit: own.unit, style)
    let largest = own.sharesMagnitude ? PrintedColumn.largestAmount(column, of: table) : 0
    let isChinese = style.language == .chinese && !own.chinese.isEmpty
    heading = escapingControls(isChinese ? own.chinese : own.heading)
    let hasUnits = table.columns.contains {
      (!$0.unit.isEmpty && $0.unit != $0.heading) || !$0.bases.isEmpty
    }
    let words = own.bases.map { style.language == .chinese ? $0.chinese : $0.word }
    let units = [numbers.heading == own.heading ? "" : numbers.heading] + words
    unit = hasUnits ? units.filter { !$0.isEmpty }.joined(separator: ", ") : nil
    isNumeric = own.isNumeric
    isFlexible = own.widest != nil
    let whole = table.columns.firstIndex { $0.parts?.contains(column) ?? false }
    cells = table.rows.map { row -> String in
      if let whole, let parts = table.columns[whole].parts,
        let text = PrintedColumn.text(of: column, among: parts, of: whole, row, numbers)
      {
        return text
      }
      return switch row[column] {
      case .text(let text, let chinese):
        escapingControls(
          style.language == .chinese && !chinese.isEmpty
            ? chinese : own.isWords ? style.wording?.word(text) ?? text : text)
      case .undefined: "–"
      case .money(let fen): numbers.text(fen: fen)
      case .number(let value): numbers.text(value)
      case .measured(let figure):
        largest > 0 && figure.unit == "yuan" && !figure.isApart
          ? style.money(figure.value, besides: largest, figure.unit) : style.text(figure)
      }
    }
    aligned = own.isNumeric ? DecimalPoint.aligned(cells) : cells
    let widest = cells.map(displayWidth).max() ?? 0
    widestAligned = aligned.map(displayWidth).max() ?? 0
    natural = max(
      min(widestAligned, own.widest ?? Int.max), unit.map(displayWidth) ?? 0, displayWidth(heading))
    if own.isNumeric {
      least = max(widest, min(natural, PrintedColumn.narrowest))
    } else {
      let numbers = cells.map(PrintedColumn.widestNumber).max() ?? 0
      let narrowest = PrintedColumn.narrowest / (column < table.keys ? 2 : 1)
      least = max(min(natural, narrowest), numbers)
    }
  }

  /// A part as it is printed beside the others, so that they add up to their sum; nil where one of
  /// them is no number.
  private static func text(
    of column: Int, among parts: Range<Int>, of whole: Int, _ row: [Table.Cell],
    _ numbers: NumberStyle
  ) -> String? {
    let values = parts.compactMap { row[$0].number }
    guard values.count == parts.count, let sum = row[whole].number else { return nil }
    return numbers.texts(values, of: sum)[column - parts.lowerBound]
  }

  /// About how many lines each cell takes at a width.
  func heights(width: Int) -> [Int] {
    cells.map { cell in
      let columns = displayWidth(cell)
      // Words that do not fit leave some of a line empty.
      return columns <= width ? 1 : columns / max(1, width - 2) + 1
    }
  }

  /// The largest of the yuan of a column.
  private static func largestAmount(_ column: Int, of table: Table) -> Double {
    table.rows.reduce(0) { most, row in
      guard case .measured(let figure) = row[column], figure.unit == "yuan", !figure.isApart
      else { return most }
      return max(most, figure.value.magnitude)
    }
  }

  /// The lines of the heading at a width, and of each cell.
  func lines(width: Int) -> (heading: [String], cells: [[String]]) {
    let head = broken(heading, width) + (unit.map { broken($0, width) } ?? [])
    // Where numbers of different units have no room for that, they are not lined up.
    let rows = (width < widestAligned ? cells : aligned).map { cell -> [String] in
      if isNumeric || displayWidth(cell) <= width { return [cell] }
      return wrapped(cell, to: width)
    }
    return (head.map { padded($0, width) }, rows.map { $0.map { padded($0, width) } })
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let pad = String(repeating: " ", count: max(0, width - displayWidth(text)))
    return isNumeric ? pad + text : text + pad
  }

  /// A heading or unit that is too wide, broken behind its points and strokes first.
  private func broken(_ heading: String, _ width: Int) -> [String] {
    guard displayWidth(heading) > width else { return [heading] }
    var rows: [String] = []
    var row = ""
    var part = ""
    func add() {
      if displayWidth(row) + displayWidth(part) > width, !row.isEmpty {
        rows.append(row)
        row = ""
      }
      row += part
      part = ""
    }
    for character in heading {
      part.append(character)
      if "._-/ ".contains(character) { add() }
    }
    add()
    return (rows + [row]).flatMap { wrapped($0, to: width) }
  }

  /// The widest word of a text that begins with a digit or a sign.
  private static func widestNumber(_ text: String) -> Int {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return 0 }
    return text.split(separator: " ").reduce(0) { most, word in
      let isNumber = word.drop { "+-(".contains($0) }.first?.isWholeNumber ?? false
      return isNumber ? max(most, displayWidth(String(word))) : most
    }
  }
}
