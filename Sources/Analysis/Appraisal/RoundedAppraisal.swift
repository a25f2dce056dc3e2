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
    let parts = zip(budgets, nets).map { RoundedAppraisal($0, net: $1, terminal: 0) }
    var whole = RoundedAppraisal(total, net: net, terminal: terminal)
    for account in BudgetAccount.rows.indices {
      whole.accounts[account] = parts.reduce(0) { $0 + $1.accounts[account] }
    }
    return parts + [whole]
  }

  /// Lines that come to `net`, the terminal value apart.
  private init(_ appraisal: Appraisal, net: Int64, terminal: Int64) {
    self.terminal = terminal
    // What is nothing stays nothing.
    let used = BudgetAccount.rows.indices.filter { appraisal.presentValue(of: $0) != 0 }
    let values = LargestRemainder.round(
      used.map(appraisal.presentValue), decimals: 2, to: used.isEmpty ? 0 : net)
    accounts = Array(repeating: 0, count: BudgetAccount.rows.count)
    for (account, value) in zip(used, values) { accounts[account] = value }
  }
}
