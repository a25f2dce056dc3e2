import Quantities
import Simulation

/// Flows of which only what is additional counts: local tax and land income at the share A of each
/// step. Model 6, `net_local.additional`. Docs/Decisions/0101-additional-appraisals.md.
extension BudgetFlows {
  /// The places of the accounts of which a part would come anyway or is lost elsewhere.
  private static let judged = BudgetAccount.rows.indices.filter { BudgetAccount.rows[$0].isJudged }

  /// Leaves what is additional of one budget: in each step what `net_local.additional` says.
  mutating func keepAdditional(_ projection: Projection) {
    for step in amounts[0].indices {
      let lost = lost(step, projection)
      for (account, fen) in zip(BudgetFlows.judged, lost) { take(fen, from: account, step) }
    }
  }

  /// Leaves what is additional of all budgets together, and of each: what the whole loses is divided
  /// among them, so that each line still adds up, and each is right to the fen or the next.
  static func keepAdditional(
    _ parts: inout [BudgetFlows], _ total: inout BudgetFlows, _ projection: Projection
  ) {
    for step in total.amounts[0].indices {
      let lost = total.lost(step, projection)
      let share = 1 - projection.additionality(step: step).share
      for (account, fen) in zip(judged, lost) {
        let used = parts.indices.filter { parts[$0].amounts[account][step] != 0 }
        let divided = LargestRemainder.round(
          used.map { Double(parts[$0].amounts[account][step]) * share }, decimals: 0, to: fen)
        for (part, fen) in zip(used, divided) { parts[part].take(fen, from: account, step) }
        total.take(fen, from: account, step)
      }
    }
  }

  /// What is not additional of a step, by judged account, fen: rounded for all of them together, of
  /// which the last bears the rest.
  private func lost(_ step: Int, _ projection: Projection) -> [Int64] {
    var sum: Int64 = 0
    var before: Int64 = 0
    return BudgetFlows.judged.map { account in
      sum += amounts[account][step]
      let lost = projection.notAdditional(of: sum, step: step)
      defer { before = lost }
      return lost - before
    }
  }
}
