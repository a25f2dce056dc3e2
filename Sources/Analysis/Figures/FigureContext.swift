public import Diagnostics
public import Language
public import ParkModel
import Quantities
public import Simulation

/// What names mean in questions to a run: metrics, the scenario's own metrics, and whatever the
/// scenario's attributes and assumptions are called. Language 5.
///
/// A class, because it remembers what it worked out, and because the functions of series change
/// for a while which periods a metric is read in.
public final class FigureContext: ExpressionContext {
  public let scenario: Scenario
  /// The names of the scenario itself.
  let inputs: ScenarioContext
  /// The run; nil while only types are asked for.
  private(set) var projection: Projection?
  /// The draws; nil where there are none, and within one.
  let draws: DrawAccess?
  /// The branches that `of` may name; nil where only the one at hand is asked.
  let branches: OtherBranches?
  /// The draw that is read, from 0 on; nil for a plain run.
  let draw: Int?
  /// What each row of a table covers: years or steps.
  var periods: [Range<Int>] = []
  /// Whether that is a step.
  var isPerStep = false
  /// Whether what is read are the flows of steps, as in `npv` and `irr`.
  var isOfSteps = false
  /// What has to be known of what was worked out, such as what a mean leaves out.
  public private(set) var remarks: [Sentence] = []
  /// What every metric that stands here is narrowed to.
  var scopes: [Scope] = []
  /// The period in which metrics are read; nil for every one.
  var period: Range<Int>?
  /// Which ends of that are named as years.
  var years = NamedYears()
  /// Whether a range of years means each of its years, as inside `mean(…)`.
  var isOverRange = false
  /// What metrics are divided by, and the part that is asked for.
  var part: (division: Division, index: Int)?
  /// Own metrics that are being worked out, outermost first, and the depth of what they are made of.
  private var underway: [(name: String, depth: Int)] = []
  private var remembered: [String: [Series]] = [:]
  /// What own metrics are, and what they came to, by name and by how they are read.
  private var types: [String: ExpressionType] = [:]
  private var outcomes: [String: Outcome] = [:]

  /// The context for checking alone.
  public convenience init(_ scenario: Scenario) {
    self.init(scenario, nil, perStep: false)
  }

  /// The context of a run, with a value for each year or for each step. What is uncertain has its value
  /// at a point, or its central one; functions of draws read those of `draws`.
  public init(
    _ scenario: Scenario, _ projection: Projection?, perStep: Bool,
    at point: [String: Double] = [:],
    draws: DrawAccess? = nil, branches: OtherBranches? = nil, draw: Int? = nil
  ) {
    self.scenario = scenario
    self.projection = projection
    self.draws = draws
    self.branches = branches
    self.draw = draw
    inputs = ScenarioContext(scenario, at: point)
    isPerStep = perStep
    if let calendar = projection?.calendar { periods = perStep ? calendar.steps : calendar.years }
  }

  /// Whether what a metric of the scenario is made of is being read.
  var isWithinMetric: Bool { !underway.isEmpty }

  // MARK: Types

  public func type(of name: NameUse) throws(Diagnostic) -> ExpressionType {
    if let definition = definition(name) { return try type(of: definition, name) }
    guard let metric = try metric(name) else { return try inputs.type(of: name) }
    let narrowing = try Narrowing(name, metric, scenario)
    let isSingle = (narrowing.hasPeriod || period != nil) && !isOverRange
    return ExpressionType(
      .number(metric.row.dimension), isSingle ? .projected : [.projected, .series])
  }

  /// A scenario's own metric: what it is made of, narrowed.
  private func type(
    of definition: Declaration, _ name: NameUse
  ) throws(Diagnostic) -> ExpressionType {
    guard let value = definition[UserMetric.value] else { return .number(.number) }
    let narrowing = try Narrowing(name, nil, scenario)
    // Each is worked out once for every way of reading it, however often others are made of it.
    let key = "\(definition.name) \(isOverRange) \(period != nil)"
    var type: ExpressionType
    if let known = types[key] {
      type = known
    } else {
      type = try within(definition.name, value.expression, at: name.location) {
        () throws(Diagnostic) in
        prepare(definition) { use in _ = try? self.type(of: use) }
        return try TypeChecker(source: value.location.source, context: self).type(
          value.expression)
      }
      types[key] = type
    }
    if narrowing.hasPeriod, !isOverRange { type.traits.remove(.series) }
    return type
  }

  /// The metric that a name is; nil where it is none. Throws where it can only be a metric and is
  /// not.
  private func metric(_ name: NameUse) throws(Diagnostic) -> Metric? {
    let taxes = projection?.taxes ?? scenario.entities(.tax).map(\.name)
    if let metric = MetricTable.metric(
      name.text, taxes: taxes, levels: scenario.levels)
    {
      return metric
    }
    let first = name.parts[0]
    let isKnown = scenario.entity(named: first) != nil || first == EntityKind.scenario.rawValue
    let isUnit = scenario.units.unit(named: first) != nil && !Names.isMetric(first)
    if isKnown || isUnit { return nil }
    let own = (scenario.entities(.metric) + scenario.entities(.assume)).map(\.name)
    throw .unknownMetric(name.text, taxes: taxes, own: own, in: scenario, at: name.location)
  }

  /// The scenario's own metric that a name is.
  func definition(_ name: NameUse) -> Declaration? {
    guard name.parts.count == 1, let entity = scenario.entity(named: name.parts[0]),
      entity.kind == .metric
    else { return nil }
    return entity
  }

  public func meaning(of name: NameUse) -> (Expression, SourceText)? {
    guard let value = definition(name)?[UserMetric.value] else { return nil }
    return (value.expression, value.location.source)
  }

  /// Does something with what a metric of the scenario is made of; throws where that runs in a
  /// circle.
  private func within<Result>(
    _ name: String, _ expression: Expression, at place: Location,
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    if let first = underway.firstIndex(where: { $0.name == name }) {
      let names = (underway[first...].map(\.name) + [name]).joined(separator: " → ")
      throw Diagnostic(
        "circular", "these are worked out from each other: \(typed: names)", at: place)
    }
    let depth = (underway.last?.depth ?? 0) + expression.depth + 1
    guard depth <= FigureContext.deepest else {
      throw Diagnostic(
        "too-deep", "metrics refer to each other through too many others here", at: place)
    }
    underway.append((name, depth))
    defer { underway.removeLast() }
    return try body()
  }

  /// Works out beforehand, from the innermost on, what a metric is made of through others: what is
  /// remembered needs no stack, so that hundreds of metrics may be made of each other.
  private func prepare(_ definition: Declaration, _ body: (NameUse) -> Void) {
    guard underway.count == 1 else { return }
    let order = MetricOrder(of: definition, in: scenario).names
    // A few are as well worked out when they are met.
    guard order.count > 8 else { return }
    for name in order { body(NameUse(name, at: definition.location)) }
  }

  /// Whether figures stand one within the other through so many that no more are taken apart.
  var isDeep: Bool { underway.count >= 40 }

  /// Metrics that are made of others may be so deep in all, so that none exhausts the stack.
  private static let deepest = 300

  // MARK: Values

  public func value(of name: NameUse) throws(Diagnostic) -> Outcome {
    let defined = definition(name)
    guard defined != nil || Names.isMetric(name.parts[0]) else { return try inputs.value(of: name) }
    guard let projection else {
      // A metric that is made of no figure needs no run.
      if let value = defined?[UserMetric.value], name.arguments == nil {
        return try within(name.text, value.expression, at: name.location) {
          () throws(Diagnostic) in
          try Evaluator(source: value.location.source, context: self).outcome(value.expression)
        }
      }
      return .scalar(.undefined("there is no run"))
    }
    if let defined { return try value(of: defined, name, projection) }
    guard let reading = try reading(of: name) else { return try inputs.value(of: name) }
    let figures = figures(reading.metric, reading.scopes, reading.periods, projection)
    let values = figures.map { $0.scalar(of: reading.metric.row) }
    guard reading.isSingle else {
      return .series(PeriodValues(periods: reading.periods, values: values))
    }
    if let period = reading.periods.first { remarkPartYears(of: reading, in: period) }
    return .scalar(values.first ?? .undefined("there is no such period"))
  }

  /// A metric as it is read where a name stands.
  struct MetricReading {
    var metric: Metric
    var scopes: [Scope]
    var periods: [Range<Int>]
    /// Whether it is one value, and not one for each period.
    var isSingle: Bool
    /// Which ends of its one period were asked for as years.
    var years: NamedYears
  }

  /// What is read where a name stands; nil where the name is no metric.
  func reading(of name: NameUse) throws(Diagnostic) -> MetricReading? {
    guard let projection, definition(name) == nil, Names.isMetric(name.parts[0]),
      let metric = try metric(name)
    else { return nil }
    let narrowing = try Narrowing(name, metric, scenario)
    let (own, steps) = try narrowing.resolved(projection)
    let asked = try periods(steps, projection)
    return MetricReading(
      metric: metric,
      scopes: scopes.filter { metric.row.scopes.contains($0.division) } + own,
      periods: asked.periods, isSingle: asked.isSingle,
      years: narrowing.hasPeriod ? narrowing.years : years)
  }

  /// The periods in which a metric is read, and whether that gives one value.
  private func periods(
    _ steps: Range<Int>?, _ projection: Projection
  ) throws(Diagnostic) -> (periods: [Range<Int>], isSingle: Bool) {
    guard let range = steps ?? period else { return (periods, false) }
    guard isOverRange else { return ([range], true) }
    return (periodsWithin(range), false)
  }

  /// The figures of one part, all parts being asked for at once.
  private func figures(
    _ metric: Metric, _ scopes: [Scope], _ periods: [Range<Int>], _ projection: Projection
  ) -> [Figure] {
    let key =
      metric.name + (part.map { " by \($0.division)" } ?? "")
      + scopes.map { " \($0.division) \($0.name)" }.joined()
      + " \(periods.first?.lowerBound ?? -1) \(periods.last?.upperBound ?? -1) \(periods.count)"
    let series: [Series]
    if let known = remembered[key] {
      series = known
    } else {
      series = projection.series(metric, in: scopes, by: part?.division, over: periods)
      remembered[key] = series
    }
    guard let index = part?.index else { return series[0].figures }
    return index < series.count ? series[index].figures : []
  }

  private func value(
    of definition: Declaration, _ name: NameUse, _ projection: Projection
  ) throws(Diagnostic) -> Outcome {
    guard let value = definition[UserMetric.value] else {
      return .scalar(.undefined("it says nothing"))
    }
    return try inside(value, of: definition, name, projection) {
      () throws(Diagnostic) -> Outcome in
      let reading = scopes.map { "\($0.division) \($0.name)" }.joined(separator: ",")
      let key =
        "\(definition.name) \(isOverRange) \(period?.description ?? "-") \(periods.count) "
        + (part.map { "\($0.division) \($0.index) " } ?? "") + reading
      if let known = outcomes[key] { return known }
      prepare(definition) { use in _ = try? self.value(of: use) }
      let outcome = try Evaluator(source: value.location.source, context: self)
        .outcome(value.expression)
      // What goes by dates alone is read in the period that is asked for.
      guard let period, case .schedule(let schedule) = outcome,
        let read = values(of: schedule, over: [period])?.first
      else {
        outcomes[key] = outcome
        return outcome
      }
      if isOverRange {
        let within = try periods(period, projection).periods
        let read = values(of: schedule, over: within) ?? []
        return .series(PeriodValues(periods: within, values: read))
      }
      outcomes[key] = .scalar(read)
      return .scalar(read)
    }
  }

  /// Does something with what a metric of the scenario is made of, narrowed as its name is.
  func inside<Result>(
    _ value: Attribute, of definition: Declaration, _ name: NameUse, _ projection: Projection,
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let narrowing = try Narrowing(name, nil, scenario)
    let (own, steps) = try narrowing.resolved(projection)
    let outer = (scopes, period, years)
    defer { (scopes, period, years) = outer }
    scopes += own
    if let steps { (period, years) = (steps, narrowing.years) }
    return try within(definition.name, value.expression, at: name.location, body)
  }

  /// Does something while figures are read step by step, in real money as they are discounted.
  /// Model 10.
  func perStep<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    let outer = isOfSteps
    defer { isOfSteps = outer }
    isOfSteps = true
    return try reading(projection?.calendar.steps ?? [], isPerStep: true, body)
  }

  /// Does something while figures are read year by year.
  func perYear<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try reading(projection?.calendar.years ?? [], isPerStep: false, body)
  }

  private func reading<Result>(
    _ periods: [Range<Int>], isPerStep: Bool, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let outer = (projection, self.periods, remembered, outcomes, self.isPerStep)
    defer { (projection, self.periods, remembered, outcomes, self.isPerStep) = outer }
    if let nominal = projection, nominal.isNominal {
      remark("what is discounted is in prices of \(nominal.priceYear)")
      projection = nominal.real
    }
    outcomes = [:]
    self.isPerStep = isPerStep
    remembered = [:]
    self.periods = periods
    return try body()
  }

  /// Keeps what has to be known of a value, once.
  func remark(_ text: Sentence) {
    if !remarks.contains(text) { remarks.append(text) }
  }

  // MARK: Parts

  /// Does something for one part of a division.
  func part<Result>(
    _ index: Int, of division: Division, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let outer = part
    defer { part = outer }
    part = (division, index)
    return try body()
  }
}

extension FigureContext {
  /// What does not fit in the metrics that a scenario defines.
  public static func problems(of scenario: Scenario) -> [Diagnostic] {
    let context = FigureContext(scenario)
    var found: [Diagnostic] = []
    for metric in scenario.entities(.metric) {
      do throws(Diagnostic) {
        _ = try context.type(of: NameUse(metric.name, at: metric.location))
      } catch {
        let isKnown = found.contains {
          $0.slug == error.slug && $0.location?.address == error.location?.address
        }
        if !isKnown { found.append(error) }
      }
    }
    for observation in scenario.entities(.observe) {
      do throws(Diagnostic) {
        try ReportedFact.check(observation, scenario)
      } catch {
        found.append(error)
      }
    }
    return found
  }
}
