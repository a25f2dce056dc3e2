/// What both layouts of a table need.
extension SheetFigures {
  /// Lines that are told apart by their colours.
  static let mostSeries = 8

  /// Columns that say the period.
  func periods(_ options: Workbook.TableOptions) -> [Int] {
    table.columns.indices.prefix(max(0, options.periods)).prefix { !table.columns[$0].isNumeric }
      .map(\.self)
  }

  /// Columns that say what a row is about beside its period.
  func scopes(_ options: Workbook.TableOptions) -> [Int] {
    let periods = periods(options)
    return table.columns.indices.filter { !table.columns[$0].isNumeric && !periods.contains($0) }
  }

  func word(_ english: String, chinese: String) -> String { isChinese ? chinese : english }

  func text(_ row: Int, _ column: Int) -> String {
    guard case .text(let text, let chinese) = table.rows[row][column] else { return "" }
    return isChinese && !chinese.isEmpty ? chinese : text
  }

  /// A sum of cells, and the amount that it comes to.
  func sum(of range: String, _ fen: Int64, _ column: Int) -> Workbook.Cell {
    let isDivided = table.columns[column].unit == "yuan"
    let power = 100 * (isDivided ? magnitude?.power ?? 1 : 1)
    return .formula(
      "SUM(\(range))", value: Double(fen) / power, style: .total, format: formats[column])
  }

  /// The notes of the table and the prices, below what there is.
  func putNotes(_ sheet: inout Workbook.Sheet) {
    let sentences = table.sentences(style)
    guard !sentences.isEmpty else { return }
    sheet.rows.append([])
    for sentence in sentences { sheet.rows.append([.text(sentence, style: .note)]) }
  }

  /// A chart of the first figure and of those of its family, but sums where there are parts. The caller
  /// says where the figures stand.
  func chart(
    _ kind: Workbook.Chart.Kind,
    _ series: ([Int]) -> [(name: String, values: Workbook.Chart.Span)]
  ) -> Workbook.Chart? {
    guard let first = table.columns.firstIndex(where: \.isNumeric) else { return nil }
    let own = table.columns[first]
    let sum = table.columns.firstIndex { $0.parts?.contains(first) ?? false }
    let parts = sum.flatMap { table.columns[$0].parts } ?? 0..<0
    let family = table.columns.indices.filter { column in
      let one = table.columns[column]
      let belongs = one.family == own.family || parts.contains(column)
      return one.isNumeric && belongs && one.unit == own.unit && column != sum
    }
    let largest = table.rows.flatMap { row in family.compactMap { row[$0].number } }
      .filter(\.isFinite).reduce(0) { max($0, $1.magnitude) }
    let isInMillions = own.unit == "yuan" && magnitude == nil && largest >= 1e7
    var chart = Workbook.Chart(
      kind, title: name(of: sum ?? first),
      vertical: isInMillions ? Workbook.Magnitude.million.unit(style.language) : unit(of: first),
      categories: .init(rows: 0..<0, columns: 0..<0),
      series: series(Array(family.prefix(SheetFigures.mostSeries))).map {
        Workbook.Chart.Series(name: $0.name, values: $0.values)
      })
    chart.isInMillions = isInMillions
    return chart
  }
}
