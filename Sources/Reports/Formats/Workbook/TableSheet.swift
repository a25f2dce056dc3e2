extension Workbook.Sheet {
  /// A table as a sheet: headings with their units, which stay with the keys; days as days; money as
  /// numbers, in yuan or in a magnitude, exactly; sums as formulas that carry their value; its notes and
  /// the prices below. Texts are in the language of `style`, and its decimals hold for figures.
  public init(
    table: Table, name: String, style: FigureStyle,
    options: Workbook.TableOptions = Workbook.TableOptions()
  ) {
    let figures = SheetFigures(table, style, options.magnitude)
    self.init(name: name)
    if !options.title.isEmpty { rows = [[.text(options.title, style: .title)], []] }
    if options.layout == .years, let years = YearsLayout(figures, options) {
      years.fill(&self)
    } else {
      TableLayout(figures: figures, options: options).fill(&self)
    }
  }
}

/// A table in the rows that it has.
struct TableLayout {
  let figures: SheetFigures
  let options: Workbook.TableOptions

  private var table: Table { figures.table }

  func fill(_ sheet: inout Workbook.Sheet) {
    let sums = SheetSums(table: table)
    let head = sheet.rows.count
    sheet.rows.append(
      table.columns.indices.map { column in
        .text(
          figures.heading(of: column),
          style: table.columns[column].isNumeric ? .numberHeading : .heading)
      })
    sheet.frozenRows = head + 1
    sheet.frozenColumns = min(table.keys, max(0, table.columns.count - 1))
    for row in table.rows.indices {
      let place = sheet.rows.count
      sheet.rows.append(
        table.columns.indices.map { column in
          let cell = figures.cell(row, column)
          guard sums.isSum(row, column), let parts = table.columns[column].parts,
            let value = cell.number
          else { return cell }
          let range = CellName.range(rows: place..<place + 1, columns: parts)
          return .formula("SUM(\(range))", value: value, format: cell.format)
        })
    }
    let body = head + 1..<sheet.rows.count
    if options.hasTotal, !body.isEmpty { sheet.rows.append(total(body, sums)) }
    figures.putNotes(&sheet)
    guard var chart = chart(head, body) else { return }
    // Below a table that leaves it on the screen, else at its right.
    let isBelow = sheet.rows.count <= 40
    chart.row = isBelow ? sheet.rows.count + 1 : head
    chart.column = isBelow ? 0 : table.columns.count + 1
    sheet.charts = [chart]
  }

  private func total(_ body: Range<Int>, _ sums: SheetSums) -> [Workbook.Cell] {
    var cells = table.columns.indices.map { column -> Workbook.Cell in
      let isSummed = table.columns[column].isNumeric && sums.isMoney(column)
      guard isSummed, let fen = SheetSums.money(table.rows.map { $0[column] }) else {
        return Workbook.Cell(.empty, style: .total)
      }
      return figures.sum(
        of: CellName.range(rows: body, columns: column..<column + 1), fen, column)
    }
    if let first = cells.first, first.value == .empty {
      cells[0] = .text(figures.word("total", chinese: "合计"), style: .total)
    }
    return cells
  }

  private func chart(_ head: Int, _ body: Range<Int>) -> Workbook.Chart? {
    guard let kind = options.chart, !body.isEmpty, figures.scopes(options).isEmpty else {
      return nil
    }
    return figures.chart(kind) { shown in
      shown.map {
        (figures.name(of: $0), .init(rows: body, columns: $0..<$0 + 1))
      }
    }.map { chart in
      var chart = chart
      chart.horizontal = figures.name(of: 0)
      chart.categories = .init(rows: body, columns: 0..<1)
      return chart
    }
  }
}
