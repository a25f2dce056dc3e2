import Language
import Quantities
import Testing

@testable import Ensembles

/// The distribution of values with their probabilities.
private func discrete(_ pairs: KeyValuePairs<Double, Double>) -> Distribution {
  let row = DistributionTable.row(named: "discrete") ?? DistributionTable.interval
  return Distribution(
    row: row, parameters: pairs.map(\.key), probabilities: pairs.map(\.value), unit: .one)
}

@Suite("The inverse transform")
struct QuantileTests {
  /// A distribution, a share and the value below which it lies.
  private static let quantiles: [(Distribution, Double, Double)] = [
    // scipy.stats: norm.ppf, lognorm.ppf(p, sigma, scale=median).
    (distribution("normal", 5, 2), 0.975, 8.919_927_969_080_108),
    (distribution("normal", 0, 1), 1e-10, -6.361_340_902_404_056),
    (distribution("normal", 0, 1), 0x1p-53, -8.209_536_151_601_387),
    (distribution("lognormal", 300, 0.5), 0.1, 158.065_055_488_810_97),
    (distribution("uniform", 2, 5), 0.25, 2.75),
    // (x − a)² = p (b − a)(m − a); (b − x)² = (1 − p)(b − a)(b − m).
    (distribution("triangular", 0, 1, 4), 0.16, 0.8),
    (distribution("triangular", 0, 1, 4), 0.25, 1),
    (distribution("triangular", 0, 1, 4), 0.52, 1.6),
    (distribution("triangular", 0, 0, 1), 0.75, 0.5),
    (distribution("triangular", 0, 1, 1), 0.25, 0.5),
    // The ends of nine cases in ten; between them the median.
    (distribution("to", 100, 400), 0.05, 100), (distribution("to", 100, 400), 0.95, 400),
    (distribution("to", 100, 400), 0.5, 200), (distribution("to", -2, 34), 0.05, -2),
    (distribution("to", -2, 34), 0.95, 34), (distribution("to", 0, 1.5), 0.5, 0.75),
    (distribution("to", 1, 1.000_000_000_1), 0.95, 1.000_000_000_1),
    (distribution("to", 1e-150, 1e150), 0.95, 1e150),
    // scipy.special.betaincinv.
    (distribution("beta", 2, 3), 0.5, 0.385_727_568_132_389_5),
    (distribution("beta", 0.5, 0.5), 0.25, 0.146_446_609_406_726_24),
    (distribution("beta", 30, 0.2), 0.01, 0.928_307_201_413_279_2),
    (distribution("beta", 1000, 2000), 0.975, 0.350_303_016_727_210_04),
    // x^a for b = 1.
    (distribution("beta", 0.001, 1), 0.9, 1.747_871_251_722_69e-46),
    (distribution("beta", 1_000_000, 1), 0.5, 0.999_999_306_853_059_7),
    // A uniform distribution on the way: beta(1, 5) of PERT with its mode at the low end.
    (distribution("pert", 10, 10, 20), 0.5, 20 - 10 * 0.870_550_563_296_124_1),
  ]

  @Test("gives the quantiles of scipy and of closed forms", arguments: quantiles)
  func known(distribution: Distribution, share: Double, expected: Double) {
    let value = distribution.quantile(share)
    #expect(
      abs(value - expected) <= 4e-15 * expected.magnitude * tolerance(distribution), "\(value)")
  }

  /// Where a value is the power of something, its digits count so many times.
  private func tolerance(_ distribution: Distribution) -> Double {
    let parameters = distribution.parameters
    return switch distribution.row.name {
    case "to" where parameters[0] > 0: 1 + Numerics.logarithm(parameters[1] / parameters[0])
    case "beta": 1 + 1 / min(parameters[0], parameters[1])
    default: 1
    }
  }

  @Test("what is certain is that value in each draw")
  func degenerate() {
    let shares = [0x1p-53, 0.3, 0.5, 0.9, 1 - 0x1p-53]
    for (distribution, value) in [
      (distribution("normal", 7, 0), 7.0), (distribution("lognormal", 3, 0), 3),
      (distribution("uniform", -2, -2), -2), (distribution("triangular", 4, 4, 4), 4),
      (distribution("pert", 4, 4, 4), 4), (distribution("bernoulli", 0), 0),
      (distribution("bernoulli", 1), 1), (discrete([5: 0, 6: 1, 7: 0]), 6), (discrete([9: 1]), 9),
    ] {
      for share in shares { #expect(distribution.quantile(share) == value) }
    }
  }

  @Test(
    "every value is a number between the ends, and none falls while the share grows",
    arguments: [
      distribution("normal", 0, 1), distribution("normal", -1e308, 1e308),
      distribution("normal", 1, .leastNonzeroMagnitude), distribution("lognormal", 1e300, 50),
      distribution("lognormal", .leastNonzeroMagnitude, 1000), distribution("lognormal", 1, 1e308),
      distribution("uniform", -1.7e308, 1.7e308),
      distribution("uniform", 0, .leastNonzeroMagnitude),
      distribution("triangular", -1.7e308, 0, 1.7e308), distribution("triangular", 0, 1e-300, 1),
      distribution("pert", -1.7e308, 1e308, 1.7e308), distribution("pert", 2, 2, 3),
      distribution("pert", 2, 3, 3), distribution("pert", 1, 1 + 0x1p-52, 1 + 0x1p-51),
      distribution("beta", 1e-300, 1e-300), distribution("beta", .leastNonzeroMagnitude, 1e6),
      distribution("beta", 1e6, 1e-9), distribution("beta", 1e6, 1e6), distribution("beta", 1, 1),
      distribution("beta", 0.01, 0.02), distribution("beta", 40, 3), distribution("beta", 3, 1e6),
      distribution("to", .leastNonzeroMagnitude, 1.7e308), distribution("to", -1.7e308, 1.7e308),
      discrete([3: 0.2, -1: 0.3, 2: 0.5]), distribution("bernoulli", 1e-18),
    ])
  func monotonous(distribution: Distribution) {
    let inverse = distribution.inverse
    var last = -Double.infinity
    var shares = [0x1p-53, 3 * 0x1p-53, 1e-12, 1e-6, 1e-3]
    shares += (1..<200).map { Double($0) / 200 }
    shares += [1e-3, 1e-6, 1e-12, 0x1p-53].map { 1 - $0 }
    for share in shares {
      let value = inverse(share)
      #expect(value.isFinite)
      #expect(value >= last - 1e-14 * last.magnitude, "\(share): \(value) after \(last)")
      last = value
    }
  }

  @Test("of several values each has its share, in whatever order they are written")
  func steps() {
    let inverse = discrete([3: 0.2, -1: 0.3, 2: 0.5]).inverse
    for (share, value) in [
      (0.1, -1.0), (0.299, -1), (0.301, 2), (0.799, 2), (0.801, 3), (0.999, 3),
    ] {
      #expect(inverse(share) == value)
    }
    let coin = distribution("bernoulli", 0.7).inverse
    #expect(coin(0.299) == 0 && coin(0.301) == 1)
  }
}
