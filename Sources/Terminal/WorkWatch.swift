import CEditline
public import Diagnostics
import Glibc
import Synchronization

/// Watches work from a thread of its own: keeps its limits of time and memory, and shows how far it
/// is. Where there is neither a limit nor a terminal to show it on, there is no thread.
///
/// A limit that is reached asks the work to stop (`StopSignal`). A script that does not answer within
/// a tenth of a second, or goes on to take an eighth as much memory again, is ended there and then, as
/// by Ctrl-C. A statement of a conversation has two seconds and half as much, since what was not saved
/// would go with it; only then is it ended together with the program.
public final class WorkWatch: Sendable {
  private let stop: StopSignal
  /// Nil where nothing is shown.
  private let bar: ProgressBar?
  /// What the program says if it has to end.
  private let lastWords: @Sendable (Diagnostic) -> String
  /// Counts the pieces of work; odd while one is at hand.
  private let turn = Atomic<Int>(0)
  /// What the work may take in all, bytes; 0 for any.
  private let mostBytes = Atomic<Int>(0)
  private let wakeUp: Int32

  /// How long work may go on before it is shown, seconds.
  private static let patience = 0.5
  /// How long work may go on once it was asked to stop, seconds.
  private var grace: Double { RunSignals.isScript && !stop.isAtFile ? 0.1 : 2 }
  /// What part of the memory that it may take it may take beyond that.
  private var surplus: Int { RunSignals.isScript && !stop.isAtFile ? 8 : 2 }

  /// Nil where there is nothing to watch for. `lastWords` renders a message.
  public init?(
    _ stop: StopSignal, shows: Bool, lastWords: @escaping @Sendable (Diagnostic) -> String
  ) {
    guard shows || stop.limits != WorkLimits() else { return nil }
    self.stop = stop
    self.lastWords = lastWords
    bar = shows ? ProgressBar() : nil
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeUp = ends[1]
    start(readEnd: ends[0])
  }

  /// A piece of work begins, which is shown in a language.
  public func begin(in wording: Wording? = nil) {
    bar?.wording.withLock { $0 = wording }
    if let bytes = stop.limits.bytes {
      // What is there already is no fault of the work: it may have a little more in any case.
      mostBytes.store(max(bytes, (Memory.resident() ?? 0) + bytes / 8), ordering: .relaxed)
    }
    turn.add(1, ordering: .relaxed)
    var byte: UInt8 = 0
    _ = write(wakeUp, &byte, 1)
  }

  /// The piece of work is done.
  public func end() {
    guard turn.load(ordering: .relaxed) % 2 == 1 else { return }
    turn.add(1, ordering: .relaxed)
    bar?.takeAway()
    // What the work gave back counts no longer.
    if stop.limits.bytes != nil { editline_trim_memory() }
  }

  /// Writes to the terminal without disturbing what is shown on it.
  public func aside(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard let bar else { return try body() }
    try bar.aside(body)
  }

  // MARK: The thread

  private func start(readEnd: Int32) {
    // Signals end the waits of the thread that works.
    _ = OwnThread.start(isDetached: true) { self.watch(readEnd) }
  }

  private func watch(_ readEnd: Int32) {
    let interval: Int32 = stop.limits == WorkLimits() ? 100 : 10
    var known = 0
    var work = Work(turn: known)
    var last = Clock.seconds
    while true {
      let current = turn.load(ordering: .relaxed)
      let isWorking = current % 2 == 1
      var source = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
      poll(&source, 1, isWorking ? interval : -1)
      var byte: UInt8 = 0
      while read(readEnd, &byte, 1) == 1 {}
      let time = Clock.seconds
      if turn.load(ordering: .relaxed) != known {
        known = turn.load(ordering: .relaxed)
        work = Work(turn: known)
      } else if known % 2 == 1 {
        // A longer gap is a stop by Ctrl-Z, or a machine that slept: no work was done.
        work.seconds += min(time - last, 1)
        look(at: &work)
      }
      last = time
    }
  }

  /// What the thread knows of the work at hand.
  private struct Work {
    /// Which piece it is.
    let turn: Int
    /// Without those in which the program was stopped.
    var seconds = 0.0
    /// When it was asked to stop.
    var asked: Double?
    /// When it was shown last.
    var shown = -1.0
  }

  private func look(at work: inout Work) {
    if let most = stop.limits.seconds, work.seconds >= most { stop.ask(.time) }
    let bytes = stop.limits.bytes == nil ? 0 : Memory.resident() ?? 0
    let most = mostBytes.load(ordering: .relaxed)
    if most > 0, bytes > most { stop.ask(.memory) }
    if stop.isAsked {
      let asked = work.asked ?? work.seconds
      work.asked = asked
      let isFlood = most > 0 && bytes > most + most / surplus
      if stop.reason != .interrupt, isFlood || work.seconds - asked >= grace {
        endProgram()
      }
      return
    }
    if let bar, work.seconds >= WorkWatch.patience, work.seconds - work.shown >= 0.1 {
      work.shown = work.seconds
      let known = work.turn
      bar.draw(stop.fraction, seconds: work.seconds) { turn.load(ordering: .relaxed) == known }
    }
  }

  private func endProgram() {
    ProgressBar.clearInHandler()
    let words = Array(lastWords(stop.message).utf8)
    _ = write(STDERR_FILENO, words, words.count)
    _exit(Diagnostic.Exit.interrupted.rawValue)
  }
}
