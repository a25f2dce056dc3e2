import Diagnostics
import Language
import Quantities
import Simulation

/// A function of a series: the row that checking, working out, help and completion read.
/// Language 5.
public struct SeriesFunctionRow: Sendable {
  public let name: String
  /// How it is written: `mean(SERIES)`.
  public let usage: String
  /// One line without a full stop.
  public let summary: String
  /// A statement that uses it; run by the tests.
  public let example: String
  /// Whether it gives a value for each period, and not one of all.
  var givesSeries = false
  /// Whether it is worked out over the draws of an ensemble.
  var isOfDraws = false
  let type: @Sendable (FunctionCall, TypeChecker) throws(Diagnostic) -> ExpressionType
  let outcome: @Sendable (FunctionCall, Evaluator, FigureContext) throws(Diagnostic) -> Outcome
}

extension SeriesFunctionRow {
  /// A function of one series and nothing else, which gives one value or a series again.
  init(
    _ name: String, _ summary: String, givesSeries: Bool = false, isRatio: Bool = false,
    leavesOutParts: Bool = false, _ body: @escaping @Sendable (PeriodQuantities) -> [Scalar]
  ) {
    let usage = "\(name)(SERIES)"
    self.name = name
    self.usage = usage
    self.summary = summary
    example = "print \(name)(tax[2025..2030])"
    self.givesSeries = givesSeries
    type = { (call, checker) throws(Diagnostic) in
      let series = try call.series(checker, usage: usage)
      return ExpressionType(
        .number(isRatio ? .number : series.dimension ?? .number),
        givesSeries ? [.projected, .series] : .projected)
    }
    outcome = { (call, evaluator, context) throws(Diagnostic) in
      let argument = try call.values(1...1, usage: usage)[0]
      let all = try evaluator.series(argument)
      let series = leavesOutParts ? context.wholeYears(of: all, for: name) : all
      let values = body(PeriodQuantities(series, context))
      guard givesSeries else { return .scalar(values[0]) }
      return .series(PeriodValues(periods: series.periods, values: values))
    }
  }
}

/// The values of a series as numbers of one unit.
struct PeriodQuantities {
  let unit: Unit
  /// In `unit`; nil where undefined.
  let numbers: [Double?]
  /// Why the first gap is there.
  let gap: Sentence?
  /// For each period, what it is called where it is a year that the scenario holds in part.
  let partYears: [String?]

  init(_ series: PeriodValues, _ context: FigureContext) {
    partYears = series.periods.map(context.partYear)
    var unit: Unit?
    var gap: Sentence?
    numbers = series.values.map { value in
      switch value {
      case .number(let quantity):
        unit = unit ?? quantity.unit
        return quantity.value(in: unit ?? .one)
      case .undefined(let reason):
        gap = gap ?? "in one of its periods, \(reason)"
        return nil
      case .truth: return nil
      }
    }
    self.unit = unit ?? .one
    self.gap = gap
  }

  /// One value of all, undefined where one of them is.
  func whole(_ body: ([Double]) -> Double?) -> Scalar {
    if let gap { return .undefined(gap) }
    let all = numbers.compactMap(\.self)
    guard let value = body(all) else { return .undefined("there is no period") }
    return finite(value, unit)
  }

  /// A number, undefined where it is beyond all numbers.
  func finite(_ value: Double, _ unit: Unit) -> Scalar {
    guard value.isFinite else { return .undefined("it is more than a number can say") }
    return .number(Quantity(value, unit))
  }
}

extension FunctionCall {
  /// The type of the first argument, which has to be a series of numbers, or numbers that change by
  /// date and so have one for each period.
  func series(
    _ checker: TypeChecker, count: ClosedRange<Int> = 1...1, usage: String
  ) throws(Diagnostic) -> ExpressionType {
    let argument = try values(count, usage: usage)[0]
    let type = try checker.type(argument)
    guard !type.traits.isDisjoint(with: [.series, .byDate]), type.dimension != nil else {
      throw Diagnostic(
        "wrong-kind", "`\(name)` works on a figure over time, and this is \(type.phrase)",
        at: Location(checker.source, argument.span),
        help: [
          "name a metric, for example `\(name)(tax)`, or what goes by dates: "
            + "`\(name)({2021: 8M yuan, 2025: 5M yuan})`"
        ])
    }
    return type
  }
}

extension Evaluator {
  /// The values of an expression for each period; of what goes by dates alone, as it stands in the
  /// middle of each.
  func series(_ expression: Expression) throws(Diagnostic) -> PeriodValues {
    switch try outcome(expression) {
    case .series(let series): return series
    case .schedule(let schedule):
      if let context = context as? FigureContext, let series = context.series(of: schedule) {
        return series
      }
    case .scalar: break
    }
    throw Diagnostic(
      "wrong-kind", "`\(expression.canonical)` is not a figure over time",
      at: Location(source, expression.span))
  }
}
