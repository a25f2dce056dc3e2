import Diagnostics
import Language
import Quantities

/// Follows what `Evaluator` does with an expression, and puts down what it does with numbers.
extension InputCompiler {
  typealias Uncompiled = ProgramBuilder.Uncompiled
  typealias Operation = InputProgram.Operation

  /// An expression of what a name stands for.
  func outcome(_ expression: Expression, _ place: Place) throws(Uncompiled) -> OpenOutcome {
    switch expression.kind {
    case .quantity(let quantity, _): return .scalar(.constant(quantity))
    case .group(let inner): return try outcome(inner, place)
    case .negation(let inner):
      return try outcome(inner, place).map { (value) throws(Uncompiled) in
        try value.map(&builder) { (value, builder) throws(Uncompiled) in builder.negated(value) }
      }
    case .not(let inner):
      return try outcome(inner, place).map { (value) throws(Uncompiled) in
        guard case .truth(let truth) = value else { throw Uncompiled("`not` of a number") }
        return .truth(builder.opposite(truth))
      }
    case .binary(.to, _, _): return try distribution(expression, place)
    case .binary: return try outcome(of: expression.chain, place)
    case .conversion(let inner, let unit):
      return try outcome(inner, place).map { (value) throws(Uncompiled) in
        try value.map(&builder) { (value, builder) throws(Uncompiled) in
          try builder.conversion(value, to: unit)
        }
      }
    case .path(let parts):
      if parts == ["true"] || parts == ["false"] {
        return .scalar(.truth(.constant(parts == ["true"] ? 1 : 0)))
      }
      let location = Location(place.source, expression.span)
      return try outcome(of: NameUse(parts: parts, arguments: nil, location: location), place)
    case .schedule(let entries):
      return try schedule(entries.map { ($0.key, $0.value) }, isStraight: false, place)
    case .call(let name, let arguments): return try call(name, arguments, expression, place)
    case .index, .date, .range, .list, .text, .elsewhere: throw Uncompiled("no number")
    }
  }

  private func outcome(
    of chain: ExpressionChain, _ place: Place
  ) throws(Uncompiled) -> OpenOutcome {
    var result = try outcome(chain.first, place)
    for link in chain.links {
      let sign = link.sign
      let next = try outcome(link.value, place)
      try checkStraight(sign, result, next)
      result = try combined(result, next) { (a, b, builder) throws(Uncompiled) in
        try builder.combined(sign, a, b)
      }
    }
    return result
  }

  /// A distribution: the parameter that it is, in its own unit.
  func distribution(
    _ expression: Expression, _ place: Place
  ) throws(Uncompiled) -> OpenOutcome {
    // What it is made of is certain.
    let evaluator = Evaluator(source: place.source, context: context)
    guard case .scalar(.number(let central))? = try? evaluator.outcome(expression) else {
      throw Uncompiled("a distribution without a value")
    }
    let location = Location(place.source, expression.span)
    guard let name = context.parameterName(at: location, in: place.key) else {
      return .scalar(.constant(central))
    }
    guard let index = parameters[name] else { throw Uncompiled("an unknown parameter") }
    let term = builder.parameter(index)
    try builder.require(InputProgram.Condition.finite, term)
    return .scalar(.number(term, central.unit))
  }

  // MARK: Schedules

  func schedule(
    _ entries: [(key: Expression, value: Expression)], isStraight: Bool, _ place: Place
  ) throws(Uncompiled) -> OpenOutcome {
    var keys: [ScheduleKey] = []
    var values: [OpenScalar] = []
    for entry in entries {
      guard let key = try? ScheduleKey(entry.key, place.source) else {
        throw Uncompiled("no key of a schedule")
      }
      guard case .scalar(let value) = try outcome(entry.value, place) else {
        throw Uncompiled("a schedule in a schedule")
      }
      keys.append(key)
      values.append(value)
    }
    return .schedule(keys: keys, values: values, isStraight: isStraight)
  }

  /// Two outcomes joined value by value, as `Evaluator.combined`.
  func combined(
    _ left: OpenOutcome, _ right: OpenOutcome,
    _ body: (OpenScalar, OpenScalar, inout ProgramBuilder) throws(Uncompiled) -> OpenScalar
  ) throws(Uncompiled) -> OpenOutcome {
    switch (left, right) {
    case (_, .scalar(let b)):
      return try left.map { (a) throws(Uncompiled) in try a.joined(b, &builder, body) }
    case (.scalar(let a), _):
      return try right.map { (b) throws(Uncompiled) in try a.joined(b, &builder, body) }
    case (.schedule(let own, _, let isStraight), .schedule(let others, _, _)):
      guard own.first?.isAge == others.first?.isAge else { throw Uncompiled("dates and ages") }
      var keys: [ScheduleKey] = []
      for key in (own + others).sorted(by: { $0.order < $1.order })
      where keys.last?.order != key.order {
        keys.append(key)
      }
      var values: [OpenScalar] = []
      for key in keys {
        let (a, b) = (try value(of: left, at: key.order), try value(of: right, at: key.order))
        values.append(try a.joined(b, &builder, body))
      }
      return .schedule(keys: keys, values: values, isStraight: isStraight)
    }
  }

  /// As `Schedule.value(at:)`.
  private func value(
    of outcome: OpenOutcome, at order: Double
  ) throws(Uncompiled) -> OpenScalar {
    guard case .schedule(let keys, let values, let isStraight) = outcome else {
      return outcome.values[0]
    }
    let place = Schedule(keys: keys, values: values, isStraight: isStraight).place(at: order)
    guard isStraight, place + 1 < keys.count, keys[place].order < order else {
      return values[place]
    }
    let share = (order - keys[place].order) / (keys[place + 1].order - keys[place].order)
    return try values[place].joined(values[place + 1], &builder) {
      (low, high, builder) throws(Uncompiled) in
      guard case .number(let start, let unit) = low, case .number(let other, let own) = high else {
        throw Uncompiled("no number")
      }
      let end = try builder.converted(other, own, to: unit)
      let rise = builder.apply(Operation.subtract, end, start)
      let part = builder.apply(Operation.multiply, rise, .constant(share))
      return .number(builder.apply(Operation.add, start, part), unit)
    }
  }

  /// What is made of a `ramp` has to be straight.
  private func checkStraight(
    _ sign: Expression.Operator, _ left: OpenOutcome, _ right: OpenOutcome
  ) throws(Uncompiled) {
    guard left.isStraight || right.isStraight else { return }
    let isStraight =
      switch sign {
      case .plus, .minus: left.isSingle || right.isSingle || left.isStraight == right.isStraight
      case .times: left.isSingle || right.isSingle
      case .over: right.isSingle
      default: false
      }
    guard isStraight else { throw Uncompiled("a bent ramp") }
  }
}
