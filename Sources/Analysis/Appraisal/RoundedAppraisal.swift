import Quantities

/// The present values of an appraisal in whole fen that add up: lines to benefits and costs, these to
/// the net present value, and the budgets to the total.
public struct RoundedAppraisal: Sendable {
  /// By account of `BudgetAccount.rows`, fen.
  public private(set) var accounts: [Int64]
  public private(set) var terminal: Int64

  public var benefits: Int64 { sum(areCosts: false) + terminal }
  /// Above zero.
  public var costs: Int64 { -sum(areCosts: true) }
  public var netPresentValue: Int64 { benefits - costs }

  /// Below this, yuan, an amount is what rounding left of nothing.
  fileprivate static let nothing = 0.0001

  private func sum(areCosts: Bool) -> Int64 {
    zip(BudgetAccount.rows, accounts).reduce(0) { $0 + ($1.0.isCost == areCosts ? $1.1 : 0) }
  }

  /// Of appraisals as `Appraisal.all` gives them: one alone, or several budgets and last all together.
  ///
  /// The net present value of all together is its own, rounded; whatever is behind it is rounded so
  /// that it comes to that, each number to the nearest fen or the next.
  public static func all(of appraisals: [Appraisal]) -> [RoundedAppraisal] {
    guard let total = appraisals.last else { return [] }
    let terminal = NumberFormat.rounded(total.terminalValue, decimals: 2)
    let net = NumberFormat.rounded(total.netPresentValue, decimals: 2) - terminal
    let budgets = appraisals.dropLast()
    guard !budgets.isEmpty else { return [RoundedAppraisal(total, net: net, terminal: terminal)] }
    let nets = LargestRemainder.round(budgets.map(\.netPresentValue), decimals: 2, to: net)
    let whole = RoundedAppraisal(total, net: net, terminal: terminal)
    // First each line by itself, so that what is passed on among budgets comes to nothing; then the
    // budgets, by moving single fen within lines.
    var table = BudgetAccount.rows.indices.map { account in
      Row(budgets.map { $0.presentValue(of: account) }, total: whole.accounts[account])
    }
    Row.balance(&table, to: nets)
    return nets.indices.map { budget in
      RoundedAppraisal(accounts: table.map { $0.parts[budget] }, terminal: 0)
    } + [whole]
  }

  private init(accounts: [Int64], terminal: Int64) {
    self.accounts = accounts
    self.terminal = terminal
  }

  /// Lines that come to `net`, the terminal value apart.
  private init(_ appraisal: Appraisal, net: Int64, terminal: Int64) {
    self.terminal = terminal
    // What is nothing stays nothing.
    let used = BudgetAccount.rows.indices.filter {
      appraisal.presentValue(of: $0).magnitude > RoundedAppraisal.nothing
    }
    let values = LargestRemainder.round(
      used.map(appraisal.presentValue), decimals: 2, to: used.isEmpty ? 0 : net)
    accounts = Array(repeating: 0, count: BudgetAccount.rows.count)
    for (account, value) in zip(used, values) { accounts[account] = value }
  }
}

/// An account over the budgets.
private struct Row {
  /// Yuan.
  let values: [Double]
  /// Fen.
  var parts: [Int64]

  init(_ values: [Double], total: Int64) {
    self.values = values
    let used = values.indices.filter { values[$0].magnitude > RoundedAppraisal.nothing }
    parts = Array(repeating: 0, count: values.count)
    let rounded = LargestRemainder.round(used.map { values[$0] }, decimals: 2, to: total)
    for (place, part) in zip(used, rounded) { parts[place] = part }
  }

  /// How much a part is above its value, fen; nil where there is none.
  private func excess(of place: Int) -> Double? {
    guard values[place].magnitude > RoundedAppraisal.nothing else { return nil }
    return Double(parts[place]) - values[place] * 100
  }

  /// Moves single fen from budgets that have too many to those that lack some, each in the line where
  /// that brings both nearest to their values; the lines' totals stay.
  static func balance(_ table: inout [Row], to nets: [Int64]) {
    func surplus(_ budget: Int) -> Int64 {
      table.reduce(-nets[budget]) { $0 + $1.parts[budget] }
    }
    while let rich = nets.indices.first(where: { surplus($0) > 0 }),
      let poor = nets.indices.first(where: { surplus($0) < 0 })
    {
      var best: (line: Int, gain: Double)?
      for line in table.indices {
        guard let above = table[line].excess(of: rich), let below = table[line].excess(of: poor)
        else { continue }
        if above - below > best?.gain ?? -.infinity { best = (line, above - below) }
      }
      // Budgets without a line in common are left as they are.
      guard let line = best?.line else { return }
      table[line].parts[rich] -= 1
      table[line].parts[poor] += 1
    }
  }
}
