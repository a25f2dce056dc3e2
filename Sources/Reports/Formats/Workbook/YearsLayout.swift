import Quantities

/// A table with its periods across: a row a figure and scope, a column a period.
struct YearsLayout {
  private let figures: SheetFigures
  private let options: Workbook.TableOptions
  /// Columns that say the scope, and those of figures.
  private let scopeColumns: [Int]
  private let metrics: [Int]
  /// The first row of the table of each period, and of each scope, in their order.
  private var periods: [Int] = []
  private var scopes: [Int] = []
  /// The row of the table of each scope and period; nil where it has none.
  private var places: [[Int?]] = []

  private var table: Table { figures.table }

  /// Nil where there is no period, or two rows of one period and scope.
  init?(_ figures: SheetFigures, _ options: Workbook.TableOptions) {
    self.figures = figures
    self.options = options
    scopeColumns = figures.scopes(options)
    metrics = figures.table.columns.indices.filter { figures.table.columns[$0].isNumeric }
    let periodColumns = figures.periods(options)
    guard !periodColumns.isEmpty, !metrics.isEmpty else { return nil }
    var columnOf: [[String]: Int] = [:]
    var lineOf: [[String]: Int] = [:]
    for row in table.rows.indices {
      let period = periodColumns.map { YearsLayout.key(table.rows[row][$0]) }
      let scope = scopeColumns.map { YearsLayout.key(table.rows[row][$0]) }
      let column = columnOf[period] ?? periods.count
      if column == periods.count {
        columnOf[period] = column
        periods.append(row)
      }
      let line = lineOf[scope] ?? scopes.count
      if line == scopes.count {
        lineOf[scope] = line
        scopes.append(row)
        places.append([])
      }
      while places[line].count <= column { places[line].append(nil) }
      guard places[line][column] == nil else { return nil }
      places[line][column] = row
    }
  }

  /// What tells rows apart, byte by byte.
  private static func key(_ cell: Table.Cell) -> String {
    guard case .text(let text, _) = cell else { return cell.exactNumber ?? "" }
    return text.unicodeScalars.map { String($0.value) }.joined(separator: " ")
  }

  func fill(_ sheet: inout Workbook.Sheet) {
    let head = sheet.rows.count
    let keys = 1 + scopeColumns.count
    sheet.rows.append(headings())
    sheet.frozenRows = head + 1
    sheet.frozenColumns = keys
    let sums = SheetSums(table: table)
    for metric in metrics {
      for scope in scopes.indices {
        var cells = [Workbook.Cell.text(figures.heading(of: metric))]
        cells += scopeColumns.map { figures.cell(scopes[scope], $0) }
        for period in periods.indices {
          cells.append(cell(metric, scope, period, head, sums))
        }
        if options.hasTotal { cells.append(total(metric, scope, sheet.rows.count, sums)) }
        // A sum stands below its parts where there is nothing between them.
        if scopes.count == 1, table.columns[metric].parts != nil {
          for index in cells.indices { cells[index].style = .total }
        }
        sheet.rows.append(cells)
      }
    }
    let last = sheet.rows.count
    figures.putNotes(&sheet)
    if let kind = options.chart, !periods.isEmpty {
      let categories = Workbook.Chart.Span(
        rows: head..<head + 1, columns: keys..<keys + periods.count)
      if var chart = chart(kind, head, keys) {
        chart.horizontal = figures.name(of: 0)
        chart.categories = categories
        chart.row = max(last, sheet.rows.count) + 1
        sheet.charts = [chart]
      }
    }
  }

  private func headings() -> [Workbook.Cell] {
    var cells = [Workbook.Cell.text(figures.word("figure", chinese: "指标"), style: .heading)]
    cells += scopeColumns.map { .text(figures.heading(of: $0), style: .heading) }
    cells += periods.map { .text(periodName($0), style: .numberHeading) }
    if options.hasTotal {
      cells.append(.text(figures.word("total", chinese: "合计"), style: .numberHeading))
    }
    return cells
  }

  /// `2021` for a year by its name or by its ends, both ends for anything else.
  private func periodName(_ row: Int) -> String {
    let texts = figures.periods(options).map { column -> String in
      guard case .text(let text, let chinese) = table.rows[row][column] else {
        return table.rows[row][column].exactNumber ?? ""
      }
      return figures.isChinese && !chinese.isEmpty ? chinese : text
    }
    let days = texts.compactMap(SheetFigures.day)
    if days.count == 2, days[0].month == 1, days[0].day == 1, days[1].month == 1, days[1].day == 1,
      days[1].year == days[0].year + 1
    {
      return "\(days[0].year)"
    }
    return texts.joined(separator: "..")
  }

  /// Where a figure of a scope stands.
  private func line(_ metric: Int, _ scope: Int, _ head: Int) -> Int {
    head + 1 + (metrics.firstIndex(of: metric) ?? 0) * scopes.count + scope
  }

  private func cell(
    _ metric: Int, _ scope: Int, _ period: Int, _ head: Int, _ sums: SheetSums
  ) -> Workbook.Cell {
    guard period < places[scope].count, let row = places[scope][period] else { return .empty }
    let cell = figures.cell(row, metric)
    guard sums.isSum(row, metric), let parts = table.columns[metric].parts,
      let value = cell.number, scopes.count == 1 || parts.count <= SheetSums.mostTerms
    else { return cell }
    let column = 1 + scopeColumns.count + period
    let lines = parts.map { line($0, scope, head) }
    let terms =
      scopes.count == 1
      ? CellName.range(rows: lines[0]..<lines[0] + lines.count, columns: column..<column + 1)
      : lines.map { CellName.cell(row: $0, column: column) }.joined(separator: ",")
    return .formula("SUM(\(terms))", value: value, format: cell.format)
  }

  private func total(
    _ metric: Int, _ scope: Int, _ line: Int, _ sums: SheetSums
  ) -> Workbook.Cell {
    let cells = places[scope].compactMap(\.self).map { table.rows[$0][metric] }
    guard sums.isMoney(metric), let fen = SheetSums.money(cells) else { return .empty }
    let first = 1 + scopeColumns.count
    let range = CellName.range(
      rows: line..<line + 1, columns: first..<first + periods.count)
    var cell = figures.sum(of: range, fen, metric)
    // A line above each would be one below the other.
    cell.style = .plain
    return cell
  }

  /// Of the first metric in each scope, or of its family where there is but one.
  private func chart(_ kind: Workbook.Chart.Kind, _ head: Int, _ keys: Int) -> Workbook.Chart? {
    figures.chart(kind) { shown in
      func span(_ metric: Int, _ scope: Int) -> Workbook.Chart.Span {
        let line = line(metric, scope, head)
        return .init(rows: line..<line + 1, columns: keys..<keys + periods.count)
      }
      if scopes.count == 1 { return shown.map { (figures.name(of: $0), span($0, 0)) } }
      return scopes.indices.prefix(SheetFigures.mostSeries).map { scope in
        let names = scopeColumns.map { figures.text(scopes[scope], $0) }.filter { !$0.isEmpty }
        return (names.last ?? "", span(shown[0], scope))
      }
    }
  }
}
