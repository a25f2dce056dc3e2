import Ensembles
import Foundation
import TestSupport
import Testing

/// What it is worth to know, beside closed forms.
@Suite struct InformationTests {
  /// Two normal inputs in 20,000 futures.
  private static let inputs: (one: [Double], two: [Double]) = {
    var chance = SeededGenerator(seed: 12)
    func uniform() -> Double { (Double(chance.next() >> 11) + 0.5) / 9_007_199_254_740_992 }
    var (one, two): ([Double], [Double]) = ([], [])
    for _ in 0..<20_000 {
      let (size, angle) = ((-2 * log(uniform())).squareRoot(), 2 * Double.pi * uniform())
      one.append(size * cos(angle))
      two.append(size * sin(angle))
    }
    return (one, two)
  }()

  /// E max(0, X) - max(0, E X) of a normal X with mean m > 0 and deviation s:
  /// s (f(m/s) - m/s F(-m/s)), f and F the density and the distribution of the standard normal.
  private static func worth(_ mean: Double, _ deviation: Double) -> Double {
    let a = mean / deviation
    let density = exp(-a * a / 2) / (2 * Double.pi).squareRoot()
    return deviation * (density - a * erfc(a / 2.0.squareRoot()) / 2)
  }

  @Test("of two actions whose difference is normal it is what Raiffa and Schlaifer say")
  func normal() throws {
    let (one, two) = InformationTests.inputs
    let second = zip(one, two).map { 0.5 + 0.8 * $0 + 0.6 * $1 }
    let outcomes = PlanOutcomes([second.map { _ in 0 }, second])
    let found = try #require(PerfectInformation(outcomes))
    #expect(found.choice == 1)
    #expect(found.all.error < 0.005)
    #expect(abs(found.all.value - InformationTests.worth(0.5, 1)) < 3 * found.all.error)
    for (input, deviation) in [(one, 0.8), (two, 0.6)] {
      let exact = InformationTests.worth(0.5, deviation)
      let bins = try #require(found.binned(input))
      let curve = try #require(found.regressed(input))
      #expect(abs(bins.value - exact) < 3 * bins.error, "\(bins) and \(exact)")
      #expect(abs(curve.value - exact) < 3 * curve.error, "\(curve) and \(exact)")
      #expect(bins.error < 0.006 && curve.error < 0.006)
    }
  }

  /// Ishigami's function beside its mean, 7/2. Known alone, the first input is worth
  /// (1 + π⁴/50) E max(0, sin x) = (1 + π⁴/50) / π, the second 7/2 E max(0, -cos 2x) = 7 / 2π, and the third
  /// nothing, though it matters together with the first.
  @Test("of Ishigami's function it finds the inputs that are worth knowing by themselves")
  func screening() throws {
    var chance = SeededGenerator(seed: 5)
    func angle() -> Double { (2 * Double(chance.next() >> 11) / 9_007_199_254_740_992 - 1) * .pi }
    let inputs = (0..<4).map { _ in (0..<40_000).map { _ in angle() } }
    let values = inputs[0].indices.map { draw in
      let (x, y, z) = (inputs[0][draw], inputs[1][draw], inputs[2][draw])
      return sin(x) + 7 * sin(y) * sin(y) + 0.1 * z * z * z * z * sin(x)
    }
    let found = try #require(PerfectInformation(PlanOutcomes([values, values.map { _ in 3.5 }])))
    let first = (1 + Double.pi * .pi * .pi * .pi / 50) / .pi
    let bins = try inputs.map { try #require(found.binned($0)).value }
    let curves = try inputs.map { try #require(found.regressed($0)).value }
    #expect(abs(bins[0] - first) < 0.05 && abs(curves[0] - first) < 0.05, "\(bins) \(curves)")
    // The curve of five powers does not follow two whole waves; the bins do.
    #expect(abs(bins[1] - 7 / (2 * .pi)) < 0.05, "\(bins)")
    // The bins are too high by what chance makes of the means of 400 draws.
    #expect(bins[2] < 0.12 && bins[3] < 0.12 && curves[2] < 0.03 && curves[3] < 0.03)
    #expect(found.all.value > bins[0] && found.all.value > bins[1])
  }

  @Test("what has no part in it is worth nothing, by curves within their error")
  func nothing() throws {
    let (one, two) = InformationTests.inputs
    let outcomes = PlanOutcomes([one.map { _ in 0 }, one.map { $0 + 0.5 }])
    let found = try #require(PerfectInformation(outcomes))
    let curve = try #require(found.regressed(two))
    #expect(curve.value < 0.002)
    // All that there is to know is known with it.
    let bins = try #require(found.binned(one))
    #expect(abs(bins.value - found.all.value) < 0.005)
  }

  /// An input of three values, 10 futures of each, then 10 more of the first; the plans are 1, 0 and what
  /// the input says: 4, -1, 1. Known: (20 · 4 + 10 · 1 + 10 · 1) / 40; unknown: (20 · 4 - 10 + 10) / 40.
  @Test("an input of few values is known exactly, equal values stay together")
  func few() throws {
    let input = (0..<40).map { Double([0, 1, 2, 0][$0 / 10]) }
    let third = input.map { [4.0, -1, 1][Int($0)] }
    let found = try #require(
      PerfectInformation(PlanOutcomes([input.map { _ in 1 }, input.map { _ in 0 }, third])))
    #expect(found.choice == 2)
    #expect(found.all.value == 0.5)
    #expect(abs(try #require(found.regressed(input)).value - 0.5) < 1e-12)
    #expect(try #require(found.binned(input)).value == 0.5)
  }

  @Test("what is the same throughout, or of too few futures, has no answer")
  func none() throws {
    let outcomes = PlanOutcomes([(0..<50).map { Double($0) }, (0..<50).map { 49 - Double($0) }])
    let found = try #require(PerfectInformation(outcomes))
    let same = [Double](repeating: 3, count: 50)
    #expect(found.binned(same) == nil && found.regressed(same) == nil)
    let few = try #require(
      PerfectInformation(PlanOutcomes([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])))
    #expect(few.binned([1, 2, 3, 4, 5]) == nil && few.regressed([1, 2, 3, 4, 5]) == nil)
    #expect(few.all.value > 0)
    #expect(PerfectInformation(PlanOutcomes([[1], [2]])) == nil)
  }
}
