/// Σ amount·(what a yuan of its time is worth now), yuan at the moment of valuation. Model 10.
///
/// Nil where a rate is -1 or less, or where the sum is more than a number can say.
public func netPresentValue(of flows: [CashFlow], at rate: DiscountRate) -> Double? {
  guard rate.smallest > -1 else { return nil }
  var sum = 0.0
  for flow in flows where flow.amount != 0 {
    sum += flow.amount * rate.factor(after: flow.time)
  }
  return sum.isFinite ? sum : nil
}
