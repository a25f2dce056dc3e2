/// Present value of public costs, yuan, for each direct job at the horizon.
///
/// Nil where there is no job more at the end, or nothing was spent for them on balance.
public func costPerJob(costs: Double, jobs: Double) -> Double? {
  guard jobs > 0, costs > 0 else { return nil }
  let cost = costs / jobs
  return cost.isFinite ? cost : nil
}
