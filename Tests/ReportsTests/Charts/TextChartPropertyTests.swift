import Diagnostics
import Reports
import TestSupport
import Testing

struct TextChartPropertyTests: TextSketches {
  @Test(
    "a chart has no line that is too wide, no line too many, and no codes without colours",
    arguments: Sample.every(4, of: 0..<1200))
  func fits(seed: Int) {
    var random = RandomTextChart(seed: seed)
    let (chart, _) = random.next()
    let width = [1, 2, 3, 5, 9, 20, 33, 40, 60, 80, 100, 237][seed % 12]
    let height = [1, 2, 3, 5, 8, 13, 24, 50][seed / 12 % 8]
    let glyphs: TextChart.Glyphs = seed % 5 == 0 ? .ascii : .braille
    for language in FigureStyle.Language.allCases {
      let plain = drawn(chart, width, height, glyphs, language: language)
      #expect(plain.hasSuffix("\n"), "seed \(seed)")
      let rows = lines(plain).dropLast()
      #expect(rows.count <= height, "seed \(seed)")
      for row in rows { #expect(displayWidth(String(row)) <= width, "seed \(seed): \(row)") }
      #expect(!plain.unicodeScalars.contains("\u{1B}"), "seed \(seed)")
      #expect(!plain.contains("nan") && !plain.contains("inf"), "seed \(seed)")
      let coloured = drawn(chart, width, height, glyphs, language: language, colours: true)
      let rowsOfColour = lines(withoutCodes(coloured)).dropLast()
      #expect(rowsOfColour.count <= height, "seed \(seed)")
      for row in rowsOfColour {
        #expect(displayWidth(String(row)) <= width, "seed \(seed): \(row)")
      }
      #expect(!withoutCodes(coloured).unicodeScalars.contains("\u{1B}"), "seed \(seed)")
    }
  }

  /// A text without the codes of colours; any other stays.
  private func withoutCodes(_ text: String) -> String {
    text.replacing(/\u{1B}\[(38;5;\d+|0)m/, with: "")
  }

  @Test("every name is in the picture where there is room", arguments: Sample.every(2, of: 0..<400))
  func names(seed: Int) {
    var random = RandomTextChart(seed: seed)
    let (chart, names) = random.next()
    let text = drawn(chart, 120, 60, seed % 3 == 0 ? .ascii : .braille)
    if case .tornado = chart.marks, !text.contains("nothing to draw") {
      #expect(text.matches(of: /2min/).count == names.count, "seed \(seed):\n\(text)")
      #expect(text.matches(of: /34分钟/).count == names.count, "seed \(seed):\n\(text)")
    }
    for name in names where !text.contains("nothing to draw") {
      #expect(text.contains(escapingControls(name)), "seed \(seed): \(name)\n\(text)")
    }
  }

  @Test(
    "without braille there is nothing beyond ASCII but names and units",
    arguments: Sample.every(2, of: 0..<400))
  func ascii(seed: Int) {
    var random = RandomTextChart(seed: seed)
    var (chart, _) = random.next()
    chart.title = "title"
    let clean: (Chart.Curve) -> Chart.Curve = {
      curve("a name of ASCII alone", $0.values, band: $0.band)
    }
    switch chart.marks {
    case .curves(let curves, let periods):
      chart.marks = .curves(curves.map(clean), periods: periods)
    case .areas(let curves, let periods): chart.marks = .areas(curves.map(clean), periods: periods)
    case .bars(let curves, let periods): chart.marks = .bars(curves.map(clean), periods: periods)
    case .waterfall(let steps):
      chart.marks = .waterfall(
        steps.map { Chart.Step(name: "a longer name", amount: $0.amount, isTotal: $0.isTotal) })
    case .tornado(let swings, let central):
      chart.marks = .tornado(
        swings.map {
          Chart.Swing(name: "a longer name", low: $0.low, high: $0.high, ends: ("2", "a long one"))
        },
        central: central)
    case .spans(let spans):
      chart.marks = .spans(
        spans.map { Chart.Span(name: "a longer name", parts: $0.parts, text: "slow > 1.2y") })
    }
    for width in [20, 40, 80] {
      let text = drawn(chart, width, 16, .ascii)
      let isAscii = text.unicodeScalars.allSatisfy(\.isASCII)
      #expect(isAscii, "seed \(seed):\n\(text)")
    }
  }

  @Test("where every value is undefined a sentence says so")
  func nothing() {
    for values in [[], [nil, nil], [Double.nan, .infinity]] as [[Double?]] {
      let curves = [curve("tax", values)]
      let kinds: [Chart.Marks] = [
        .curves(curves, periods: years(values.count)), .areas(curves, periods: years(values.count)),
        .bars(curves, periods: years(values.count)), .curves([], periods: []), .waterfall([]),
        .tornado([], central: 1), .spans([]),
      ]
      for marks in kinds {
        let chart = Chart(title: "t", unit: "yuan", marks: marks)
        #expect(drawn(chart, 80, 20) == "t\nnothing to draw: every value is undefined\n")
        #expect(drawn(chart, 80, 20, language: .chinese) == "t\n没有可画的：所有数值都未定义\n")
      }
    }
  }
}
