public import Diagnostics
public import Quantities

/// Works out expressions whose types fit (`TypeChecker`): numbers one by one, schedules key by key,
/// series period by period.
public struct Evaluator {
  public let source: SourceText
  public let context: any ExpressionContext

  public init(source: SourceText, context: any ExpressionContext = NoNames()) {
    self.source = source
    self.context = context
  }

  /// What an expression comes to; throws where it has no value.
  public func outcome(_ expression: Expression) throws(Diagnostic) -> Outcome {
    let place = Location(source, expression.span)
    switch expression.kind {
    case .quantity(let quantity, _): return .number(quantity)
    case .group(let inner): return try outcome(inner)
    case .negation(let inner):
      return try outcome(inner).map { value in
        guard case .number(let quantity) = value else { return value }
        return .number(Quantity(-quantity.value, quantity.unit))
      }
    case .not(let inner):
      return try outcome(inner).map { value in
        if case .truth(let truth) = value { .truth(!truth) } else { value }
      }
    case .binary(.to, _, _): return try DistributionCall(expression).outcome(self)
    case .binary: return try outcome(of: expression.chain)
    case .conversion(let inner, let asked):
      return try outcome(inner).map { (value) throws(Diagnostic) -> Scalar in
        guard case .number(let quantity) = value else { return value }
        let fitted = asked.fitted(to: quantity.dimension)
        let (own, _) = Arithmetic.alike(quantity, Quantity(1, fitted))
        let unit = fitted.yearly(for: own.dimension) ?? fitted
        guard let converted = own.value(in: unit) else {
          throw .wrongDimension(expected: unit.dimension, found: quantity.dimension, at: place)
        }
        guard converted.isFinite else {
          if inner.hasNames { return .undefined("it is more than a number can say") }
          throw .resultTooLarge(at: place)
        }
        return .number(Quantity(converted, unit))
      }
    case .path(let parts):
      if parts == ["true"] || parts == ["false"] { return .scalar(.truth(parts == ["true"])) }
      return try context.value(of: NameUse(parts: parts, arguments: nil, location: place))
    case .index(let base, let arguments):
      guard case .path(let parts) = base.kind else { throw .notANumber(expression, at: place) }
      return try context.value(of: NameUse(parts: parts, arguments: arguments, location: place))
    case .schedule(let entries):
      return .schedule(try schedule(expression, entries.map { ($0.key, $0.value) }, false))
    case .call(let name, let arguments): return try call(name, arguments, expression)
    case .elsewhere(let inner, let branch, let span):
      return try context.outcome(of: inner, in: branch, at: Location(source, span), self)
    case .date, .range, .list, .text: throw .notANumber(expression, at: place)
    }
  }

  /// Operator by operator, from the left.
  private func outcome(of chain: ExpressionChain) throws(Diagnostic) -> Outcome {
    var result = try outcome(chain.first)
    var hasNames = chain.first.hasNames
    for link in chain.links {
      hasNames = hasNames || link.value.hasNames
      let place = Location(source, link.whole.span)
      let arithmetic = Arithmetic(sign: link.sign, place: place, mayBeUndefined: hasNames)
      result = try combined(
        result, try outcome(link.value), at: place, staysStraight: arithmetic.staysStraight
      ) { (a, b) throws(Diagnostic) in
        try arithmetic.result(a, b)
      }
    }
    return result
  }

  /// A single value; throws where the expression has several.
  public func scalar(_ expression: Expression) throws(Diagnostic) -> Scalar {
    guard case .scalar(let value) = try outcome(expression) else {
      throw .notOneNumber(expression, at: Location(source, expression.span))
    }
    return value
  }

  /// A single number; throws where the expression has several, or none.
  public func quantity(_ expression: Expression) throws(Diagnostic) -> Quantity {
    switch try scalar(expression) {
    case .number(let quantity): return quantity
    case .truth: throw .notANumber(expression, at: Location(source, expression.span))
    case .undefined(let reason):
      throw Diagnostic(
        "no-value", "this has no value: \(reason)", at: Location(source, expression.span))
    }
  }

  // MARK: Schedules and series

  /// Two outcomes joined value by value, what is single being the same throughout.
  func combined(
    _ left: Outcome, _ right: Outcome, at place: Location,
    staysStraight: (Outcome, Outcome) -> Bool,
    _ body: (Scalar, Scalar) throws(Diagnostic) -> Scalar
  ) throws(Diagnostic) -> Outcome {
    switch (left, right) {
    case (.scalar(let a), .scalar(let b)): return .scalar(try body(a, b))
    case (.series(let a), .series(let b)):
      guard a.periods == b.periods else {
        throw Diagnostic(
          "different-periods", "these are figures of different periods", at: place,
          help: ["name the same period on both sides, or none"])
      }
      var result = a
      for index in a.values.indices {
        result.values[index] = try body(a.values[index], b.values[index])
      }
      return .series(result)
    case (.series(let a), .schedule(let b)):
      let read = try values(of: b, over: a.periods, at: place)
      return try combined(
        left, .series(PeriodValues(periods: a.periods, values: read)), at: place,
        staysStraight: staysStraight, body)
    case (.schedule(let a), .series(let b)):
      let read = try values(of: a, over: b.periods, at: place)
      return try combined(
        .series(PeriodValues(periods: b.periods, values: read)), right, at: place,
        staysStraight: staysStraight, body)
    case (.series, .scalar(let b)):
      return try left.map { (a) throws(Diagnostic) in try body(a, b) }
    case (.scalar(let a), .series):
      return try right.map { (b) throws(Diagnostic) in try body(a, b) }
    case (.schedule(let schedule), .scalar(let b)):
      try checkStraight(schedule.isStraight, left, right, at: place, staysStraight)
      return try left.map { (a) throws(Diagnostic) in try body(a, b) }
    case (.scalar(let a), .schedule(let schedule)):
      try checkStraight(schedule.isStraight, left, right, at: place, staysStraight)
      return try right.map { (b) throws(Diagnostic) in try body(a, b) }
    case (.schedule(let a), .schedule(let b)):
      try checkStraight(a.isStraight || b.isStraight, left, right, at: place, staysStraight)
      return .schedule(try joined(a, b, at: place, body))
    }
  }

  private func values(
    of schedule: Schedule<Scalar>, over periods: [Range<Int>], at place: Location
  ) throws(Diagnostic) -> [Scalar] {
    guard let values = context.values(of: schedule, over: periods) else {
      throw .mixedKeys(at: place)
    }
    return values
  }

  /// A `ramp` runs straight between its keys, and what is made of it has to as well.
  private func checkStraight(
    _ isRamp: Bool, _ left: Outcome, _ right: Outcome, at place: Location,
    _ staysStraight: (Outcome, Outcome) -> Bool
  ) throws(Diagnostic) {
    guard isRamp, !staysStraight(left, right) else { return }
    throw .bentRamp(at: place)
  }

  /// Two schedules joined at the keys of both.
  private func joined(
    _ a: Schedule<Scalar>, _ b: Schedule<Scalar>, at place: Location,
    _ body: (Scalar, Scalar) throws(Diagnostic) -> Scalar
  ) throws(Diagnostic) -> Schedule<Scalar> {
    guard a.isByAge == b.isByAge else { throw .mixedKeys(at: place) }
    var keys: [ScheduleKey] = []
    for key in (a.keys + b.keys).sorted(by: { $0.order < $1.order })
    where keys.last?.order != key.order {
      keys.append(key)
    }
    var values: [Scalar] = []
    for key in keys { values.append(try body(a.value(at: key.order), b.value(at: key.order))) }
    return Schedule(keys: keys, values: values, isStraight: a.isStraight)
  }

  private func schedule(
    _ whole: Expression, _ entries: [(key: Expression, value: Expression)], _ isStraight: Bool
  ) throws(Diagnostic) -> Schedule<Scalar> {
    var result = Schedule<Scalar>(keys: [], values: [], isStraight: isStraight)
    for entry in entries {
      let key = try ScheduleKey(entry.key, source)
      if let last = result.keys.last {
        let place = Location(source, entry.key.span)
        guard last.isAge == key.isAge else { throw .mixedKeys(at: place) }
        guard last.order < key.order else {
          throw Diagnostic(
            "out-of-order", "`\(entry.key.canonical)` does not come after the key before it",
            at: place)
        }
      }
      result.keys.append(key)
      result.values.append(try scalar(entry.value))
    }
    guard !result.keys.isEmpty else { throw .emptySchedule(at: Location(source, whole.span)) }
    return result
  }

  private func call(
    _ name: String, _ arguments: [Expression.Argument], _ whole: Expression
  ) throws(Diagnostic) -> Outcome {
    if name == "ramp" { return .schedule(try schedule(whole, ramp(arguments, source), true)) }
    if DistributionTable.row(named: name) != nil {
      return try DistributionCall(whole).outcome(self)
    }
    let place = Location(source, whole.span)
    let call = FunctionCall(name: name, arguments: arguments, location: place)
    if let own = try context.value(of: call, self) { return own }
    guard let row = FunctionTable.row(named: name) else {
      throw .unknownFunction(name, context, at: place)
    }
    return try row.outcome(call, self)
  }
}

extension Expression {
  /// Whether its value is on the page: no name and no distribution is in it.
  public var isConstant: Bool { !hasNames && !hasDistributions }

  /// Whether a distribution is in it.
  private var hasDistributions: Bool {
    switch kind {
    case .binary(.to, _, _): true
    case .call(let name, _) where DistributionTable.row(named: name) != nil: true
    default: parts.contains { $0.hasDistributions }
    }
  }

  /// Whether a name is in it, so that its value is not on the page.
  var hasNames: Bool {
    switch kind {
    case .path, .index: true
    default: parts.contains { $0.hasNames }
    }
  }
}

extension Schedule<Scalar> {
  /// The value at a key's order: held since the last key, or on the straight line between two.
  public func value(at order: Double) -> Scalar {
    let place = place(at: order)
    guard isStraight, place + 1 < keys.count, keys[place].order < order,
      case .number(let low) = values[place], case .number(let high) = values[place + 1],
      let end = high.value(in: low.unit)
    else { return values[place] }
    let share = (order - keys[place].order) / (keys[place + 1].order - keys[place].order)
    return .number(Quantity(low.value + (end - low.value) * share, low.unit))
  }
}
