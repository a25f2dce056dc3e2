public import Diagnostics
public import Language
public import ParkModel
public import Simulation

/// Why a figure is what it is: a tree from the figure down to the attributes that say so.
///
/// The parts of every sum add up to it, money to the fen.
public struct Explanation: Sendable {
  /// As it was asked for: `tax.local[2030]`.
  public let expression: String
  /// The figure; its parts are worked out when they are asked for.
  public let root: Factor
  /// Where the numbers at the end of the branches come from.
  public let sources: StatementSources
  /// The title of the scenario.
  public let scenario: String

  /// Explains an expression that has one value; throws where it has none or several.
  public init(
    _ expression: Expression, _ source: SourceText, _ scenario: Scenario,
    _ projection: Projection
  ) throws(Diagnostic) {
    self.scenario = scenario.title
    sources = StatementSources(scenario)
    let explainer = ExpressionFactors(scenario, projection)
    var root = try explainer.figure(expression, source)
    let isNominal = projection.isNominal && FigureBasis(expression, scenario).isOfMoney
    let words = isNominal ? " (nominal)" : ""
    if isNominal { root.label = "\(root.label) (nominal)" }
    self.root = root
    self.expression = expression.canonical + words
  }
}
