import Quantities

/// The cells of a sheet, row by row: `<c r="B2" s="5"><v>1234.56</v></c>`.
struct CellXML {
  private let sheet: Workbook.Sheet
  private let name: String
  /// How a cell of each column begins, up to the number of its row.
  private let starts: [[UInt8]]
  /// What says each look behind that, up to the quotation mark; nothing for the usual one.
  private let looks: [[UInt8]]
  private let formats: [Workbook.Format?]

  init(_ sheet: Workbook.Sheet, _ name: String, _ width: Int) {
    self.sheet = sheet
    self.name = name
    starts = (0..<width).map { Array("<c r=\"\(CellName.column($0))".utf8) }
    formats = (0..<width).map(sheet.format)
    looks = (0..<WorkbookStyles.count).map { $0 == 0 ? [] : Array("\" s=\"\($0)".utf8) }
  }

  /// A row of cells, with as many lines of text in it.
  func put(
    _ cells: [Workbook.Cell], row: Int, lines: Int, to xml: inout XMLBytes,
    _ strings: inout SharedStrings
  ) throws(WorkbookFailure) {
    xml.put("<row r=\"")
    xml.put(row + 1)
    if lines > 1 {
      xml.put("\" ht=\"")
      xml.put(15 * lines)
      xml.put("\" customHeight=\"1")
    }
    xml.put("\">")
    for column in cells.indices {
      let style = cells[column].style
      let own = cells[column].format ?? formats[column]
      switch cells[column].value {
      case .text(let text):
        start(row, column, style, .general, to: &xml)
        put(text, to: &xml, &strings)
      case .number(let number):
        guard number.isFinite else { throw notFinite(row, column) }
        start(row, column, style, own ?? .general, to: &xml)
        xml.put("\"><v>")
        xml.put(number)
        xml.put("</v></c>")
      case .decimal(let digits, let places):
        start(row, column, style, own ?? .decimals(places), to: &xml)
        xml.put("\"><v>")
        xml.put(decimal: digits, places: places)
        xml.put("</v></c>")
      case .date(let date):
        if let serial = CellXML.serial(date) {
          start(row, column, style, .date, to: &xml)
          xml.put("\"><v>")
          xml.put(serial)
          xml.put("</v></c>")
        } else {
          start(row, column, style, .general, to: &xml)
          put(date.text, to: &xml, &strings)
        }
      case .formula(let formula, let value):
        guard value.isFinite else { throw notFinite(row, column) }
        start(row, column, style, own ?? .general, to: &xml)
        xml.put("\"><f>")
        xml.put(text: formula)
        xml.put("</f><v>")
        xml.put(value)
        xml.put("</v></c>")
      case .empty:
        guard style != .plain else { continue }
        start(row, column, style, .general, to: &xml)
        xml.put("\"/>")
      }
    }
    xml.put("</row>")
  }

  @inline(__always)
  private func start(
    _ row: Int, _ column: Int, _ style: Workbook.Style, _ format: Workbook.Format,
    to xml: inout XMLBytes
  ) {
    xml.put(starts[column])
    xml.put(row + 1)
    xml.put(looks[WorkbookStyles.index(style, format)])
  }

  private func put(_ text: String, to xml: inout XMLBytes, _ strings: inout SharedStrings) {
    xml.put("\" t=\"s\"><v>")
    xml.put(strings.place(of: text))
    xml.put("</v></c>")
  }

  private func notFinite(_ row: Int, _ column: Int) -> WorkbookFailure {
    .notFinite(sheet: name, cell: CellName.cell(row: row, column: column))
  }

  /// Days as spreadsheets count them; nil before March 1900, where Excel counts a day that never was.
  static func serial(_ date: CalendarDate) -> Int? {
    // Years that begin in March end with the day that leap years add.
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day
    // Of the first of March 1900, which is day 61.
    let first = 365 * 1900 + 1900 / 4 - 1900 / 100 + 1900 / 400 + 1
    return days < first ? nil : days - first + 61
  }
}
