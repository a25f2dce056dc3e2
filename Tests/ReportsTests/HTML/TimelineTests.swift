import Diagnostics
import Testing

@testable import Reports

/// Bars along the years.
@Suite("timelines")
struct TimelineTests {
  private static let moments: [(Double, String)] = [
    (2021, "2021-01"), (2021.5, "2021-07"), (2021.9166666666667, "2021-12"),
    (2021.0833333333333, "2021-02"), (2021.2499999999998, "2021-04"), (2021.999, "2021-12"),
    (2022, "2022-01"),
  ]

  @Test("a moment is in its month, whatever twelfths come to in binary", arguments: moments)
  func month(year: Double, name: String) { #expect(Timeline.month(year) == name) }

  @Test("its table has a row for each bar, and no columns that would be empty")
  func table() {
    var timeline = Timeline(
      title: "t", span: 2021..<2046,
      bars: [
        .init(group: "phases", name: "one", from: 2021.5, to: 2024),
        .init(group: Table.Note("firms", chinese: "企业"), name: "two", from: 2022),
      ])
    #expect(timeline.table.columns.map(\.heading) == ["group", "name", "from", "to"])
    #expect(
      timeline.table.rows == [
        [.text("phases"), .text("one"), .text("2021-07"), .text("2024-01")],
        [.text("firms", chinese: "企业"), .text("two"), .text("2022-01"), .undefined],
      ])
    timeline.bars[0].planned = 2021
    timeline.bars[1].detail = "41.5 ha"
    #expect(timeline.bars[0].isLate && !timeline.bars[1].isLate)
    #expect(timeline.table.columns.map(\.heading).suffix(2) == ["planned", "detail"])
  }

  @Test("what is late shows since when it was meant to be there")
  func late() {
    let timeline = Timeline(
      title: "t", span: 2021..<2031,
      bars: [.init(group: "", name: "railway", from: 2026, planned: 2024)])
    let picture = SVGPicture(
      SVGTimeline(timeline, width: 880, style: FigureStyle()).element(id: "a"))
    #expect(picture.faults == [])
    #expect(picture.hovers == ["railway · from 2026-01 · planned for 2024-01"])
    let bars = picture.elements.filter { $0.name == "rect" && $0.attributes["height"] == "16" }
    let widths = bars.compactMap { $0.attributes["width"].flatMap(Double.init) }
    // Two years late of five that are left.
    #expect(widths.count == 2 && abs(widths[0] / widths[1] - 0.4) < 0.001)
    #expect(picture.words.contains("planned, and late"))
  }

  @Test("nothing overlaps or leaves the picture", arguments: [880.0, 380, 240])
  func sound(width: Double) {
    for style in ReportSamples.styles {
      let picture = SVGPicture(
        SVGTimeline(ReportSamples.timeline, width: width, style: style).element(id: "a"))
      #expect(picture.faults == [])
      #expect(picture.hovers.count == 60)
    }
  }

  @Test("nor of bars as nobody writes them", arguments: 0..<40)
  func generated(seed: Int) {
    var generator = SVGGenerator(seed: UInt64(seed))
    let edges: [Double] = [
      2021, 2020.99, 2030.5, 2046, 1e9, -1e9, .nan, .infinity, -.infinity, 2021 + 1e-9, 0,
    ]
    let ends = [(2021.0, 2046.0), (2021, 2021), (0, 9e4), (2021.2, 2021.9), (-1e300, 1e300)]
    let span = generator.pick(ends)
    let count = generator.pick([0, 1, 5, 40, 130])
    let bars = (0..<count).map { _ in
      Timeline.Bar(
        group: generator.name(), name: generator.name(), from: generator.pick(edges),
        to: generator.pick([nil] + edges.map { Optional($0) }),
        planned: generator.pick([nil] + edges.map { Optional($0) }), detail: generator.name())
    }
    let timeline = Timeline(title: generator.name(), span: span.0..<span.1, bars: bars)
    for width in [880.0, 380] {
      let drawn = SVGTimeline(timeline, width: width, style: FigureStyle())
      let picture = SVGPicture(drawn.element(id: "a"))
      #expect(picture.faults == [])
      let left = bars.count - picture.hovers.count
      #expect(picture.words.contains { $0.hasPrefix("\(left) more in the") } == (left > 0))
    }
    #expect(timeline.table.rows.count == count)
  }
}
