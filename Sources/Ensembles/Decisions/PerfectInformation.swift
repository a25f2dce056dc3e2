/// What it is worth to know the future before one of several plans is chosen.
///
/// The expected value of perfect information (Raiffa and Schlaifer 1961): what the best plan of each
/// future comes to in the mean, less what the plan that is best in the mean does. Of one input by itself
/// (EVPPI): the same with what each plan comes to at each value of that input, the others as they may be.
/// All in the unit of the outcomes.
public struct PerfectInformation: Sendable {
  /// A mean over futures and its standard error.
  public struct Worth: Sendable, Equatable {
    public var value: Double
    public var error: Double

    public init(value: Double, error: Double) {
      self.value = value
      self.error = error
    }

    /// The mean of what each future gains. Draws of `sobol` and `latin` are spread more evenly than random
    /// ones, so that the error is rather less.
    init(meanOf gains: [Double]) {
      let count = Double(gains.count)
      let mean = gains.isEmpty ? 0 : gains.reduce(0, +) / count
      let squares = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.init(
        value: mean, error: gains.count > 1 ? (squares / (count - 1) / count).squareRoot() : 0)
    }
  }

  /// The plan that is best in the mean, and so the one to take as things are.
  public let choice: Int
  /// What knowing everything is worth.
  public let all: Worth
  private let outcomes: PlanOutcomes

  /// Nil where there are fewer than two futures in which all plans have a value.
  public init?(_ outcomes: PlanOutcomes) {
    guard outcomes.draws.count > 1 else { return nil }
    self.outcomes = outcomes
    choice = outcomes.bestInMean
    let chosen = outcomes.values[choice]
    all = Worth(meanOf: zip(outcomes.best, chosen).map { $0 - $1 })
  }

  /// As many futures as bins and curves take at least.
  public static let leastFutures = 40

  /// How many bins there are of so many futures: each has more futures than there are bins.
  public static func bins(of futures: Int) -> Int {
    min(100, max(2, Int((Double(futures).squareRoot() / 2).rounded(.down))))
  }

  /// What knowing one input is worth by binning: in each of some bins of equal size, in the order of the
  /// input, the plan that is best there. Rather too high, since each bin picks the best of what its few
  /// futures say. Nil where the input is the same throughout, or where there are too few futures.
  ///
  /// - Parameter input: its value in each future of the outcomes.
  public func binned(_ input: [Double]) -> Worth? {
    let count = outcomes.draws.count
    guard count >= PerfectInformation.leastFutures, input.count == count else { return nil }
    let order = input.indices.sorted { (input[$0], $0) < (input[$1], $1) }
    guard let first = order.first, let last = order.last, input[first] != input[last] else {
      return nil
    }
    let size = count / PerfectInformation.bins(of: count)
    var gains = [Double](repeating: 0, count: count)
    var start = 0
    while start < count {
      var end = min(count, start + size)
      // What is left over goes with the last; equal values are never parted.
      if count - end < size { end = count }
      while end < count, input[order[end]] == input[order[end - 1]] { end += 1 }
      let part = order[start..<end]
      let sums = outcomes.values.map { values in part.reduce(0.0) { $0 + values[$1] } }
      let best = sums.indices.max { (sums[$0], -$0) < (sums[$1], -$1) } ?? choice
      for future in part {
        gains[future] = outcomes.values[best][future] - outcomes.values[choice][future]
      }
      start = end
    }
    let worth = Worth(meanOf: gains)
    return Worth(value: max(0, worth.value), error: worth.error)
  }

  /// What knowing one input is worth by regression: what each plan is more than the one that is best in
  /// the mean, as a smooth curve of the input (Strong, Oakley and Brennan 2014 have splines; here the
  /// input itself and polynomials of its rank to the fifth). Nil as with bins.
  public func regressed(_ input: [Double]) -> Worth? {
    let count = outcomes.draws.count
    guard count >= PerfectInformation.leastFutures, input.count == count,
      let basis = RankBasis(input)
    else { return nil }
    let plans = outcomes.values.indices.filter { $0 != choice }
    let chosen = outcomes.values[choice]
    var curves: [[Double]] = []
    var rests: [[Double]] = []
    for plan in plans {
      let more = zip(outcomes.values[plan], chosen).map { $0 - $1 }
      let curve = basis.fitted(to: more)
      curves.append(curve)
      rests.append(zip(more, curve).map { $0 - $1 })
    }
    // Which curve is the highest in each future, nil where none is above nought, and how high.
    var highest = [Int?](repeating: nil, count: count)
    var gains = [Double](repeating: 0, count: count)
    for future in 0..<count {
      for (plan, curve) in curves.enumerated() where curve[future] > gains[future] {
        (highest[future], gains[future]) = (plan, curve[future])
      }
    }
    let spread = Worth(meanOf: gains)
    // The error of the curves by the delta method: how the mean moves with each coefficient.
    var variance = spread.error * spread.error
    let slopes = plans.indices.map { plan in
      basis.columns.map { column in
        var sum = 0.0
        for future in 0..<count where highest[future] == plan { sum += column[future] }
        return sum / Double(count)
      }
    }
    let freedom = Double(max(1, count - basis.columns.count))
    for (one, first) in slopes.enumerated() {
      for (two, second) in slopes.enumerated() {
        let covariance = zip(rests[one], rests[two]).reduce(0) { $0 + $1.0 * $1.1 } / freedom
        variance += zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } * covariance
      }
    }
    // A curve may promise more than there is to know.
    return Worth(value: min(spread.value, all.value), error: max(0, variance).squareRoot())
  }
}
