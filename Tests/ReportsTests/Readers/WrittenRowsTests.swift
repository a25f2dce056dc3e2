import Diagnostics
import Reports
import Testing

/// What formats of rows wrote reads back cell by cell, also behind a spreadsheet.
@Suite struct WrittenRowsTests {
  private static let cells: [[String]] = [
    ["2021-01-01", "a,b \"c\"", "12.50"], ["2022-01-01", "衢州\n\"", "-3"],
    ["2023-01-01", "tab\there \\ back", ""],
  ]

  private static let table: Table = {
    var table = Table(columns: [
      Table.Column("day"), Table.Column("text, or not"), Table.Column("tax", unit: "yuan"),
    ])
    table.rows = [
      [.text(cells[0][0]), .text(cells[0][1]), .money(fen: 1250)],
      [.text(cells[1][0]), .text(cells[1][1]), .number(-3)],
      [.text(cells[2][0]), .text(cells[2][2]), .undefined],
    ]
    table.rows[2][1] = .text(cells[2][1])
    return table
  }()

  @Test("each format of rows reads back equal", arguments: ["csv", "tsv", "json", "ndjson"])
  func readsBack(_ name: String) throws {
    let format = try #require(FileFormat.named(name))
    let rows = try #require(
      WrittenRows(format.bytes(of: [WrittenRowsTests.table]), format: name))
    #expect(rows.headings == ["day", "text, or not", "tax (yuan)"])
    #expect(rows.rows == WrittenRowsTests.cells)
  }

  @Test("a mark, CRLF and quotes that nobody needs change nothing")
  func spreadsheet() {
    let plain = WrittenRows(Array("a,b\n1,x\n2,\n".utf8), format: "csv")
    let other = WrittenRows(Array("\u{FEFF}\"a\",\"b\"\r\n\"1\",x\r\n2,".utf8), format: "CSV")
    #expect(plain == other)
    #expect(plain?.rows == [["1", "x"], ["2", ""]])
  }

  @Test("only so many lines are read as are asked for")
  func limit() {
    let bytes = Array("a,b\n\"open".utf8)
    #expect(WrittenRows(bytes, format: "csv", limit: 1)?.headings == ["a", "b"])
    #expect(WrittenRows(bytes, format: "csv") == nil)
  }

  @Test(
    "what is no such file is none",
    arguments: [
      ("csv", ""), ("tsv", ""), ("json", "{}"), ("json", "[1]"), ("json", "[{\"a\":[]}]"),
      ("ndjson", "{\"a\":1}\n["), ("svg", "<svg/>"), ("", "a,b\n"),
    ])
  func none(_ format: String, _ text: String) {
    #expect(WrittenRows(Array(text.utf8), format: format) == nil)
  }

  @Test("bytes that are no UTF-8 are no rows")
  func notUTF8() {
    for format in ["csv", "tsv", "json", "ndjson"] {
      #expect(WrittenRows([0x61, 0x2C, 0xC4, 0xFA, 0x0A], format: format) == nil)
    }
  }
}
