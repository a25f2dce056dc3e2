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
    summary:
      "what all steps are worth at the start; RATE is `model.discount` if not given, and may be"
      + " a schedule",
    example: "print npv(tax.local, 8%)",
    type: { (call, checker) throws(Diagnostic) in
      let series = try call.series(checker, count: 1...2, usage: usage)
      let values = try call.values(1...2, usage: usage)
      if values.count == 2 {
        let rate = try checker.type(values[1])
        let yearly = UnitTable.known("1/year").dimension
        guard [.number, yearly].contains(rate.dimension), !rate.traits.contains(.series) else {
          throw Diagnostic(
            "wrong-kind", "`npv` takes a rate second, and this is \(rate.phrase)",
            at: Location(checker.source, values[1].span),
            help: ["write for example `npv(tax, 8%)`"])
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

  /// Does something while an expression is read in the periods of its flows: steps where figures are in
  /// it, and years where it is stated by dates alone, so that 300 yuan stay 300 yuan a year at any step.
  static func inPeriods<Result>(
    of expression: Expression, _ evaluator: Evaluator, _ context: FigureContext,
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let type = try TypeChecker(source: evaluator.source, context: context).type(expression)
    guard type.traits.contains(.series) else { return try context.perYear(body) }
    return try context.perStep(body)
  }

  /// When the flow of a period is paid, years after the start.
  static func time(of period: Range<Int>, in calendar: StepCalendar) -> Double {
    Double(period.lowerBound + period.upperBound) / 2 * (Double(calendar.stepMonths) / 12)
  }

  /// The periods of an expression as flows, cash in the middle of each; nil where one has no value.
  /// Money is in fen.
  static func flows(
    _ expression: Expression, _ evaluator: Evaluator, _ context: FigureContext
  ) throws(Diagnostic) -> (flows: [CashFlow]?, unit: Unit) {
    let series = try inPeriods(of: expression, evaluator, context) { () throws(Diagnostic) in
      try evaluator.series(expression)
    }
    let quantities = PeriodQuantities(series, context)
    guard let calendar = context.projection?.calendar, quantities.gap == nil else {
      return (nil, quantities.unit)
    }
    let fen = UnitTable.known("fen")
    let unit = quantities.unit.dimension == .money ? fen : quantities.unit
    let flows = zip(series.periods, quantities.numbers).map { period, number in
      CashFlow(
        quantities.unit.convert(number ?? 0, to: unit), at: time(of: period, in: calendar))
    }
    return (flows, unit)
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
