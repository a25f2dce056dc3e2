import Diagnostics
import Quantities

/// The largest or the smallest of several values, each period by itself.
enum Extremes {
  static let maximum = row("max", "the largest of several values; of one, over its periods") {
    $0 < $1
  }

  static let minimum = row("min", "the smallest of several values; of one, over its periods") {
    $1 < $0
  }

  private static func row(
    _ name: String, _ summary: String,
    _ isWorse: @escaping @Sendable (Double, Double) -> Bool
  ) -> FunctionRow {
    let usage = "\(name)(A, B)"
    return FunctionRow(
      name: name, usage: usage, summary: summary, example: "print \(name)(2ha, 20亩)",
      type: { (call, checker) throws(Diagnostic) in
        let values = try call.values(1...Int.max, usage: usage)
        var result = try checker.number(values[0], of: name)
        for value in values.dropFirst() {
          let next = try checker.number(value, of: name)
          let dimension = try checker.shared(name, result, next, at: call.location)
          result = ExpressionType(
            .number(dimension), try checker.joined(result, next, at: call.location)
          ).made(of: result, next)
        }
        return result
      },
      outcome: { (call, evaluator) throws(Diagnostic) in
        let values = try call.values(1...Int.max, usage: usage)
        var result = try evaluator.outcome(values[0])
        for value in values.dropFirst() {
          result = try evaluator.combined(
            result, try evaluator.outcome(value), at: call.location,
            staysStraight: { _, _ in false }
          ) { (a, b) throws(Diagnostic) in
            guard case .number(let left) = a, case .number(let right) = b else {
              if case .undefined = a { return a }
              return b
            }
            let (first, second) = Arithmetic.alike(left, right)
            guard let other = second.value(in: first.unit) else {
              throw .wrongDimension(
                expected: first.dimension, found: second.dimension, at: call.location)
            }
            return .number(isWorse(first.value, other) ? second : first)
          }
        }
        return result
      })
  }
}
