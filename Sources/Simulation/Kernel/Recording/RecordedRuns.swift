import Synchronization

/// The run of a scenario that is recorded: for the last question, which is asked of every block.
///
/// Draws that were strangers to it are kept, so that it is recorded again with them once they are many: what
/// few draws do is seen the later the fewer do it. It is recorded from its witnesses, too, so that what one
/// recording has seen the next one sees.
final class RecordedRuns: Sendable {
  /// What somebody asks for of a run.
  struct Question: Hashable, Sendable {
    let leaves: [LeafTable]
    let hasFactors: Bool
  }

  /// What the next recording is to be made from: witnesses of the last, then strangers, as many as there are of
  /// these at the end.
  struct Kept: Sendable {
    let draws: DrawBlock
    let strangers: Int
  }

  /// One recording.
  struct Recording: Sendable {
    let run: RecordedRun
    /// How many there were before it.
    let number: Int
  }

  private struct State {
    var question: Question?
    var recording: Recording?
    /// Somebody is at it.
    var isBusy = false
    /// It could not be recorded.
    var isImpossible = false
    /// Of the last recording.
    var witnesses = DrawBlock(points: [], closings: [:])
    /// Strangers to it, and how many of them, from the first on, somebody is recording.
    var strangers = DrawBlock(points: [], closings: [:])
    var taken = 0
    /// How many of them, and of how many draws, there were since the last.
    var newCount = 0
    var seen = 0
    /// How many draws there were in all.
    var done = 0
  }

  private let state = Mutex<State>(State())

  /// As many new strangers are reason enough to record once more, where as many at least would follow.
  private static let manyStrangers = 24
  private static let manyToCome = 48
  /// As many witnesses are kept at most, and as many draws in all, but for so many strangers at least.
  private static let mostKept = 768
  private static let leastStrangers = 128

  /// The last recording for a question; nil where there is none yet.
  func recording(for question: Question) -> Recording? {
    state.withLock { $0.question == question ? $0.recording : nil }
  }

  /// Whether the asker is to record the first run for a question.
  func isToBegin(_ question: Question) -> Bool {
    state.withLock { state in
      if state.question == question {
        guard state.recording == nil, !state.isBusy, !state.isImpossible else { return false }
      } else {
        state = State()
        state.question = question
      }
      state.isBusy = true
      return true
    }
  }

  /// Keeps the strangers among so many draws, of a total; what is kept, where the asker is to record once more.
  func keep(
    _ block: DrawBlock, among count: Int, of total: Int, for question: Question
  ) -> Kept? {
    state.withLock { state in
      guard state.question == question else { return nil }
      state.newCount += block.count
      state.seen += count
      state.done += count
      state.strangers.append(block)
      let room = max(
        RecordedRuns.leastStrangers, RecordedRuns.mostKept - state.witnesses.count)
      let extra = state.strangers.count - room
      if extra > 0 {
        state.strangers = state.strangers.part(extra..<state.strangers.count)
        state.taken = max(0, state.taken - extra)
      }
      let toCome = state.newCount * max(0, total - state.done) / max(state.seen, 1)
      guard state.newCount >= RecordedRuns.manyStrangers, toCome >= RecordedRuns.manyToCome,
        !state.isBusy, !state.isImpossible
      else { return nil }
      state.isBusy = true
      (state.newCount, state.seen) = (0, 0)
      state.taken = state.strangers.count
      var draws = state.witnesses
      draws.append(state.strangers)
      return Kept(draws: draws, strangers: state.strangers.count)
    }
  }

  /// Takes a run for which somebody was asked, with its witnesses. Where there is none the one before stays,
  /// and nobody is asked again, unless it was left off.
  func finish(
    _ run: RecordedRun?, witnesses: DrawBlock, for question: Question, wasLeftOff: Bool
  ) {
    state.withLock { state in
      guard state.question == question else { return }
      state.isBusy = false
      if let run {
        state.recording = Recording(run: run, number: (state.recording?.number ?? 0) + 1)
        state.witnesses = witnesses.part(0..<min(witnesses.count, RecordedRuns.mostKept))
        state.strangers = state.strangers.part(state.taken..<state.strangers.count)
      } else {
        state.isImpossible = !wasLeftOff
      }
      state.taken = 0
    }
  }
}
