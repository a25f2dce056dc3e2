import Diagnostics
import Ensembles
import Language
import Quantities

/// The functions that read all draws of an ensemble. Language 5.
enum DrawFunctions {
  static let chance = SeriesFunctionRow(
    name: "chance", usage: "chance(CONDITION)",
    summary: "the share of an ensemble's draws in which a condition holds",
    example: "ensemble draws=20; print chance(tax[2030] >= 1.2bn yuan)", isOfDraws: true,
    type: { (call, checker) throws(Diagnostic) in
      let argument = try call.values(1...1, usage: "chance(CONDITION)")[0]
      let type = try argumentType(argument, call, checker)
      guard type.content == .truth else {
        throw Diagnostic(
          "wrong-kind", "`chance` takes a condition, and this is \(type.phrase)",
          at: Location(checker.source, argument.span),
          help: ["compare it: `chance(\(argument.canonical) > 0)`"])
      }
      return result(.number(.number), of: type)
    },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      try values(call, evaluator, context) { statistics, _ in
        statistics.mean.map { Quantity($0 * 100, UnitTable.percent) }
      }
    })

  static let expected = SeriesFunctionRow(
    name: "expected", usage: "expected(X)",
    summary: "the mean of an expression over an ensemble's draws",
    example: "ensemble draws=20; print expected(tax[2030])", isOfDraws: true,
    type: { (call, checker) throws(Diagnostic) in try number(call, checker, 1...1, "expected(X)") },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      try values(call, evaluator, context) { statistics, unit in
        statistics.mean.map { Quantity($0, unit) }
      }
    })

  static let quantile = SeriesFunctionRow(
    name: "quantile", usage: "quantile(X, SHARE)",
    summary: "what an expression does not exceed in that share of an ensemble's draws",
    example: "ensemble draws=20; print quantile(tax[2030], 95%)", isOfDraws: true,
    type: { (call, checker) throws(Diagnostic) in
      let type = try number(call, checker, 2...2, "quantile(X, 95%)")
      let share = try call.values(2...2, usage: "quantile(X, 95%)")[1]
      let own = try checker.type(share)
      guard own.dimension == .number, own.traits.isEmpty else {
        throw Diagnostic(
          "wrong-kind", "`quantile` takes a share second, and this is \(own.phrase)",
          at: Location(checker.source, share.span), help: ["write for example `95%`"])
      }
      return type
    },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      let share = try call.values(2...2, usage: "quantile(X, 95%)")[1]
      let probability = try evaluator.quantity(share).value(in: .one) ?? -1
      guard (0...1).contains(probability) else {
        // A bare 10 is a tenth that lacks its sign.
        let isPercent = (1...100).contains(probability) && !share.canonical.hasSuffix("%")
        let example = isPercent ? NumberFormat.shortest(probability) + "%" : "95%"
        throw Diagnostic(
          "out-of-range", "a quantile is of a share from 0 % to 100 %",
          at: Location(evaluator.source, share.span),
          help: [isPercent ? "write `\(example)`" : "write for example `\(example)`"])
      }
      return try values(call, evaluator, context) { statistics, unit in
        statistics.quantile(probability).map { Quantity($0, unit) }
      }
    })

  static let spread = SeriesFunctionRow(
    name: "spread", usage: "spread(X)",
    summary: "the standard deviation of an expression over an ensemble's draws",
    example: "ensemble draws=20; print spread(tax[2030])", isOfDraws: true,
    type: { (call, checker) throws(Diagnostic) in try number(call, checker, 1...1, "spread(X)") },
    outcome: { (call, evaluator, context) throws(Diagnostic) in
      try values(call, evaluator, context) { statistics, unit in
        statistics.standardDeviation.map { Quantity($0, unit) }
      }
    })

  // MARK: Types

  private static func number(
    _ call: FunctionCall, _ checker: TypeChecker, _ count: ClosedRange<Int>, _ usage: String
  ) throws(Diagnostic) -> ExpressionType {
    let argument = try call.values(count, usage: usage)[0]
    let type = try argumentType(argument, call, checker)
    guard type.dimension != nil else {
      throw Diagnostic(
        "wrong-kind", "`\(call.name)` takes a number, and this is true or false",
        at: Location(checker.source, argument.span),
        help: ["`chance(\(argument.canonical))` is how often it holds"])
    }
    return result(type.content, of: type)
  }

  /// What is read draw by draw, in which no function of all draws can stand.
  private static func argumentType(
    _ argument: Expression, _ call: FunctionCall, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType {
    if let inner = argument.functionOfDraws {
      throw Diagnostic(
        "wrong-kind", "`\(call.name)` reads each draw by itself, and `\(inner.name)` all of them",
        at: Location(checker.source, inner.span))
    }
    return try checker.type(argument)
  }

  private static func result(
    _ content: ExpressionType.Content, of type: ExpressionType
  ) -> ExpressionType {
    let isSeries = !type.traits.isDisjoint(with: [.series, .byDate])
    return ExpressionType(content, isSeries ? [.projected, .series] : .projected)
  }

  // MARK: Values

  /// Something of the draws' values, one or one for each period; money in fen.
  private static func values(
    _ call: FunctionCall, _ evaluator: Evaluator, _ context: FigureContext,
    _ body: (ColumnStatistics, Unit) -> Quantity?
  ) throws(Diagnostic) -> Outcome {
    guard let argument = call.arguments.first?.value else {
      return .scalar(.undefined("nothing is asked for"))
    }
    let columns = try context.answered(argument, evaluator, at: call.location).columns
    let unit = columns.unit ?? .one
    func scalar(_ column: DrawColumn) -> Scalar {
      body(column.statistics, unit).map { .number($0.rounded(toFen: unit)) }
        ?? .undefined(
          column.statistics.count == 1
            ? "one draw has no spread" : column.statistics.whyNot)
    }
    guard let periods = columns.periods else {
      return .scalar(columns.column().map(scalar) ?? .undefined("no draw has it"))
    }
    return .series(
      PeriodValues(
        periods: periods,
        values: periods.indices.map { index in
          columns.column(period: index).map(scalar) ?? .undefined("no draw has it")
        }))
  }
}

extension Quantity {
  /// An amount in fen is a whole number of them, half-even.
  fileprivate func rounded(toFen unit: Unit) -> Quantity {
    guard unit == UnitTable.known("fen"), self.unit == unit else { return self }
    return Quantity(value.rounded(.toNearestOrEven), unit)
  }
}

extension Expression {
  /// The first function of draws in it.
  fileprivate var functionOfDraws: (name: String, span: Span)? {
    if case .call(let name, _) = kind, SeriesFunctionTable.row(named: name)?.isOfDraws == true {
      return (name, span)
    }
    for part in parts { if let found = part.functionOfDraws { return found } }
    return nil
  }
}
