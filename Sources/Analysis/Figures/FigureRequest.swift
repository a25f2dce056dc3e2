public import Diagnostics
public import Language
public import ParkModel
import Quantities
public import Simulation

/// A figure over time as asked for: a metric, perhaps narrowed, or an expression of them.
/// Language 5.
public struct FigureRequest: Sendable {
  /// As written, for headings.
  public let label: String
  public let type: ExpressionType
  /// What it divides by.
  public let divisions: Set<Division>
  /// The metric that it is as such; nil for what is worked out.
  public let metric: MetricRow?
  /// What stands before the first point of a metric's name: `tax` and `tax.local` are of one family.
  public let family: String
  /// The share that is mostly meant by a time that it is; nil for anything else.
  public let yearlyShare: YearlyShare?
  /// What its figures rest on.
  public let basis: FigureBasis
  /// The branches that `of` may name in it; nil where it asks the one at hand alone.
  public var branches: OtherBranches?
  let expression: Expression
  let source: SourceText

  /// Checks an expression against the scenario alone; throws what does not fit. `branches` are those that `of` may name; without them it is refused.
  public init(
    _ expression: Expression, _ source: SourceText, _ scenario: Scenario,
    beside branches: OtherBranches? = nil
  ) throws(Diagnostic) {
    self.branches = branches
    self.expression = expression
    self.source = source
    label = expression.canonical
    let checker = TypeChecker(
      source: source, context: FigureContext(scenario, nil, perStep: false, branches: branches))
    type = try checker.type(expression)
    yearlyShare = type.dimension == .time ? checker.yearlyShare(expression) : nil
    let name = FigureRequest.metricName(of: expression)
    let taxes = scenario.entities(.tax).map(\.name)
    metric = name.flatMap { MetricTable.metric($0, taxes: taxes, levels: scenario.levels)?.row }
    family = name.map { String($0.prefix { $0 != "." }) } ?? label
    divisions = FigureRequest.divisions(of: expression, scenario)
    basis = FigureBasis(expression, scenario)
  }

  /// A metric that this program names.
  public init(named name: String, _ scenario: Scenario) throws(Diagnostic) {
    let source = SourceText(name: "metric", text: name)
    var reader = ArgumentReader(Script(source).statements[0])
    try self.init(try reader.expression(), source, scenario)
  }

  /// The same figure of another scenario; throws what does not fit that one.
  public func restated(in scenario: Scenario) throws(Diagnostic) -> FigureRequest {
    try FigureRequest(expression, source, scenario, beside: branches)
  }

  /// Whether the figures of parts add up to that of the whole.
  public var addsUp: Bool { metric?.addsUp ?? false }

  /// What tells the branches that it reads from others of their names.
  var branchKey: String { branches?.key(of: expression) ?? "" }

  /// Where it was asked for.
  public var location: Location { Location(source, expression.span) }

  /// Its values over periods, whole or for each part of a division, and the unit that they are in.
  /// `perStep` says whether the periods are steps and not years.
  public func series(
    _ scenario: Scenario, _ projection: Projection, by division: Division? = nil,
    over periods: [Range<Int>], perStep: Bool, at point: [String: Double] = [:],
    draws: DrawAccess? = nil, draw: Int? = nil
  ) throws(Diagnostic) -> FigureSeries {
    if let metric, let plain = try plain(scenario, projection) {
      let series = projection.series(plain.metric, in: plain.scopes, by: division, over: periods)
      return FigureSeries(unit: metric.unit, series: series)
    }
    let context = FigureContext(
      scenario, projection, perStep: perStep, at: point, draws: draws, branches: branches,
      draw: draw)
    var parts: [(name: String, values: [Scalar])] = []
    if let division {
      for (index, name) in projection.names(of: division).enumerated() {
        let values = try context.part(index, of: division) {
          () throws(Diagnostic) -> [Scalar] in try self.values(context, over: periods)
        }
        parts.append((name, values))
      }
    } else {
      parts = [("", try values(context, over: periods))]
    }
    return FigureSeries(parts, context.remarks, inItsUnit: expression.isConversion)
  }

  /// The same of a metric as such over some of the periods that a file has, with what belongs to no part
  /// even where that is nothing in them; nil for what is worked out, which may need all of them.
  public func piece(
    _ scenario: Scenario, _ projection: Projection, by division: Division?,
    over periods: [Range<Int>]
  ) throws(Diagnostic) -> [Series]? {
    guard metric != nil, let plain = try plain(scenario, projection) else { return nil }
    return projection.series(
      plain.metric, in: plain.scopes, by: division, over: periods, keepsRemainder: true)
  }

  /// What a draw and those behind it, so many in all, have of a metric as such over periods; nil for what is
  /// worked out draw by draw.
  func columns(
    _ scenario: Scenario, _ projection: Projection, over periods: [Range<Int>], draws count: Int
  ) -> [[Double]]? {
    guard metric != nil, let plain = try? plain(scenario, projection) else { return nil }
    return projection.columns(plain.metric, in: plain.scopes, over: periods, draws: count)
  }

  /// What it is narrowed to, where it is a metric as such.
  public func scopes(in projection: Projection) -> [Scope] {
    guard metric != nil, case .index(_, let arguments) = expression.kind else { return [] }
    return arguments.compactMap { $0.word.flatMap(projection.scope) }
  }

  /// The steps that it is asked for, where it is a metric as such with a period.
  public func steps(in projection: Projection) -> Range<Int>? {
    guard metric != nil, case .index(_, let arguments) = expression.kind else { return nil }
    let reader = PeriodReader(projection.calendar, source)
    return arguments.lazy.compactMap { try? reader.steps($0) }.first
  }

  /// What a Chinese heading calls it, with what it is narrowed to; empty for what is worked out, and
  /// for a single tax, whose name is the scenario's.
  public var chinese: String {
    guard let metric, metric.name == name else { return "" }
    return metric.chinese + label.dropFirst(name.count)
  }

  /// Its name without what it is narrowed to.
  public var name: String {
    metric == nil ? label : FigureRequest.metricName(of: expression) ?? label
  }

  private func plain(
    _ scenario: Scenario, _ projection: Projection
  ) throws(Diagnostic) -> (metric: Metric, scopes: [Scope])? {
    guard let name = FigureRequest.metricName(of: expression),
      let metric = MetricTable.metric(
        name, taxes: projection.taxes, levels: projection.levels)
    else { return nil }
    return (metric, scopes(in: projection))
  }

  private func values(
    _ context: FigureContext, over periods: [Range<Int>]
  ) throws(Diagnostic) -> [Scalar] {
    switch try Evaluator(source: source, context: context).outcome(expression) {
    case .scalar(let value): return periods.map { _ in value }
    case .schedule(let schedule):
      guard let values = context.values(of: schedule, over: periods) else {
        throw Diagnostic(
          "mixed-keys", "`\(label)` goes by the age of a firm, and a table by periods",
          at: location)
      }
      return values
    case .series(let series):
      let known = Dictionary(
        zip(series.periods, series.values), uniquingKeysWith: { first, _ in first })
      return periods.map { known[$0] ?? .undefined("there is no value for this period") }
    }
  }

  /// The name of the metric that an expression is as such, without brackets.
  static func metricName(of expression: Expression) -> String? {
    switch expression.kind {
    case .path(let parts): parts.joined(separator: ".")
    case .index(let base, _): metricName(of: base)
    default: nil
    }
  }

  /// What every metric in an expression divides by.
  private static func divisions(of expression: Expression, _ scenario: Scenario) -> Set<Division> {
    var result = Set(Division.allCases)
    var pending = [expression]
    var seen: Set<String> = []
    let taxes = scenario.entities(.tax).map(\.name)
    while let next = pending.popLast() {
      pending += next.parts
      guard let name = metricName(of: next), seen.insert(name).inserted else { continue }
      if let row = MetricTable.metric(name, taxes: taxes, levels: scenario.levels)?.row {
        result.formIntersection(row.divisions)
      } else if let own = scenario.entity(named: name), own.kind == .metric,
        let value = own[UserMetric.value]
      {
        pending.append(value.expression)
      }
    }
    return result
  }
}

/// The figures of a request with their unit.
public struct FigureSeries: Sendable {
  /// As it is written: `yuan`, `yuan/mu`; empty for a plain number.
  public let unit: String
  public let series: [Series]
  /// What has to be known of them, such as what a mean leaves out.
  public let remarks: [Sentence]

  init(unit: String, series: [Series], remarks: [Sentence] = []) {
    self.unit = unit
    self.series = series
    self.remarks = remarks
  }

  /// Of values that were worked out: all in the unit of the first number, money in yuan where nobody
  /// asked for another unit.
  init(
    _ parts: [(name: String, values: [Scalar])], _ remarks: [Sentence], inItsUnit isAsked: Bool
  ) {
    self.remarks = remarks
    var unit: Unit?
    for case .number(let quantity) in parts.lazy.flatMap(\.values) {
      unit = isAsked ? quantity.unit : quantity.inYuan.unit
      break
    }
    let own = unit ?? .one
    self.unit = own.text
    series = parts.map { part in
      Series(part: part.name, isRemainder: false, figures: part.values.map { $0.figure(in: own) })
    }
  }
}

extension Scalar {
  /// The value as a figure in a unit. Yuan are rounded to the fen, half-even.
  fileprivate func figure(in unit: Unit) -> Figure {
    switch self {
    case .undefined(let reason): return .undefined(reason)
    case .truth(let holds): return .number(holds ? 1 : 0)
    case .number(let quantity):
      // Nought beside money has no unit of its own.
      let value = quantity.value(in: unit) ?? quantity.value
      guard unit.text == "yuan" else { return .number(value) }
      let fen = (quantity.value(in: UnitTable.known("fen")) ?? value * 100)
        .rounded(.toNearestOrEven)
      return fen.magnitude < 9e18 ? .money(fen: Int64(fen)) : .number(value)
    }
  }
}
