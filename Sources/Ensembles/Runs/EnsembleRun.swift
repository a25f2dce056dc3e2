public import Diagnostics
public import ParkModel
public import Simulation
import Synchronization

/// One future of a scenario: the values of its uncertain parameters, and what it comes to.
public struct DrawRun: Sendable {
  /// From 0 on.
  public let draw: Int
  /// The value of each parameter, in the unit of its distribution.
  public let point: [String: Double]
  /// Its run, or what stands in the way of it.
  public let result: Result<Projection, Diagnostic>
}

/// The futures of a scenario, drawn one by one. Model 9.
///
/// What a draw is depends on the seed, the names of the parameters and its number alone: not on the
/// threads that work them out, nor on which others are asked for.
public struct EnsembleRun: Sendable {
  public let scenario: Scenario
  public let settings: EnsembleSettings
  public let parameters: [UncertainParameter]
  private let closures: Closures
  private let sampler: Sampler

  /// As many draws as one thread takes at a time.
  static let block = 16

  /// Throws where a parameter has no value, or where correlations do not go together.
  public init(
    _ scenario: Scenario, _ settings: EnsembleSettings, closures: Closures = .expected,
    stop: StopSignal = StopSignal()
  ) throws(Diagnostic) {
    self.scenario = scenario
    self.settings = settings
    self.closures = closures
    guard !settings.hasRandomClosures else {
      // The seam: each named firm's closing age, from `uniforms(named:)` and its survival (Model 4).
      throw Diagnostic(
        "not-yet", "`closures=random` is not there yet",
        at: scenario.entity(named: EntityKind.ensemble.rawValue)?[EnsembleHeader.closures]?
          .location,
        notes: [Diagnostic.Note("with `closures=expected` each firm counts by its chance")],
        help: ["`set ensemble closures=expected`"])
    }
    parameters = try scenario.uncertainParameters(stop: stop)
    let correlations = scenario.entities(.correlate).map { declaration in
      let ends = ParameterCorrelation.parameters(of: declaration)
      return Correlation(
        ends.first, ends.second, ParameterCorrelation.coefficient(of: declaration),
        at: declaration.location)
    }
    sampler = try Sampler(
      parameters.map { ($0.name, $0.distribution) }, correlations: correlations,
      method: settings.sampling, seed: settings.seed, draws: settings.draws)
  }

  /// The values of the parameters in some draws, from 0 on.
  public func points(of draws: Range<Int>) -> [[String: Double]] {
    var points = [[String: Double]](repeating: [:], count: draws.count)
    for (index, parameter) in parameters.enumerated() {
      for (place, value) in sampler.values(of: index, draws: draws).enumerated() {
        points[place][parameter.name] = value
      }
    }
    return points
  }

  /// One future. Throws where `stop` asks.
  public func run(draw: Int, at point: [String: Double], stop: StopSignal) -> DrawRun {
    do throws(Diagnostic) {
      let evaluated = try scenario.evaluated(at: point, stop: stop)
      let projection = try Simulation.project(evaluated, closures: closures, stop: stop)
      return DrawRun(draw: draw, point: point, result: .success(projection))
    } catch {
      return DrawRun(draw: draw, point: point, result: .failure(error))
    }
  }

  /// Works draws out on several threads, in blocks; what the body makes of each, in the order of the
  /// draws. Where `stop` asks, those that were done from the first on without a gap. How far the work
  /// is, is said as a part of `all`.
  public func results<Value: Sendable>(
    of draws: Range<Int>, within all: Range<Int>? = nil, threads: Int, stop: StopSignal,
    _ body: @escaping @Sendable (DrawRun) -> Value
  ) -> [Value] {
    results(of: draws, within: all, threads: threads, stop: stop, at: points, body)
  }

  /// The same at points of one's own, one for each run.
  public func results<Value: Sendable>(
    at points: [[String: Double]], threads: Int, stop: StopSignal,
    _ body: @escaping @Sendable (DrawRun) -> Value
  ) -> [Value] {
    results(
      of: points.indices, within: nil, threads: threads, stop: stop,
      at: { Array(points[$0]) }, body)
  }

  private func results<Value: Sendable>(
    of draws: Range<Int>, within all: Range<Int>?, threads: Int, stop: StopSignal,
    at points: @escaping @Sendable (Range<Int>) -> [[String: Double]],
    _ body: @escaping @Sendable (DrawRun) -> Value
  ) -> [Value] {
    guard !draws.isEmpty else { return [] }
    let count = (draws.count + EnsembleRun.block - 1) / EnsembleRun.block
    let quiet = StopSignal(quietlyUnder: stop)
    let shared = Shared<Value>()
    WorkerThreads.run(min(threads, count)) { _ in
      while !stop.isAsked {
        let index = shared.next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let start = draws.lowerBound + index * EnsembleRun.block
        let part = start..<min(draws.upperBound, start + EnsembleRun.block)
        var values: [Value] = []
        for (point, draw) in zip(points(part), part) {
          let run = run(draw: draw, at: point, stop: quiet)
          // A draw that was left in the middle is none.
          if stop.isAsked { return }
          values.append(body(run))
          let done = shared.done.add(1, ordering: .relaxed).newValue
          stop.note(done + draws.lowerBound - (all ?? draws).lowerBound, of: (all ?? draws).count)
        }
        shared.found.withLock { $0[index] = values }
      }
    }
    return shared.found.withLock { found in
      var values: [Value] = []
      for index in 0..<count {
        guard let part = found[index] else { break }
        values += part
      }
      return values
    }
  }

  /// What the threads share.
  private final class Shared<Value: Sendable>: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let found = Mutex<[Int: [Value]]>([:])
  }
}
