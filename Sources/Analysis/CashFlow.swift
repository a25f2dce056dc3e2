/// An amount of money at a moment. Model 10.
public struct CashFlow: Sendable, Equatable {
  /// Yuan; what comes in is positive, what goes out negative.
  public var amount: Double
  /// Years after the moment of valuation; negative before it.
  public var time: Double

  public init(_ amount: Double, at time: Double) {
    self.amount = amount
    self.time = time
  }

  /// The flows of steps one after another from the moment of valuation on, each as if paid in the
  /// middle of its step. `step` is the length of one, years.
  public static func midStep(_ amounts: [Double], step: Double) -> [CashFlow] {
    amounts.enumerated().map { index, amount in
      CashFlow(amount, at: (Double(index) + 0.5) * step)
    }
  }

  /// The flows of the ends of periods of a year, the first of them now: the convention of
  /// spreadsheets and of numpy-financial.
  public static func yearly(_ amounts: [Double]) -> [CashFlow] {
    amounts.enumerated().map { CashFlow($1, at: Double($0)) }
  }
}
