public import Diagnostics
public import Language
import Quantities

/// The values of uncertain parameters in each draw.
///
/// A value depends on the seed, the method, the parameter's name, its distribution and the draw
/// alone, with `latin` also on how many draws there are, and with a correlation on the parameters
/// that it follows: neither on other parameters nor on the order or number of threads.
public struct Sampler: Sendable {
  private let points: [any Points]
  private let inverses: [@Sendable (Double) -> Double]
  private let copula: GaussianCopula
  private let source: PointSource

  /// - Parameter correlations: Between parameters by their names.
  /// - Throws: `bad-correlation`, `unknown-name`: see `GaussianCopula`.
  public init(
    _ parameters: [(name: String, distribution: Distribution)], correlations: [Correlation] = [],
    method: SamplingMethod, seed: UInt64, draws: Int
  ) throws(Diagnostic) {
    let names = parameters.map(\.name)
    source = PointSource(method: method, seed: seed, draws: draws)
    copula = try GaussianCopula(correlations, among: names)
    points = source.points(names)
    inverses = parameters.map(\.distribution.inverse)
  }

  /// The values of a parameter, by its place among the parameters, in its distribution's unit, one
  /// for each draw; the first draw is 0.
  public func values(of parameter: Int, draws: Range<Int>) -> [Double] {
    shares(of: parameter, draws: draws).map(inverses[parameter])
  }

  /// Numbers between 0 and 1, both excluded, of a name that is no parameter's, one for each draw.
  public func uniforms(named name: String, draws: Range<Int>) -> [Double] {
    source.points(apart: name).uniforms(draws)
  }

  /// The share of its distribution that lies below each draw's value.
  private func shares(of parameter: Int, draws: Range<Int>) -> [Double] {
    guard let weights = copula.weights(of: parameter) else {
      return points[parameter].uniforms(draws)
    }
    var scores = [Double](repeating: 0, count: draws.count)
    for (other, weight) in weights {
      let shares = points[other].uniforms(draws)
      for place in scores.indices {
        scores[place] += weight * Numerics.normalScore(below: shares[place])
      }
    }
    return scores.map { score in
      let share = Numerics.normalShare(below: score)
      return min(max(share, .leastNormalMagnitude), OpenInterval.last)
    }
  }
}
