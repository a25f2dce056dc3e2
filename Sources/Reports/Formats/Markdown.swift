import Diagnostics

/// A table of Markdown as GitHub reads it: pipes between cells, numbers to the right.
enum Markdown {
  static let format = FileFormat(name: "md", summary: "a Markdown table", show: shown, tree: list) {
    (tables, _, sink) throws(Diagnostic) in
    for (index, table) in tables.enumerated() {
      if index > 0 { sink.append("\n") }
      try write(table, to: sink)
    }
  }

  /// Tables as a report has them: figures, units and headings as they are printed, and what is said
  /// below each.
  private static func shown(_ tables: [Table], _ style: FigureStyle) -> String {
    tables.map { table in
      let shown = table.columns.indices.filter { !table.columns[$0].isForFiles }
      let columns = shown.map { PrintedColumn($0, of: table, style) }
      let headings = columns.map { column in
        let unit = column.unit ?? ""
        return escaped(column.heading + (unit.isEmpty ? "" : " (\(unit))"))
      }
      let lines =
        [row(headings), row(columns.map { $0.isNumeric ? "---:" : "---" })]
        + table.rows.indices.map { index in row(columns.map { escaped($0.cells[index]) }) }
      let notes = table.sentences(style)
        .map { "\n" + escaped($0) + "\n" }
      return lines.map { $0 + "\n" }.joined() + notes.joined()
    }.joined(separator: "\n")
  }

  /// A list of lists: below each number its parts, two blanks further in.
  private static func list(_ tree: Tree, _ style: FigureStyle) -> String {
    let items = tree.nodes.map { node in
      let unit = style.name(ofUnit: node.unit)
      let value = [node.number, unit].filter { !$0.isEmpty }.joined(separator: " ")
      let note = node.note.isEmpty ? "" : " — " + node.note
      return String(repeating: "  ", count: node.level) + "- "
        + leading(escaped(node.label + (value.isEmpty ? "" : ": " + value) + note)) + "\n"
    }
    return items.joined() + tree.sentences(style).map { "\n" + escaped($0) + "\n" }.joined()
  }

  /// A text at the beginning of a line, where more marks mean something: `+ 2` and `1.` begin lists.
  private static func leading(_ text: String) -> String {
    if let first = text.first, "+-#=".contains(first) { return "\\" + text }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    guard !number.isEmpty, let mark = text.dropFirst(number.count).first, mark == "." || mark == ")"
    else { return text }
    return number + "\\" + text.dropFirst(number.count)
  }

  private static func write(_ table: RowSource, to sink: ByteSink) throws(Diagnostic) {
    sink.append(row(table.columns.map { escaped($0.nameInFiles) }) + "\n")
    sink.append(row(table.columns.map { $0.isNumeric ? "---:" : "---" }) + "\n")
    let leads = table.columns.indices.map { $0 == 0 ? "| " : " | " }
    let shape = RowShape(leads: leads, end: " |\n", undefined: "–", text: escaped)
    try shape.write(table, to: sink)
    if let year = table.priceYear {
      sink.append("\n" + escaped(Table.prices(of: year).text) + "\n")
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A text whose marks mean nothing to a reader of Markdown, in one line.
  private static func escaped(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      switch character {
      case "|", "\\", "`", "*", "[", "]", "<", ">", "&", "~": result += "\\\(character)"
      case "_":
        // Within a word it stands for itself: tax_per_mu.
        let isInside =
          index > 0 && index + 1 < characters.count && characters[index - 1].isLetter
          && characters[index + 1].isLetter
        result += isInside ? "_" : "\\_"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
