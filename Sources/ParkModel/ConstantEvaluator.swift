public import Diagnostics
public import Language
public import Quantities

/// Works out an expression of numbers, as far as it is one: `1.2%*70%`, `12.35bn yuan / 41.5ha`.
public struct ConstantEvaluator {
  let source: SourceText

  public init(source: SourceText) {
    self.source = source
  }

  public func quantity(_ expression: Expression) throws(Diagnostic) -> Quantity {
    let place = Location(source, expression.span)
    switch expression.kind {
    case .quantity(let quantity, _): return quantity
    case .group(let inner): return try quantity(inner)
    case .negation(let inner):
      let value = try quantity(inner)
      return Quantity(-value.value, value.unit)
    case .binary(let sign, let left, let right):
      return try combine(sign, try quantity(left), try quantity(right), at: place)
    case .conversion(let inner, let unit):
      let value = try quantity(inner)
      guard let converted = value.value(in: unit) else {
        throw .wrongDimension(expected: unit.dimension, found: value.dimension, at: place)
      }
      return Quantity(converted, unit)
    case .date(let period):
      throw Diagnostic("wrong-kind", "`\(period.text)` is a date, not a number", at: place)
    case .call(let name, _):
      throw Diagnostic(
        "unknown-function", "there is no function `\(name)` here", at: place,
        help: didYouMean(name, among: ["ramp"]))
    case .path(let parts) where parts.count == 1 && UnitTable.unit(named: parts[0]) != nil:
      throw Diagnostic(
        "wrong-kind", "`\(parts[0])` is a unit, and a unit stands right behind its number",
        at: place, help: ["write for example `30万元/亩`, without spaces"])
    case .path, .index:
      throw Diagnostic(
        "not-one-number", "`\(expression.canonical)` is a name, and numbers are read here",
        at: place,
        notes: [Diagnostic.Note("calculating with metrics and names is not there yet")])
    case .not, .range, .list, .schedule, .text:
      throw Diagnostic(
        "wrong-kind", "`\(expression.canonical)` is not a number", at: place,
        help: ["write a number with its unit, for example `41.5ha` or `12.35bn yuan`"])
    }
  }

  private func combine(
    _ sign: Expression.Operator, _ left: Quantity, _ right: Quantity, at place: Location
  ) throws(Diagnostic) -> Quantity {
    let result: Quantity?
    switch sign {
    case .plus: result = left.adding(right)
    case .minus: result = left.adding(right, sign: -1)
    case .times: result = left.multiplied(by: right)
    case .over:
      guard right.value != 0 else {
        throw Diagnostic("division-by-zero", "this divides by zero", at: place)
      }
      result = left.multiplied(by: right, power: -1)
    case .power: result = power(left, right)
    case .to:
      throw Diagnostic(
        "not-one-number", "this is a range of values, and a single number is read here",
        at: place, help: ["write one number; ranges are for a later version of Parkline"])
    default:
      throw Diagnostic(
        "wrong-kind", "`\(sign.rawValue)` compares, and a number is read here", at: place)
    }
    guard let result else {
      throw Diagnostic(
        "wrong-dimension",
        "`\(sign.rawValue)` does not go between \(left.dimension.phrase) and "
          + right.dimension.phrase,
        at: place)
    }
    guard !result.value.isNaN, sign != .power || left.value != 0 || result.value.isFinite else {
      throw Diagnostic("no-value", "this has no value", at: place)
    }
    guard result.value.isFinite else {
      throw Diagnostic(
        "too-large", "the result is larger than any number that can be stored", at: place)
    }
    return result
  }

  /// A power: any of a plain number, and a small whole one of a number with a unit.
  private func power(_ base: Quantity, _ exponent: Quantity) -> Quantity? {
    guard exponent.dimension == .number, let plain = exponent.value(in: .one) else { return nil }
    if base.dimension == .number, let value = base.value(in: .one) {
      return Quantity(Numerics.power(value, plain))
    }
    guard plain == plain.rounded(), plain >= 1, plain <= 3 else { return nil }
    var result: Quantity? = base
    for _ in 1..<Int(plain) { result = result?.multiplied(by: base) }
    return result
  }
}
