import Quantities

/// Σ amount·(1 + rate)^(−time), yuan at the moment of valuation. Model 10.
///
/// `rate` is a share a year. Nil where the rate is -1 or less, or where the sum is more than a
/// number can say.
public func netPresentValue(of flows: [CashFlow], at rate: Double) -> Double? {
  guard rate > -1 else { return nil }
  var sum = 0.0
  for flow in flows where flow.amount != 0 {
    sum += flow.amount * discountFactor(at: rate, after: flow.time)
  }
  return sum.isFinite ? sum : nil
}

/// What a yuan is worth now that is paid after so many years, at a rate above -1.
public func discountFactor(at rate: Double, after years: Double) -> Double {
  Numerics.power(1 + rate, -years)
}
