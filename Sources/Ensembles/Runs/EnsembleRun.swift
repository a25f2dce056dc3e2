public import Diagnostics
import Language
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
  private let blocks: DrawBlocks
  private let sampler: Sampler
  /// The named firms that live or have left by their own draw; none where they count by their chance.
  private let firms: [String]

  /// As many draws as one thread takes at a time where each is run by itself.
  private static let fewDraws = 16
  /// As many parts for each thread may be finished before one that is not.
  private static let partsAhead = 2
  /// As many blocks as one thread takes at a time where there are many draws.
  private static let blocksTogether = 2
  /// As many draws as are worked out together at least.
  public static let leastBlock = 64

  /// Throws where a parameter has no value, or where correlations do not go together. `central` is the
  /// plain run of the same closures, in the scenario's own prices, where somebody has it.
  public init(
    _ scenario: Scenario, _ settings: EnsembleSettings, closures: Closures = .expected,
    central: Projection? = nil, stop: StopSignal = StopSignal()
  ) throws(Diagnostic) {
    self.scenario = scenario
    self.settings = settings
    firms = settings.hasRandomClosures ? scenario.entities(.firm).map(\.name) : []
    blocks = try DrawBlocks(
      OpenScenario(scenario, stop: stop), central: central, closures: closures, stop: stop)
    parameters = blocks.open.parameters
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

  /// Whether the first draws are worked out together: no more differs between them than numbers and dates.
  public func runsTogether(stop: StopSignal) -> Bool {
    let some = 0..<min(EnsembleRun.leastBlock, settings.draws)
    return blocks.areTogether(at: points(of: some), closings: closings(of: some), stop: stop)
  }

  /// Whether a parameter of one name has the same draws in another run.
  public func drawsLike(_ other: EnsembleRun) -> Bool {
    (settings.seed, settings.sampling, settings.draws)
      == (other.settings.seed, other.settings.sampling, other.settings.draws)
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

  /// The values of one parameter in some draws, in the unit of its distribution; nil where there is none.
  public func values(of parameter: String, in draws: Range<Int>) -> [Double]? {
    parameters.firstIndex { $0.name == parameter }.map { sampler.values(of: $0, draws: draws) }
  }

  /// By named firm that lives or has left, the share of its like that lives longer, in some draws.
  /// Model 4, survival.
  public func closings(of draws: Range<Int>) -> [String: [Double]] {
    Dictionary(
      uniqueKeysWithValues: firms.map {
        ($0, sampler.uniforms(named: "\($0) closes", draws: draws))
      })
  }

  /// One future, run by itself.
  public func run(draw: Int, at point: [String: Double], stop: StopSignal) -> DrawRun {
    do throws(Diagnostic) {
      let closings = closings(of: draw..<draw + 1).compactMapValues(\.first)
      let projection = try blocks.run(at: point, closings: closings, stop: stop)
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
    let results = Collected<Value>()
    eachBlock(
      of: draws, within: all, threads: threads, stop: stop, at: points, body, nil,
      then: { values in results.all.withLock { $0 += values } })
    return results.all.withLock { $0 }
  }

  /// Works draws out on several threads, in blocks, and hands over what the body makes of them: one block
  /// after another in the order of the draws, while the next ones are worked out. Where `stop` asks, those
  /// that were done from the first on without a gap. What `together` makes of draws that follow each other and
  /// were worked out side by side stands for all of them; where it makes nothing, the body is asked.
  public func eachBlock<Value: Sendable>(
    of draws: Range<Int>, within all: Range<Int>? = nil, threads: Int, stop: StopSignal,
    _ body: @escaping @Sendable (DrawRun) -> Value,
    together: (@Sendable (DrawRun, [Projection]) -> Value?)? = nil,
    then take: @escaping @Sendable ([Value]) -> Void
  ) {
    eachBlock(
      of: draws, within: all, threads: threads, stop: stop, at: points, body, together, then: take)
  }

  private func eachBlock<Value: Sendable>(
    of draws: Range<Int>, within all: Range<Int>?, threads: Int, stop: StopSignal,
    at points: @escaping @Sendable (Range<Int>) -> [[String: Double]],
    _ body: @escaping @Sendable (DrawRun) -> Value,
    _ together: (@Sendable (DrawRun, [Projection]) -> Value?)?,
    then take: @escaping @Sendable ([Value]) -> Void
  ) {
    guard !draws.isEmpty else { return }
    let recorder = recorder(of: body)
    let size = size(of: draws.count, threads, isTogether: isTogether(draws, recorder))
    let count = (draws.count + size - 1) / size
    let quiet = StopSignal(quietlyUnder: stop)
    let shared = Shared()
    let finished = OrderedBlocks(take)
    WorkerThreads.run(min(threads, count)) {
      defer { if stop.isAsked { finished.end() } }
      while !stop.isAsked {
        let index = shared.next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        finished.wait(for: index, ahead: EnsembleRun.partsAhead * threads)
        let start = draws.lowerBound + index * size
        let part = start..<min(draws.upperBound, start + size)
        let own = points(part)
        let found =
          isTogether(part, recorder)
          ? blocks.projections(
            at: own, closings: closings(of: part), reading: recorder, within: draws.count,
            stop: quiet)
          : Array(repeating: nil, count: part.count)
        var values: [Value] = []
        // Where some draws cannot be asked together, the others of the part are not tried.
        var isAskedTogether = together != nil
        var place = 0
        while place < part.count {
          // A draw that was left in the middle is none.
          if stop.isAsked { return }
          let draw = part.lowerBound + place
          let like = isAskedTogether ? EnsembleRun.sideBySide(found[place...]) : []
          var count = 1
          if like.count > 1,
            let value = together?(
              DrawRun(draw: draw, point: own[place], result: .success(like[0])), like)
          {
            values.append(value)
            count = like.count
          } else if let value = answer(of: found[place], draw, at: own[place], body) {
            values.append(value)
          } else {
            let run = run(draw: draw, at: own[place], stop: quiet)
            if stop.isAsked { return }
            values.append(body(run))
          }
          if count < like.count { isAskedTogether = false }
          place += count
          let done = shared.done.add(count, ordering: .relaxed).newValue
          stop.note(done + draws.lowerBound - (all ?? draws).lowerBound, of: (all ?? draws).count)
        }
        finished.hand(values, at: index)
      }
    }
  }

  /// As many draws as a thread takes at a time, so that each has some, and where there are many as many as the
  /// others.
  private func size(of count: Int, _ threads: Int, isTogether: Bool) -> Int {
    guard isTogether else { return EnsembleRun.fewDraws }
    let width = DrawBlocks.width
    guard count >= DrawBlocks.many else {
      return min(width, max(EnsembleRun.leastBlock, (count + threads - 1) / threads))
    }
    let blocks = (count + width - 1) / width
    let most = EnsembleRun.blocksTogether * threads
    let rounds = (blocks + most - 1) / most
    return (blocks + rounds * threads - 1) / (rounds * threads) * width
  }

  /// The first of some draws, with those that follow it and were worked out beside it.
  private static func sideBySide(_ found: ArraySlice<Projection?>) -> [Projection] {
    var like: [Projection] = []
    for projection in found {
      guard let projection, like.last.map(projection.standsBehind) ?? true else { break }
      like.append(projection)
    }
    return like
  }

  /// What a body reads of the run in the middle, and so of draws.
  private func recorder<Value>(of body: (DrawRun) -> Value) -> LeafRecorder {
    let recorder = LeafRecorder()
    let point = Dictionary(
      parameters.map { ($0.name, $0.distribution.central) }, uniquingKeysWith: { $1 })
    _ = body(
      DrawRun(draw: 0, point: point, result: .success(blocks.central.telling(recorder))))
    return recorder
  }

  /// Whether some draws are worked out as a block: a few are sooner run one by one.
  private func isTogether(_ draws: Range<Int>, _ recorder: LeafRecorder) -> Bool {
    draws.count >= EnsembleRun.leastBlock && !blocks.open.needsOwnRuns && !recorder.needsWholeRuns
  }

  /// What a body makes of a draw of a block; nil where it needs a run of its own.
  private func answer<Value>(
    of projection: Projection?, _ draw: Int, at point: [String: Double],
    _ body: (DrawRun) -> Value
  ) -> Value? {
    guard let projection else { return nil }
    let value = body(DrawRun(draw: draw, point: point, result: .success(projection)))
    return projection.lacksSomething ? nil : value
  }

  /// What the threads share.
  private final class Shared: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
  }

  private final class Collected<Value: Sendable>: Sendable {
    let all = Mutex<[Value]>([])
  }
}
