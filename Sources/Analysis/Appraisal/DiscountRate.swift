public import Diagnostics
import Language
public import ParkModel
import Quantities

/// The yearly rate at which a scenario's later money counts less: `model.discount`, read at the
/// scenario's start. A share; Model 10.
public func discountRate(of scenario: Scenario) throws(Diagnostic) -> Double {
  let source = SourceText(name: "model", text: "model.discount")
  var reader = ArgumentReader(Script(source).statements[0])
  let evaluator = Evaluator(source: source, context: ScenarioContext(scenario))
  let value: Scalar
  switch try evaluator.outcome(try reader.expression()) {
  case .scalar(let scalar): value = scalar
  case .schedule(let schedule):
    value = schedule.value(at: scenario.start?.months(sinceMonth: 0) ?? 0)
  case .series: value = .undefined("it goes by periods")
  }
  guard case .number(let quantity) = value else {
    throw Diagnostic(
      "not-set", "nothing says at what rate to discount",
      help: ["state it: `set model discount=8%`"])
  }
  return quantity.rate
}

extension Quantity {
  /// A rate as a share a year, whether or not it says that it is a year's.
  var rate: Double { value(in: UnitTable.known("1/year")) ?? value(in: .one) ?? value }
}

extension Scenario {
  /// Its first day; nil until it has a span.
  fileprivate var start: CalendarDate? {
    guard let header, case .period(let period)? = header[ScenarioHeader.start]?.value else {
      return nil
    }
    return period.start
  }
}
