import Language
import Quantities

/// The arithmetic of quantities as operations of a program: the same operations in the same order, so
/// that numbers are those of `Evaluator` to the last bit.
extension ProgramBuilder {
  /// A number of a unit in another of the same dimension, as `Unit.convert`.
  mutating func converted(
    _ term: Term, _ unit: Unit, to other: Unit
  ) throws(Uncompiled) -> Term {
    guard unit.dimension == other.dimension else { throw Uncompiled("dimensions differ") }
    let (times, over) = unit.ratio(to: other)
    guard times.isFinite, over.isFinite, times > 0, over > 0 else {
      throw Uncompiled("a unit is out of every range")
    }
    let scaled = times == 1 ? term : apply(InputProgram.Operation.multiply, term, .constant(times))
    return over == 1 ? scaled : apply(InputProgram.Operation.divide, scaled, .constant(over))
  }

  /// Both in one dimension where one is a bare number: money beside money, and nought as anything.
  mutating func alike(
    _ a: (Term, Unit), _ b: (Term, Unit)
  ) throws(Uncompiled) -> ((Term, Unit), (Term, Unit)) {
    if a.1.dimension == b.1.dimension { return (a, b) }
    if a.1.dimension == .number { return (try adopted(a, beside: b.1), b) }
    if b.1.dimension == .number { return (a, try adopted(b, beside: a.1)) }
    throw Uncompiled("dimensions differ")
  }

  private mutating func adopted(
    _ bare: (Term, Unit), beside other: Unit
  ) throws(Uncompiled) -> (Term, Unit) {
    if bare.0.constant == 0 { return (.constant(0), other) }
    guard ExpressionType.isOfBareNumbers(other.dimension) else {
      throw Uncompiled("a bare number beside another dimension")
    }
    // Nought has another unit than other numbers.
    try require(InputProgram.Condition.nonzero, bare.0)
    return (try converted(bare.0, bare.1, to: .one), UnitTable.base(other.dimension))
  }

  /// A number as `alike` has it beside one of a unit; itself where it is no bare one.
  mutating func fitted(_ value: OpenScalar, beside unit: Unit) throws(Uncompiled) -> OpenScalar {
    guard case .number(let term, let own) = value, own.dimension == .number,
      unit.dimension != .number,
      term.constant == 0 || ExpressionType.isOfBareNumbers(unit.dimension)
    else { return value }
    let (number, other) = try adopted((term, own), beside: unit)
    return .number(number, other)
  }

  /// A number, which has to be finite.
  mutating func finite(_ term: Term, _ unit: Unit) throws(Uncompiled) -> OpenScalar {
    try require(InputProgram.Condition.finite, term)
    return .number(term, unit)
  }

  /// One operator between two values of one unit each.
  mutating func combined(
    _ sign: Expression.Operator, _ left: OpenScalar, _ right: OpenScalar
  ) throws(Uncompiled) -> OpenScalar {
    switch (left, right) {
    case (.number(let a, let unit), .number(let b, let other)):
      return try combined(sign, (a, unit), (b, other))
    case (.truth(let a), .truth(let b)) where sign == .and:
      return .truth(apply(InputProgram.Operation.minimum, a, b))
    case (.truth(let a), .truth(let b)) where sign == .or:
      return .truth(apply(InputProgram.Operation.maximum, a, b))
    default: throw Uncompiled("no arithmetic")
    }
  }

  private mutating func combined(
    _ sign: Expression.Operator, _ left: (Term, Unit), _ right: (Term, Unit)
  ) throws(Uncompiled) -> OpenScalar {
    switch sign {
    case .plus, .minus:
      let (a, other) = try alike(left, right)
      let b = try converted(other.0, other.1, to: a.1)
      let sum =
        sign == .plus
        ? apply(InputProgram.Operation.add, a.0, b)
        : apply(InputProgram.Operation.subtract, a.0, b)
      return try finite(sum, a.1)
    case .times, .over:
      let (result, unit) = try product(left, right, isQuotient: sign == .over)
      return try finite(result, unit)
    case .power: return try power(left, right)
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let (a, other) = try alike(left, right)
      let b = try converted(other.0, other.1, to: a.1)
      return .truth(compared(sign, a.0, b))
    case .to, .and, .or: throw Uncompiled("no arithmetic")
    }
  }

  private mutating func product(
    _ a: (Term, Unit), _ b: (Term, Unit), isQuotient: Bool = false
  ) throws(Uncompiled) -> (Term, Unit) {
    guard let (unit, plain) = a.1.joined(with: b.1, power: isQuotient ? -1 : 1) else {
      throw Uncompiled("a unit is out of every range")
    }
    // Of a division by zero the result is not finite.
    let result =
      isQuotient
      ? apply(InputProgram.Operation.divide, a.0, b.0)
      : apply(InputProgram.Operation.multiply, a.0, b.0)
    guard let plain else { return (result, unit) }
    return (try converted(result, unit, to: plain), plain)
  }

  private mutating func power(
    _ base: (Term, Unit), _ exponent: (Term, Unit)
  ) throws(Uncompiled) -> OpenScalar {
    let plain = try converted(exponent.0, exponent.1, to: .one)
    if base.1.dimension == .number {
      let value = try converted(base.0, base.1, to: .one)
      return try finite(apply(InputProgram.Operation.power, value, plain), .one)
    }
    guard let times = plain.constant, [1, 2, 3].contains(times) else {
      throw Uncompiled("a power of what has a unit")
    }
    var result = base
    for _ in 1..<NumberFormat.whole(times) { result = try product(result, base) }
    return try finite(result.0, result.1)
  }

  private mutating func compared(_ sign: Expression.Operator, _ a: Term, _ b: Term) -> Term {
    switch sign {
    case .equal: apply(InputProgram.Operation.equal, a, b)
    case .unequal: opposite(apply(InputProgram.Operation.equal, a, b))
    case .less: apply(InputProgram.Operation.less, a, b)
    case .lessOrEqual: opposite(apply(InputProgram.Operation.less, b, a))
    case .greater: apply(InputProgram.Operation.less, b, a)
    default: opposite(apply(InputProgram.Operation.less, a, b))
    }
  }
}
