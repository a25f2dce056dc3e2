public import Diagnostics
public import ParkModel

/// Works out the draws of a scenario, block by block, each block as one run of the same stages. Model 9.
public struct DrawBlocks: Sendable {
  /// As many draws as a block has at most.
  public static let width = LaneBuffer.most

  public let open: OpenScenario
  /// The run in the middle, whose names the draws have.
  public let central: Projection
  private let closures: Closures

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

  /// What some draws, as many as a block has at most, came to: as much of it as a question reads that
  /// was put to `central` with a recorder. `closings` has, by named firm that lives or has left, its
  /// share in each draw: see `Simulation.project`. Nil of a draw that has to be run by itself, where
  /// it may fail, and of all where they have to be.
  public func projections(
    at points: [[String: Double]], closings: [String: [Double]] = [:],
    reading recorder: LeafRecorder, stop: StopSignal
  ) -> [Projection?] {
    LaneBuffer.block(of: points.count) {
      block(at: points, closings: closings, reading: recorder, stop: stop)
    }
  }

  private func block(
    at points: [[String: Double]], closings: [String: [Double]], reading recorder: LeafRecorder,
    stop: StopSignal
  ) -> [Projection?] {
    let none = [Projection?](repeating: nil, count: points.count)
    guard !open.needsOwnRuns, !recorder.needsWholeRuns, !points.isEmpty else { return none }
    guard let inputs = DrawInputs(open, at: points, central.calendar, stop: stop),
      let plan = try? PlanBuilder<DrawLanes>(
        open.scenario, inputs: inputs.curves, closings: closings.mapValues(DrawBlocks.lanes),
        closures: closures, isSound: true, stop: stop
      ).plan()
    else { return none }
    let leaves = recorder.leaves
    var sums = DrawSums(leaves, plan)
    let run = Simulation.run(plan, into: &sums, stop: stop)
    sums.finish()
    guard !stop.isAsked else { return none }
    let tables = DrawTables(leaves, sums.sums, plan, run, hasFactors: recorder.hasFactors)
    return points.indices.map { lane in
      guard inputs.isKnown[lane], sums.beyond[lane] == 0 else { return nil }
      return central.reading(DrawReading(tables: tables, lane: lane))
    }
  }

  /// One draw by itself, or what stands in the way of it.
  public func run(
    at point: [String: Double], closings: [String: Double] = [:], stop: StopSignal
  ) throws(Diagnostic) -> Projection {
    try Simulation.project(
      open.written.evaluated(at: point, stop: stop), closures: closures, closings: closings,
      stop: stop)
  }

  /// Numbers of draws, the last of them also in the lanes that no draw has.
  static func lanes(_ numbers: [Double]) -> DrawLanes {
    let rest = max(0, DrawLanes.count - numbers.count)
    return DrawLanes(numbers + Array(repeating: numbers.last ?? 0.5, count: rest))
  }
}
