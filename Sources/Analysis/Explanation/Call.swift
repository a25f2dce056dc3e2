import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

extension ExpressionFactors {
  /// A function over a figure's periods, or over several values.
  struct Call {
    let walk: Walk
    let name: String
    let arguments: [Expression.Argument]
    let whole: Expression

    private var context: FigureContext { walk.context }
    private var isOfSeries: Bool {
      let shared = ["max", "min"]
      return SeriesFunctionTable.rows.contains { $0.name == name }
        && (!shared.contains(name) || arguments.count == 1)
    }

    func factor() throws(Diagnostic) -> Factor {
      let expressions = arguments.map(\.value)
      guard let first = expressions.first else { return try walk.plain(whole) }
      if isOfSeries { return try ofSeries(first, expressions) }
      if name == "if" { return try choice(expressions) }
      var parts: [Factor] = []
      for expression in expressions { parts.append(try walk.factor(expression)) }
      return try walk.made(
        Sentence(typed: whole.canonical), .function(name), try walk.value(whole), parts
      ) {
        Call.value(name, $0) ?? .nan
      }
    }

    /// The value that was chosen, and what was asked.
    private func choice(_ expressions: [Expression]) throws(Diagnostic) -> Factor {
      guard expressions.count == 3, case .truth(let holds) = try walk.value(expressions[0]) else {
        return try walk.plain(whole)
      }
      var factor = try walk.factor(expressions[holds ? 1 : 2])
      let condition = expressions[0].canonical
      factor.note = holds ? "`\(condition)` holds" : "`\(condition)` does not hold"
      return factor
    }

    // MARK: Series

    private func ofSeries(
      _ argument: Expression, _ expressions: [Expression]
    ) throws(Diagnostic) -> Factor {
      let value = try walk.value(whole)
      let label = Sentence(typed: whole.canonical)
      if name == "npv" || name == "irr" {
        let steps = try context.overRange { () throws(Diagnostic) in
          try PresentValueOf.inPeriods(of: argument, walk.evaluator, context) {
            () throws(Diagnostic) in try flows(of: argument)
          }
        }
        return name == "npv"
          ? try presentValue(steps, expressions, value)
          : try rateOfReturn(steps, value)
      }
      // Only what counts is taken apart: a figure over time may be of hundreds of periods, each of
      // them made of all before it.
      let isChosen: (Range<Int>) -> Bool
      switch name {
      case "at":
        let asked = walk.factors.period(expressions.last, walk.source)
        isChosen = { $0 == asked }
      case "cumulative":
        let end = walk.moment?.upperBound ?? 0
        isChosen = { $0.upperBound <= end }
      default: isChosen = { _ in true }
      }
      var chosen = try context.overRange { () throws(Diagnostic) in
        try flows(of: argument, where: isChosen)
      }
      var note: Sentence = ""
      switch name {
      case "growth":
        guard let now = chosen.firstIndex(where: { $0.period == walk.moment }), now > 0 else {
          return try walk.plain(whole)
        }
        chosen = [chosen[now - 1], chosen[now]]
        let isPart = chosen.contains { context.partYear($0.period) != nil }
        if isPart { return try walk.plain(whole) }
      case "mean":
        let left = chosen.compactMap { context.partYear($0.period) }
        chosen = chosen.filter { context.partYear($0.period) == nil }
        note = FigureContext.remark(on: left, for: name) ?? ""
      default: break
      }
      let parts = chosen.map(\.factor)
      let function = name == "cumulative" ? "sum" : name
      var factor = try walk.made(label, .function(function), value, parts) {
        Call.value(function, $0) ?? .nan
      }
      if factor.note.isEmpty { factor.note = note }
      return factor
    }

    /// A value of one period.
    struct Flow {
      var period: Range<Int>
      var factor: Factor
      /// That of the factor's number.
      var unit: Unit?
    }

    /// An expression over time, period by period.
    private func flows(
      of argument: Expression, where isChosen: (Range<Int>) -> Bool = { _ in true }
    ) throws(Diagnostic) -> [Flow] {
      let periods = try walk.evaluator.series(argument).periods.filter(isChosen)
      if let inner = argument.accumulated {
        return try runningTotals(of: inner, argument, periods)
      }
      var parts: [Flow] = []
      for period in periods {
        let there = walk.at(period)
        var flow = Flow(period: period, factor: try there.factor(argument))
        if case .number(let quantity) = try there.value(argument) { flow.unit = quantity.unit }
        parts.append(flow)
      }
      return parts
    }

    /// `cumulative(…)` for several periods: what they are made of is taken apart once.
    private func runningTotals(
      of inner: Expression, _ whole: Expression, _ periods: [Range<Int>]
    ) throws(Diagnostic) -> [Flow] {
      guard let end = periods.map(\.upperBound).max() else { return [] }
      let all = try flows(of: inner) { $0.upperBound <= end }
      var totals: [Flow] = []
      for period in periods {
        let parts = all.filter { $0.period.upperBound <= period.upperBound }.map(\.factor)
        let value = try walk.at(period).value(whole)
        let factor = try walk.made(Sentence(typed: whole.canonical), .function("sum"), value, parts)
        {
          Call.value("sum", $0) ?? .nan
        }
        totals.append(Flow(period: period, factor: factor))
      }
      return totals
    }

    /// The rate at which flows are worth nothing: each flow, and then when it comes. Model 10.
    private func rateOfReturn(_ flows: [Flow], _ value: Scalar) throws(Diagnostic) -> Factor {
      let calendar = walk.factors.projection.calendar
      let isOfOneUnit = Set(flows.map { $0.unit?.text ?? "" }).count == 1
      guard isOfOneUnit, case .number(let rate) = value else {
        return try walk.made(
          Sentence(typed: whole.canonical), .function("other"), value, flows.map(\.factor)
        ) {
          _ in .nan
        }
      }
      let parts = flows.flatMap { flow in
        [
          flow.factor,
          Factor(
            "years until then", .reading,
            .number(PresentValueOf.time(of: flow.period, in: calendar)), "years"),
        ]
      }
      return try walk.made(Sentence(typed: whole.canonical), .function("irr"), value, parts) { _ in
        rate.value
      }
    }

    /// Each flow times what a yuan of its time is worth, added up. Model 10.
    private func presentValue(
      _ flows: [Flow], _ expressions: [Expression], _ value: Scalar
    ) throws(Diagnostic) -> Factor {
      let asked = expressions.count > 1 ? expressions[1] : nil
      let rates = try PresentValueOf.rate(
        asked, walk.evaluator, context, at: Location(walk.source, whole.span))
      var stated: Factor?
      if let asked, rates.pieces.count == 1,
        case .scalar(.number(let quantity)) = try walk.evaluator.outcome(asked)
      {
        stated = Operation.converted(try walk.factor(asked), quantity, to: .one)
      }
      let statements = asked == nil ? [StatementKey("model", "discount")] : []
      let fen = UnitTable.known("fen")
      let parts = flows.filter { $0.factor.number != 0 }.map { flow in
        let time = PresentValueOf.time(of: flow.period, in: walk.factors.projection.calendar)
        let amount = flow.unit.flatMap { unit in
          unit.dimension == .money
            ? Operation.converted(flow.factor, Quantity(flow.factor.number, unit), to: fen) : nil
        }
        let paid = amount ?? flow.factor
        let stretches = rates.stretches(until: time).map { stretch in
          let rate =
            stated
            ?? Factor(
              "discount", asked == nil ? .stated : .reading, .number(stretch.rate), "share",
              statements: statements)
          return Factor(
            "worth of later money", .formula(.growth),
            .number(Numerics.power(1 + stretch.rate, -stretch.years)), "",
            parts: [
              rate, Factor("years, taken back", .reading, .number(-stretch.years), "years"),
            ])
        }
        let worth = rates.factor(after: time)
        return Factor(
          flow.factor.label, .product, .number(paid.number * worth),
          amount == nil ? paid.unit : "fen",
          parts: [
            paid,
            stretches.count == 1
              ? stretches[0]
              : Factor(
                "worth of later money", .product, .number(worth), "", parts: stretches,
                note: "through one rate after another"),
          ])
      }
      return try walk.made(Sentence(typed: whole.canonical), .sum, value, parts) { $0.reduce(0, +) }
    }

    /// What a function makes of plain numbers; nil for one that is not known here.
    static func value(_ name: String, _ numbers: [Double]) -> Double? {
      switch name {
      case "sum": numbers.reduce(0, +)
      case "mean": numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
      case "min": numbers.min()
      case "max": numbers.max()
      case "at": numbers.count == 1 ? numbers[0] : nil
      case "growth": numbers.count == 2 ? (numbers[1] / numbers[0] - 1) * 100 : nil
      case "exp": numbers.count == 1 ? Numerics.exponential(numbers[0]) : nil
      case "ln": numbers.count == 1 ? Numerics.logarithm(numbers[0]) : nil
      case "sqrt": numbers.count == 1 ? numbers[0].squareRoot() : nil
      default: nil
      }
    }
  }

  /// The steps of a period that is written.
  func period(_ expression: Expression?, _ source: SourceText) -> Range<Int>? {
    guard let expression else { return nil }
    return try? PeriodReader(projection.calendar, source).steps(expression)
  }
}

extension Expression {
  /// What `cumulative(…)` adds up; nil for anything else.
  fileprivate var accumulated: Expression? {
    switch kind {
    case .group(let inner): inner.accumulated
    case .call("cumulative", let arguments) where arguments.count == 1: arguments[0].value
    default: nil
    }
  }
}
