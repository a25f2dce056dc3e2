public import Diagnostics
import Quantities

/// A flow over a rate of a year of the same kind, such as `value_added[2021] / quzhou.gdp`: a time by
/// its units, where a share of a year is mostly meant.
public struct YearlyShare: Sendable {
  /// As it was written.
  public let written: String
  /// What the share is written as.
  public let share: String

  /// What has to be known of it, and what to type instead.
  public var remark: Sentence {
    "a flow over a rate of a year is a time; as a share of a year: `print \(share) in %`"
  }
}

extension TypeChecker {
  /// The quotient that an expression is, through its brackets and what its names stand for; nil where
  /// it is none.
  public func yearlyShare(_ expression: Expression) -> YearlyShare? {
    switch expression.kind {
    case .group(let inner): return yearlyShare(inner)
    case .binary(.over, let above, let below):
      let (flow, rate) = (try? type(above), try? type(below))
      guard let whole = flow?.dimension, let yearly = rate?.dimension, yearly.time < 0,
        yearly != Dimension(time: -1), yearly.multiplied(by: .time) == whole
      else { return nil }
      return YearlyShare(
        written: expression.canonical,
        share: "\(above.canonical) / (\(below.canonical) * 1y)")
    case .path(let parts):
      let name = NameUse(
        parts: parts, arguments: nil, location: Location(source, expression.span))
      guard let (meaning, origin) = context.meaning(of: name) else { return nil }
      return TypeChecker(source: origin, context: context).yearlyShare(meaning)
    case .index(let base, _): return yearlyShare(base)
    default: return nil
    }
  }
}

extension Diagnostic {
  /// The same message with a help, where there is one.
  func helped(_ help: Sentence?) -> Diagnostic {
    guard let help else { return self }
    var copy = self
    copy.help.append(help)
    return copy
  }
}
