import Simulation

/// What one budget takes in and pays out, step by step: that of a city or county, or of all.
public struct BudgetFlows: Sendable {
  /// That of the city; `total` for all of them.
  public let name: String
  /// By account of `BudgetAccount.rows` and step, fen; what is paid out is below zero.
  public private(set) var amounts: [[Int64]]
  /// What was spent before the scenario's start, fen, above zero.
  public private(set) var sunk: Int64
  /// Direct jobs at the end.
  public private(set) var jobs: Double

  /// Those of each city that has any and of what belongs to no city, and of all together.
  static func all(of projection: Projection) -> (parts: [BudgetFlows], total: BudgetFlows) {
    let steps = projection.calendar.steps
    // What lies before the start is posted before the first step.
    let periods = [-1..<0] + steps
    var parts: [BudgetFlows] = []
    var total = BudgetFlows(name: "total", steps: steps.count)
    for (account, row) in BudgetAccount.rows.enumerated() {
      let name = row.metric(of: projection.levels)
      guard
        let metric = MetricTable.metric(
          name, taxes: projection.taxes, levels: projection.levels)
      else { preconditionFailure("no metric \(name)") }
      for series in projection.series(metric, by: .jurisdiction, over: periods) {
        let place = place(of: series, in: &parts, steps.count)
        parts[place].add(series.figures, to: account)
      }
      total.add(projection.series(metric, over: periods)[0].figures, to: account)
    }
    if let metric = MetricTable.metric("jobs", taxes: projection.taxes), let last = steps.last {
      for series in projection.series(metric, by: .jurisdiction, over: [last]) {
        parts[place(of: series, in: &parts, steps.count)].jobs = series.figures[0].value ?? 0
      }
      total.jobs = projection.series(metric, over: [last])[0].figures[0].value ?? 0
    }
    return (parts, total)
  }

  /// The place of a city among those found so far, where it is put if it is new.
  private static func place(
    of series: Series, in parts: inout [BudgetFlows], _ steps: Int
  ) -> Int {
    let name = series.isRemainder ? Comparison.remainder : series.part
    if let place = parts.firstIndex(where: { $0.name == name }) { return place }
    parts.append(BudgetFlows(name: name, steps: steps))
    return parts.count - 1
  }

  init(name: String, steps: Int) {
    self.name = name
    amounts = BudgetAccount.rows.map { _ in [Int64](repeating: 0, count: steps) }
    sunk = 0
    jobs = 0
  }

  /// Takes in the amounts of an account, the first of them what lies before the start.
  private mutating func add(_ figures: [Figure], to account: Int) {
    let row = BudgetAccount.rows[account]
    let fen = figures.map { figure -> Int64 in
      guard case .money(let fen) = figure else { return 0 }
      return row.isPaid ? -fen : fen
    }
    sunk -= fen[0]
    amounts[account] = Array(fen.dropFirst())
  }

  /// Takes an amount off what an account has in a step, fen.
  mutating func take(_ fen: Int64, from account: Int, _ step: Int) {
    amounts[account][step] -= fen
  }

  /// What is left when the flows of another are taken away.
  func less(_ other: BudgetFlows) -> BudgetFlows {
    var result = self
    for account in amounts.indices {
      result.amounts[account] = zip(amounts[account], other.amounts[account]).map(difference)
    }
    result.sunk = difference(sunk, other.sunk)
    result.jobs -= other.jobs
    return result
  }

  /// Whether nothing is taken in or paid out, now or before.
  var isNothing: Bool { sunk == 0 && amounts.allSatisfy { $0.allSatisfy { $0 == 0 } } }

  /// The net flow of each step, fen.
  public var net: [Int64] {
    amounts.reduce([Int64](repeating: 0, count: amounts[0].count)) { sum, account in
      zip(sum, account).map { difference($0, -$1) }
    }
  }
}

/// One amount less another, fen. The ledger keeps the sums of one run within what fits; where those of
/// two do not, the result stays at the end of what does.
private func difference(_ a: Int64, _ b: Int64) -> Int64 {
  let (result, overflow) = a.subtractingReportingOverflow(b)
  return overflow ? (b < 0 ? .max : -.max) : result
}
