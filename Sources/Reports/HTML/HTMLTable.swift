import Diagnostics

/// A table on a page: figures as they are printed, exact when the pointer rests on them, and in cells of
/// their own for a spreadsheet.
struct HTMLTable {
  let table: Table
  /// From 1 on.
  let number: Int
  let style: FigureStyle
  private let columns: [(index: Int, printed: PrintedColumn)]
  private let keys: Int

  private var words: HTMLWords { HTMLWords(language: style.language) }

  init(_ table: Table, number: Int, style: FigureStyle) {
    self.table = table
    self.number = number
    self.style = style
    columns = table.columns.indices.filter { !table.columns[$0].isForFiles }
      .map { ($0, PrintedColumn($0, of: table, style)) }
    keys = columns.count { $0.index < table.keys }
  }

  func write(into markup: inout HTMLMarkup) {
    let name = table.name?.text(style) ?? ""
    let title = name.isEmpty ? words.table(number) : name
    let parts = HTMLPaper.parts(columns.map { width($0.printed) }, keys: keys)
    for (place, part) in parts.enumerated() {
      let id = "t\(number)" + (place == 0 ? "" : "-\(place + 1)")
      markup.put("<div class=\"scroll ")
      markup.put(markup: part.paper)
      // Short enough for one page of paper.
      if table.rows.count <= 16 { markup.put(" brief") }
      markup.put("\" tabindex=\"0\" role=\"region\" aria-labelledby=\"")
      markup.put(markup: id)
      markup.put("\">\n<table>\n<caption id=\"")
      markup.put(markup: id)
      markup.put("\"><span>")
      markup.put(
        text: HTMLMarkup.line(
          parts.count == 1 ? title : words.part(title, place + 1, of: parts.count)))
      markup.put("</span></caption>\n")
      rows(part.columns, into: &markup)
      markup.put("</table>\n</div>\n")
    }
    for note in table.sentences(style) { markup.paragraph(note, "note") }
  }

  /// Letters of about the width of a digit that a column takes; texts go on in further lines.
  private func width(_ column: PrintedColumn) -> Int {
    column.isNumeric ? max(column.natural, column.least) : min(column.natural, 24)
  }

  private func rows(_ shown: [Int], into markup: inout HTMLMarkup) {
    markup.put("<thead>\n<tr>")
    for column in shown {
      let printed = columns[column].printed
      markup.put("<th scope=\"col\"")
      kind(printed.heading, isNumeric: printed.isNumeric, into: &markup)
      markup.put(">")
      // A period is not broken at its hyphen.
      let isWhole = displayWidth(printed.heading) <= HTMLTable.short
      if isWhole { markup.put("<span class=\"whole\">") }
      markup.put(text: printed.heading)
      if isWhole { markup.put("</span>") }
      if let unit = printed.unit, !unit.isEmpty {
        markup.put(" <span class=\"unit\">")
        markup.put(text: words.unit(unit))
        markup.put("</span>")
      }
      markup.put("</th>")
    }
    markup.put("</tr>\n</thead>\n<tbody>\n")
    if table.rows.isEmpty {
      markup.put("<tr><td colspan=\"")
      markup.put(max(1, shown.count))
      markup.put("\">")
      markup.put(text: words.noRows)
      markup.put("</td></tr>\n")
    }
    for row in table.rows.indices {
      markup.put("<tr>")
      for column in shown { cell(row, column, into: &markup) }
      markup.put("</tr>\n")
    }
    markup.put("</tbody>\n")
  }

  private func cell(_ row: Int, _ column: Int, into markup: inout HTMLMarkup) {
    let (index, printed) = columns[column]
    let text = printed.cells[row]
    if column < keys {
      markup.put("<th scope=\"row\"")
    } else {
      markup.put("<td")
    }
    if printed.isNumeric {
      markup.put(" class=\"n\"")
    } else {
      kind(text, isNumeric: false, into: &markup)
    }
    if let exact = table.rows[row][index].exactNumber {
      markup.put(" data-value=\"")
      markup.put(markup: exact)
      markup.put("\"")
      if exact != text {
        markup.put(" title=\"")
        markup.put(text: style.text(exact, unit(row, index)))
        markup.put("\"")
      }
    }
    markup.put(">")
    markup.put(text: text)
    if column < keys { markup.put("</th>") } else { markup.put("</td>") }
  }

  /// Terminal columns of a text that stays in one line, and of one that may be broken within a word.
  private static let short = 12
  private static let long = 20

  /// The class of a cell: numbers, texts in one line, and long texts.
  private func kind(_ text: String, isNumeric: Bool, into markup: inout HTMLMarkup) {
    let width = displayWidth(text)
    if width > HTMLTable.long {
      if isNumeric { markup.put(" class=\"n long\"") } else { markup.put(" class=\"long\"") }
    } else if isNumeric {
      markup.put(" class=\"n\"")
    } else if width <= HTMLTable.short {
      markup.put(" class=\"whole\"")
    }
  }

  /// The unit of an exact number: of shares, none.
  private func unit(_ row: Int, _ column: Int) -> String {
    var unit = table.columns[column].unit
    if case .measured(let figure) = table.rows[row][column] { unit = figure.unit }
    return unit == "share" ? "" : unit
  }
}
