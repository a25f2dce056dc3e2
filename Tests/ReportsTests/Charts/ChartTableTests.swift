import Foundation
import Quantities
import Testing

@testable import Reports

/// What a picture of a page shows, in figures below it.
struct ChartTableTests {
  private static let periods = ["2025", "2026"]

  @Test("curves are columns, with the ends of their bands, and money is exact")
  func curves() {
    let band = Chart.Band(low: [1.005, nil], high: [3, 4.25])
    let chart = Chart(
      title: Table.Note("tax", chinese: "税收"), unit: "yuan",
      marks: .curves(
        [
          Chart.Curve(
            name: Table.Note("main", chinese: "主方案"), values: [1_234.565, 2], band: band),
          Chart.Curve(name: Table.Note("late"), values: [nil, 0]),
        ], periods: ChartTableTests.periods))
    let table = chart.table
    #expect(table.name?.chinese == "税收")
    #expect(table.columns.map(\.heading) == ["period", "main", "main p5", "main p95", "late"])
    #expect(table.columns.map(\.chinese) == ["期间", "主方案", "主方案 p5", "主方案 p95", ""])
    #expect(table.columns.dropFirst().allSatisfy { $0.unit == "yuan" && $0.isNumeric })
    #expect(
      table.rows == [
        [
          .text("2025"), .money(fen: 123_456), .money(fen: 100), .money(fen: 300), .undefined,
        ],
        [.text("2026"), .money(fen: 200), .undefined, .money(fen: 425), .money(fen: 0)],
      ])
  }

  @Test("a step says by how much, and where it stands; a total stands by itself")
  func steps() {
    let chart = Chart(
      title: "from main to late", unit: "jobs",
      marks: .waterfall([
        Chart.Step(name: "main", amount: 400, isTotal: true),
        Chart.Step(name: "later", amount: -150),
        Chart.Step(name: "late", amount: 250, isTotal: true),
      ]))
    #expect(
      chart.table.rows == [
        [.text("main"), .undefined, .number(400)], [.text("later"), .number(-150), .number(250)],
        [.text("late"), .undefined, .number(250)],
      ])
  }

  @Test("an input has the ends of its range, and the figure at each")
  func swings() {
    let chart = Chart(
      title: "what it hangs on", unit: "share",
      marks: .tornado(
        [Chart.Swing(name: "delay", low: 0.1, high: .nan, ends: ("0 y", "3 y"))], central: 0.2))
    #expect(
      chart.table.rows == [
        [.text("delay"), .text("0 y"), .text("3 y"), .number(0.1), .undefined]
      ])
  }

  @Test("a page has the figures of each picture below it, folded away")
  func page() throws {
    let chart = Chart(
      title: Table.Note("jobs", chinese: "就业"), unit: "jobs",
      marks: .bars(
        [Chart.Curve(name: "north", values: [12_345, 2])], periods: ChartTableTests.periods))
    let page = HTMLPage(style: FigureStyle(language: .chinese))
    let text = String(
      decoding: page.bytes(Document(title: "t", blocks: [.chart(chart)])), as: UTF8.self)
    let details = try #require(text.range(of: "<details>"))
    let table = text[details.upperBound...]
    #expect(text[..<details.lowerBound].contains("</figure>"))
    #expect(table.contains("data-value=\"12345\""))
    #expect(table.contains("<th scope=\"row\" class=\"whole\">2025</th>"))
  }
}
