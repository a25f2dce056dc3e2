public import Diagnostics
import Ensembles
import Language
public import ParkModel
import Quantities
public import Simulation

/// Runs of a scenario in which some of what it says is otherwise.
///
/// Many runs that differ in numbers alone fill the slots of one plan, as draws of an ensemble do; any
/// other run is worked out by itself. Both come to the same numbers (Docs/Decisions/0147).
public struct VariedRuns: Sendable {
  let scenario: Scenario
  let figures: [FigureRequest]
  let closures: Closures
  /// Whether money is in the prices of each time.
  let isNominal: Bool
  let threads: Int
  let stop: StopSignal

  /// From so many runs on, those that differ in numbers alone fill one plan.
  private static let manyRuns = 64

  public init(
    _ scenario: Scenario, _ figures: [FigureRequest], closures: Closures = .expected,
    isNominal: Bool = false, threads: Int, stop: StopSignal
  ) {
    self.scenario = scenario
    self.figures = figures
    self.closures = closures
    self.isNominal = isNominal
    self.threads = threads
    self.stop = stop
  }

  // MARK: One run

  /// The scenario with some changes, made in the order of their ranks.
  func scenario(with changes: [VariationAxis.Change]) throws(Diagnostic) -> Scenario {
    var copy = scenario
    var edits: [ScenarioEdit] = []
    for change in changes.sorted(by: { $0.rank < $1.rank }) {
      // What is said of one thing is said at once: shares are all of a tax only together.
      if case .set(let target, nil, let attributes, let comments) = change.edit,
        case .set(let last, nil, let others, _)? = edits.last, last.name == target.name
      {
        edits[edits.count - 1] = .set(target, title: nil, others + attributes, comments)
      } else {
        edits.append(change.edit)
      }
    }
    for edit in edits { try edit.apply(to: &copy) }
    return copy
  }

  /// The figures of one run.
  public func values(with changes: [VariationAxis.Change]) -> [FigureValue] {
    do throws(Diagnostic) {
      return values(of: try scenario(with: changes))
    } catch {
      return figures.map { _ in .none(error.message.text) }
    }
  }

  /// The figures of a scenario as it stands.
  public func values(of scenario: Scenario) -> [FigureValue] {
    do throws(Diagnostic) {
      let quiet = StopSignal(quietlyUnder: stop)
      let run = try Simulation.project(scenario, closures: closures, stop: quiet)
      let shown = isNominal ? try run.nominal() : run
      return figures.map { $0.value(in: scenario, shown) }
    } catch {
      return figures.map { _ in .none(error.message.text) }
    }
  }

  // MARK: Many

  /// The figures of many runs: each cell says which alternative of each axis holds. By cell and figure.
  public func values(
    _ axes: [VariationAxis], at cells: [[Int]]
  ) throws(Diagnostic) -> [[FigureValue]] {
    let open = axes.indices.filter { axis in
      axes[axis].numbers != nil && axes[axis].changes.count > 1
    }
    let closed = axes.indices.filter { !open.contains($0) }
    var groups: [[Int]: [Int]] = [:]
    for (index, cell) in cells.enumerated() {
      groups[closed.map { cell[$0] }, default: []].append(index)
    }
    var found = [[FigureValue]](repeating: [], count: cells.count)
    let all = groups.values.sorted { $0[0] < $1[0] }
    let many = open.isEmpty ? [] : all.filter { $0.count >= VariedRuns.manyRuns }
    var single = all.flatMap { many.isEmpty || $0.count < VariedRuns.manyRuns ? $0 : [] }
    let pieces = single.isEmpty ? 1 : 2
    let blocks = try stop.within(0, of: pieces) { () throws(Diagnostic) in
      try self.blocks(axes, open, cells, many)
    }
    for (group, block) in zip(many, blocks) {
      guard let block else {
        single += group
        continue
      }
      for (index, values) in zip(group, block) { found[index] = values }
    }
    let pending = single.sorted()
    let results = try stop.within(pieces - 1, of: pieces) { () throws(Diagnostic) in
      try ParallelRuns.results(pending.count, threads: threads, stop: stop) { place in
        let cell = cells[pending[place]]
        return values(with: axes.indices.flatMap { axes[$0].changes[cell[$0]] })
      }
    }
    for (index, values) in zip(pending, results) { found[index] = values }
    return found
  }

  /// Groups of runs that differ in numbers: several groups side by side, each on a thread, or one after
  /// another on all of them.
  private func blocks(
    _ axes: [VariationAxis], _ open: [Int], _ cells: [[Int]], _ groups: [[Int]]
  ) throws(Diagnostic) -> [[[FigureValue]]?] {
    guard groups.count >= threads else {
      var found: [[[FigureValue]]?] = []
      for (index, group) in groups.enumerated() {
        let own = try stop.within(index, of: groups.count) {
          () throws(Diagnostic) -> [[FigureValue]]? in
          try block(axes, open, cells, group, threads: threads, stop: stop)
        }
        found.append(own)
      }
      return found
    }
    return try ParallelRuns.results(groups.count, threads: threads, stop: stop) { index in
      let quiet = StopSignal(quietlyUnder: stop)
      return try? block(axes, open, cells, groups[index], threads: 1, stop: quiet)
    }
  }

  /// Runs that differ in numbers, as fillings of one plan; nil where that plan cannot be made.
  private func block(
    _ axes: [VariationAxis], _ open: [Int], _ cells: [[Int]], _ group: [Int], threads: Int,
    stop: StopSignal
  ) throws(Diagnostic) -> [[FigureValue]]? {
    guard let (run, points) = try? opened(axes, open, cells, group, stop) else {
      try stop.check()
      return nil
    }
    let (scenario, isNominal, figures) = (run.scenario, isNominal, figures)
    let results = run.results(at: points, threads: threads, stop: stop) {
      (draw: DrawRun) -> [FigureValue] in
      do throws(Diagnostic) {
        let projection = try draw.result.get()
        let shown = isNominal ? try projection.nominal() : projection
        return figures.map { $0.value(in: scenario, shown, at: draw.point) }
      } catch {
        return figures.map { _ in .none(error.message.text) }
      }
    }
    try stop.check()
    return results
  }

  private func opened(
    _ axes: [VariationAxis], _ open: [Int], _ cells: [[Int]], _ group: [Int], _ stop: StopSignal
  ) throws(Diagnostic) -> (EnsembleRun, [[String: Double]]) {
    let closed = axes.indices.filter { !open.contains($0) }
    var changes = closed.flatMap { axes[$0].changes[cells[group[0]][$0]] }
    let numbers = open.map { axes[$0].numbers ?? [] }
    var rank = (axes.flatMap(\.changes).joined().map(\.rank).max() ?? 0) + 1
    for input in numbers.joined() {
      guard let low = input.values.min(), let high = input.values.max() else { continue }
      changes.append(
        VariationAxis.Change(
          rank: rank, try input.input.opening(between: low, and: high, input.unit)))
      rank += 1
    }
    let run = try EnsembleRun(
      try scenario(with: changes), EnsembleSettings(), closures: closures, stop: stop)
    let points = group.map { cell in
      var point: [String: Double] = [:]
      for (axis, inputs) in zip(open, numbers) {
        for input in inputs { point[input.input.name] = input.values[cells[cell][axis]] }
      }
      return point
    }
    return (run, points)
  }
}
