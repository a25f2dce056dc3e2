import Diagnostics
import Quantities

/// `if(CONDITION, A, B)`: one of two values.
enum Choice {
  private static let usage = "if(CONDITION, A, B)"

  static let row = FunctionRow(
    name: "if", usage: usage, summary: "A where the condition holds, else B",
    example: "print if(jobs[2030] > 100, 2, 1)",
    type: { (call, checker) throws(Diagnostic) in
      let values = try call.values(3...3, usage: usage)
      let condition = try checker.type(values[0])
      guard condition.content == .truth else {
        throw Diagnostic(
          "wrong-kind", "`if` takes a condition first, and this is \(condition.phrase)",
          at: Location(checker.source, values[0].span),
          help: ["write for example `if(g > 3%, 2, 1)`"])
      }
      let yes = try checker.number(values[1], of: "if")
      let no = try checker.number(values[2], of: "if")
      let dimension = try checker.shared("if", yes, no, at: call.location)
      let both = ExpressionType(.number(dimension), try checker.joined(yes, no, at: call.location))
      return ExpressionType(both.content, try checker.joined(both, condition, at: call.location))
        .made(of: yes, no)
    },
    outcome: { (call, evaluator) throws(Diagnostic) in
      let values = try call.values(3...3, usage: usage)
      let condition = try evaluator.outcome(values[0])
      // Where the condition is one for all, the other value is not asked for, but for its unit.
      if case .scalar(let single) = condition {
        switch single {
        case .truth(let holds):
          let chosen = try evaluator.outcome(values[holds ? 1 : 2])
          let other = try? evaluator.outcome(values[holds ? 2 : 1])
          return try measured(chosen, beside: other, values, evaluator)
        case .undefined, .number: return condition
        }
      }
      let yes = try evaluator.outcome(values[1])
      let no = try evaluator.outcome(values[2])
      let chosen = try evaluator.combined(
        condition, try measured(yes, beside: no, values, evaluator), at: call.location,
        staysStraight: { _, _ in false }
      ) { (condition, yes) throws(Diagnostic) in
        if case .truth(true) = condition { yes } else { condition }
      }
      return try evaluator.combined(
        chosen, try measured(no, beside: yes, values, evaluator), at: call.location,
        staysStraight: { _, _ in false }
      ) { (chosen, no) throws(Diagnostic) in
        if case .truth(false) = chosen { no } else { chosen }
      }
    })

  /// A value with the unit of the other where it is written without one: nought, or yuan beside money.
  private static func measured(
    _ outcome: Outcome, beside other: Outcome?, _ values: [Expression], _ evaluator: Evaluator
  ) throws(Diagnostic) -> Outcome {
    let checker = TypeChecker(source: evaluator.source, context: evaluator.context)
    let types = [try checker.type(values[1]), try checker.type(values[2])]
    guard let dimension = types.compactMap(\.dimension).first(where: { $0 != .number }) else {
      return outcome
    }
    let unit =
      other?.unit(of: dimension) ?? outcome.unit(of: dimension) ?? UnitTable.base(dimension)
    return outcome.map { value in
      guard case .number(let quantity) = value, quantity.dimension == .number else { return value }
      return .number(Arithmetic.alike(quantity, Quantity(1, unit)).0)
    }
  }
}
