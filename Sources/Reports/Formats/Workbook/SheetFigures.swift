import Diagnostics
import Quantities

/// The headings and cells of a table as a sheet has them: texts in its language, numbers as numbers.
struct SheetFigures {
  let table: Table
  let style: FigureStyle
  let magnitude: Workbook.Magnitude?
  /// Of the numbers of each column.
  private(set) var formats: [Workbook.Format?] = []
  /// Whether all texts of a column are days.
  private var isOfDays: [Bool] = []

  init(_ table: Table, _ style: FigureStyle, _ magnitude: Workbook.Magnitude?) {
    self.table = table
    self.style = style
    self.magnitude = magnitude
    formats = table.columns.indices.map(format)
    isOfDays = table.columns.indices.map { column in
      let texts = table.rows.compactMap { row -> String? in
        if case .text(let text, _) = row[column], !text.isEmpty { return text }
        return nil
      }
      return !texts.isEmpty && texts.allSatisfy { SheetFigures.day($0) != nil }
    }
  }

  var isChinese: Bool { style.language == .chinese }

  func name(of column: Int) -> String {
    let own = table.columns[column]
    return isChinese && !own.chinese.isEmpty ? own.chinese : own.fileHeading ?? own.heading
  }

  /// A heading with its unit: `tax (M yuan)`, `税收（亿元）`.
  func heading(of column: Int) -> String {
    let name = name(of: column)
    let unit = unit(of: column)
    let bases = table.columns[column].bases.map { isChinese ? $0.chinese : $0.word }
    let all = ([unit == name ? "" : unit] + bases).filter { !$0.isEmpty }
    if all.isEmpty { return name }
    return isChinese
      ? "\(name)（\(all.joined(separator: "，"))）" : "\(name) (\(all.joined(separator: ", ")))"
  }

  func unit(of column: Int) -> String {
    let unit = table.columns[column].unit
    if unit == "share" { return "%" }
    if let magnitude, unit == "yuan" { return magnitude.unit(style.language) }
    return style.name(ofUnit: unit)
  }

  /// A cell as the sheet has it. What is undefined is empty, so that charts have a gap there and programs
  /// read nothing; a dash would be drawn as 0.
  func cell(_ row: Int, _ column: Int) -> Workbook.Cell {
    switch table.rows[row][column] {
    case .text(let text, let chinese):
      if isOfDays[column], let day = SheetFigures.day(text) { return .date(day) }
      return .text(isChinese && !chinese.isEmpty ? chinese : text)
    case .money(let fen): return Workbook.Cell(money(fen, column), format: formats[column])
    case .number(let number):
      guard number.isFinite else { return .empty }
      let power = isDivided(column) ? magnitude?.power ?? 1 : 1
      return .number(number / power, format: formats[column])
    case .measured(let figure):
      guard figure.value.isFinite else { return .empty }
      if figure.unit == "share" {
        return .number(figure.value, format: .share(decimals: style.decimals ?? 1))
      }
      let fen = (figure.value * 100).rounded(.toNearestOrEven)
      if figure.unit == "yuan", fen.magnitude < 9e15 { return .money(fen: Int64(fen)) }
      return .number(figure.value)
    case .undefined: return .empty
    }
  }

  private func isDivided(_ column: Int) -> Bool { table.columns[column].unit == "yuan" }

  private func money(_ fen: Int64, _ column: Int) -> Workbook.Value {
    guard let magnitude, isDivided(column) else { return .decimal(fen, places: 2) }
    var digits = fen
    var places = 2 + magnitude.places
    while places > 2, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return .decimal(digits, places: places)
  }

  /// Decimals for the size of the largest number of a family.
  private func format(_ column: Int) -> Workbook.Format? {
    let own = table.columns[column]
    guard own.isNumeric else { return nil }
    if own.unit == "share" { return .share(decimals: style.decimals ?? 1) }
    let family = table.columns.indices.filter {
      table.columns[$0].family == own.family && table.columns[$0].unit == own.unit
    }
    var isMoney = false
    var isWhole = true
    var largest: Double?
    for row in table.rows {
      for place in family {
        if case .money = row[place] { isMoney = true }
        guard let number = row[place].number, number.isFinite else { continue }
        isWhole = isWhole && number == number.rounded()
        largest = max(largest ?? 0, number.magnitude)
      }
    }
    if isMoney, magnitude == nil || !isDivided(column) { return .decimals(style.decimals ?? 2) }
    guard let largest else { return nil }
    if !isMoney, isWhole { return .decimals(0) }
    if let decimals = style.decimals { return .decimals(decimals) }
    let size = largest / (isDivided(column) ? magnitude?.power ?? 1 : 1)
    return .decimals(size >= 10_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4)
  }

  /// A text that is a day: `2021-07-01`.
  static func day(_ text: String) -> CalendarDate? {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      let year = Int(text.prefix(4)), let month = Int(text.dropFirst(5).prefix(2)),
      let day = Int(text.suffix(2)),
      let date = CalendarDate(year: year, month: month, day: day), date.text == text
    else { return nil }
    return date
  }
}
