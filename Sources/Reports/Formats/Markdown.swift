/// A table of Markdown as GitHub reads it: pipes between cells, numbers to the right.
enum Markdown {
  static let format = FileFormat(name: "md", summary: "a Markdown table") { tables, _ in
    Array(tables.map(text).joined(separator: "\n").utf8)
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
    return lines.map { $0 + "\n" }.joined()
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
