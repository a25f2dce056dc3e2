import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// `npv(SERIES, RATE)`: what its steps are worth at the scenario's start. Model 10.
enum PresentValueOf {
  private static let usage = "npv(SERIES, RATE)"

  static let row = SeriesFunctionRow(
    name: "npv", usage: usage,
    summary: "what all steps are worth at the start; RATE is `model.discount` if not given, and may be"
      + " a schedule",
    example: "print npv(tax.local, 8%)",
    type: { (call, checker) throws(Diagnostic) in
      let series = try call.series(checker, count: 1...2, usage: usage)
      let values = try call.values(1...2, usage: usage)
      if values.count == 2 {
        let rate = try checker.type(values[1])
        guard rate.dimension == .number, !rate.traits.contains(.series) else {
          throw Diagnostic(
            "wrong-kind", "`npv` takes a rate second, and this is \(rate.phrase)",
            at: Location(checker.source, values[1].span),
            help: ["write for example `npv(tax.local, 8%)`"])
        }
      }
      return ExpressionType(series.content, .projected)
    },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      let values = try call.values(1...2, usage: usage)
      let rate = try rate(values.dropFirst().first, evaluator, context, at: call.location)
      let (flows, unit) = try flows(values[0], evaluator, context)
      guard let flows else { return .scalar(.undefined("one of its steps has no value")) }
      guard let worth = netPresentValue(of: flows, at: rate) else {
        return .scalar(.undefined("there is no present value at this rate"))
      }
      return .number(Quantity(worth, unit))
    })

  /// The steps of an expression as flows, cash at mid-step; nil where one has no value.
  static func flows(
    _ expression: Expression, _ evaluator: Evaluator, _ context: FigureContext
  ) throws(Diagnostic) -> (flows: [CashFlow]?, unit: Unit) {
    let series = try context.perStep { () throws(Diagnostic) in try evaluator.series(expression) }
    let quantities = PeriodQuantities(series, context)
    guard let calendar = context.projection?.calendar, quantities.gap == nil else {
      return (nil, quantities.unit)
    }
    let years = Double(calendar.stepMonths) / 12
    let flows = zip(series.periods, quantities.numbers).map { period, number in
      CashFlow(number ?? 0, at: (Double(period.lowerBound) + 0.5) * years)
    }
    return (flows, quantities.unit)
  }

  static func rate(
    _ expression: Expression?, _ evaluator: Evaluator, _ context: FigureContext,
    at place: Location
  ) throws(Diagnostic) -> DiscountRate {
    if let expression {
      let outcome = try evaluator.outcome(expression)
      let start = Double(context.projection?.calendar.firstMonth ?? 0)
      guard let rate = DiscountRate(outcome, from: start) else {
        // Says why there is no number.
        return DiscountRate(try evaluator.quantity(expression).value)
      }
      guard rate.smallest > -1 else {
        throw Diagnostic(
          "out-of-range", "a rate of discount is above -100 %",
          at: Location(evaluator.source, expression.span))
      }
      return rate
    }
    do throws(Diagnostic) {
      return try discountRate(of: context.scenario)
    } catch {
      throw error.placed(at: place)
    }
  }
}
