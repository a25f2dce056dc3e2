public import Diagnostics
import Ensembles
public import Language
public import ParkModel
import Quantities
import Simulation

/// What a search is to make as much, or as little, of as can be: a figure in the mean of draws, or
/// `quantile`, `chance`, `expected` or `spread` of one.
public struct Objective: Sendable {
  /// What is taken of the draws.
  enum Measure: Sendable {
    case mean, spread, chance
    case quantile(Double)
  }

  /// The figure of each draw.
  public let figure: FigureRequest
  /// As it was typed, without its minus.
  public let label: String
  /// Whether less of it is better: a `-` stands before it.
  public let isLess: Bool
  /// Whether it is a share of the draws.
  public var isChance: Bool { if case .chance = measure { true } else { false } }
  let measure: Measure

  /// Throws what is none, has no single value in a draw, or asks another branch: settings are of this one.
  public init(
    _ expression: Expression, _ source: SourceText, _ scenario: Scenario
  ) throws(Diagnostic) {
    var (inner, isLess) = (expression, false)
    while true {
      if case .negation(let next) = inner.kind {
        (inner, isLess) = (next, !isLess)
      } else if case .group(let next) = inner.kind {
        inner = next
      } else {
        break
      }
    }
    self.isLess = isLess
    label = inner.canonical
    let whole = try FigureRequest(inner, source, scenario)
    let place = Location(source, inner.span)
    guard case .call(let name, let arguments) = inner.kind,
      SeriesFunctionTable.row(named: name)?.isOfDraws == true, let first = arguments.first
    else {
      guard !whole.basis.readsDraws else {
        throw Diagnostic(
          "wrong-kind",
          "an objective is one figure, or one `expected`, `quantile`, `chance` or `spread` of it",
          at: place,
          help: ["several stand with commas between them"])
      }
      (figure, measure) = (whole, .mean)
      try Objective.check(whole, isCondition: false, at: place)
      return
    }
    figure = try FigureRequest(first.value, source, scenario)
    switch name {
    case "chance": measure = .chance
    case "spread": measure = .spread
    case "quantile":
      let context = FigureContext(scenario, nil, perStep: false)
      let share = try Evaluator(source: source, context: context).quantity(arguments[1].value)
      let value = share.value(in: .one) ?? -1
      guard (0...1).contains(value) else {
        throw Diagnostic(
          "out-of-range", "a quantile is of a share from 0 % to 100 %",
          at: Location(source, arguments[1].value.span), help: ["write for example `95%`"])
      }
      measure = .quantile(value)
    default: measure = .mean
    }
    try Objective.check(figure, isCondition: name == "chance", at: place)
  }

  private static func check(
    _ figure: FigureRequest, isCondition: Bool, at place: Location
  ) throws(Diagnostic) {
    guard isCondition || figure.type.dimension != nil, !figure.type.traits.contains(.series),
      !figure.type.isSchedule
    else {
      throw Diagnostic(
        "wrong-kind", "`robust` takes figures with one value in each draw", at: place,
        help: ["name a period: `tax[2030]`"])
    }
  }

  /// What it comes to over draws; nil where one of them has no value.
  func value(of draws: [Double?]) -> Double? {
    var statistics = ColumnStatistics()
    for (draw, value) in draws.enumerated() {
      guard let value else { return nil }
      statistics.add(value, draw: draw)
    }
    return switch measure {
    case .mean: statistics.mean
    case .chance: statistics.mean.map { $0 * 100 }
    case .spread: statistics.standardDeviation
    case .quantile(let share): statistics.quantile(share)
    }
  }
}
