public import Diagnostics
import Ensembles
import Language
import ParkModel
public import Quantities
public import Simulation

/// How much of a figure rests on which evidence: what each number does to it by itself, as a share of what
/// all of them do, summed by evidence code and by the age of the source.
///
/// A number with a range goes to what 5 % and 95 % of its draws do not exceed, any other a tenth lower and
/// higher as far as is legal; the others stay at their central values. The swing is how far apart the
/// figure is at both, and where it is now. Docs/Decisions/0158.
public struct Audit: Sendable {
  /// A number and what it does.
  public struct Row: Sendable {
    public let input: AuditedInput
    /// The figure where the input is low; nil where it has none there.
    public let atLow: Double?
    public let atHigh: Double?
    /// From the least to the most that the figure is, over both ends and now; nil where neither end has a
    /// value.
    public let swing: Double?
    /// Why an end has no value; nil where both have one.
    public let problem: String?
    /// Of the sum of all swings; 0 where nothing moves.
    public fileprivate(set) var share = 0.0
  }

  /// A part of the whole: what has the same evidence, or sources of the same age.
  public struct Part<Key: Sendable & Hashable>: Sendable {
    public let key: Key
    public let share: Double
    /// How many numbers move the figure.
    public let count: Int
    /// That which moves it most.
    public let first: String
  }

  /// How well numbers are known.
  public enum Evidence: Hashable, Sendable {
    /// `S`, `D`, `M` or `A`.
    case code(String)
    /// A source is named, and no code.
    case unsaid
    case noSource
  }

  /// How old sources are at the start of the scenario.
  public enum Age: Int, Hashable, Sendable, CaseIterable {
    case within2, within5, within10, over10
    /// The source is younger than the start.
    case later
    case noYear
    case noSource
  }

  /// The figure where every number is as it is now; nil where it has none.
  public let central: FigureValue
  /// Of every value below.
  public let unit: Unit?
  /// Every number that was moved, the widest swing first, then as `assumptions` has them.
  public let rows: [Row]
  /// Numbers that are nothing now and were not moved.
  public let zeros: Int
  /// The year in which the scenario starts, from which ages count back.
  public let start: Int?

  /// `projection` is the plain run of the same closures. Throws what no run has, such as a period outside
  /// the scenario.
  public init(
    _ request: FigureRequest, _ runs: VariedRuns, _ projection: Projection
  ) throws(Diagnostic) {
    let scenario = runs.scenario
    let shown = runs.isNominal ? try projection.nominal() : projection
    let context = FigureContext(scenario, shown, perStep: false)
    _ = try Evaluator(source: request.source, context: context).outcome(request.expression)
    central = request.value(in: scenario, shown)
    if case .period(let period)? = scenario.header?[ScenarioHeader.start]?.value {
      start = period.start.year
    } else {
      start = nil
    }
    var settings = EnsembleSettings(scenario) ?? EnsembleSettings()
    settings.hasRandomClosures = false
    let drawn = try EnsembleRun(
      scenario, settings, closures: runs.closures, central: projection, stop: runs.stop)
    let all = try AuditedInputs(scenario, drawn.parameters, stop: runs.stop).all
    zeros = all.count { if case .nothing = $0.moves { true } else { false } }
    let inputs = all.filter { if case .nothing = $0.moves { false } else { true } }
    let (atLow, atHigh) = try Audit.ends(of: inputs, request, runs, drawn)
    var column = FigureColumn([central])
    for value in atLow + atHigh { column.add(value) }
    unit = column.unit
    let count = inputs.count
    var rows = inputs.indices.map { index in
      Audit.row(
        inputs[index], now: column.values[0], low: column.values[1 + index],
        high: column.values[1 + count + index], [atLow[index], atHigh[index]])
    }
    Audit.share(&rows)
    let order = rows.indices.sorted { a, b in
      let (one, two) = (rows[a].swing ?? -1, rows[b].swing ?? -1)
      return one == two ? a < b : one > two
    }
    self.rows = order.map { rows[$0] }
  }

  // MARK: Runs

  /// The figure at both ends of each input, in their order.
  private static func ends(
    of inputs: [AuditedInput], _ request: FigureRequest, _ runs: VariedRuns, _ drawn: EnsembleRun
  ) throws(Diagnostic) -> (low: [FigureValue], high: [FigureValue]) {
    let empty = FigureValue.none("it was not run")
    var values = [[FigureValue]](
      repeating: Array(repeating: empty, count: inputs.count), count: 2)
    // Ranges: points of one plan.
    var points: [[String: Double]] = []
    var places: [(end: Int, index: Int)] = []
    var tenths: [(end: Int, index: Int, factor: Double)] = []
    for (index, input) in inputs.enumerated() {
      switch input.moves {
      case .nothing: break
      case .range(let parameter, let low, let high):
        points += [[parameter: low], [parameter: high]]
        places += [(0, index), (1, index)]
      case .tenth(_, let low, let high):
        tenths += [(0, index, low), (1, index, high)]
      }
    }
    let (scenario, isNominal) = (runs.scenario, runs.isNominal)
    let found = drawn.results(at: points, threads: runs.threads, stop: runs.stop) {
      (draw: DrawRun) -> FigureValue in
      do throws(Diagnostic) {
        let projection = try draw.result.get()
        return request.value(
          in: scenario, isNominal ? try projection.nominal() : projection, at: draw.point)
      } catch {
        return .none(error.message.text)
      }
    }
    try runs.stop.check()
    for (place, value) in zip(places, found) { values[place.end][place.index] = value }
    // The others: runs of their own.
    let work = tenths
    let others = try ParallelRuns.results(work.count, threads: runs.threads, stop: runs.stop) {
      (place) -> FigureValue in
      let (_, index, factor) = work[place]
      do throws(Diagnostic) {
        let changes = try inputs[index].changes(times: factor, scenario)
        return runs.values(with: changes).first ?? empty
      } catch {
        return .none(error.message.text)
      }
    }
    for (place, value) in zip(work, others) { values[place.end][place.index] = value }
    return (values[0], values[1])
  }

  // MARK: Shares

  private static func row(
    _ input: AuditedInput, now: Double?, low: Double?, high: Double?, _ ends: [FigureValue]
  ) -> Row {
    var problem: String?
    for end in ends where problem == nil {
      if case .none(let reason) = end { problem = reason }
    }
    let known = [low, now, high].compactMap(\.self)
    var swing: Double?
    if low != nil || high != nil, let least = known.min(), let most = known.max() {
      let width = most - least
      // More than a number can say is as much as one can.
      swing = width.isFinite ? width : .greatestFiniteMagnitude
    }
    return Row(input: input, atLow: low, atHigh: high, swing: swing, problem: problem)
  }

  private static func share(_ rows: inout [Row]) {
    let widest = rows.compactMap(\.swing).max() ?? 0
    guard widest > 0 else { return }
    // By the widest first, so that no sum is more than a number can say.
    let sum = rows.reduce(0) { $0 + ($1.swing ?? 0) / widest }
    for index in rows.indices {
      rows[index].share = (rows[index].swing ?? 0) / widest / sum
    }
  }

  /// Those that move it, the widest first.
  public var moving: [Row] { rows.filter { ($0.swing ?? 0) > 0 } }

  /// Numbers of which an end has no value.
  public var halves: [Row] { rows.filter { $0.problem != nil } }

  /// By evidence, the largest share first.
  public var byEvidence: [Part<Evidence>] {
    parts { row in
      if let code = row.input.evidence { return .code(code) }
      return row.input.source.isEmpty ? .noSource : .unsaid
    }
  }

  /// By the age of the source, the youngest first.
  public var byAge: [Part<Age>] {
    parts(age).sorted { $0.key.rawValue < $1.key.rawValue }
  }

  /// How old the source of a number is at the start.
  public func years(_ row: Row) -> Int? {
    guard let year = row.input.year, let start else { return nil }
    return start - year
  }

  private func age(_ row: Row) -> Age {
    guard !row.input.source.isEmpty else { return .noSource }
    guard let years = years(row) else { return .noYear }
    switch years {
    case ..<0: return .later
    case ...2: return .within2
    case ...5: return .within5
    case ...10: return .within10
    default: return .over10
    }
  }

  private func parts<Key>(_ key: (Row) -> Key) -> [Part<Key>] {
    var groups: [(key: Key, rows: [Row])] = []
    for row in moving {
      let own = key(row)
      if let index = groups.firstIndex(where: { $0.key == own }) {
        groups[index].rows.append(row)
      } else {
        groups.append((own, [row]))
      }
    }
    let found = groups.map { group in
      Part(
        key: group.key, share: group.rows.reduce(0) { $0 + $1.share }, count: group.rows.count,
        first: group.rows[0].input.name)
    }
    return found.indices.sorted { a, b in
      found[a].share == found[b].share ? a < b : found[a].share > found[b].share
    }.map { found[$0] }
  }
}
