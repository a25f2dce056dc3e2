import Language
import Quantities

/// What is done to one value or to several of one dimension, as operations of a program.
extension ProgramBuilder {
  /// 1 of 0, and 0 of 1.
  mutating func opposite(_ truth: Term) -> Term {
    apply(InputProgram.Operation.subtract, .constant(1), truth)
  }

  /// `-X`
  mutating func negated(_ value: OpenScalar) -> OpenScalar {
    guard case .number(let term, let unit) = value else { return value }
    return .number(apply(InputProgram.Operation.multiply, term, .constant(-1)), unit)
  }

  /// `X in UNIT`
  mutating func conversion(_ value: OpenScalar, to asked: Unit) throws(Uncompiled) -> OpenScalar {
    guard case .number(_, let unit) = value else { return value }
    let fitted = asked.fitted(to: unit.dimension)
    guard case .number(let number, let own) = try self.fitted(value, beside: fitted) else {
      return value
    }
    let target = fitted.yearly(for: own.dimension) ?? fitted
    return try finite(try converted(number, own, to: target), target)
  }

  /// The larger or the smaller of two, in its own unit.
  mutating func extreme(
    _ left: OpenScalar, _ right: OpenScalar, isLargest: Bool
  ) throws(Uncompiled) -> OpenScalar {
    guard case .number(let a, let unit) = left, case .number(let b, let other) = right else {
      throw Uncompiled("no number")
    }
    let (first, second) = try alike((a, unit), (b, other))
    if first.1 == second.1 {
      let larger =
        isLargest
        ? apply(InputProgram.Operation.maximum, first.0, second.0)
        : apply(InputProgram.Operation.minimum, first.0, second.0)
      return .number(larger, first.1)
    }
    let beside = try converted(second.0, second.1, to: first.1)
    let isSecond =
      isLargest
      ? apply(InputProgram.Operation.less, first.0, beside)
      : apply(InputProgram.Operation.less, beside, first.0)
    if let known = isSecond.constant {
      return known == 1 ? .number(second.0, second.1) : .number(first.0, first.1)
    }
    return try OpenScalar.chosen(
      isSecond, .number(second.0, second.1), .number(first.0, first.1), &self)
  }

  /// A function of one plain number.
  mutating func elementary(
    _ make: (Int) -> InputProgram.Operation, _ value: OpenScalar
  ) throws(Uncompiled) -> OpenScalar {
    guard case .number(let term, let unit) = value else { throw Uncompiled("no number") }
    return try finite(apply(make, try converted(term, unit, to: .one)), .one)
  }
}
