/// Present value of what comes in for each yuan of present value of what goes out.
///
/// Both are sums at the moment of valuation, yuan. Nil where nothing goes out on balance: a ratio to
/// nothing, or to a saving, says nothing.
public func benefitCostRatio(benefits: Double, costs: Double) -> Double? {
  guard costs > 0 else { return nil }
  let ratio = benefits / costs
  return ratio.isFinite ? ratio : nil
}
