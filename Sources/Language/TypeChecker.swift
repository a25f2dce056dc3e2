public import Diagnostics
import Quantities

/// Gives every expression its type before anything is worked out, or says what does not fit.
public struct TypeChecker {
  public let source: SourceText
  public let context: any ExpressionContext

  public init(source: SourceText, context: any ExpressionContext = NoNames()) {
    self.source = source
    self.context = context
  }

  /// The type of an expression; throws where its parts do not fit each other.
  public func type(_ expression: Expression) throws(Diagnostic) -> ExpressionType {
    let place = Location(source, expression.span)
    switch expression.kind {
    case .quantity(let quantity, let text):
      var type = ExpressionType(.number(quantity.dimension), isBare: expression.isBareNumber)
      type.isNought = quantity.value == 0 && type.isBare
      type.isShare = text.hasSuffix("%")
      return type
    case .group(let inner): return try type(inner)
    case .negation(let inner): return try number(inner, of: "-")
    case .not(let inner): return try truth(inner, of: "not")
    case .binary(.to, _, _):
      return try DistributionCall(expression).type(self)
    case .binary:
      let chain = expression.chain
      var left = Side(type: try type(chain.first), expression: chain.first)
      for link in chain.links {
        let type = try binary(link.sign, left, link.value, at: Location(source, link.whole.span))
        left = Side(type: type, expression: link.whole)
      }
      return left.type
    case .conversion(let inner, let asked):
      var type = try number(inner, of: "in")
      let unit = asked.fitted(to: type.dimension ?? .number)
      if type.isBare, type.dimension == .number, unit.dimension == .money {
        type.content = .number(.money)
      }
      guard let dimension = type.dimension, unit.yearly(for: dimension) != nil else {
        throw .wrongDimension(
          expected: unit.dimension, found: type.dimension ?? .number,
          at: Location(source, inner.span)
        ).helped(unit.dimension == .number ? yearlyShare(inner).map(\.remark) : nil)
      }
      type.isBare = false
      return type
    case .path(let parts):
      if parts == ["true"] || parts == ["false"] { return .truth }
      return try context.type(of: NameUse(parts: parts, arguments: nil, location: place))
    case .index(let base, let arguments):
      guard case .path(let parts) = base.kind else {
        throw Diagnostic(
          "wrong-kind", "only a metric is narrowed with `[…]`, and `\(base.canonical)` is none",
          at: Location(source, base.span))
      }
      return try context.type(
        of: NameUse(
          parts: parts, arguments: arguments, location: Location(source, expression.span)))
    case .schedule(let entries):
      return try schedule(expression, entries.map { ($0.key, $0.value) })
    case .call(let name, let arguments): return try call(name, arguments, expression)
    case .elsewhere(let inner, let branch, let span):
      return try context.type(of: inner, in: branch, at: Location(source, span), self)
    case .date, .range, .list, .text:
      throw .notANumber(expression, at: place)
    }
  }

  // MARK: Operators

  /// The type of what has to be a number.
  func number(_ expression: Expression, of sign: String) throws(Diagnostic) -> ExpressionType {
    try number(try type(expression), of: sign, at: expression.span)
  }

  private func number(
    _ type: ExpressionType, of sign: String, at span: Span
  ) throws(Diagnostic) -> ExpressionType {
    guard type.dimension != nil else {
      throw Diagnostic(
        "wrong-kind", "`\(sign)` takes numbers, and this is true or false",
        at: Location(source, span))
    }
    return type
  }

  private func truth(_ expression: Expression, of sign: String) throws(Diagnostic) -> ExpressionType
  {
    try truth(try type(expression), of: sign, at: expression.span)
  }

  private func truth(
    _ type: ExpressionType, of sign: String, at span: Span
  ) throws(Diagnostic) -> ExpressionType {
    guard type.content == .truth else {
      throw Diagnostic(
        "wrong-kind", "`\(sign)` takes what is true or false, and this is \(type.phrase)",
        at: Location(source, span), help: ["compare it: `jobs[2030] > 300`"])
    }
    return type
  }

  /// What stands left of an operator: a value, or the chain so far.
  private struct Side {
    let type: ExpressionType
    let expression: Expression
  }

  private func number(_ side: Side, of sign: String) throws(Diagnostic) -> ExpressionType {
    try number(side.type, of: sign, at: side.expression.span)
  }

  private func truth(_ side: Side, of sign: String) throws(Diagnostic) -> ExpressionType {
    try truth(side.type, of: sign, at: side.expression.span)
  }

  private func binary(
    _ sign: Expression.Operator, _ left: Side, _ right: Expression, at place: Location
  ) throws(Diagnostic) -> ExpressionType {
    switch sign {
    case .and, .or:
      let a = try truth(left, of: sign.rawValue)
      let b = try truth(right, of: sign.rawValue)
      return ExpressionType(.truth, try joined(a, b, at: place))
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let a = try number(left, of: sign.rawValue)
      let b = try number(right, of: sign.rawValue)
      guard a.shared(with: b) != nil else {
        let side = b.dimension == .number ? left.expression : right
        let share =
          a.dimension == .number || b.dimension == .number ? yearlyShare(side).map(\.remark) : nil
        if let share { throw mismatch(sign.rawValue, a, b, at: place).helped(share) }
        _ = try shared(sign.rawValue, a, b, at: place, left.expression, right)
        throw mismatch(sign.rawValue, a, b, at: place)
      }
      return ExpressionType(.truth, try joined(a, b, at: place))
    case .plus, .minus:
      let a = try number(left, of: sign.rawValue)
      let b = try number(right, of: sign.rawValue)
      let dimension = try shared(sign.rawValue, a, b, at: place, left.expression, right)
      return ExpressionType(.number(dimension), try joined(a, b, at: place)).made(of: a, b)
    case .times, .over:
      let a = try number(left, of: sign.rawValue)
      let b = try number(right, of: sign.rawValue)
      guard
        let dimension = (a.dimension ?? .number).multiplied(
          by: b.dimension ?? .number, power: sign == .over ? -1 : 1)
      else { throw .unitTooLarge(at: place) }
      return ExpressionType(.number(dimension), try joined(a, b, at: place))
        .made(of: a, b, asProduct: true)
    case .power: return try power(left, right, at: place)
    case .to: return left.type
    }
  }

  /// A power: any of a plain number, and a small whole one of a number with a unit.
  private func power(
    _ left: Side, _ right: Expression, at place: Location
  ) throws(Diagnostic) -> ExpressionType {
    let base = try number(left, of: "^")
    let exponent = try number(right, of: "^")
    guard exponent.dimension == .number else { throw mismatch("^", base, exponent, at: place) }
    let traits = try joined(base, exponent, at: place)
    if base.dimension == .number {
      return ExpressionType(.number(.number), traits).made(of: base, exponent)
    }
    guard case .quantity(let quantity, _) = right.ungrouped.kind, quantity.unit == .one,
      [1, 2, 3].contains(quantity.value), let own = base.dimension
    else { throw mismatch("^", base, exponent, at: place) }
    var dimension = own
    for _ in 1..<NumberFormat.whole(quantity.value) {
      guard let next = dimension.multiplied(by: own) else { throw .unitTooLarge(at: place) }
      dimension = next
    }
    return ExpressionType(.number(dimension), traits)
  }

  /// The dimension that two values share; throws where they share none.
  func shared(
    _ sign: String, _ a: ExpressionType, _ b: ExpressionType, at place: Location,
    _ left: Expression? = nil, _ right: Expression? = nil
  ) throws(Diagnostic) -> Dimension {
    if let dimension = a.shared(with: b) { return dimension }
    var problem = mismatch(sign, a, b, at: place)
    if b.isBare, let right, let dimension = a.dimension {
      problem.help = TypeChecker.withUnit(right, dimension)
    } else if a.isBare, let left, let dimension = b.dimension {
      problem.help = TypeChecker.withUnit(left, dimension)
    }
    throw problem
  }

  /// A bare number with a unit of what stands beside it.
  private static func withUnit(_ bare: Expression, _ dimension: Dimension) -> [Sentence] {
    let usual: [Dimension: String] = [
      .area: "ha", Dimension(energy: 1): "tce", Dimension(mass: 1): "t",
      Dimension(time: 1): "years",
    ]
    let unit = usual[dimension] ?? UnitTable.base(dimension).text
    guard case .quantity = bare.ungrouped.kind, !unit.isEmpty, !unit.hasPrefix("1/"),
      !unit.contains("·")
    else { return [] }
    return ["name its unit, for example `\(bare.ungrouped.canonical) \(unit)`"]
  }

  private func mismatch(
    _ sign: String, _ a: ExpressionType, _ b: ExpressionType, at place: Location
  ) -> Diagnostic {
    Diagnostic(
      "wrong-dimension",
      "`\(sign)` does not go between \(a.dimension?.phrase ?? "true or false") and \(b.dimension?.phrase ?? "true or false")",
      at: place)
  }

  /// The traits of what is made of two values. Dates and ages do not meet.
  func joined(
    _ a: ExpressionType, _ b: ExpressionType, at place: Location
  ) throws(Diagnostic) -> ExpressionType.Traits {
    var traits = a.traits.union(b.traits)
    if traits.isSuperset(of: [.byDate, .byAge]) { throw .mixedKeys(at: place) }
    if traits.contains(.series), traits.contains(.byAge) {
      throw Diagnostic(
        "mixed-keys", "one of these goes by the age of a firm, and the other by periods", at: place)
    }
    // A schedule beside a series is read in each period.
    if traits.contains(.series) { traits.remove(.byDate) }
    return traits
  }

  // MARK: Schedules and calls

  private func schedule(
    _ whole: Expression, _ entries: [(key: Expression, value: Expression)]
  ) throws(Diagnostic) -> ExpressionType {
    var result: ExpressionType?
    for entry in entries {
      let key = try ScheduleKey(entry.key, source)
      var type = try number(entry.value, of: "{…}")
      let place = Location(source, entry.value.span)
      guard !type.isSchedule, !type.traits.contains(.series) else {
        throw Diagnostic(
          "wrong-kind", "a value of a schedule is a single one, and this is \(type.phrase)",
          at: place)
      }
      type.traits.insert(key.isAge ? .byAge : .byDate)
      if let before = result, before.traits.contains(key.isAge ? .byDate : .byAge) {
        throw .mixedKeys(at: Location(source, entry.key.span))
      }
      if let before = result {
        let dimension = try shared(":", before, type, at: place)
        var both = ExpressionType(.number(dimension), before.traits.union(type.traits))
          .made(of: before, type)
        both.isNought = before.isNought && type.isNought
        result = both
      } else {
        result = type
      }
    }
    guard let result else { throw .emptySchedule(at: Location(source, whole.span)) }
    return result
  }

  private func call(
    _ name: String, _ arguments: [Expression.Argument], _ whole: Expression
  ) throws(Diagnostic) -> ExpressionType {
    if name == "ramp" { return try schedule(whole, ramp(arguments, source)) }
    if DistributionTable.row(named: name) != nil { return try DistributionCall(whole).type(self) }
    let place = Location(source, whole.span)
    let call = FunctionCall(name: name, arguments: arguments, location: place)
    if let own = try context.type(of: call, self) { return own }
    guard let row = FunctionTable.row(named: name) else {
      throw .unknownFunction(name, context, at: place)
    }
    return try row.type(call, self)
  }
}

/// The entries of `ramp(2021: 8%, 2025: 5%)`.
func ramp(
  _ arguments: [Expression.Argument], _ source: SourceText
) throws(Diagnostic) -> [(key: Expression, value: Expression)] {
  var entries: [(key: Expression, value: Expression)] = []
  for argument in arguments {
    guard let key = argument.key else {
      throw Diagnostic(
        "syntax", "every value of a `ramp` has a date or an age before it",
        at: Location(source, argument.value.span),
        help: ["write for example `ramp(2021: 8%, 2025: 5%)`"])
    }
    entries.append((key, argument.value))
  }
  return entries
}

extension Expression {
  /// What stands inside its brackets.
  var ungrouped: Expression {
    if case .group(let inner) = kind { return inner.ungrouped }
    return self
  }
}
