import Diagnostics
import Quantities
import Reports
import TestSupport
import Testing

private func sheet(_ cells: [Workbook.Cell]...) -> Workbook {
  Workbook(sheets: [Workbook.Sheet(name: "A", rows: cells)])
}

private func xml(_ workbook: Workbook) throws -> String {
  try Unzip(try workbook.bytes()).text("xl/worksheets/sheet1.xml")
}

@Test("a workbook is a zip file whose headers, sums and directory agree")
func zipStructure() throws {
  let parts = try Unzip(try WorkbookCorpus(seed: 1).workbook.bytes()).parts
  #expect(parts.first?.name == "[Content_Types].xml")
  #expect(Set(parts.map(\.name)).count == parts.count)
  let types = String(decoding: parts[0].bytes, as: UTF8.self)
  for part in parts where part.name.hasPrefix("xl/") && !part.name.hasSuffix(".rels") {
    #expect(types.contains("\"/\(part.name)\""))
  }
}

@Test("the sum is CRC-32 as others have it")
func checkSum() {
  #expect(Unzip.checkSum(Array("123456789".utf8)) == 0xCBF4_3926)
}

@Test("the same workbook has the same bytes")
func deterministic() throws {
  let bytes = try WorkbookCorpus(seed: 2).workbook.bytes()
  #expect(try WorkbookCorpus(seed: 2).workbook.bytes() == bytes)
  #expect(try WorkbookCorpus(seed: 3).workbook.bytes() != bytes)
}

@Test("money is its decimal, exactly, at any size")
func money() throws {
  let written = try xml(
    sheet([
      .money(fen: 123_456), .money(fen: -7), .money(fen: .max), .money(fen: .min),
      Workbook.Cell(.decimal(-1_234_500_000, places: 10)), Workbook.Cell(.decimal(12, places: 0)),
    ]))
  for number in [
    "1234.56", "-0.07", "92233720368547758.07", "-92233720368547758.08", "-0.1234500000", "12",
  ] {
    #expect(written.contains("<v>\(number)</v>"))
  }
}

@Test(
  "days are counted as Excel does",
  arguments: [
    (1900, 3, 1, 61), (1970, 1, 1, 25_569), (2000, 2, 29, 36_585), (2021, 7, 1, 44_378),
    (2300, 12, 31, 146_463),
  ])
func days(year: Int, month: Int, day: Int, serial: Int) throws {
  let date = try #require(CalendarDate(year: year, month: month, day: day))
  #expect(try xml(sheet([.date(date)])).contains("<v>\(serial)</v>"))
}

@Test("days before March 1900 are texts")
func earlyDays() throws {
  let date = try #require(CalendarDate(year: 1900, month: 2, day: 28))
  #expect(try xml(sheet([.date(date)])).contains("t=\"s\""))
}

@Test("numbers that are none, and values of formulas, are refused by the name of their cell")
func notFinite() {
  for cell in [.number(.nan), .formula("1/0", value: .infinity)] as [Workbook.Cell] {
    #expect(throws: WorkbookFailure.notFinite(sheet: "A", cell: "B2")) {
      try sheet([], [.text("a"), cell]).bytes()
    }
  }
}

@Test("what spreadsheets do not open is refused: no sheet, too many rows or columns")
func limits() throws {
  #expect(throws: WorkbookFailure.noSheets) { try Workbook().bytes() }
  var workbook = sheet([Workbook.Cell](repeating: .number(1), count: 16_384))
  #expect(try xml(workbook).contains("r=\"XFD1\""))
  workbook.sheets[0].rows[0].append(.empty)
  #expect(throws: WorkbookFailure.tooManyColumns(sheet: "A", count: 16_385)) {
    try workbook.bytes()
  }
  workbook.sheets[0].rows = [[Workbook.Cell]](repeating: [], count: 1_048_577)
  #expect(throws: WorkbookFailure.tooManyRows(sheet: "A", count: 1_048_577)) {
    try workbook.bytes()
  }
}

@Test("texts that Swift holds for equal are two where their bytes differ")
func equalTexts() throws {
  let file = try sheet([.text("\u{E9}"), .text("e\u{301}"), .text("\u{E9}")]).bytes()
  let texts = try Unzip(file).text("xl/sharedStrings.xml")
  #expect(texts.contains("count=\"3\" uniqueCount=\"2\""))
}

@Test("an empty sheet, and rows of nothing, are a file")
func emptySheets() throws {
  let file = try Workbook(sheets: [
    Workbook.Sheet(name: ""), Workbook.Sheet(name: "", rows: [[], [.empty]]),
  ]).bytes()
  let parts = try Unzip(file)
  #expect(try parts.text("xl/workbook.xml").contains("name=\"Sheet (2)\""))
  #expect(try parts.text("xl/worksheets/sheet1.xml").contains("<sheetData></sheetData>"))
}
