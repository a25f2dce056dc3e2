import Diagnostics
import Reports
import TestSupport

/// What tests of charts as text are written with.
protocol TextSketches {}

extension TextSketches {
  /// A chart in few columns, for pictures that are looked at.
  func drawn(
    _ chart: Chart, _ width: Int, _ height: Int, _ glyphs: TextChart.Glyphs = .braille,
    language: FigureStyle.Language = .english, colours: Bool = false
  ) -> String {
    let style =
      language == .chinese
      ? FigureStyle(magnitudes: .tenThousands, language: .chinese) : FigureStyle()
    return TextChart(width: width, height: height, style: style, glyphs: glyphs, colours: colours)
      .render(chart)
  }

  /// Years from 2025 on.
  func years(_ count: Int) -> [String] { (0..<count).map { "\(2025 + $0)" } }

  func curve(_ name: Table.Note, _ values: [Double?], band: Chart.Band? = nil) -> Chart.Curve {
    Chart.Curve(name: name, values: values, band: band)
  }

  /// A picture without the spaces that an editor would drop, so that it can stand in a test.
  func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// Charts of every kind, as extreme as a seed makes them.
struct RandomTextChart: TextSketches {
  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

  static let names = [
    "税收", "tax", "wages of all plants", "衢州智慧产业园的土地", "a\u{1B}[31mb", "é", "👩‍🌾 farm", "",
  ]

  mutating func next() -> (chart: Chart, names: [String]) {
    let count = [1, 1, 2, 3, 5, 12, 30].randomElement(using: &random) ?? 1
    let periods = [1, 2, 3, 7, 26, 41, 600].randomElement(using: &random) ?? 1
    let sizes: [Double] = [1, 1, .leastNonzeroMagnitude, 1e-9, 350, 1e6, 1e9, 1e16, 1e300]
    let size = sizes.randomElement(using: &random) ?? 1
    let names = (0..<count).map { index in
      (RandomTextChart.names.randomElement(using: &random) ?? "") + "\(index)"
    }
    let unit = ["yuan", "yuan/mu", "share", "jobs", ""].randomElement(using: &random) ?? ""
    let marks: Chart.Marks
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      marks = .curves(curves(names, periods, size, hasBands: true), periods: years(periods))
    case 1: marks = .areas(curves(names, periods, size), periods: years(periods))
    case 2: marks = .bars(curves(names, periods, size), periods: years(periods))
    case 3:
      marks = .waterfall(
        names.map { name in
          Chart.Step(
            name: Table.Note(name), amount: number(size),
            isTotal: Int.random(in: 0..<4, using: &random) == 0)
        })
    case 4:
      marks = .spans(
        names.map { name in
          let low = Double.random(in: 0...0.5, using: &random)
          let high = Double.random(in: low...1, using: &random)
          let parts = Bool.random(using: &random) ? [low...high] : [0...0.1, 0.6...0.6, 0.9...1]
          return Chart.Span(name: Table.Note(name), parts: parts, text: "slow > 1.2年\u{7}")
        })
    default:
      let central = number(size)
      marks = .tornado(
        names.map { name in
          Chart.Swing(
            name: Table.Note(name), low: number(size), high: number(size),
            ends: ("2min", "34分钟"))
        }, central: central)
    }
    let bases: [Table.Basis] = Bool.random(using: &random) ? [.nominal] : []
    let chart = Chart(
      title: "a title of some length 和一个中文标题", unit: unit, bases: bases, marks: marks,
      notes: ["a note\u{7}"], priceYear: 2021)
    return (chart, names)
  }

  private mutating func curves(
    _ names: [String], _ periods: Int, _ size: Double, hasBands: Bool = false
  ) -> [Chart.Curve] {
    let sign = Int.random(in: 0..<4, using: &random) == 0 ? -1.0 : 1
    let isMixed = Bool.random(using: &random)
    return names.map { name in
      let values = (0..<periods).map { _ -> Double? in
        if Int.random(in: 0..<9, using: &random) == 0 { return nil }
        return isMixed ? number(size) : sign * number(size).magnitude
      }
      guard hasBands, Bool.random(using: &random) else { return curve(Table.Note(name), values) }
      let low = values.map { $0.map { $0 - size / 4 } }
      let high = values.map { $0.map { $0 + size / 4 } }
      return curve(Table.Note(name), values, band: Chart.Band(low: low, high: high))
    }
  }

  private mutating func number(_ size: Double) -> Double {
    let odd: [Double] = [0, .nan, .infinity, -.infinity, size, -size]
    if Int.random(in: 0..<20, using: &random) == 0 { return odd.randomElement(using: &random) ?? 0 }
    return Double.random(in: -1...1, using: &random) * size
  }
}
