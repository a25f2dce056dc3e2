import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Takes an expression apart: operators and functions down to the metrics, and these down to what
/// was posted. Language 5.
struct ExpressionFactors {
  let context: FigureContext
  let scenario: Scenario
  let projection: Projection
  let titles: [String: String]

  init(_ scenario: Scenario, _ projection: Projection) {
    self.scenario = scenario
    self.projection = projection
    context = FigureContext(scenario, projection, perStep: false)
    var titles: [String: String] = [:]
    for entity in scenario.all { titles[entity.name] = entity.title }
    self.titles = titles
  }

  /// The whole figure, in yuan where it is money; throws where it is not one number.
  func figure(_ expression: Expression, _ source: SourceText) throws(Diagnostic) -> Factor {
    let place = Location(source, expression.span)
    let outcome = try Evaluator(source: source, context: context).outcome(expression)
    guard case .scalar(let value) = outcome else {
      throw .notOneFigure(expression, outcome, projection.calendar, at: place)
    }
    if case .truth = value {
      throw Diagnostic(
        "wrong-kind", "`explain` takes a figure, and this is true or false", at: place,
        help: ["explain one of its sides"])
    }
    let walk = Walk(factors: self, source: source, moment: nil)
    let factor = try walk.factor(expression)
    // Made of fen, shown in yuan.
    guard case .number(let quantity) = value, case .number(let number) = factor.value else {
      return factor
    }
    let shown = expression.isConversion ? quantity : quantity.inYuan
    guard shown.unit.text != quantity.unit.text else { return factor }
    let (times, over) = quantity.unit.ratio(to: shown.unit)
    return Factor(
      Sentence(typed: expression.canonical), .conversion(times, over),
      .number(number * times / over),
      shown.unit.text, parts: [factor])
  }

  /// Expressions of one source, of several periods perhaps only one.
  struct Walk {
    let factors: ExpressionFactors
    let source: SourceText
    /// The period that is looked at where an expression is a figure over time.
    let moment: Range<Int>?

    var context: FigureContext { factors.context }
    /// The run as it is read here: in real money within what is discounted.
    private var run: Projection { context.projection ?? factors.projection }
    var evaluator: Evaluator { Evaluator(source: source, context: context) }

    func at(_ moment: Range<Int>?) -> Walk {
      Walk(factors: factors, source: source, moment: moment)
    }

    /// What an expression comes to in the period.
    func value(_ expression: Expression) throws(Diagnostic) -> Scalar {
      switch try evaluator.outcome(expression) {
      case .scalar(let value): return value
      case .series(let series):
        guard let moment, let index = series.periods.firstIndex(of: moment) else {
          return .undefined("there is no value for this period")
        }
        return series.values[index]
      case .schedule(let schedule):
        guard let moment, let values = context.values(of: schedule, over: [moment]) else {
          return .undefined("it goes by the age of a firm")
        }
        return values[0]
      }
    }

    func factor(_ expression: Expression) throws(Diagnostic) -> Factor {
      let label = Sentence(typed: expression.canonical)
      switch expression.kind {
      case .group(let inner): return try factor(inner)
      case .quantity(let quantity, _):
        return Factor(
          label, .reading, .number(quantity.value), quantity.unit.text, note: "as written here")
      case .negation(let inner):
        let part = try factor(inner)
        return try made(label, .negation, try value(expression), [part]) { -$0[0] }
      case .binary(let sign, let left, let right):
        if let row = try row(expression) { return row }
        return try Operation(walk: self, sign: sign, whole: expression).factor(left, right)
      case .conversion(let inner, let unit):
        return try converted(expression, inner, unit)
      case .path(let parts):
        return try name(
          NameUse(parts: parts, arguments: nil, location: Location(source, expression.span)),
          expression)
      case .index(let base, let arguments):
        guard case .path(let parts) = base.kind else { return try plain(expression) }
        return try name(
          NameUse(
            parts: parts, arguments: arguments, location: Location(source, expression.span)),
          expression)
      case .call(let name, let arguments):
        return try Call(walk: self, name: name, arguments: arguments, whole: expression).factor()
      default: return try plain(expression)
      }
    }

    /// A value without parts.
    func plain(_ expression: Expression, note: Sentence = "") throws(Diagnostic) -> Factor {
      switch try value(expression) {
      case .number(let quantity):
        return Factor(
          Sentence(typed: expression.canonical), .reading, .number(quantity.value),
          quantity.unit.text, note: note)
      case .undefined(let reason):
        return Factor(
          Sentence(typed: expression.canonical), .undefined, .undefined(reason), note: reason)
      case .truth:
        return Factor(
          Sentence(typed: expression.canonical), .undefined, .undefined("it is true or false"),
          note: note)
      }
    }

    /// A value with its parts; where it does not follow from their numbers, because of their units,
    /// it stands by itself above them.
    func made(
      _ label: Sentence, _ kind: Factor.Kind, _ value: Scalar, _ parts: [Factor],
      _ body: ([Double]) -> Double
    ) throws(Diagnostic) -> Factor {
      switch value {
      case .undefined(let reason):
        return Factor(label, .undefined, .undefined(reason), parts: parts, note: reason)
      case .truth: return Factor(label, .undefined, .undefined("it is true or false"), parts: parts)
      case .number(let quantity):
        let follows = body(parts.map(\.number)) == quantity.value
        return Factor(
          label, follows ? kind : .function("other"), quantity, parts: parts)
      }
    }

    /// A chain that is longer than a few, as one level: what is added or multiplied, side by side. Nil
    /// where operators are mixed, which stay one within the other.
    private func row(_ expression: Expression) throws(Diagnostic) -> Factor? {
      let chain = expression.chain
      guard chain.links.count > 3 else { return nil }
      let signs = Set(chain.links.map(\.sign))
      let isSum = signs.isSubset(of: [.plus, .minus])
      guard isSum || signs == [.times], case .number(let whole) = try value(expression) else {
        // Thousands one within the other are not taken apart.
        return chain.links.count > 100
          ? try plain(expression, note: "made of more values than are taken apart here") : nil
      }
      var parts: [Factor] = []
      for (index, part) in ([chain.first] + chain.links.map(\.value)).enumerated() {
        var factor = try factor(part)
        if isSum, case .number(let own) = try value(part) {
          factor = Operation.converted(factor, own, to: whole.unit)
          if index > 0, chain.links[index - 1].sign == .minus {
            factor = Factor(
              "less \(factor.label)", .negation, Quantity(-factor.number, whole.unit),
              parts: [factor])
          }
        }
        parts.append(factor)
      }
      let name = isSum ? Factor.Kind.function("sum") : .product
      return try made(Sentence(typed: expression.canonical), name, .number(whole), parts) {
        numbers in
        isSum ? numbers.reduce(0, +) : numbers.dropFirst().reduce(numbers[0], *)
      }
    }

    private func converted(
      _ expression: Expression, _ inner: Expression, _ unit: Unit
    ) throws(Diagnostic) -> Factor {
      let part = try factor(inner)
      guard case .number(let from) = try value(inner) else {
        return try made(
          Sentence(typed: expression.canonical), .conversion(1, 1), try value(expression), [part]
        ) {
          $0[0]
        }
      }
      let isBareMoney = from.dimension == .number && unit.dimension == .money
      let own = isBareMoney ? UnitTable.known("yuan") : from.unit
      let (times, over) = own.ratio(to: unit.yearly(for: own.dimension) ?? unit)
      return try made(
        Sentence(typed: expression.canonical), .conversion(times, over), try value(expression),
        [part]
      ) { $0[0] * times / over }
    }

    // MARK: Names

    private func name(_ name: NameUse, _ expression: Expression) throws(Diagnostic) -> Factor {
      if context.definition(name) != nil, context.isDeep {
        return try plain(expression, note: "made of more figures than are taken apart here")
      }
      if let definition = context.definition(name), let value = definition[UserMetric.value] {
        let walk = Walk(factors: factors, source: value.location.source, moment: moment)
        var body = try context.inside(value, of: definition, name, run) {
          () throws(Diagnostic) in try walk.factor(value.expression)
        }
        body.label = Sentence(
          typed: "\(expression.canonical) = \(value.expression.canonical)")
        body.statements.append(StatementKey(definition.name, UserMetric.value.name))
        return body
      }
      if let reading = try context.reading(of: name) {
        let period = reading.isSingle ? reading.periods.first : moment
        guard let period else { return try plain(expression) }
        var factor = run.factors(
          of: reading.metric, in: reading.scopes, over: period, titles: factors.titles)
        factor.label = Sentence(typed: expression.canonical)
        if !reading.isSingle {
          let period = factors.projection.calendar.label(period, perStep: context.isPerStep)
          factor.label = "\(typed: expression.canonical) in \(typed: period)"
        }
        return factor
      }
      let attribute = name.parts.count > 1 ? name.parts[1] : Assumption.value.name
      guard case .number(let quantity) = try value(expression) else {
        return try plain(expression)
      }
      return Factor(
        Sentence(typed: expression.canonical), .stated, .number(quantity.value), quantity.unit.text,
        statements: [StatementKey(name.parts[0], attribute)])
    }
  }
}

extension Factor {
  /// A factor of a quantity; whole fen are an exact amount.
  init(_ label: Sentence, _ kind: Kind, _ quantity: Quantity, parts: [Factor], note: Sentence = "")
  {
    let number = quantity.value
    let isWhole = number == number.rounded() && number.magnitude < 9e15
    if quantity.unit.text == "fen", isWhole {
      let fen = Int64(NumberFormat.whole(number))
      self.init(label, kind, .fen(fen), "yuan", parts: parts, note: note)
    } else {
      self.init(label, kind, .number(number), quantity.unit.text, parts: parts, note: note)
    }
  }

  /// The number of a part as operators see it: money in fen.
  var number: Double {
    switch value {
    case .number(let number): number
    case .fen(let fen): Double(fen)
    case .undefined: .nan
    }
  }
}

extension Diagnostic {
  fileprivate static func notOneFigure(
    _ expression: Expression, _ outcome: Outcome, _ calendar: StepCalendar, at place: Location
  ) -> Diagnostic {
    var help: [Sentence] = []
    if case .series(let series) = outcome, let last = series.periods.last {
      switch expression.kind {
      case .path: help = ["name one: `explain \(expression.canonical)[\(calendar.name(of: last))]`"]
      default:
        help = ["name one: `explain at(\(expression.canonical), \(calendar.name(of: last)))`"]
      }
    }
    return Diagnostic(
      "wrong-kind", "`\(expression.canonical)` has a value for each period, and one is explained",
      at: place, help: help)
  }
}
