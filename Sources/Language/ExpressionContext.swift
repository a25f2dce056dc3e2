public import Diagnostics

/// A name in an expression, perhaps narrowed: `g`, `smart.area`, `tax.local[toys, 2030]`.
public struct NameUse: Sendable {
  public let parts: [String]
  /// What stands between brackets behind it; nil where there are none.
  public let arguments: [Expression]?
  public let location: Location

  public init(parts: [String], arguments: [Expression]?, location: Location) {
    self.parts = parts
    self.arguments = arguments
    self.location = location
  }

  /// A name of one word at a place.
  public init(_ name: String, at location: Location) {
    self.init(parts: [name], arguments: nil, location: location)
  }

  /// As it is written, without brackets.
  public var text: String { parts.joined(separator: ".") }
}

/// A function as it is called: `max(a, b)`.
public struct FunctionCall: Sendable {
  public let name: String
  public let arguments: [Expression.Argument]
  public let location: Location
}

/// What names and functions mean where an expression stands: what they are, and what they come to.
public protocol ExpressionContext {
  func type(of name: NameUse) throws(Diagnostic) -> ExpressionType
  func value(of name: NameUse) throws(Diagnostic) -> Outcome

  /// What the scenario says a name of its own stands for; nil where it stands for itself.
  func meaning(of name: NameUse) -> (Expression, SourceText)?

  /// The type of a call of a function that only this context knows; nil where it knows none.
  func type(
    of call: FunctionCall, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType?
  func value(of call: FunctionCall, _ evaluator: Evaluator) throws(Diagnostic) -> Outcome?

  /// The names of functions that only this context knows.
  var functions: [String] { get }

  /// The value that a run takes of a distribution that stands at a place.
  func value(of distribution: Distribution, at place: Location) -> Double

  /// The type of what is read in another branch, whose name stands at a place; throws where none is.
  func type(
    of figure: Expression, in branch: String, at place: Location, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType
  func outcome(
    of figure: Expression, in branch: String, at place: Location, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Outcome

  /// A schedule by date as a value for each of these periods.
  func values(of schedule: Schedule<Scalar>, over periods: [Range<Int>]) -> [Scalar]?
}

extension ExpressionContext {
  public func meaning(of name: NameUse) -> (Expression, SourceText)? { nil }

  public func type(
    of call: FunctionCall, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType? { nil }

  public func value(
    of call: FunctionCall, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Outcome? { nil }

  public var functions: [String] { [] }

  public func type(
    of figure: Expression, in branch: String, at place: Location, _ checker: TypeChecker
  ) throws(Diagnostic) -> ExpressionType {
    throw .branchInScenario(figure, branch, at: place)
  }

  public func outcome(
    of figure: Expression, in branch: String, at place: Location, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Outcome {
    throw .branchInScenario(figure, branch, at: place)
  }

  public func value(of distribution: Distribution, at place: Location) -> Double {
    distribution.central
  }

  public func values(
    of schedule: Schedule<Scalar>, over periods: [Range<Int>]
  ) -> [Scalar]? { nil }
}

/// Where nothing has a name: numbers by themselves.
public struct NoNames: ExpressionContext {
  public init() {}

  public func type(of name: NameUse) throws(Diagnostic) -> ExpressionType {
    throw .nameAmongNumbers(name)
  }

  public func value(of name: NameUse) throws(Diagnostic) -> Outcome {
    throw .nameAmongNumbers(name)
  }
}

extension Diagnostic {
  /// What a scenario says itself reads another branch: what it is would hang on one that may change or go.
  public static func branchInScenario(
    _ figure: Expression, _ branch: String, at place: Location
  ) -> Diagnostic {
    Diagnostic(
      "other-branch", "what a scenario says cannot read the branch `\(branch)`", at: place,
      notes: [Note("a scenario is what it says, and another branch may change or go")],
      help: ["ask for it where it is shown: `print \(figure.canonical) of \(branch)`"])
  }
}
