import Ensembles
import TestSupport
import Testing

@Suite("Sobol' indices")
struct SobolIndicesTests {
  /// Random numbers that depend on a name and a seed.
  static func uniforms(_ seed: UInt64) -> (String, Range<Int>) -> [Double] {
    { name, draws in
      let key = name.utf8.reduce(seed) { $0 &* 0x100_0000_01B3 ^ UInt64($1) }
      var generator = SeededGenerator(seed: key)
      return draws.map { _ in Double.random(in: 0..<1, using: &generator) }
    }
  }

  @Test("the closed forms are the published ones")
  func closedForms() {
    func rounded(_ values: [Double]) -> [Double] { values.map { ($0 * 1e4).rounded() / 1e4 } }
    // Ishigami and Homma with a = 7, b = 0.1: 0.3139, 0.4424, 0 and 0.5576, 0.4424, 0.2437.
    let ishigami = SensitivityCheck.Function.ishigami.exact
    #expect(rounded(ishigami.map(\.first)) == [0.3139, 0.4424, 0])
    #expect(rounded(ishigami.map(\.total)) == [0.5576, 0.4424, 0.2437])
    // By hand, for two inputs: V = (1 + 1/3) (1 + 1/12) - 1 = 4/9, and so 3/4 and 3/16 of it.
    let g = SensitivityCheck.Function.sobolG
    #expect(g.exact.count == 5)
    let sums = g.exact.reduce(0) { $0 + $1.first }
    #expect(sums < 1 && sums > 0.9)
    for (index, next) in zip(g.exact, g.exact.dropFirst()) {
      #expect(index.first > next.first && index.total > next.total)
    }
    for index in g.exact { #expect(index.total > index.first) }
  }

  @Test("estimates are within four standard errors of the closed forms", arguments: [1, 2, 3])
  func known(seed: UInt64) {
    let check = SensitivityCheck(rows: 4096, seed: seed, uniforms: Self.uniforms(seed))
    #expect(check.rows.count == 16)
    for row in check.rows {
      #expect(row.holds, "\(row)")
      #expect(row.estimate.low <= row.estimate.value && row.estimate.value <= row.estimate.high)
      // An interval that says nothing would always hold.
      #expect(row.estimate.high - row.estimate.low < 0.25, "\(row)")
    }
    #expect(check.holds)
  }

  @Test("a sum of independent inputs: shares by variance, first and total alike")
  func linear() throws {
    let design = SaltelliDesign(rows: 2048, inputs: 3)
    let uniforms = Self.uniforms(9)
    let a = (0..<3).map { uniforms("a\($0)", 0..<2048) }
    let b = (0..<3).map { uniforms("b\($0)", 0..<2048) }
    let values = (0..<design.count).map { run in
      let (row, sample) = design[run]
      let x = design.point(row, sample, a: a, b: b)
      return 1e9 + 3e5 * x[0] + 4e5 * x[1]
    }
    let found = try #require(SobolIndices(values, of: design, seed: 1))
    for (index, exact) in zip(found.indices, [9.0 / 25, 16.0 / 25, 0]) {
      #expect(
        abs(index.first.value - exact) < 4 * (index.first.high - index.first.low) / 3.92 + 1e-9)
      #expect(
        abs(index.total.value - exact) < 4 * (index.total.high - index.total.low) / 3.92 + 1e-9)
    }
    #expect(found.indices[2].total == Estimate(value: 0, low: 0, high: 0))
    #expect(found == SobolIndices(values, of: design, seed: 1))
    #expect(found != SobolIndices(values, of: design, seed: 2))
  }

  @Test("a row without a value is left out; nothing that varies has no indices")
  func missing() throws {
    let design = SaltelliDesign(rows: 100, inputs: 1)
    var values = (0..<design.count).map { Double($0 * 7919 % 101) }
    values[3 * 5 + 2] = .nan
    values[3 * 9] = .infinity
    let found = try #require(SobolIndices(values, of: design, seed: 1))
    #expect(found.rows == 98)
    #expect(found.missing == 2)
    let equal = [Double](repeating: 5, count: design.count)
    #expect(SobolIndices(equal, of: design, seed: 1) == nil)
    #expect(SobolIndices([], of: SaltelliDesign(rows: 0, inputs: 1), seed: 1) == nil)
    #expect(SobolIndices(values, of: SaltelliDesign(rows: 100, inputs: 2), seed: 1) == nil)
    let gone = values.map { _ in Double.nan }
    #expect(SobolIndices(gone, of: design, seed: 1) == nil)
  }

  @Test("values of any size have the same indices")
  func size() throws {
    let design = SaltelliDesign(rows: 64, inputs: 2)
    let values = (0..<design.count).map { Double($0 * 7919 % 101) }
    let found = try #require(SobolIndices(values, of: design, seed: 1))
    for scale in [0x1p1000, 0x1p-900] {
      let other = try #require(SobolIndices(values.map { $0 * scale }, of: design, seed: 1))
      #expect(other.indices == found.indices)
    }
  }
}
