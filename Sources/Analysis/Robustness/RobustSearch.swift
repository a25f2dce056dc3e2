public import Diagnostics
public import Ensembles
import Language
public import ParkModel
public import Quantities
public import Simulation

/// Levers of a scenario between two ends, and what objectives come to over draws of its ensemble: which
/// settings none is better than in all of them.
public struct RobustSearch: Sendable {
  /// A setting that is on the front.
  public struct Point: Sendable {
    /// By lever, as it is written.
    public var levers: [Double]
    /// By objective, in its unit, percent for chances.
    public var values: [Double]
  }

  public let levers: [CalibratedNumber]
  public let objectives: [Objective]
  public let points: [Point]
  /// By objective, nil where no draw has a number.
  public let units: [Unit?]
  /// How many settings were worked out, over how many draws each.
  public let count: Int
  public let draws: Int
  /// How many of them could not be worked out in some draw, and why the first could not.
  public let failed: Int
  public let reason: String?

  /// Throws what stands in the way of every setting, and where `stop` asks. Firms count by their chance,
  /// also where the ensemble closes them by lot, so that all settings meet the same futures.
  public init(
    _ objectives: [Objective], by levers: [CalibratedNumber], _ scenario: Scenario,
    _ projection: Projection, _ settings: EnsembleSettings, draws: Int, isNominal: Bool,
    closures: Closures, search: ParetoSearch.Settings, threads: Int, stop: StopSignal
  ) throws(Diagnostic) {
    var settings = settings
    settings.hasRandomClosures = false
    let futures = RobustFutures(
      objectives, levers, scenario, projection, settings, draws: min(draws, settings.draws),
      isNominal: isNominal, closures: closures, threads: threads, stop: stop)
    var memory = RobustFutures.Memory(objectives.count)
    let found = try ParetoSearch(levers: levers.count, search, stop: stop) {
      (places) throws(Diagnostic) in
      try futures.values(
        at: places.map { place in zip(levers, place).map { $0.value(at: $1) } }, &memory)
    }
    self.levers = levers
    self.objectives = objectives
    units = memory.units
    count = found.count
    self.draws = futures.draws
    failed = memory.failed
    reason = memory.reason
    guard !found.front.isEmpty else {
      // What stands in the way is said of a value that nobody typed: the levers are where it was asked.
      var problem =
        memory.problem
        ?? Diagnostic("no-value", "no setting has a value of each objective in every draw")
      problem.location = levers.first?.location
      throw problem
    }
    points = found.front.map { point in
      Point(
        levers: zip(levers, point.place).map { $0.value(at: $1) },
        values: zip(objectives, point.values ?? []).map { $0.isLess ? -$1 : $1 })
    }
  }
}

extension CalibratedNumber {
  /// The number at a share of the way from the lower end to the upper, in the four digits that one would
  /// type.
  func value(at share: Double) -> Double {
    let value = low + (high - low) * share
    let size = max(low.magnitude, high.magnitude)
    var step = 1.0
    let finest = min(size, (high - low)) / 1000
    while step > finest, step > 1e-300 { step /= 10 }
    while step * 10 <= finest { step *= 10 }
    let rounded = LiteralForm.tidy((value / step).rounded() * step)
    return rounded.isFinite ? min(max(rounded, low), high) : value
  }
}

/// The draws that settings of levers are tried in.
struct RobustFutures {
  let objectives: [Objective]
  let levers: [CalibratedNumber]
  let scenario: Scenario
  let projection: Projection
  let settings: EnsembleSettings
  let draws: Int
  let isNominal: Bool
  let closures: Closures
  let threads: Int
  let stop: StopSignal
  /// The scenario with its levers as slots of one plan; nil where they cannot be.
  private let open: EnsembleRun?

  /// What was met on the way.
  struct Memory {
    var units: [Unit?]
    var failed = 0
    var reason: String?
    var problem: Diagnostic?

    init(_ objectives: Int) { units = [Unit?](repeating: nil, count: objectives) }
  }

  init(
    _ objectives: [Objective], _ levers: [CalibratedNumber], _ scenario: Scenario,
    _ projection: Projection, _ settings: EnsembleSettings, draws: Int, isNominal: Bool,
    closures: Closures, threads: Int, stop: StopSignal
  ) {
    self.objectives = objectives
    self.levers = levers
    self.scenario = scenario
    self.projection = projection
    self.settings = settings
    self.draws = draws
    self.isNominal = isNominal
    self.closures = closures
    self.threads = threads
    self.stop = stop
    open = try? RobustFutures.opened(scenario, levers, settings, closures, stop)
  }

  private static func opened(
    _ scenario: Scenario, _ levers: [CalibratedNumber], _ settings: EnsembleSettings,
    _ closures: Closures, _ stop: StopSignal
  ) throws(Diagnostic) -> EnsembleRun? {
    var copy = scenario
    for lever in levers {
      guard let edit = try lever.opening() else { return nil }
      try edit.apply(to: &copy)
    }
    return try EnsembleRun(copy, settings, closures: closures, stop: stop)
  }

  /// As many runs as are held at a time, about.
  private static let heldRuns = 65_536

  /// What the objectives come to at some settings; more is better. Nil where one has no value.
  func values(
    at settings: [[Double]], _ memory: inout Memory
  ) throws(Diagnostic) -> [[Double]?] {
    let size = max(1, RobustFutures.heldRuns / max(1, draws))
    let pieces = (settings.count + size - 1) / size
    var values: [[Double]?] = []
    for piece in 0..<pieces {
      let part = Array(settings[piece * size..<min(settings.count, (piece + 1) * size)])
      let replies = try stop.within(piece, of: pieces) { () throws(Diagnostic) in
        try self.replies(at: part)
      }
      for index in part.indices {
        values.append(value(of: replies[index * draws..<(index + 1) * draws], &memory))
      }
    }
    return values
  }

  /// What each draw answers at each of some settings, one setting after the other.
  private func replies(at settings: [[Double]]) throws(Diagnostic) -> [Reply] {
    guard let open else {
      var all: [Reply] = []
      for (index, setting) in settings.enumerated() {
        all += try stop.within(index, of: settings.count) { () throws(Diagnostic) in
          try self.replies(ofOne: setting)
        }
      }
      return all
    }
    let futures = open.points(of: 0..<draws)
    var points: [[String: Double]] = []
    for setting in settings {
      let own = try zip(levers, setting).map { (lever, value) throws(Diagnostic) in
        (lever.name, try lever.quantity(value)?.value ?? value)
      }
      for future in futures {
        points.append(future.merging(own, uniquingKeysWith: { _, lever in lever }))
      }
    }
    let replies = open.results(
      at: points, threads: threads, stop: stop, body(of: open.scenario))
    try stop.check()
    return replies
  }

  /// What one draw answers to each objective, or why it cannot be run.
  private typealias Reply = Result<[DrawAnswer], Diagnostic>

  private func body(of scenario: Scenario) -> @Sendable (DrawRun) -> Reply {
    let context = FigureContext(scenario, projection, perStep: false)
    let questions = objectives.map { objective in
      context.question(objective.figure.expression, objective.figure.source)
    }
    return { [isNominal] draw in
      do throws(Diagnostic) {
        var run = try draw.result.get()
        if isNominal { run = try run.nominal() }
        var answers: [DrawAnswer] = []
        for question in questions { answers.append(try question.ask(draw, run)) }
        return .success(answers)
      } catch {
        return .failure(error)
      }
    }
  }

  /// One setting by itself, as the statements that make it.
  private func replies(ofOne setting: [Double]) throws(Diagnostic) -> [Reply] {
    do throws(Diagnostic) {
      var copy = scenario
      for (lever, value) in zip(levers, setting) { try lever.set(value, in: &copy) }
      let run = try EnsembleRun(copy, settings, closures: closures, stop: stop)
      let replies = run.results(of: 0..<draws, threads: threads, stop: stop, body(of: copy))
      try stop.check()
      return replies
    } catch {
      try stop.check()
      return [Reply](repeating: .failure(error), count: draws)
    }
  }

  private func value(of replies: ArraySlice<Reply>, _ memory: inout Memory) -> [Double]? {
    var columns = [[Double?]](repeating: [], count: objectives.count)
    var problem: Diagnostic?
    var reason: String?
    for reply in replies {
      switch reply {
      case .failure(let error):
        problem = problem ?? error
        for index in columns.indices { columns[index].append(nil) }
      case .success(let answers):
        for (index, answer) in answers.enumerated() {
          if memory.units[index] == nil { memory.units[index] = answer.unit }
          let factor = answer.unit.flatMap { own in
            memory.units[index].flatMap { own == $0 ? 1 : Quantity(1, own).value(in: $0) }
          }
          switch answer.values.first?.first {
          case .number(let number)?: columns[index].append(factor.map { $0 * number })
          case .none(let text)?:
            reason = reason ?? text
            columns[index].append(nil)
          case nil: columns[index].append(nil)
          }
        }
      }
    }
    var values: [Double] = []
    for (objective, column) in zip(objectives, columns) {
      guard let value = objective.value(of: column) else {
        memory.failed += 1
        memory.problem = memory.problem ?? problem
        memory.reason = memory.reason ?? problem?.message.text ?? reason
        return nil
      }
      values.append(objective.isLess ? -value : value)
    }
    return values
  }
}
