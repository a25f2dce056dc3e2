public import Diagnostics
public import Ensembles
import ParkModel
public import Quantities

/// One figure of several plans, each a branch, in the futures of their ensembles.
public struct PlanFutures: Sendable {
  public let outcomes: PlanOutcomes
  /// Nil where no draw has a number.
  public let unit: Unit?
  /// What the draws of each plan came to.
  public let counts: [Ensemble.Count]
  public let remarks: [Sentence]
  private let runs: [EnsembleRun]

  /// Throws what stands in the way of all draws of one plan, and where `stop` asks.
  public init(
    _ request: FigureRequest, of plans: [(alternative: Alternative, draws: DrawAccess)]
  ) throws(Diagnostic) {
    var columns: [DrawColumns] = []
    var counts: [Ensemble.Count] = []
    // Where one plan was left off, the others need no more futures.
    var most: Int?
    for (plan, draws) in plans {
      let own = try request.restated(in: plan.scenario)
      let answered = try draws.answered(
        own, plan.scenario, plan.projection, keepsValues: true, most: most)
      if answered.count.done < answered.count.asked {
        most = min(most ?? answered.count.done, answered.count.done)
      }
      columns.append(answered.columns)
      counts.append(answered.count)
    }
    let unit = columns.lazy.compactMap(\.unit).first
    self.unit = unit
    self.counts = counts
    var remarks: [Sentence] = []
    for remark in columns.flatMap(\.remarks) where !remarks.contains(remark) {
      remarks.append(remark)
    }
    self.remarks = remarks
    runs = plans.map(\.draws.ensemble.run)
    let done = counts.map(\.done).min() ?? 0
    outcomes = PlanOutcomes(
      columns.map { column in
        guard let values = column.column()?.values,
          let factor = column.unit.flatMap({ own in
            unit.flatMap { own == $0 ? 1 : Quantity(1, own).value(in: $0) }
          })
        else { return [Double?](repeating: nil, count: done) }
        return values.prefix(done).map { value in value.map { $0 * factor } }
      })
  }

  /// The names of what is uncertain in some plan, in the order of the first that has it.
  public var inputs: [String] {
    var names: [String] = []
    for name in runs.flatMap({ $0.parameters.map(\.name) }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// What an input is in each future, in the first plan that has it: where another has it with another
  /// range, it is as far in its own.
  public func values(of input: String) -> [Double] {
    let draws = 0..<((outcomes.draws.last ?? -1) + 1)
    guard let all = runs.lazy.compactMap({ $0.values(of: input, in: draws) }).first else {
      return []
    }
    return outcomes.draws.map { all[$0] }
  }
}
