import CAllocator
import Diagnostics
import ParkModel

// Many draws, by a run that is recorded from some of them.

extension DrawBlocks {
  /// What draws come to, of which `total` are worked out in all; nil of a draw that has to be run by itself.
  func recorded(
    _ block: DrawBlock, of total: Int, reading recorder: LeafRecorder, stop: StopSignal
  ) -> [Projection?] {
    let question = RecordedRuns.Question(
      leaves: recorder.leaves, hasFactors: recorder.hasFactors)
    if runs.isToBegin(question) {
      // Recording takes much more for a moment than it leaves.
      parkline_return_large_pieces()
      let sample = block.sample(with: block.part([]), open.parameters, of: total)
      _ = record(sample, for: question, reading: recorder, stop: stop)
    }
    var results = [Projection?](repeating: nil, count: block.count)
    var left: [Int] = []
    var last: RecordedRuns.Recording?
    var store: ProgramStore?
    for places in DrawBlocks.blocks(of: Array(0..<block.count)) where !stop.isAsked {
      let recording = runs.recording(for: question)
      if recording?.number != last?.number { (last, store) = (recording, recording?.run.store()) }
      if let last, let store {
        left += workOut(places, of: block, by: last.run, in: store, stop: stop, &results)
      } else {
        workOut(places, of: block, reading: recorder, stop: stop, &results)
      }
    }
    // Somebody may have recorded it with others like them.
    if !left.isEmpty, let newer = runs.recording(for: question), newer.number != last?.number {
      let all = left
      left = []
      for places in DrawBlocks.blocks(of: all) {
        left += workOut(
          places, of: block, by: newer.run, in: newer.run.store(), stop: stop, &results)
      }
    }
    guard !stop.isAsked else { return results }
    let strangers = block.part(left)
    if let kept = runs.keep(strangers, among: block.count, of: total, for: question) {
      let sample = block.sample(with: kept.draws, open.parameters, of: total)
      let found = record(sample, for: question, reading: recorder, stop: stop)
      // The last of all are those at hand.
      let own = min(left.count, kept.strangers)
      for (offset, place) in left.suffix(own).enumerated() {
        results[place] = found?[kept.draws.count - own + offset]
      }
      left.removeLast(own)
    }
    guard left.count > DrawBlocks.few else { return results }
    for places in DrawBlocks.blocks(of: left) where !stop.isAsked {
      workOut(places, of: block, reading: recorder, stop: stop, &results)
    }
    return results
  }

  /// As many draws are sooner run one by one than together.
  private static let few = 12

  /// As many of some draws at a time as a block has.
  private static func blocks(of places: [Int]) -> [[Int]] {
    stride(from: 0, to: places.count, by: width).map {
      Array(places[$0..<min(places.count, $0 + width)])
    }
  }

  /// Records a run from draws; what they come to.
  private func record(
    _ sample: DrawBlock, for question: RecordedRuns.Question, reading recorder: LeafRecorder,
    stop: StopSignal
  ) -> [Projection?]? {
    LaneBuffer.block(of: sample.count) {
      let notes = RunRecorder()
      let made = notes.note { tables(of: sample, reading: recorder, stop: stop) }
      let run = made.flatMap { RecordedRun(notes, $0.tables, stop: stop) }
      let witnesses = Set(notes.witnesses.lanes.map { min($0, sample.count - 1) }).sorted()
      runs.finish(
        run, witnesses: sample.part(witnesses), for: question, wasLeftOff: stop.isAsked)
      return made.map { projections($0.tables, $0.isKnown) }
    }
  }

  /// Works some draws out by a recorded run; which of them are strangers to it.
  private func workOut(
    _ places: [Int], of block: DrawBlock, by run: RecordedRun, in store: ProgramStore,
    stop: StopSignal, _ results: inout [Projection?]
  ) -> [Int] {
    LaneBuffer.block(of: places.count) {
      let inputs = block.part(places).inputs(open.parameters)
      guard let (tables, strangers) = run.tables(at: inputs, in: store, stop: stop) else {
        return []
      }
      let found = projections(tables, places.indices.map { !strangers[$0] })
      for (place, projection) in zip(places, found) { results[place] = projection }
      return zip(places, strangers).compactMap { $1 ? $0 : nil }
    }
  }

  /// Works some draws out together, step by step.
  private func workOut(
    _ places: [Int], of block: DrawBlock, reading recorder: LeafRecorder, stop: StopSignal,
    _ results: inout [Projection?]
  ) {
    LaneBuffer.block(of: places.count) {
      let made = tables(of: block.part(places), reading: recorder, stop: stop)
      guard let made else { return }
      for (place, projection) in zip(places, projections(made.tables, made.isKnown)) {
        results[place] = projection
      }
    }
  }
}
