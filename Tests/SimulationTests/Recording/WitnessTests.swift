import Diagnostics
import TestSupport
import Testing

@testable import Simulation

/// A run that is recorded from the witnesses of another goes every way that that one goes.
@Suite("witnesses of recorded runs")
struct WitnessTests {
  static let seeds = Sample.every(4, of: 0..<80, from: 1)

  /// What a seed does, recorded from as many draws as are given.
  private static func record(_ inputs: [[Double]], seed: Int) throws -> (
    RunProgram, [Int], [DrawLanes]
  ) {
    let recorder = RunRecorder()
    let work = recorder.note {
      let given = inputs.map { DrawLanes($0) }
      for lanes in given { recorder.input(lanes) }
      return RecordedOperationTests.Work(given, seed: seed)
    }
    let columns = work.made.filter { !$0.isUniform }
    let program = try #require(RunProgram(recorder, outputs: columns.map(recorder.operand)))
    return (program, recorder.witnesses.lanes, work.made)
  }

  @Test(
    "no draw is a stranger to what its witnesses have seen, and each comes to what it is",
    arguments: seeds)
  func strangers(seed: Int) throws {
    let inputs = RecordedOperationTests.inputs(3)
    let (_, witnesses, made) = try WitnessTests.record(inputs, seed: seed)
    #expect(witnesses.count < LaneBuffer.most / 2)
    #expect(Set(witnesses).count == witnesses.count)
    let few = inputs.map { numbers in witnesses.map { numbers[$0] } }
    let again = LaneBuffer.block(of: witnesses.count) {
      let padded = few.map { numbers in
        (0..<LaneBuffer.width).map { numbers[min($0, numbers.count - 1)] }
      }
      return Result { try WitnessTests.record(padded, seed: seed).0 }
    }
    let program = try again.get()
    let results = (0..<made.count(where: { !$0.isUniform })).map { _ in LaneBuffer() }
    let strangers = program.run(
      inputs, into: results, in: ProgramStore(program), stop: StopSignal())
    #expect(!strangers.contains(true))
    for (result, lanes) in zip(results, made.filter { !$0.isUniform }) {
      for lane in 0..<LaneBuffer.most {
        #expect(result.numbers[lane] + 0 == lanes.numbers[lane] + 0)
      }
    }
  }
}
