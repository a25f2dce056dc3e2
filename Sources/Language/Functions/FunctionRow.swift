public import Diagnostics

/// A function of expressions: the row that checking, working out, help and completion read.
public struct FunctionRow: Sendable {
  public let name: String
  /// How it is written: `max(A, B …)`.
  public let usage: String
  /// One line without a full stop.
  public let summary: String
  /// A statement that uses it; run by the tests.
  public let example: String
  let type: @Sendable (FunctionCall, TypeChecker) throws(Diagnostic) -> ExpressionType
  let outcome: @Sendable (FunctionCall, Evaluator) throws(Diagnostic) -> Outcome
}

extension FunctionCall {
  /// The arguments, which have no keys and are this many; throws what is wrong with them.
  public func values(
    _ count: ClosedRange<Int>, usage: String
  ) throws(Diagnostic) -> [Expression] {
    for argument in arguments {
      guard let key = argument.key else { continue }
      throw Diagnostic(
        "syntax", "`\(name)` takes values without a key, and `\(key.canonical):` is one",
        at: Location(location.source, key.span), help: ["it is written `\(usage)`"])
    }
    guard count.contains(arguments.count) else {
      let least: Sentence = count.lowerBound == 1 ? "one value" : "\(count.lowerBound) values"
      let wanted: Sentence
      switch count.upperBound {
      case count.lowerBound: wanted = least
      case Int.max: wanted = "at least \(least)"
      default: wanted = "\(count.lowerBound) to \(count.upperBound) values"
      }
      let found: Sentence =
        switch arguments.count {
        case 0: "there are none"
        case 1: "there is one"
        default: "there are \(arguments.count)"
        }
      throw Diagnostic(
        "wrong-count",
        "`\(name)` takes \(wanted), and \(found)",
        at: location,
        help: ["it is written `\(usage)`"])
    }
    return arguments.map(\.value)
  }
}
