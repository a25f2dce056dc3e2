public import Diagnostics
public import Language

/// A distribution that stands in a scenario, by a name of its own. Model 9.
public struct UncertainParameter: Sendable {
  /// The assumption that it is (`saving`), or the attribute that it stands in (`p2.delay`); of
  /// several in one expression, from the second on with its number: `p2.delay#2`.
  public let name: String
  public let distribution: Distribution
  public let location: Location

  /// The name of the distribution at a place of an expression; nil where none stands there.
  static func name(_ base: String, _ place: Span, in expression: Expression) -> String? {
    guard let index = expression.distributions.firstIndex(where: { $0.lower == place.lower }) else {
      return nil
    }
    return index == 0 ? base : "\(base)#\(index + 1)"
  }
}

extension Scenario {
  /// Every uncertain parameter that something is worked out from, and those of assumptions that
  /// nothing uses yet, in the order in which they are met from the first declaration on. Throws what
  /// has no value.
  public func uncertainParameters(
    stop: StopSignal = StopSignal()
  ) throws(Diagnostic) -> [UncertainParameter] {
    let context = ScenarioContext(self, stop: stop)
    _ = try evaluated(context, stop: stop)
    for assumption in entities(.assume) { try context.check(assumption) }
    return context.parameters
  }

  /// The scenario at a point of its uncertain parameters: each at a value in the unit of its
  /// distribution, those that are not named at their central value. What comes out of an attribute's
  /// range is taken to the nearest end. Model 1 and 9.
  public func evaluated(
    at point: [String: Double], stop: StopSignal = StopSignal()
  ) throws(Diagnostic) -> Scenario {
    try evaluated(ScenarioContext(self, at: point, stop: stop), stop: stop)
  }
}
