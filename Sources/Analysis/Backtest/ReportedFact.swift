public import Diagnostics
import Language
public import ParkModel
public import Quantities
import Simulation

/// A reported fact as a question to a run: what was observed, or what an observation says of the year
/// before.
public struct ReportedFact: Sendable {
  /// The figure with its period: `tax[2021H1]`.
  public let request: FigureRequest
  /// What was reported, in its own unit; money without one in yuan.
  public let value: Quantity
  /// What says it.
  public let observation: Declaration
  /// Whether it follows from the `yoy` of an observation.
  public let isImplied: Bool
  /// The first day that it is of, and the day after the last.
  public let days: (start: CalendarDate, end: CalendarDate)

  public var label: String { request.label }

  private init?(
    _ request: FigureRequest, _ value: Quantity, _ observation: Declaration, isImplied: Bool
  ) {
    guard let days = Observation.days(of: request.expression) else { return nil }
    self.request = request
    self.value = value
    self.observation = observation
    self.isImplied = isImplied
    self.days = days
  }

  /// The facts of a scenario in the order in which they were kept, each before what it says of the year
  /// before; what was observed of that year itself counts instead.
  public static func all(of scenario: Scenario) throws(Diagnostic) -> [ReportedFact] {
    let observations = scenario.entities(.observe)
    let known = Set(observations.map(\.name))
    var facts: [ReportedFact] = []
    for observation in observations {
      let request = try check(observation, scenario)
      guard let value = value(of: observation, request) else { continue }
      facts += [ReportedFact(request, value, observation, isImplied: false)].compactMap(\.self)
      guard let earlier = Observation.earlier(observation),
        !known.contains("\(EntityKind.observe.rawValue) \(earlier.figure)"),
        let before = try? FigureRequest(named: earlier.figure, scenario)
      else { continue }
      let share = earlier.value.value / (Observation.reported(observation)?.value ?? 1)
      facts += [
        ReportedFact(
          before, Quantity(value.value * share, value.unit), observation, isImplied: true)
      ].compactMap(\.self)
    }
    return facts
  }

  /// Whether all of it lies between two days.
  public func lies(within days: (start: CalendarDate, end: CalendarDate)) -> Bool {
    self.days.start >= days.start && self.days.end <= days.end
  }

  // MARK: An observation by itself

  /// The figure of an observation; throws what is wrong with it as a question.
  public static func request(
    _ observation: Declaration, _ scenario: Scenario
  ) throws(Diagnostic) -> FigureRequest {
    guard let figure = observation[Observation.figure] else {
      throw Diagnostic("syntax", "an observation is of a figure", at: observation.location)
    }
    return try FigureRequest(figure.expression, figure.location.source, scenario)
  }

  /// Throws where a run has no single number of that sort.
  @discardableResult
  public static func check(
    _ observation: Declaration, _ scenario: Scenario
  ) throws(Diagnostic) -> FigureRequest {
    let request = try request(observation, scenario)
    guard let dimension = request.type.dimension, !request.type.traits.contains(.series),
      !request.type.isSchedule, !request.basis.readsDraws
    else {
      throw Diagnostic(
        "wrong-kind", "an observation is of a figure with one value", at: request.location,
        help: ["name a period: `observe tax[2021] value=10亿元`"])
    }
    guard let attribute = observation[Observation.value],
      let reported = Observation.reported(observation)
    else { return request }
    guard value(of: observation, request) != nil else {
      throw .wrongDimension(
        expected: dimension, found: reported.dimension, at: attribute.location)
    }
    return request
  }

  private static func value(
    of observation: Declaration, _ request: FigureRequest
  ) -> Quantity? {
    guard let reported = Observation.reported(observation) else { return nil }
    if reported.dimension == request.type.dimension { return reported }
    guard reported.dimension == .number, request.type.dimension == .money,
      let yuan = reported.value(in: .one)
    else { return nil }
    return Quantity(yuan, UnitTable.known("yuan"))
  }

  /// A warning where no run reads it, since the scenario holds no such time.
  public static func doubt(_ observation: Declaration, _ scenario: Scenario) -> Diagnostic? {
    guard case .period(let first)? = scenario.header?[ScenarioHeader.start]?.value,
      case .period(let last)? = scenario.header?[ScenarioHeader.end]?.value,
      let figure = observation[Observation.figure],
      let days = Observation.days(of: figure.expression),
      days.end <= first.start || days.start >= last.end
    else { return nil }
    return Diagnostic(
      "unread-fact",
      "no run reads this fact: the scenario goes from \(first.start.text) to \(last.end.text)",
      at: figure.location, severity: .warning)
  }
}

/// Reads facts in one run.
struct FactReader {
  private let context: FigureContext

  init(_ scenario: Scenario, _ projection: Projection) {
    context = FigureContext(scenario, projection, perStep: false)
  }

  /// What the run has in the place of a fact, in the fact's unit; throws what it has no number for.
  func value(_ fact: ReportedFact) throws(Diagnostic) -> Double {
    let request = fact.request
    let quantity = try Evaluator(source: request.source, context: context)
      .quantity(request.expression)
    guard let value = quantity.value(in: fact.value.unit) else {
      throw .wrongDimension(
        expected: fact.value.dimension, found: quantity.dimension, at: request.location)
    }
    return value
  }
}
