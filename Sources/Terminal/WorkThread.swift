public import Diagnostics
import Glibc
import Synchronization

/// Does work on a thread of its own, so that the prompt comes back whether or not the work answers.
///
/// Work looks at its `StopSignal` wherever it knows to be long. What does not answer within 30 ms is
/// left behind: it goes on without effect until it looks (Docs/Decisions/0070). A thread also brings
/// a stack of its own, as large as deep expressions can need, whatever the user's limit is.
public enum WorkThread {
  /// How long work may take to answer, seconds.
  private static let patience = 0.03

  /// Does the work; false where it was asked to stop and left behind.
  public static func run(_ stop: StopSignal, _ work: @escaping @Sendable () -> Void) -> Bool {
    guard let job = Job(work) else {
      work()
      return true
    }
    guard
      OwnThread.start(
        stack: OwnThread.deepStack, isDetached: true, { [job] in job.perform() }) != nil
    else {
      work()
      return true
    }
    var sources = [
      pollfd(fd: job.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: RunSignals.interruption, events: Int16(POLLIN), revents: 0),
    ]
    let tick: Int32 = stop.limits == WorkLimits() ? -1 : 10
    var asked: Double?
    while true {
      poll(&sources, 2, asked == nil ? tick : 5)
      if job.isDone { return true }
      if sources[1].revents != 0 { RunSignals.forgetInterruption() }
      guard let reason = stop.reason else { continue }
      let now = Clock.seconds
      let since = asked ?? now
      asked = since
      // What holds too much memory is not left behind to take more.
      if now - since >= patience, reason != .memory, !stop.isAtFile {
        stop.ask(reason)
        return false
      }
    }
  }

  /// The work, and the pipe that says when it is done.
  private final class Job: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32
    private let work: @Sendable () -> Void
    private let done = Atomic<Bool>(false)

    init?(_ work: @escaping @Sendable () -> Void) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (readEnd, writeEnd) = (ends[0], ends[1])
      self.work = work
    }

    deinit {
      close(readEnd)
      close(writeEnd)
    }

    var isDone: Bool { done.load(ordering: .acquiring) }

    func perform() {
      work()
      done.store(true, ordering: .releasing)
      // Who waits may be gone by now: the pipe stays until the byte is in it.
      withExtendedLifetime(self) {
        var byte: UInt8 = 0
        _ = write(writeEnd, &byte, 1)
      }
    }
  }
}
