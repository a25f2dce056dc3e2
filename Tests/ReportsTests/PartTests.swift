import Reports
import TestSupport
import Testing

/// Columns that are the parts of another are printed so that they add up to it.
@Suite("printed parts")
struct PartTests {
  private func printed(_ parts: [Int64], _ style: FigureStyle = FigureStyle()) -> [String] {
    var table = Table(columns: [Table.Column("period")])
    for index in parts.indices {
      table.columns.append(
        Table.Column("p\(index)", unit: "yuan", isNumeric: true, family: "tax"))
    }
    var sum = Table.Column("tax", unit: "yuan", isNumeric: true, family: "tax")
    sum.parts = 1..<1 + parts.count
    table.columns.append(sum)
    table.rows = [
      [.text("2030")] + parts.map { .money(fen: $0) } + [.money(fen: parts.reduce(0, +))]
    ]
    let line = TextLayout(style: style).render(table).split(separator: "\n").last ?? ""
    return line.split(separator: " ").dropFirst().map(String.init)
  }

  @Test("three thirds make a whole, and what is nothing stays nothing")
  func thirds() {
    #expect(printed([3_333_333_300, 3_333_333_300, 0, 3_333_333_400]).count == 5)
    // 33.333 each: 33.3 three times would be 99.9 of 100.0.
    let style = FigureStyle(decimals: 1)
    #expect(
      printed([3_333_333_300, 3_333_333_300, 0, 3_333_333_400], style)
        == ["33.3", "33.3", "0.0", "33.4", "100.0"])
    #expect(printed([-3_333_333_300, -3_333_333_400], style) == ["-33.3", "-33.4", "-66.7"])
  }

  @Test("random parts add up as they are printed, none by more than one unit off")
  func random() {
    var random = SeededGenerator(seed: 86)
    for _ in 0..<500 {
      let count = Int.random(in: 1...8, using: &random)
      let parts = (0..<count).map { _ in
        Int64.random(in: -9_000_000_000...9_000_000_000, using: &random)
      }
      let decimals = Int.random(in: 0...4, using: &random)
      let texts = printed(parts, FigureStyle(decimals: decimals))
      let units = texts.map { text in
        Int(text.filter { "-0123456789".contains($0) }) ?? 0
      }
      #expect(units.dropLast().reduce(0, +) == units.last, "\(parts): \(texts)")
    }
  }

  @Test("what is undefined, or too large to be counted in units, is printed by itself")
  func others() {
    var table = Table(columns: [
      Table.Column("a", unit: "yuan", isNumeric: true, family: "f"),
      Table.Column("b", unit: "yuan", isNumeric: true, family: "f"),
      Table.Column("all", unit: "yuan", isNumeric: true, family: "f"),
    ])
    table.columns[2].parts = 0..<2
    table.rows = [[.undefined, .money(fen: 100), .money(fen: 100)]]
    #expect(TextLayout().render(table).contains("–"))
    table.rows = [[.number(4e30), .number(5e30), .number(9e30)]]
    #expect(!TextLayout().render(table).isEmpty)
  }

  @Test("what figures are stands behind their unit, in files and on the screen")
  func bases() throws {
    var table = Table(columns: [
      Table.Column("tax", chinese: "税收", unit: "yuan", isNumeric: true, bases: [.nominal]),
      Table.Column("share", isNumeric: true, bases: [.nominal, .noClosures]),
    ])
    table.rows = [[.money(fen: 12_345), .number(0.5)]]
    let csv = try #require(FileFormat.named("csv")).bytes(of: [table])
    #expect(
      String(decoding: csv, as: UTF8.self).hasPrefix(
        "\"tax (yuan, nominal)\",\"share (nominal, no closures)\"\n123.45,0.5"))
    #expect(TextLayout().render(table).contains("yuan, nominal"))
    let chinese = TextLayout(style: FigureStyle(language: .chinese)).render(table)
    #expect(chinese.contains("元, 当年价") && chinese.contains("当年价, 不计关停"))
  }
}
