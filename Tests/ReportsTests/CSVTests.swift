import Reports
import Testing

/// A table of one text column as CSV.
private func csv(
  _ cells: [Table.Cell], heading: String = "a", unit: String = "", excel: Bool = false,
  raw: Bool = false
) throws -> String {
  let format = try #require(FileFormat.named("csv"))
  var options = FileFormat.Options()
  options.excel = excel
  options.raw = raw
  let table = Table(columns: [Table.Column(heading, unit: unit)], rows: cells.map { [$0] })
  return String(decoding: format.bytes(of: [table], options), as: UTF8.self)
}

@Test(
  "a field is quoted where RFC 4180 asks for it, and nowhere else",
  arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), (" a ", " a "), ("衢州，智慧", "衢州，智慧"), ("a;b", "a;b"),
    ("\"", "\"\"\"\""), ("e\u{301},", "\"e\u{301},\""),
    ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
func quoting(text: String, field: String) throws {
  let written = try csv([.text(text)])
  #expect(Array(written.unicodeScalars) == Array("a\n\(field)\n".unicodeScalars))
}

@Test(
  "a text that a spreadsheet would run gets an apostrophe, unless left raw",
  arguments: ["=1+1", "+1+1", "-1-1", "-x", "@x", "\tx", "=\u{301}1", "＝1", "＋1", "－1", "＠x"])
func formulas(text: String) throws {
  #expect(try csv([.text(text)]) == "a\n'\(text)\n")
  #expect(try csv([.text(text)], raw: true) == "a\n\(text)\n")
}

@Test("a carriage return at the front is guarded and quoted")
func guardedReturn() throws {
  #expect(try csv([.text("\rx")]) == "a\n\"'\rx\"\n")
}

@Test(
  "what is harmless is left alone",
  arguments: ["a=1", " =1", "'x", "1-1", "–", "-1", "+1", "-0.1", "-5%"])
func harmless(text: String) throws {
  #expect(try csv([.text(text)]) == "a\n\(text)\n")
}

@Test("numbers are never guarded, grouped or rounded")
func numbers() throws {
  let cells: [Table.Cell] = [
    .number(-1.5), .number(1e21), .number(0.1), .number(-0.0), .number(1_234_567), .money(fen: -5),
    .money(fen: 123_456_789), .undefined,
  ]
  #expect(
    try csv(cells) == """
      a
      -1.5
      1e+21
      0.1
      0
      1234567
      -0.05
      1234567.89


      """)
}

@Test("a heading carries its unit, and is guarded like a text")
func headings() throws {
  #expect(try csv([], heading: "tax", unit: "yuan") == "tax (yuan)\n")
  #expect(try csv([], heading: "=tax, \"x\"") == "\"'=tax, \"\"x\"\"\"\n")
}

@Test("for a spreadsheet there is a byte-order mark and CRLF")
func excel() throws {
  let format = try #require(FileFormat.named("CSV"))
  var options = FileFormat.Options()
  options.excel = true
  let table = Table(
    columns: [Table.Column("a"), Table.Column("b", isNumeric: true)],
    rows: [[.text("衢"), .number(1)]])
  #expect(
    format.bytes(of: [table], options) == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n衢,1\r\n".utf8))
}

@Test("a format is known by its extension alone")
func formats() {
  #expect(FileFormat.named("csv")?.name == "csv")
  #expect(FileFormat.named("xyz") == nil)
  #expect(FileFormat.rows.map(\.name) == FileFormat.rows.map(\.name).sorted())
}
