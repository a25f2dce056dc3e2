/// When flows have paid back what they cost.
///
/// The moment from which on the sum of all flows to date is no longer below zero, to the end. A sum
/// that recovers and falls below zero again, as with a second phase, is not paid back yet.
public enum Payback: Sendable, Equatable {
  /// Years after the moment of valuation, and the step in which it is reached.
  case after(years: Double, step: Int)
  /// The sum is below zero at the end.
  case notYet
  /// The sum is never below zero.
  case nothingToRecover

  /// Of the flows of steps, `step` years long each, after what was there `before` them, at the moment of
  /// valuation. At a `rate` other than 0 each counts with its present value; within a step the sum runs
  /// straight.
  public init(
    of amounts: [Double], step: Double, before: Double = 0, discountedAt rate: DiscountRate = 0.0
  ) {
    let flows = CashFlow.midStep(amounts, step: step)
    var sum = before
    var crossing: (years: Double, step: Int)?
    var wasBelow = before < 0
    for (index, flow) in flows.enumerated() {
      let before = sum
      sum += flow.amount * rate.factor(after: flow.time)
      if sum < 0 {
        wasBelow = true
      } else if before < 0 {
        crossing = ((Double(index) + before / (before - sum)) * step, index)
      }
    }
    if sum < 0 {
      self = .notYet
    } else if wasBelow, let crossing {
      self = .after(years: crossing.years, step: crossing.step)
    } else {
      self = .nothingToRecover
    }
  }
}
