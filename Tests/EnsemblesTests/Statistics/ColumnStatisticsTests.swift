import Ensembles
import TestSupport
import Testing

@Suite("Column statistics")
struct ColumnStatisticsTests {
  /// A column of numbers of many sizes and signs, some equal, some missing.
  static func column(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: 0
      case 1: -0.0
      case 2: .nan
      case 3: .infinity
      case 4: Double.random(in: -1e300...1e300, using: &generator)
      case 5: Double(Int.random(in: -3...3, using: &generator))
      case 6: Double.random(in: -1...1, using: &generator) * 1e-308
      default: Double.random(in: 1e8...1e9, using: &generator)
      }
    }
  }

  static func statistics(
    _ values: [Double], _ draws: some Sequence<Int>, memory: Int
  ) -> ColumnStatistics {
    var statistics = ColumnStatistics(memory: memory)
    for draw in draws { statistics.add(values[draw], draw: draw) }
    return statistics
  }

  /// Everything that is shown, as bits.
  static func answers(_ statistics: ColumnStatistics) -> [UInt64?] {
    let numbers = [statistics.mean, statistics.standardDeviation, statistics.rankError]
    let quantiles = statistics.quantiles((0...40).map { Double($0) / 40 })
    return (numbers + quantiles).map { $0?.bitPattern }
  }

  @Test(
    "any order and any split give the same bits, exact or as cells",
    arguments: [400, 4_000, 1_000_000], [UInt64(1), 2, 3, 4])
  func orderAndSplit(memory: Int, seed: UInt64) {
    let values = Self.column(3000, seed: seed)
    let whole = Self.statistics(values, values.indices, memory: memory)
    var generator = SeededGenerator(seed: seed)
    let shuffled = Self.statistics(
      values, values.indices.shuffled(using: &generator), memory: memory)
    #expect(shuffled == whole)
    #expect(Self.answers(shuffled) == Self.answers(whole))

    // By rows, as a run adds them.
    var rows = ColumnStatistics(memory: memory)
    for start in stride(from: 0, to: values.count, by: 250) {
      rows.add(Array(values[start..<start + 250]), firstDraw: start)
    }
    #expect(rows == whole)

    // Parts of any size, also empty ones, merged in any order and by way of others.
    for pieces in [2, 3, 17] {
      let part = values.indices.map { _ in Int.random(in: 0..<pieces, using: &generator) }
      var parts = (0...pieces).map { piece in
        Self.statistics(values, values.indices.filter { part[$0] == piece }, memory: memory)
      }
      parts.shuffle(using: &generator)
      while parts.count > 1 {
        let taken = parts.removeLast()
        parts[Int.random(in: 0..<parts.count, using: &generator)].merge(taken)
      }
      #expect(parts[0] == whole)
      #expect(Self.answers(parts[0]) == Self.answers(whole))
    }
  }

  @Test("no value, and one")
  func few() {
    var statistics = ColumnStatistics()
    #expect(statistics.mean == nil)
    #expect(statistics.standardDeviation == nil)
    #expect(statistics.quantile(0.5) == nil)
    #expect(statistics.rankError == 0)
    #expect(statistics.lowest == nil)
    statistics.add(7.5, draw: 3)
    #expect(statistics.values(of: Statistic.usual) == [7.5, 7.5, 7.5, 7.5])
    #expect(statistics.value(of: .sd) == nil)
    statistics.add(8.5, draw: 4)
    #expect(statistics.value(of: .sd) == 0.5.squareRoot())
    #expect(statistics.value(of: .percentile(75)) == 8.25)
  }

  @Test("what is no number is counted with its first reason, and is in no statistic")
  func missing() {
    var statistics = ColumnStatistics()
    statistics.addMissing("later", draw: 9)
    statistics.add([.nan, 1, -.infinity, 3], firstDraw: 4)
    statistics.addMissing("earlier", draw: 2)
    #expect(statistics.count == 2)
    #expect(statistics.missing == 4)
    #expect(statistics.firstMissing == .init(draw: 2, reason: "earlier"))
    #expect(statistics.mean == 2)
    #expect(statistics.quantiles([0, 0.5, 1]) == [1, 2, 3])
    var others = ColumnStatistics()
    others.add(.infinity, draw: 1)
    statistics.merge(others)
    #expect(statistics.missing == 5)
    #expect(statistics.firstMissing == .init(draw: 1, reason: ColumnStatistics.notFinite))
  }

  @Test("lowest and highest name the first draw that has them")
  func extremes() {
    var statistics = ColumnStatistics()
    statistics.add([5, 5, 2, 9], firstDraw: 10)
    var others = ColumnStatistics()
    others.add([9, 2, 3], firstDraw: 3)
    statistics.merge(others)
    #expect(statistics.lowest == .init(value: 2, draw: 4))
    #expect(statistics.highest == .init(value: 9, draw: 3))
  }

  @Test("equal values stay equal, whatever their number")
  func equal() {
    var statistics = ColumnStatistics(memory: 4_000)
    for block in 0..<100 {
      statistics.add([Double](repeating: 0.1, count: 1000), firstDraw: block * 1000)
    }
    #expect(statistics.mean == 0.1)
    #expect(statistics.standardDeviation == 0)
    #expect(statistics.quantiles([0, 0.05, 0.5, 1]) == [0.1, 0.1, 0.1, 0.1])
    #expect(statistics.rankError == 0)
  }

  @Test("values beyond what a square holds have a mean and a standard deviation")
  func huge() {
    var statistics = ColumnStatistics()
    statistics.add([Double](repeating: .greatestFiniteMagnitude, count: 5), firstDraw: 0)
    let mean = statistics.mean ?? 0
    #expect(mean >= Double.greatestFiniteMagnitude.nextDown)
    #expect(statistics.standardDeviation == 0)
    statistics.add([Double](repeating: -.greatestFiniteMagnitude, count: 5), firstDraw: 5)
    #expect(statistics.mean == 0)
    // The greatest number and a part of it is none.
    #expect(statistics.standardDeviation == nil)
    #expect(statistics.quantile(0.5) == 0)
  }
}
