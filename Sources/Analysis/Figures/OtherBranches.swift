public import Diagnostics
import Ensembles
import Language
public import ParkModel
public import Simulation
import Synchronization

/// The branches that a figure may be read in beside its own: `tax[2030] of late`.
public struct OtherBranches: Sendable {
  /// Whether firms close in their runs, as in the run beside them.
  public var closures = Closures.expected
  private let all: [String: OtherBranch]
  /// What is said of a branch that is not there.
  private let unknown: @Sendable (String, Location) -> Diagnostic

  public init(
    _ scenarios: [String: Scenario], stop: StopSignal,
    unknown: @escaping @Sendable (String, Location) -> Diagnostic
  ) {
    all = Dictionary(
      uniqueKeysWithValues: scenarios.map { ($0, OtherBranch($0, $1, stop: stop)) })
    self.unknown = unknown
  }

  func branch(_ name: String, at place: Location) throws(Diagnostic) -> OtherBranch {
    guard let branch = all[name] else { throw unknown(name, place) }
    return branch
  }

  /// What the branches are that an expression reads: the same key is the same scenarios.
  func key(of expression: Expression) -> String {
    var names: Set<String> = []
    var pending = [expression]
    while let next = pending.popLast() {
      if case .elsewhere(_, let branch, _) = next.kind { names.insert(branch) }
      pending += next.parts
    }
    return names.sorted().map { "\n\($0): \(all[$0]?.key ?? "")" }.joined()
  }
}

/// A branch beside the one at hand, and its runs once they were asked for.
///
/// A class, because all who ask share what was run.
final class OtherBranch: Sendable {
  let name: String
  let scenario: Scenario
  private let stop: StopSignal
  private let memory = Mutex(Memory())

  private struct Memory {
    var runs: [Closures: Result<Projection, Diagnostic>] = [:]
    var draws: (settings: EnsembleSettings, closures: Closures, Result<EnsembleRun, Diagnostic>)?
  }

  init(_ name: String, _ scenario: Scenario, stop: StopSignal) {
    self.name = name
    self.scenario = scenario
    self.stop = stop
  }

  /// Its statements as one text.
  var key: String { scenario.all.map(\.canonical).joined(separator: "\n") }

  /// Its plain run; throws where there is none, and says in which branch.
  func projection(
    _ closures: Closures, isNominal: Bool
  ) throws(Diagnostic) -> Projection {
    let found = memory.withLock { memory -> Result<Projection, Diagnostic> in
      if let known = memory.runs[closures] { return known }
      let run = Result { () throws(Diagnostic) in
        try Simulation.project(scenario, closures: closures, stop: stop)
      }
      memory.runs[closures] = run
      return run
    }
    return try shown(found, isNominal)
  }

  /// Its run in a draw, and the values of its uncertain numbers there. Draws are those of the ensemble of
  /// the branch at hand: a name that both have has the same value in both.
  func run(
    inDraw draw: Int, of settings: EnsembleSettings, _ closures: Closures, isNominal: Bool
  ) throws(Diagnostic) -> (Projection, at: [String: Double]) {
    let ensemble = memory.withLock { memory -> Result<EnsembleRun, Diagnostic> in
      if let known = memory.draws, known.settings == settings, known.closures == closures {
        return known.2
      }
      let run = Result { () throws(Diagnostic) in
        try EnsembleRun(scenario, settings, closures: closures, stop: stop)
      }
      memory.draws = (settings, closures, run)
      return run
    }
    do throws(Diagnostic) {
      let ensemble = try ensemble.get()
      let point = ensemble.points(of: draw..<draw + 1)[0]
      let run = ensemble.run(draw: draw, at: point, stop: StopSignal(quietlyUnder: stop))
      return (try shown(run.result, isNominal), point)
    } catch {
      throw error.inBranch(name)
    }
  }

  private func shown(
    _ run: Result<Projection, Diagnostic>, _ isNominal: Bool
  ) throws(Diagnostic) -> Projection {
    do throws(Diagnostic) {
      let projection = try run.get()
      return isNominal ? try projection.nominal() : projection
    } catch {
      throw error.inBranch(name)
    }
  }
}
