import Ensembles
import TestSupport
import Testing

/// Quantiles of more values than memory holds.
@Suite("Sketched quantiles")
struct SketchTests {
  /// Shapes that a figure may have, from two numbers evenly between 0 and 1.
  static let shapes: [(name: String, value: @Sendable (Double, Double) -> Double)] = [
    ("uniform", { u, _ in u }),
    ("far from nought", { u, _ in 1e9 + u }),
    ("exponential", { u, _ in -10 * approximateLogarithm(u) }),
    ("long tail", { u, _ in 1 / u }),
    ("around nought", { u, v in u - v }),
    ("one part zero", { u, v in u < 0.3 ? 0 : 1e8 * (1 + v) }),
    ("two humps", { u, v in (u < 0.5 ? 1 : 5) + v * v }),
    ("a narrow hump in a wide one", { u, v in u < 0.5 ? v : 0.5 + v * 1e-9 }),
    ("whole numbers", { u, _ in (u * 30).rounded(.down) }),
  ]

  /// ln u to three digits, which is enough for a shape.
  static func approximateLogarithm(_ u: Double) -> Double {
    let x = max(u, 1e-12)
    let m = x.significand
    return (Double(x.exponent) + (m - 1) * (1.4142 - 0.4142 * (m - 1))) * 0.693
  }

  @Test("no rank is off by more than is said, and none by 0.1 %", arguments: shapes.map(\.name))
  func rank(name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name }).value
    var generator = SeededGenerator(seed: 12)
    let count = 300_000
    let values = (0..<count).map { _ in
      shape(
        Double.random(in: 0..<1, using: &generator), Double.random(in: 0..<1, using: &generator))
    }
    // A hundred and twenty columns within the usual memory.
    var statistics = ColumnStatistics(memory: StatisticsMemory.perColumn(of: 120))
    statistics.add(values, firstDraw: 0)
    #expect(statistics.capacity < count)
    let bound = statistics.rankError
    #expect(bound <= 0.001)
    let sorted = values.sorted()
    let asked = (0...200).map { Double($0) / 200 }
    for (probability, found) in zip(asked, statistics.quantiles(asked)) {
      let found = try #require(found)
      // The ranks that the value has, or would have between two of the column.
      let first = sorted.partitioningIndex { $0 >= found }
      let last = sorted.partitioningIndex { $0 > found }
      let rank = Double(count - 1) * probability
      let off = max(0, Double(first - 1) - rank, rank - Double(last))
      #expect(off <= bound * Double(count) + 1, "\(probability): off by \(off)")
    }
    #expect(statistics.quantile(0) == sorted.first)
    #expect(statistics.quantile(1) == sorted.last)
  }

  @Test("exact up to the last value that fits, then the same quantiles within the bound")
  func border() throws {
    var exact = ColumnStatistics(memory: 8 * 5_000)
    var generator = SeededGenerator(seed: 6)
    for draw in 0..<5_000 { exact.add(Double.random(in: 0..<1, using: &generator), draw: draw) }
    #expect(exact.rankError == 0)
    var cells = exact
    cells.add(0.5, draw: 5_000)
    #expect(cells.rankError > 0)
    let before = try #require(exact.quantile(0.25))
    let behind = try #require(cells.quantile(0.25))
    #expect(abs(before - behind) <= 3 * cells.rankError)
  }
}

extension [Double] {
  /// The first index at which something holds that holds from some place on.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
