import Diagnostics
import Foundation
import Reports
import Testing

private func text(_ name: String, _ tables: Table...) throws -> String {
  let format = try #require(FileFormat.named(name))
  return String(decoding: format.bytes(of: tables), as: UTF8.self)
}

/// Everything that a format may stumble over.
private let table = Table(
  columns: [
    Table.Column("name"), Table.Column("x", unit: "yuan", isNumeric: true),
    Table.Column("x", unit: "yuan", isNumeric: true),
  ],
  rows: [
    [.text("a|b \"c\" \\ `d` *e* <f>\n\tg\u{1B}\u{202E}"), .money(fen: -123_456), .undefined],
    [.text("衢州 tax_per_mu _g_"), .number(0.1), .number(.infinity)],
    [
      .text("=1"), .measured(Table.Measured(0.125, "share")),
      .measured(Table.Measured(1.005, "yuan")),
    ],
  ])

@Test("JSON reads back: numbers as numbers, null for what is undefined, each member once")
func json() throws {
  let read = try JSONSerialization.jsonObject(with: Data(try text("json", table).utf8))
  let rows = try #require(read as? [[String: Any]])
  #expect(rows.count == 3 && rows.allSatisfy { $0.count == 3 })
  #expect(rows[0]["name"] as? String == "a|b \"c\" \\ `d` *e* <f>\n\tg\u{1B}\u{202E}")
  #expect(rows[0]["x (yuan)"] as? Double == -1234.56)
  #expect(rows[0]["x (yuan) 2"] is NSNull && rows[1]["x (yuan) 2"] is NSNull)
  #expect(rows[1]["x (yuan)"] as? Double == 0.1)
  #expect(rows[2]["x (yuan)"] as? Double == 0.125)
  let plain = try text("json", table).unicodeScalars
  #expect(!plain.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
}

@Test("JSON of several tables is an array of arrays, and of no rows an empty one")
func jsonOfSeveral() throws {
  let empty = Table(columns: [Table.Column("a")])
  let read = try JSONSerialization.jsonObject(with: Data(try text("json", table, empty).utf8))
  let tables = try #require(read as? [[[String: Any]]])
  #expect(tables.map(\.count) == [3, 0])
  #expect(try text("json", empty) == "[]\n")
}

@Test("newline-delimited JSON has an object a line")
func ndjson() throws {
  let lines = try text("ndjson", table, table).split(separator: "\n")
  #expect(lines.count == 6)
  for line in lines {
    #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
  }
}

@Test("tab-separated rows are lines, and their fields hold no tab")
func tsv() throws {
  #expect(
    try text("tsv", table) == """
      name\tx (yuan)\tx (yuan)
      a|b "c" \\\\ `d` *e* <f>\\n\\tg\u{1B}\u{202E}\t-1234.56\t
      衢州 tax_per_mu _g_\t0.1\t
      '=1\t0.125\t1.00

      """)
}

@Test("a Markdown table escapes what would be marks, and sets numbers to the right")
func markdown() throws {
  #expect(
    try text("md", table) == """
      | name | x (yuan) | x (yuan) |
      | --- | ---: | ---: |
      | a\\|b "c" \\\\ \\`d\\` \\*e\\* \\<f\\> \tg\u{1B}\u{202E} | -1234.56 | – |
      | 衢州 tax_per_mu \\_g\\_ | 0.1 | – |
      | =1 | 0.125 | 1.00 |

      """)
}

@Test("only formats that a spreadsheet opens have options for one")
func options() {
  #expect(FileFormat.rows.filter { !$0.options.isEmpty }.map(\.name) == ["csv", "tsv"])
}
