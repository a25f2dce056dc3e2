public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// `tax[2030] == 20亿元`: two figures that are to be the same.
public struct EqualityRequest: Sendable {
  public let left: FigureRequest
  public let right: FigureRequest

  /// Throws where the expression is no such condition.
  public init(
    _ expression: Expression, _ source: SourceText, _ scenario: Scenario, example: String,
    beside branches: OtherBranches? = nil
  ) throws(Diagnostic) {
    var condition = expression
    while case .group(let inner) = condition.kind { condition = inner }
    guard case .binary(.equal, let left, let right) = condition.kind else {
      throw Diagnostic(
        "wrong-kind", "this takes a figure, `==` and what it is to be",
        at: Location(source, expression.span), help: ["for example `\(example)`"])
    }
    // What cannot be held against each other says so.
    _ = try FigureRequest(condition, source, scenario, beside: branches)
    self.left = try FigureRequest(left, source, scenario, beside: branches)
    self.right = try FigureRequest(right, source, scenario, beside: branches)
  }

  /// How much more the left is than the right, in the unit of the left; nil where one has no value.
  func gap(_ values: [FigureValue]) -> Double? {
    guard case .number(let own) = values[0], let other = values[1].amount(in: own.unit) else {
      return nil
    }
    return own.value - other
  }

  /// As near as counts: a billionth of a billionth of what is wanted, and what rounding to the fen makes.
  func tolerance(_ values: [FigureValue]) -> Double {
    guard case .number(let own) = values[0], let other = values[1].amount(in: own.unit) else {
      return 0
    }
    let isInFen = own.unit == UnitTable.known("fen")
    return max(other.magnitude * 1e-13, isInFen ? 0.5 : 0)
  }
}
