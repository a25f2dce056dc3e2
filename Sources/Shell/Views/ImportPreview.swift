import Reports

/// What an import takes the columns of a file for, with the first of their cells.
enum ImportPreview {
  private static let rows = 3

  static func table(
    _ columns: FirmColumns, _ rows: ArraySlice<DelimitedCells.Row>
  ) -> Table {
    let first = rows.lazy.filter { !$0.isEmpty }.prefix(ImportPreview.rows)
    var table = Table(columns: [
      Table.Column("column", chinese: "列"), Table.Column("taken for", chinese: "作为"),
      Table.Column("unit", chinese: "单位"),
      Table.Column("first rows", chinese: "前几行", widest: 40),
    ])
    for (place, heading) in columns.headings.enumerated() {
      let column = columns.columns.first { $0.place == place }
      let cells = first.map { place < $0.cells.count ? $0.cells[place].text : "" }
      table.rows.append([
        .text(heading.text), .text(column?.what ?? "–"), .text(column?.unit ?? ""),
        .text(cells.joined(separator: "; ")),
      ])
    }
    for column in columns.columns {
      guard let constant = column.constant else { continue }
      table.rows.append([
        .text("(every row)", chinese: "（每一行）"), .text(column.what), .text(""), .text(constant.text),
      ])
    }
    return table
  }
}
