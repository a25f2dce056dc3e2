/// A table of Markdown as GitHub reads it: pipes between cells, numbers to the right.
enum Markdown {
  static let format = FileFormat(name: "md", summary: "a Markdown table", show: shown) {
    (tables, _) in
    Array(tables.map(text).joined(separator: "\n").utf8)
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
      let notes = table.sentences(style.language)
        .map { "\n" + escaped($0) + "\n" }
      return lines.map { $0 + "\n" }.joined() + notes.joined()
    }.joined(separator: "\n")
  }

  private static func text(_ table: Table) -> String {
    let rule = table.columns.map { $0.isNumeric ? "---:" : "---" }
    var lines = [row(table.fileHeadings.map(escaped)), row(rule)]
    for cells in table.rows {
      lines.append(
        row(
          cells.map { cell in
            switch cell {
            case .text(let text, _): escaped(text)
            default: cell.exactNumber ?? "–"
            }
          }))
    }
    let prices = table.prices.map { "\n" + escaped($0.text) + "\n" } ?? ""
    return lines.map { $0 + "\n" }.joined() + prices
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
