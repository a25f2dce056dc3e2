/// How far plans stay behind the best of them, future by future.
///
/// Savage, L. J. (1951), The theory of statistical decision; robustness measures as in McPhail et al.
/// (2018), Earth's Future 6.
public struct Regret: Sendable {
  /// By which of a plan's regrets plans are held against each other.
  public enum Measure: String, Sendable, CaseIterable {
    /// The largest in any future.
    case minimax
    /// The mean of all futures.
    case mean
    /// What nine of ten futures do not exceed.
    case p90
  }

  /// One plan.
  public struct Plan: Sendable {
    public var mean: Double
    /// The share of futures in which none is better. Of equals each counts.
    public var bestShare: Double
    public var meanRegret: Double
    public var p90: Double
    public var worst: Double
    /// The draw in which it is furthest behind, of several the first.
    public var worstDraw: Int

    public func regret(by measure: Measure) -> Double {
      switch measure {
      case .minimax: worst
      case .mean: meanRegret
      case .p90: p90
      }
    }
  }

  /// In the order of the outcomes.
  public let plans: [Plan]
  /// The share of futures in which several plans are best.
  public let tiedShare: Double

  /// Nil where there is no future in which all have a value.
  public init?(_ outcomes: PlanOutcomes) {
    guard !outcomes.draws.isEmpty else { return nil }
    let best = outcomes.best
    let count = Double(best.count)
    let means = outcomes.means
    plans = outcomes.values.indices.map { index in
      let values = outcomes.values[index]
      var statistics = ColumnStatistics()
      for (future, value) in values.enumerated() {
        statistics.add(best[future] - value, draw: outcomes.draws[future])
      }
      return Plan(
        mean: means[index],
        bestShare: Double(zip(values, best).count { $0 == $1 }) / count,
        meanRegret: statistics.mean ?? 0, p90: statistics.value(of: .percentile(90)) ?? 0,
        worst: statistics.highest?.value ?? 0, worstDraw: statistics.highest?.draw ?? 0)
    }
    let tied = best.indices.count { future in
      outcomes.values.count { $0[future] == best[future] } > 1
    }
    tiedShare = Double(tied) / count
  }

  /// The plans with the least regret first, of equals the one that is better in the mean, then the first.
  public func order(by measure: Measure) -> [Int] {
    plans.indices.sorted { a, b in
      let (one, two) = (plans[a].regret(by: measure), plans[b].regret(by: measure))
      if one != two { return one < two }
      return plans[a].mean == plans[b].mean ? a < b : plans[a].mean > plans[b].mean
    }
  }
}
