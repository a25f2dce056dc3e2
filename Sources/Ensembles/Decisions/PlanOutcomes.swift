/// What several plans come to in the same futures.
public struct PlanOutcomes: Sendable {
  /// By plan and future, all finite; more is better unless said otherwise where it is asked.
  public let values: [[Double]]
  /// Which draw each future is.
  public let draws: [Int]
  /// In how many draws some plan has no value; they are left out.
  public let missing: Int

  /// - Parameter columns: what each plan comes to, by draw; nil where it has no value.
  public init(_ columns: [[Double?]]) {
    let count = columns.map(\.count).min() ?? 0
    var values = [[Double]](repeating: [], count: columns.count)
    var draws: [Int] = []
    for draw in 0..<count {
      let row = columns.compactMap { column in column[draw].flatMap { $0.isFinite ? $0 : nil } }
      guard row.count == columns.count else { continue }
      draws.append(draw)
      for (plan, value) in row.enumerated() { values[plan].append(value) }
    }
    self.values = values
    self.draws = draws
    missing = count - draws.count
  }

  /// The same with less being better.
  public var turned: PlanOutcomes { PlanOutcomes(values.map { $0.map { -$0 } }, draws, missing) }

  private init(_ values: [[Double]], _ draws: [Int], _ missing: Int) {
    (self.values, self.draws, self.missing) = (values, draws, missing)
  }

  /// The mean of each plan; nought where there is no future.
  public var means: [Double] {
    values.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) }
  }

  /// The plan that is best in the mean, of several the first.
  public var bestInMean: Int {
    let means = means
    return means.indices.max { (means[$0], -$0) < (means[$1], -$1) } ?? 0
  }

  /// What the best plan of each future comes to there.
  public var best: [Double] {
    draws.indices.map { future in values.map { $0[future] }.max() ?? 0 }
  }
}
