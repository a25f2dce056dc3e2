import Language
import Quantities
import Testing

@testable import Ensembles

/// A distribution with its mean and variance by closed forms.
private struct Law: Sendable, CustomTestStringConvertible {
  let kind: Distribution
  let mean: Double
  let variance: Double
  /// The fourth central moment over the variance squared, for the error of the variance.
  let kurtosis: Double

  var testDescription: String { "\(kind.row.name) \(kind.parameters)" }

  init(_ kind: Distribution, _ mean: Double, _ variance: Double, kurtosis: Double) {
    self.kind = kind
    self.mean = mean
    self.variance = variance
    self.kurtosis = kurtosis
  }

  static func beta(
    _ kind: Distribution, _ a: Double, _ b: Double, from low: Double = 0, width: Double = 1
  ) -> Law {
    let n = a + b
    let excess = 6 * ((a - b) * (a - b) * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3))
    return Law(
      kind, low + width * a / n, width * width * a * b / (n * n * (n + 1)),
      kurtosis: 3 + excess)
  }

  static func lognormal(_ kind: Distribution, median: Double, sigma: Double) -> Law {
    func e(_ x: Double) -> Double { Numerics.exponential(x * sigma * sigma) }
    return Law(
      kind, median * e(0.5), median * median * e(1) * (e(1) - 1),
      kurtosis: e(4) + 2 * e(3) + 3 * e(2) - 3)
  }

  static let all = [
    Law(distribution("normal", 5, 2), 5, 4, kurtosis: 3),
    lognormal(distribution("lognormal", 300, 0.3), median: 300, sigma: 0.3),
    Law(distribution("uniform", 2, 5), 3.5, 0.75, kurtosis: 1.8),
    // (a + m + b)/3, (a² + m² + b² − am − ab − mb)/18.
    Law(distribution("triangular", 0, 1, 4), 5.0 / 3, 13.0 / 18, kurtosis: 2.4),
    // The shape of beta(1 + 4(m−a)/(b−a), 1 + 4(b−m)/(b−a)).
    beta(distribution("pert", 2, 3, 10), 1.5, 4.5, from: 2, width: 8),
    beta(distribution("beta", 8, 2), 8, 2), beta(distribution("beta", 0.3, 0.4), 0.3, 0.4),
    beta(distribution("beta", 900, 100), 900, 100),
    Law(distribution("bernoulli", 0.7), 0.7, 0.21, kurtosis: 3 + (1 - 6 * 0.21) / 0.21),
    // Nine cases in ten: 2 · 1.6448536… standard deviations.
    Law(
      distribution("to", -2, 34), 16,
      (18 / 1.644_853_626_951_472_2) * (18 / 1.644_853_626_951_472_2), kurtosis: 3),
    lognormal(
      distribution("to", 100, 400), median: 200,
      sigma: 0.693_147_180_559_945_3 / 1.644_853_626_951_472_2),
  ]
}

@Suite("Draws of a distribution")
struct MomentTests {
  @Test("have its mean and variance within five standard errors", arguments: Law.all)
  fileprivate func random(law: Law) throws {
    let draws = 40_000
    let sampler = try Sampler([("x", law.kind)], method: .random, seed: 11, draws: draws)
    let (mean, variance) = moments(sampler.values(of: 0, draws: 0..<draws))
    let count = Double(draws)
    #expect(abs(mean - law.mean) < 5 * (law.variance / count).squareRoot())
    #expect(
      abs(variance - law.variance)
        < 5 * law.variance * ((law.kurtosis - 1) / count).squareRoot())
  }

  @Test("are nearer by far where they are even", arguments: Law.all)
  fileprivate func even(law: Law) throws {
    for method in [SamplingMethod.sobol, .latin] {
      let draws = 1 << 14
      let sampler = try Sampler([("x", law.kind)], method: method, seed: 4, draws: draws)
      let (mean, _) = moments(sampler.values(of: 0, draws: 0..<draws))
      // Random draws come as near as 1/128 of a standard deviation.
      #expect(abs(mean - law.mean) < 2e-4 * law.variance.squareRoot(), "\(method)")
    }
  }

  private func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count)
  }

  /// The mean of exp(c·z) over eight normal scores z is exp(c·c/2). The first counts for most, as
  /// in most models.
  @Test("of a smooth function, Sobol' points need at least 50 times fewer for an error of 1e-3")
  func fewer() throws {
    let weights = [0.4, 0.15, 0.1, 0.05, 0.05, 0.05, 0.03, 0.03]
    let exact = Numerics.exponential(weights.reduce(0) { $0 + $1 * $1 } / 2)
    func errors(_ method: SamplingMethod, _ draws: Int) throws -> [Double] {
      try (0..<24).map { seed in
        // Other names with each seed: no set of them is chosen.
        let parameters = weights.indices.map { ("x\(seed).\($0)", distribution("normal", 0, 1)) }
        let sampler = try Sampler(parameters, method: method, seed: UInt64(seed), draws: draws)
        let columns = parameters.indices.map { sampler.values(of: $0, draws: 0..<draws) }
        let sum = (0..<draws).reduce(0) { sum, draw in
          sum + Numerics.exponential(zip(weights, columns).reduce(0) { $0 + $1.0 * $1.1[draw] })
        }
        return sum / Double(draws) / exact - 1
      }
    }
    func size(_ errors: [Double]) -> Double {
      (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
    }
    // The relative variance is exp(c·c) − 1, so random draws take that over 1e-6.
    let random = (exact * exact - 1) / 1e-6
    let draws = 1 << 12
    #expect(random / Double(draws) >= 50)
    #expect(size(try errors(.sobol, draws)) < 1e-3)
    // As many random ones are as far off as that says.
    let expected = 1e-3 * (random / Double(draws)).squareRoot()
    #expect(abs(size(try errors(.random, draws)) / expected - 1) < 0.5)
  }
}
