public import Diagnostics
public import Language
import Simulation

/// Calls of the functions of series: `mean(tax)`, `at(jobs, 2030)`. Language 5.
extension FigureContext {
  public var functions: [String] { SeriesFunctionTable.rows.map(\.name) }

  public func type(
    of call: FunctionCall, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType? {
    guard let row = row(of: call) else { return nil }
    if row.isOfDraws { return try row.type(call, checker) }
    let isSingle = period != nil && !isOverRange
    var type = try overRange { () throws(Diagnostic) in try row.type(call, checker) }
    if isSingle { type.traits.remove(.series) }
    return type
  }

  public func value(of call: FunctionCall, _ evaluator: Evaluator) throws(Diagnostic) -> Outcome? {
    guard let row = row(of: call) else { return nil }
    if row.isOfDraws { return try row.outcome(call, evaluator, self) }
    let asked = isOverRange ? nil : period
    let outcome = try overRange { () throws(Diagnostic) -> Outcome in
      // A series over time is made of all periods, also where one of them is asked for.
      if row.givesSeries { period = nil }
      return try row.outcome(call, evaluator, self)
    }
    guard row.givesSeries, let asked, case .series(let series) = outcome else { return outcome }
    let index = series.periods.lastIndex { asked.contains($0.lowerBound) }
    return .scalar(index.map { series.values[$0] } ?? .undefined("there is no such period"))
  }

  /// The function that a call is of; `max` and `min` of one series are, of several values not.
  func row(of call: FunctionCall) -> SeriesFunctionRow? {
    guard let row = SeriesFunctionTable.row(named: call.name) else { return nil }
    let isShared = FunctionTable.rows.contains { $0.name == call.name }
    if isShared, call.arguments.count != 1 { return nil }
    return row
  }

  /// Does something while a range of years means each of its years.
  func overRange<Result>(
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let outer = (isOverRange, period)
    defer { (isOverRange, period) = outer }
    isOverRange = true
    return try body()
  }
}
