import Diagnostics
import Language
import Quantities
import Simulation

/// `at(SERIES, PERIOD)`: the value of one period.
enum PeriodOf {
  private static let usage = "at(SERIES, PERIOD)"

  static let row = SeriesFunctionRow(
    name: "at", usage: usage, summary: "the value of one period",
    example: "print at(tax, 2030)",
    type: { (call, checker) throws(Diagnostic) in
      let values = try call.values(2...2, usage: usage)
      var series = try checker.type(values[0])
      if series.traits.isDisjoint(with: [.byDate, .series]) {
        series = try call.series(checker, count: 2...2, usage: usage)
      }
      let period = values[1]
      guard period.askedPeriod != nil else {
        throw Diagnostic(
          "wrong-kind", "`at` takes a date second, and this is `\(period.canonical)`",
          at: Location(checker.source, period.span), help: ["write for example `at(tax, 2030)`"])
      }
      return ExpressionType(series.content, .projected)
    },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      let values = try call.values(2...2, usage: usage)
      guard let projection = context.projection,
        let steps = try PeriodReader(projection.calendar, evaluator.source).steps(values[1])
      else { return .scalar(.undefined("there is no run")) }
      if case .schedule(let schedule) = try evaluator.outcome(values[0]),
        let value = context.values(of: schedule, over: [steps])?.first
      {
        return .scalar(value)
      }
      let series = try evaluator.series(values[0])
      guard
        let index = series.periods.firstIndex(of: steps)
      else {
        throw Diagnostic(
          "outside-span", "`\(values[1].canonical)` is none of the periods of this figure",
          at: Location(evaluator.source, values[1].span))
      }
      return .scalar(series.values[index])
    })
}
