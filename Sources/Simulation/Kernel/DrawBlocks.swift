public import Diagnostics
public import ParkModel
import Vectors

/// Works out the draws of a scenario, block by block, each block as one run of the same stages. Model 9.
public struct DrawBlocks: Sendable {
  /// As many draws as a block has at most.
  public static let width = LaneBuffer.most
  /// As many draws in all are worth recording a run for.
  public static let many = 4 * width

  public let open: OpenScenario
  /// The run in the middle, whose names the draws have.
  public let central: Projection
  private let closures: Closures
  let runs = RecordedRuns()

  /// Throws what stands in the way of the run in the middle, unless somebody has it already.
  public init(
    _ open: OpenScenario, central: Projection? = nil, closures: Closures = .expected,
    stop: StopSignal = StopSignal()
  ) throws(Diagnostic) {
    self.open = open
    self.closures = closures
    if let central {
      self.central = central
      return
    }
    let plan = try PlanBuilder<Double>(open.scenario, closures: closures, stop: stop).plan()
    self.central = try Simulation.project(plan, of: open.scenario, stop: stop)
  }

  /// What some draws came to, as many as a block has at most, and any number where there are many in all, of
  /// whom `total` tells: as much of it as a question reads that was put to `central` with a recorder. `closings` has, by named firm that lives or has left, its
  /// share in each draw: see `Simulation.project`. Nil of a draw that has to be run by itself, where
  /// it may fail, and of all where they have to be.
  public func projections(
    at points: [[String: Double]], closings: [String: [Double]] = [:],
    reading recorder: LeafRecorder, within total: Int? = nil, stop: StopSignal
  ) -> [Projection?] {
    let none = [Projection?](repeating: nil, count: points.count)
    guard !open.needsOwnRuns, !recorder.needsWholeRuns, !points.isEmpty else { return none }
    let block = DrawBlock(points: points, closings: closings)
    if let total, total >= DrawBlocks.many {
      return recorded(block, of: total, reading: recorder, stop: stop)
    }
    return LaneBuffer.block(of: points.count) {
      tables(of: block, reading: recorder, stop: stop).map { projections($0.tables, $0.isKnown) }
        ?? none
    }
  }

  /// Of those that are known.
  func projections(_ tables: DrawTables, _ isKnown: [Bool]) -> [Projection?] {
    isKnown.enumerated().map { lane, isKnown in
      isKnown ? central.reading(DrawReading(tables: tables, lane: lane)) : nil
    }
  }

  /// What the draws of a block come to, and of which of them it is; nil where they have to be run by
  /// themselves.
  func tables(
    of block: DrawBlock, reading recorder: LeafRecorder, stop: StopSignal
  ) -> (tables: DrawTables, isKnown: [Bool])? {
    guard let (inputs, plan) = plan(of: block, stop: stop) else { return nil }
    let leaves = recorder.leaves
    var sums = DrawSums(leaves, plan)
    let run = Simulation.run(plan, into: &sums, stop: stop)
    sums.finish()
    guard !stop.isAsked else { return nil }
    let tables = DrawTables(leaves, sums.sums, plan, run, hasFactors: recorder.hasFactors)
    // Whoever may be beyond what adds up exactly is a stranger to every run that is recorded.
    if let beyond = sums.beyond.buffer { RunRecorder.current?.expect(beyond, from: 0, to: 0) }
    let isBeyond = sums.beyond.numbers
    return (tables, block.points.indices.map { inputs.isKnown[$0] && isBeyond[$0] == 0 })
  }

  /// Whether some draws, as many as a block has at most, have one plan.
  public func areTogether(
    at points: [[String: Double]], closings: [String: [Double]] = [:], stop: StopSignal
  ) -> Bool {
    guard !open.needsOwnRuns, !points.isEmpty else { return false }
    return LaneBuffer.block(of: points.count) {
      plan(of: DrawBlock(points: points, closings: closings), stop: stop) != nil
    }
  }

  /// The plan of a block; nil where draws differ in more than their numbers and dates.
  private func plan(
    of block: DrawBlock, stop: StopSignal
  ) -> (inputs: DrawInputs, plan: Plan<DrawLanes>)? {
    guard let inputs = DrawInputs(open, at: block, central.calendar, stop: stop),
      let plan = try? PlanBuilder<DrawLanes>(
        open.scenario, inputs: inputs.curves, instants: inputs.instants,
        closings: block.lanesOfClosings, closures: closures, isSound: true, stop: stop
      ).plan()
    else { return nil }
    return (inputs, plan)
  }

  /// One draw by itself, or what stands in the way of it.
  public func run(
    at point: [String: Double], closings: [String: Double] = [:], stop: StopSignal
  ) throws(Diagnostic) -> Projection {
    try Simulation.project(
      open.written.evaluated(at: point, stop: stop), closures: closures, closings: closings,
      stop: stop)
  }
}
