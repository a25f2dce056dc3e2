import Diagnostics

/// A run of a block, as a program that works out other draws, and what is read of it.
struct RecordedRun: Sendable {
  private let program: RunProgram
  /// What the recorded block came to: what is no column there is the same in every draw.
  private let template: DrawTables

  /// Of a run whose outcome is at hand; nil where not all of it was noted, and where `stop` asks.
  init?(_ recorder: RunRecorder, _ tables: DrawTables, stop: StopSignal) {
    var outputs: [Int32] = []
    _ = tables.map { lanes in
      if !lanes.isUniform { outputs.append(recorder.operand(lanes)) }
      return lanes
    }
    guard let program = RunProgram(recorder, outputs: outputs, stop: stop) else { return nil }
    self.program = program
    template = tables
  }

  /// Room to work in.
  func store() -> ProgramStore { ProgramStore(program) }

  /// What draws with other inputs come to, as many as a block has, and which of them are strangers to it; nil
  /// where `stop` asks. Each input is given for all draws.
  func tables(
    at inputs: [[Double]], in store: ProgramStore, stop: StopSignal
  ) -> (tables: DrawTables, strangers: [Bool])? {
    let columns = program.outputs.map { _ in LaneBuffer() }
    let strangers = program.run(inputs, into: columns, in: store, stop: stop)
    guard !stop.isAsked else { return nil }
    var next = 0
    let tables = template.map { lanes in
      guard !lanes.isUniform else { return lanes }
      next += 1
      return DrawLanes(columns[next - 1])
    }
    return (tables, strangers)
  }
}
