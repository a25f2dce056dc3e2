import Diagnostics
import TestSupport
import Testing

@testable import Reports

struct PeriodLabelsTests {
  @Test(
    "labels of periods never touch; the first and the last are always there where both have room",
    arguments: Sample.every(2, of: 0..<400))
  func labels(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = [1, 2, 3, 21, 600].randomElement(using: &random) ?? 1
    let width = Int.random(in: 12...120, using: &random)
    let left = Int.random(in: 0..<6, using: &random)
    let columns = Int.random(in: 1...width - left, using: &random)
    let isChinese = Bool.random(using: &random)
    let periods = (0..<count).map { isChinese ? "\($0)年" : "\(2025 + $0)" }
    let centres = PeriodPlaces(count, across: columns).dots.map { $0 + left }
    let shown = PeriodLabels(periods, centres: centres, width: width).shown
    #expect(shown.first?.text == periods.first && shown.last?.text == periods.last, "seed \(seed)")
    for (a, b) in zip(shown, shown.dropFirst()) {
      #expect(a.column + displayWidth(a.text) < b.column, "seed \(seed): \(shown)")
    }
    for label in shown {
      #expect(label.column >= 0 && label.column + displayWidth(label.text) <= width, "seed \(seed)")
    }
  }

  @Test("as many periods as fit are named")
  func asManyAsFit() {
    let periods = (2025...2034).map { "\($0)" }
    func shown(_ each: Int) -> [String] {
      PeriodLabels(periods, centres: (0..<10).map { 2 + $0 * each }, width: 100).shown.map(\.text)
    }
    #expect(shown(6) == periods)
    #expect(shown(3) == ["2025", "2027", "2029", "2031", "2034"])
    #expect(shown(2) == ["2025", "2028", "2031", "2034"])
    #expect(shown(1) == ["2025", "2034"])
    #expect(shown(0) == ["2025", "2034"])
  }
}
