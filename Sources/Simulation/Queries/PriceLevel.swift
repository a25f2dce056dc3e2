import Quantities

/// What a yuan of one year's prices is at an instant: the prices of then over those of the middle
/// of that year. Model 1, prices.
struct PriceLevel: Sendable {
  /// Share a year, by instant.
  let inflation: Curve<Double>
  /// The middle of the calendar year whose prices are 1, months since the scenario's start.
  let base: Double

  init(_ plan: Plan<Double>) {
    inflation = plan.model.inflation
    base = Double(plan.priceYear * 12 + 6 - plan.calendar.firstMonth)
  }

  /// Years from the middle of that year to an instant in months.
  func years(to instant: Double) -> Double { (instant - base) / 12 }

  /// (1 + inflation)^years, compounded piece by piece where inflation changes.
  func level(at instant: Double) -> Double {
    guard inflation.schedule != nil else {
      return Numerics.power(1 + inflation.constant, years(to: instant))
    }
    return Numerics.exponential(
      inflation.logarithmicIntegral(to: instant) - inflation.logarithmicIntegral(to: base))
  }
}
