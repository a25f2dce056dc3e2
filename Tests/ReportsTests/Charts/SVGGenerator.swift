import Diagnostics
import Reports
import TestSupport

/// Charts as nobody draws them: names, numbers and counts at their edges, from a seed alone.
struct SVGGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let names = [
    "tax", "", "增值税", "=SUM(A1:A9)", "a<b & \"c\" > 'd'", "]]>", "<script>alert(1)</script>",
    "two\nlines\tand a tab", "مصنع النسيج", "\u{202E}reversed", "👩‍👩‍👧‍👦 family 🇨🇳", "\u{0}\u{1B}[31m",
    "\u{FFFE}\u{FFFF}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30A}\u{30B}\u{30C}\u{30D}",
    "衢州智慧产业园一期标准厂房及配套设施建设项目有限责任公司",
    "the very long name of a firm that nobody would ever write in a chart",
    String(repeating: "long", count: 2500), String(repeating: "长", count: 10_000), "MMMMWWWW",
    "Ve\u{302}\u{301}\u{323} marks",
    "iiii", "\u{FDFD}",
  ]

  static let units = ["yuan", "share", "jobs", "yuan/mu", "", "ha", "%", "<unit>"]

  mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &random)] }

  mutating func name() -> Table.Note { Table.Note(pick(Self.names), chinese: pick(Self.names)) }

  /// Numbers of one chart are of about one size, but for some that are of none.
  mutating func values(_ count: Int, size: Double) -> [Double?] {
    let level = Double.random(in: -1...1, using: &random)
    let spread = pick([0, 1e-9, 0.01, 1, 1])
    return (0..<count).map { _ in
      switch Int.random(in: 0..<40, using: &random) {
      case 0: return nil
      case 1:
        return pick([
          0, -0.0, .nan, .infinity, -.infinity, 1e300, -1e300, 1.7e308, .leastNonzeroMagnitude,
        ])
      default: return size * (level + spread * Double.random(in: -1...1, using: &random))
      }
    }
  }

  mutating func chart() -> Chart {
    let size = pick([1, 1e-300, 1e-9, 0.3, 57, 12_345, 4.8e8, 7e13, 1e300])
    let count = pick([1, 1, 2, 3, 7, 25, 60, 130])
    let first = pick([1, 1999, 2021, 99_990])
    let periods = (0..<count).map { index in
      first == 1999
        ? "\(1999 + index / 12)-" + (index % 12 < 9 ? "0" : "") + "\(index % 12 + 1)"
        : "\(first + index)"
    }
    var curves: [Chart.Curve] = []
    for _ in 0..<pick([1, 2, 3, 5, 9, 18, 45]) {
      var curve = Chart.Curve(name: name(), values: values(count, size: size))
      if Bool.random(using: &random) {
        curve.band = Chart.Band(low: values(count, size: size), high: values(count, size: size))
      }
      curves.append(curve)
    }
    let marks: Chart.Marks
    switch Int.random(in: 0..<6, using: &random) {
    case 0: marks = .curves(curves, periods: periods)
    case 1: marks = .areas(curves, periods: periods)
    case 2: marks = .bars(curves, periods: periods)
    case 3:
      let amounts = values(pick([1, 2, 6, 40]), size: size)
      marks = .waterfall(
        amounts.map {
          Chart.Step(name: name(), amount: $0 ?? 0, isTotal: Bool.random(using: &random))
        })
    case 4:
      marks = .spans(
        (0..<pick([1, 2, 6, 40])).map { _ in
          let low = Double.random(in: 0...1, using: &random)
          return Chart.Span(
            name: name(), parts: pick([[low...1], [0...low], [low...low], [0...0.1, 0.5...0.9]]),
            text: pick(Self.names))
        })
    default:
      let ends = values(pick([1, 2, 6, 40]), size: size)
      marks = .tornado(
        ends.map { low in
          Chart.Swing(
            name: name(), low: low ?? 1, high: values(1, size: size)[0] ?? 2,
            ends: (pick(Self.names), pick(Self.names)))
        }, central: values(1, size: size)[0] ?? 1)
    }
    return Chart(
      title: name(), unit: pick(Self.units),
      bases: pick([[], [.nominal], [.nominal, .noClosures]]),
      marks: marks, notes: pick([[], [name()], [name(), name(), name()]]),
      priceYear: pick([nil, 2021]))
  }

  mutating func painter() -> SVGChart {
    SVGChart(
      width: pick([240, 320, 480, 800, 1600]), height: pick([160, 300, 450, 1000]),
      style: FigureStyle(
        magnitudes: pick([.thousands, .tenThousands]), decimals: pick([nil, 0, 2, 6]),
        language: pick([.english, .chinese])),
      theme: pick(SVGChart.Theme.allCases))
  }
}
