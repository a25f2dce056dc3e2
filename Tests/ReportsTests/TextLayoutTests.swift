import Diagnostics
import Reports
import Testing

private func render(_ table: Table, width: Int? = nil) -> String {
  TextLayout(width: width).render(table)
}

@Test("columns line up under Chinese, texts to the left and numbers to the right")
func alignment() {
  let table = Table(
    columns: [
      Table.Column("park"), Table.Column("jobs", isNumeric: true),
      Table.Column("tax", unit: "yuan", isNumeric: true),
    ],
    rows: [
      [.text("衢州智慧产业园"), .number(1234), .money(fen: 123_456)],
      [.text("b"), .undefined, .money(fen: -50)],
    ])
  #expect(
    render(table) == """
      park             jobs      tax
                                yuan
      衢州智慧产业园  1,234  1,234.6
      b                   –     -0.5

      """)
}

@Test(
  "money takes the magnitude that suits its column",
  arguments: [
    (1234, "yuan", "12.34"), (12_355, "yuan", "123.6"), (999_999, "yuan", "10,000.0"),
    (1_000_000_00, "k yuan", "1,000.0"),
    (12_350_000_000_00, "bn yuan", "12.35"), (7_000_000_00, "k yuan", "7,000.0"),
    (70_000_000_00, "M yuan", "70.00"),
    (Int64.max, "tn yuan", "92,234"), (Int64.min, "tn yuan", "-92,234"),
  ] as [(Int64, String, String)])
func magnitudes(fen: Int64, unit: String, text: String) {
  let table = Table(
    columns: [Table.Column("tax", unit: "yuan", isNumeric: true)], rows: [[.money(fen: fen)]],
    keys: 0)
  let lines = render(table).split(separator: "\n").map { $0.drop { $0 == " " } }
  #expect(lines.dropFirst() == [Substring(unit), Substring(text)])
}

@Test(
  "other numbers keep one number of decimals in a column",
  arguments: [
    ([1, 2, 3], "", ["1", "2", "3"]), ([1, 2.5], "", ["1.00", "2.50"]), ([0.5], "share", ["50.0"]),
    ([150.25, 1], "ha", ["150.2", "1.0"]), ([0.00012, 0.5], "", ["0.0001", "0.5000"]),
    ([12_345.5], "t", ["12,346"]),
    ([1e300], "", ["1e+300"]), ([0], "", ["0"]), ([-0.0], "share", ["0.0"]),
  ] as [([Double], String, [String])])
func numbers(values: [Double], unit: String, texts: [String]) {
  let table = Table(
    columns: [Table.Column("x", unit: unit, isNumeric: true)], rows: values.map { [.number($0)] },
    keys: 0)
  let lines = render(table).split(separator: "\n").map { String($0.drop { $0 == " " }) }
  #expect(lines.suffix(values.count) == ArraySlice(texts))
}

@Test("columns that do not fit are folded below, with their keys again", arguments: 10...60)
func folding(width: Int) {
  let columns = [Table.Column("年")] + (1...8).map { Table.Column("c\($0)", isNumeric: true) }
  let rows: [[Table.Cell]] = (0..<3).map { row in
    [.text("202\(row)")] + (1...8).map { .number(Double($0 * 1000 + row)) }
  }
  let text = render(Table(columns: columns, rows: rows, notes: ["a note"]), width: width)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  for line in lines where !line.hasPrefix("(columns folded") {
    #expect(displayWidth(String(line)) <= max(width, 11))
  }
  #expect(text.hasSuffix("a note\n"))
  for column in 1...8 { #expect(text.contains("\(column),002")) }
  #expect(lines.filter { $0.hasPrefix("2022") }.count == lines.filter { $0.hasPrefix("年") }.count)
}

@Test("a number is never broken, even where nothing fits")
func narrow() {
  let table = Table(
    columns: [Table.Column("a"), Table.Column("b", isNumeric: true)],
    rows: [[.text("long text here"), .number(1_234_567)]])
  #expect(render(table, width: 3).contains("1,234,567"))
}

@Test("texts of a table cannot drive the terminal")
func controls() {
  let table = Table(
    columns: [Table.Column("a\u{1B}[2J")], rows: [[.text("x\u{7}\ny")]], notes: ["n\u{9B}"])
  #expect(
    !render(table).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
  #expect(render(table).split(separator: "\n").count == 3)
}

@Test("a table without columns or rows is still a table")
func empty() {
  #expect(render(Table(columns: [], rows: [], keys: 0)) == "")
  #expect(render(Table(columns: [Table.Column("a")])) == "a\n")
  #expect(render(Table(columns: [Table.Column("a")], keys: 5), width: 1) == "a\n")
}
