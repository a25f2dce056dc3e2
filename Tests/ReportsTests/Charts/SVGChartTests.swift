import Diagnostics
import Testing

@testable import Reports

/// What single pictures say and have.
@Suite("SVG charts")
struct SVGChartTests {
  private let chinese = FigureStyle(magnitudes: .tenThousands, language: .chinese)

  private func curves(_ curves: [Chart.Curve], _ periods: [String], unit: String = "yuan") -> Chart
  {
    Chart(title: "tax", unit: unit, marks: .curves(curves, periods: periods))
  }

  @Test("a point says its period, its curve and its figure")
  func hover() {
    var curve = Chart.Curve(name: "tax", values: [1.1e8, 1.234e8])
    #expect(
      SVGPicture(SVGChart(style: chinese).document(curves([curve], ["2029", "2030"]))).hovers
        == ["2029 · tax：1.1亿元", "2030 · tax：1.234亿元"])
    curve.band = Chart.Band(low: [1e8, nil], high: [1.2e8, 2e8])
    #expect(
      SVGPicture(SVGChart().document(curves([curve], ["2029", "2030"]))).hovers
        == ["2029 · tax: 110M yuan\np5 to p95: 100M yuan to 120M yuan", "2030 · tax: 123.4M yuan"])
  }

  @Test(
    "a curve is named at its end with its last figure, and with its period where it ends before")
  func ends() {
    let chart = curves(
      [
        Chart.Curve(name: "tax", values: [1e8, 2e8]), Chart.Curve(name: "old", values: [3e8, nil]),
        Chart.Curve(name: "none", values: [nil, nil]),
      ], ["2029", "2030"])
    let words = SVGPicture(SVGChart().document(chart)).words
    #expect(words.contains("tax 200M yuan"))
    #expect(words.contains("old 300M yuan (2029)"))
    #expect(words.contains("none –"))
    #expect(words.contains("M yuan"))
  }

  @Test("a line has a gap where values are undefined, and a lone value is a dot")
  func gaps() {
    let values: [Double?] = [1, 2, nil, 4, nil, 6, 7]
    let chart = curves([Chart.Curve(name: "a", values: values)], (1...7).map(String.init), unit: "")
    let elements = SVGPicture(SVGChart().document(chart)).elements
    #expect(elements.count { $0.attributes["class"] == "l s1" } == 2)
    #expect(elements.count { $0.attributes["class"] == "f1" } == 2)
    #expect(elements.count { $0.attributes["class"] == "h" } == 5)
  }

  @Test("where every value is undefined, the picture says so", arguments: [0, 1, 2, 3, 4])
  func nothing(kind: Int) {
    let none = [Chart.Curve(name: "a", values: [nil, .nan]), Chart.Curve(name: "b", values: [])]
    let marks: [Chart.Marks] = [
      .curves(none, periods: ["1", "2"]), .areas(none, periods: ["1", "2"]), .bars([], periods: []),
      .waterfall([]), .tornado([], central: .nan),
    ]
    let chart = Chart(title: "t", unit: "yuan", marks: marks[kind])
    let english = SVGPicture(SVGChart().document(chart))
    #expect(english.words.contains("nothing to draw: every value is undefined"))
    #expect(english.faults == [])
    let chinese = SVGPicture(SVGChart(style: chinese).document(chart))
    #expect(chinese.words.contains("无图可画：所有数值均未定义"))
  }

  @Test(
    "names are escaped, what XML forbids is written out, and long ones are whole in their title")
  func escaping() throws {
    let long = String(repeating: "长", count: 10_000)
    for name in SVGGenerator.names + ["a\u{8}b", long] {
      let chart = Chart(
        title: Table.Note(name), unit: "jobs",
        marks: .curves([Chart.Curve(name: Table.Note(name), values: [1, 2])], periods: ["1", "2"]))
      let svg = SVGChart().document(chart)
      let picture = SVGPicture(svg)
      #expect(picture.fault == nil, "\(name.prefix(40))")
      let title = picture.elements.first { $0.name == "title" }?.text
      if !name.isEmpty { #expect(title == SVGText.visible(name)) }
      #expect(!svg.contains("<script"))
      let isAllowed = svg.unicodeScalars.allSatisfy {
        $0 == "\n"
          || $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE && !(0x7F..<0xA0).contains($0.value)
      }
      #expect(isAllowed)
    }
    #expect(SVGText.name("اسم") == "\u{2068}اسم\u{2069}")
    #expect(SVGText.name("\u{202E}a\nb") == "\\u{202e}a\\u{a}b")
    #expect(SVGText.visible("a\u{8}b\u{FFFE}") == "a\\u{8}b\\u{fffe}")
    let chart = curves([Chart.Curve(name: Table.Note(long), values: [1e8, 2e8])], ["1", "2"])
    let label = try #require(
      SVGPicture(SVGChart().document(chart)).texts.first { $0.bold.hasPrefix("长") })
    #expect(label.bold.hasSuffix("…"))
    #expect(label.hover == long + " 200")
  }

  @Test(
    "numbers at the edge of what there is",
    arguments: [
      0, .leastNonzeroMagnitude, 4e10 * .leastNonzeroMagnitude, 1e-300, 1, 1e15, 1e300, -1e300,
      1.7e308, .infinity, .nan,
    ])
  func extremes(value: Double) {
    for other in [value, 0, -value, value * (1 + 1e-15), value + 1] {
      let one = Chart.Curve(name: "a", values: [value, other, nil])
      let periods = ["1", "2", "3"]
      let band = Chart.Curve(
        name: "b", values: [value, value, value],
        band: Chart.Band(low: [value, nil, other], high: [other, other, other]))
      let steps = [value, other, value].enumerated().map {
        Chart.Step(name: "s", amount: $0.element, isTotal: $0.offset == 2)
      }
      let swing = Chart.Swing(name: "i", low: value, high: other, ends: ("0", "1"))
      for marks in [
        .curves([one, band], periods: periods), .areas([one, one, band], periods: periods),
        .bars([one, band], periods: periods), .waterfall(steps), .tornado([swing], central: value),
      ] as [Chart.Marks] {
        for unit in ["yuan", "share", "jobs"] {
          let svg = SVGChart().document(Chart(title: "t", unit: unit, marks: marks))
          #expect(SVGPicture(svg).faults == [], "\(value) \(other) \(unit)")
        }
      }
    }
  }

  @Test("ticks that would read alike are written finer")
  func fine() {
    for unit in ["", "yuan", "share"] {
      for size in [1e-9, 3e-12, 1e-300, 4e300, 7.3] {
        let scale = SVGScale(0...size, most: 6, unit: unit, FigureStyle())
        #expect(Set(scale.labels).count == scale.labels.count, "\(unit) \(size): \(scale.labels)")
        #expect(scale.labels.allSatisfy { $0.count <= 9 }, "\(scale.labels)")
      }
    }
  }

  @Test("what is written beside bars has as many digits as its numbers need")
  func digits() {
    let scale = SVGScale(0...5e8, most: 6, unit: "yuan", FigureStyle())
    #expect(scale.texts([4.845e8, -1.21e8, 0]) == ["484.5", "-121.0", "0.0"])
    #expect(scale.texts([4e8, -1e8]) == ["400", "-100"])
    #expect(SVGScale(0...5e8, most: 6, unit: "yuan", chinese).texts([4.845e8]) == ["4.845"])
    #expect(SVGScale(0...0.5, most: 6, unit: "share", chinese).texts([0.125]) == ["12.5"])
    #expect(SVGScale.short("1.2345678e+288tn yuan") == "1.23e+288tn yuan")
    #expect(SVGScale.short("3 employees") == "3 employees")
  }

  @Test("names of years thin out to round ones")
  func thinning() {
    func shown(_ years: ClosedRange<Int>, _ width: Double) -> [String] {
      SVGPeriods(years.map(String.init), from: 50, to: width, shares: false)
        .labels(baseline: 0, within: width + 50).map(\.label.text)
    }
    #expect(shown(2021...2025, 800) == ["2021", "2022", "2023", "2024", "2025"])
    #expect(shown(2021...2045, 500) == ["2025", "2030", "2035", "2040", "2045"])
    #expect(shown(2021...2045, 300) == ["2025", "2030", "2035", "2040", "2045"])
    #expect(shown(2021...2045, 180) == ["2030", "2040"])
    #expect(shown(2021...2021, 180) == ["2021"])
  }

  @Test("points that are too many have a place for the pointer by the period")
  func dense() {
    let svg = SVGChart().document(SVGSamples.many)
    let hovers = SVGPicture(svg).hovers
    #expect(hovers.count == 600)
    #expect(hovers[0].hasPrefix("2021-01 · firm 1: 20 %\n2021-01 · firm 2: 26 %\n"))
    #expect(hovers.allSatisfy { $0.split(separator: "\n").count == 30 })
    #expect(svg.utf8.count < 2_000_000)
  }
}
