import Ensembles
import TestSupport
import Testing

@Suite("Humps")
struct HumpsTests {
  static func column(
    _ count: Int = 10_000, seed: UInt64, memory: Int = 1_000_000,
    _ value: (inout SeededGenerator) -> Double
  ) -> ColumnStatistics {
    var generator = SeededGenerator(seed: seed)
    var statistics = ColumnStatistics(memory: memory)
    for draw in 0..<count { statistics.add(value(&generator), draw: draw) }
    return statistics
  }

  static func uniform(_ generator: inout SeededGenerator) -> Double {
    Double.random(in: 0..<1, using: &generator)
  }

  /// Nearly normal, from -6 to 6.
  static func bell(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + uniform(&generator) }
  }

  @Test("one hump is one, however it leans", arguments: [UInt64(1), 2, 3, 4, 5])
  func one(seed: UInt64) {
    #expect(Humps(of: Self.column(seed: seed, Self.uniform)) == nil)
    #expect(Humps(of: Self.column(seed: seed, Self.bell)) == nil)
    #expect(Humps(of: Self.column(500, seed: seed, Self.bell)) == nil)
    #expect(Humps(of: Self.column(50, seed: seed, Self.bell)) == nil)
    #expect(Humps(of: Self.column(seed: seed) { 1 / (0.001 + Self.uniform(&$0)) }) == nil)
    // The number of firms of a hundred that stay: whole numbers, each a hump for who looks too closely.
    let firms = Self.column(seed: seed) { generator in
      (0..<100).reduce(0.0) { sum, _ in sum + (Self.uniform(&generator) < 0.9 ? 1 : 0) }
    }
    #expect(Humps(of: firms) == nil)
  }

  @Test("a park that stands on one platform has two", arguments: [0.15, 0.5, 0.8])
  func two(share: Double) throws {
    let column = Self.column(seed: 8) { generator in
      (Self.uniform(&generator) < share ? 2e8 : 9e8) + 5e7 * Self.bell(&generator)
    }
    let humps = try #require(Humps(of: column))
    #expect(abs(humps.lower.share - share) < 0.015)
    #expect(abs(humps.lower.share + humps.upper.share - 1) < 1e-12)
    #expect(abs(humps.lower.median - 2e8) < 5e6)
    #expect(abs(humps.upper.median - 9e8) < 5e6)
    #expect(humps.valley > 3e8 && humps.valley < 8e8)
  }

  @Test("a hump of noughts counts, and so do humps as cells")
  func zero() throws {
    let column = Self.column(40_000, seed: 9, memory: 50_000) { generator in
      Self.uniform(&generator) < 0.25 ? 0 : 6e8 + 5e7 * Self.bell(&generator)
    }
    #expect(column.rankError > 0)
    let humps = try #require(Humps(of: column))
    #expect(abs(humps.lower.share - 0.25) < 0.01)
    #expect(humps.lower.median == 0)
  }

  @Test("too few draws prove nothing; no draw, one, and equal ones have no humps")
  func few() {
    var column = ColumnStatistics()
    #expect(Humps(of: column) == nil)
    column.add(1, draw: 0)
    #expect(Humps(of: column) == nil)
    column.add([5, 5.1, 1.1, 1.2], firstDraw: 1)
    #expect(Humps(of: column) == nil)
    var equal = ColumnStatistics()
    equal.add([Double](repeating: 3, count: 1000), firstDraw: 0)
    #expect(Humps(of: equal) == nil)
  }
}
