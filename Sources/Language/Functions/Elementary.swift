import Diagnostics
import Quantities

/// Functions of one plain number.
enum Elementary {
  static let exponential = row("exp", "e to the power of X") { Numerics.exponential($0) }

  static let logarithm = row("ln", "the natural logarithm of X, which is above zero") {
    $0 > 0 ? Numerics.logarithm($0) : nil
  }

  static let root = row("sqrt", "the square root of X, which is not below zero") {
    $0 >= 0 ? $0.squareRoot() : nil
  }

  private static func row(
    _ name: String, _ summary: String, _ body: @escaping @Sendable (Double) -> Double?
  ) -> FunctionRow {
    let usage = "\(name)(X)"
    return FunctionRow(
      name: name, usage: usage, summary: summary, example: "print \(name)(0.25)",
      type: { (call, checker) throws(Diagnostic) in
        let argument = try call.values(1...1, usage: usage)[0]
        let type = try checker.number(argument, of: name)
        guard type.dimension == .number else {
          throw .wrongDimension(
            expected: .number, found: type.dimension ?? .number,
            at: Location(checker.source, argument.span))
        }
        return ExpressionType(.number(.number), type.traits).made(of: type, type)
      },
      outcome: { (call, evaluator) throws(Diagnostic) in
        let argument = try call.values(1...1, usage: usage)[0]
        let before = try evaluator.outcome(argument)
        if case .schedule(let schedule) = before, schedule.isStraight {
          throw .bentRamp(at: call.location)
        }
        return try before.map { (value) throws(Diagnostic) -> Scalar in
          guard case .number(let quantity) = value, let plain = quantity.value(in: .one) else {
            return value
          }
          guard let result = body(plain), result.isFinite else {
            if argument.hasNames {
              return .undefined("`\(name)` has no value of \(NumberFormat.significant(plain))")
            }
            throw Diagnostic(
              "no-value", "`\(name)` has no value of \(NumberFormat.significant(plain))",
              at: call.location)
          }
          return .number(Quantity(result))
        }
      })
  }
}
