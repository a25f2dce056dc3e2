import Diagnostics
import Quantities

/// How wide the columns of a sheet are where nobody says.
struct ColumnWidths {
  /// In digits of the usual font, with some room at both sides.
  private(set) var widths: [Double]
  /// Lines that the headings of a row take in them, by the row.
  private(set) var lines: [Int: Int] = [:]

  private static let narrowest = 8
  private static let widest = 60
  /// Headings wider than this, and wider than what stands below them, are broken into lines.
  private static let widestHeading = 18
  /// Rows whose texts are measured; numbers are in all of them.
  private static let measured = 10_000

  init(_ sheet: Workbook.Sheet) {
    let count = max(sheet.width, sheet.columns.count)
    var widest = [Int](repeating: 0, count: count)
    var headings = [Int](repeating: 0, count: count)
    var largest = [Double](repeating: 0, count: count)
    var decimals = [Int](repeating: 0, count: count)
    for (index, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        switch cell.value {
        case .text(let text):
          guard index < ColumnWidths.measured else { continue }
          switch cell.style {
          // They go on over the cells at the right.
          case .title, .note: continue
          case .heading, .numberHeading:
            headings[column] = max(headings[column], ColumnWidths.width(of: text))
          case .plain, .total: widest[column] = max(widest[column], ColumnWidths.width(of: text))
          }
        case .number(let number), .formula(_, let number):
          let format = cell.format ?? sheet.format(of: column)
          let isShare = format?.isShare ?? false
          largest[column] = max(largest[column], number.magnitude * (isShare ? 100 : 1))
          decimals[column] = max(decimals[column], format?.decimals ?? 4)
        case .decimal(let digits, let places):
          let format = cell.format ?? sheet.format(of: column)
          largest[column] = max(
            largest[column], Double(digits.magnitude) / ColumnWidths.power(places))
          decimals[column] = max(decimals[column], format?.decimals ?? places)
        case .date: widest[column] = max(widest[column], 10)
        case .empty: continue
        }
      }
    }
    for column in 0..<count where largest[column] > 0 {
      // Commas, a sign and a percent sign.
      let digits = NumberFormat.grouped(min(largest[column], 1e15), decimals: 0).count
      let fraction = decimals[column] > 0 ? decimals[column] + 1 : 0
      widest[column] = max(widest[column], digits + fraction + 1)
    }
    widths = (0..<count).map { column in
      if column < sheet.columns.count, let own = sheet.columns[column].width {
        return min(max(own, 0), 255)
      }
      let heading = min(headings[column], ColumnWidths.widestHeading)
      let width = max(widest[column], heading, ColumnWidths.narrowest)
      return Double(min(width, ColumnWidths.widest)) * 1.08 + 1.5
    }
    for (index, row) in sheet.rows.prefix(ColumnWidths.measured).enumerated() {
      var most = 1
      for (column, cell) in row.enumerated() {
        let isHeading = cell.style == .heading || cell.style == .numberHeading
        guard isHeading, case .text(let text) = cell.value else { continue }
        // Words leave some of a line empty, and bold letters are wider.
        let room = max(1, widths[column] / 1.08 - 3)
        let width = Double(ColumnWidths.width(of: text))
        most = max(most, width <= room + 2 ? 1 : min(20, Int((width / room).rounded(.up))))
      }
      if most > 1 { lines[index] = most }
    }
  }

  /// Of the widest line of a text.
  private static func width(of text: String) -> Int {
    guard text.utf8.contains(10) else { return displayWidth(String(text.prefix(200))) }
    return text.prefix(2000).split(separator: "\n").reduce(0) { max($0, displayWidth(String($1))) }
  }

  private static func power(_ places: Int) -> Double {
    (0..<min(max(places, 0), 18)).reduce(1) { power, _ in power * 10 }
  }
}

extension Workbook.Sheet {
  /// What a column says of the numbers in it.
  func format(of column: Int) -> Workbook.Format? {
    column < columns.count ? columns[column].format : nil
  }
}
