import Diagnostics
import Quantities

/// One operator between two single values.
struct Arithmetic {
  let sign: Expression.Operator
  let place: Location
  /// Whether a division by zero leaves a gap in a figure, instead of being a mistake on the page.
  let mayBeUndefined: Bool

  func result(_ left: Scalar, _ right: Scalar) throws(Diagnostic) -> Scalar {
    switch (left, right) {
    case (.undefined(let reason), _), (_, .undefined(let reason)): return .undefined(reason)
    case (.truth(let a), .truth(let b)):
      switch sign {
      case .and: return .truth(a && b)
      case .or: return .truth(a || b)
      default: throw mismatch(nil, nil)
      }
    case (.number(let a), .number(let b)): return try numbers(a, b)
    case (.truth, .number), (.number, .truth): throw mismatch(nil, nil)
    }
  }

  /// Whether straight lines stay straight: sums do, and products with a constant.
  func staysStraight(_ left: Outcome, _ right: Outcome) -> Bool {
    switch sign {
    case .plus, .minus: Arithmetic.areAlike(left, right)
    case .times: Arithmetic.isSingle(left) || Arithmetic.isSingle(right)
    case .over: Arithmetic.isSingle(right)
    default: false
    }
  }

  private static func isSingle(_ outcome: Outcome) -> Bool {
    if case .scalar = outcome { return true }
    return false
  }

  /// Whether a sum of them runs as both do: two ramps, or a ramp and a constant.
  private static func areAlike(_ left: Outcome, _ right: Outcome) -> Bool {
    guard case .schedule(let a) = left, case .schedule(let b) = right else { return true }
    return a.isStraight == b.isStraight
  }

  private func numbers(_ left: Quantity, _ right: Quantity) throws(Diagnostic) -> Scalar {
    let result: Quantity?
    switch sign {
    case .plus, .minus:
      let (a, b) = Arithmetic.alike(left, right)
      result = a.adding(b, sign: sign == .plus ? 1 : -1)
    case .times: result = left.multiplied(by: right)
    case .over:
      guard right.value != 0 else {
        if mayBeUndefined { return .undefined("it is divided by zero") }
        throw Diagnostic("division-by-zero", "this divides by zero", at: place)
      }
      result = left.multiplied(by: right, power: -1)
    case .power: result = power(left, right)
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .truth(try compare(left, right))
    case .to, .and, .or: result = nil
    }
    guard let result else { throw mismatch(left, right) }
    guard !result.value.isNaN, sign != .power || left.value != 0 || result.value.isFinite else {
      throw Diagnostic("no-value", "this has no value", at: place)
    }
    guard result.value.isFinite else {
      if mayBeUndefined { return .undefined("it is more than a number can say") }
      throw .resultTooLarge(at: place)
    }
    return .number(result)
  }

  /// Both as money or job-years where one is a bare number, and nought in the unit of the other.
  static func alike(_ left: Quantity, _ right: Quantity) -> (Quantity, Quantity) {
    if left.dimension == right.dimension { return (left, right) }
    if let a = adopted(left, beside: right) { return (a, right) }
    if let b = adopted(right, beside: left) { return (left, b) }
    return (left, right)
  }

  /// A bare number in the unit that stands beside it, where it may take that.
  private static func adopted(_ bare: Quantity, beside other: Quantity) -> Quantity? {
    guard bare.dimension == .number else { return nil }
    if bare.value == 0 { return Quantity(0, other.unit) }
    guard ExpressionType.isOfBareNumbers(other.dimension), let plain = bare.value(in: .one) else {
      return nil
    }
    return Quantity(plain, UnitTable.base(other.dimension))
  }

  private func compare(_ left: Quantity, _ right: Quantity) throws(Diagnostic) -> Bool {
    let (a, other) = Arithmetic.alike(left, right)
    guard let b = other.value(in: a.unit) else { throw mismatch(left, right) }
    switch sign {
    case .equal: return a.value == b
    case .unequal: return a.value != b
    case .less: return a.value < b
    case .lessOrEqual: return a.value <= b
    case .greater: return a.value > b
    default: return a.value >= b
    }
  }

  /// A power: any of a plain number, and a small whole one of a number with a unit.
  private func power(_ base: Quantity, _ exponent: Quantity) -> Quantity? {
    guard exponent.dimension == .number, let plain = exponent.value(in: .one) else { return nil }
    if base.dimension == .number, let value = base.value(in: .one) {
      return Quantity(Numerics.power(value, plain))
    }
    guard plain == plain.rounded(), plain >= 1, plain <= 3 else { return nil }
    var result: Quantity? = base
    for _ in 1..<NumberFormat.whole(plain) { result = result?.multiplied(by: base) }
    return result
  }

  private func mismatch(_ left: Quantity?, _ right: Quantity?) -> Diagnostic {
    Diagnostic(
      "wrong-dimension",
      "`\(sign.rawValue)` does not go between \(left?.dimension.phrase ?? "true or false") and \(right?.dimension.phrase ?? "true or false")",
      at: place)
  }
}
