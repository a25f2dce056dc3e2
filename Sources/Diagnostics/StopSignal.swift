import Synchronization

/// Asks work to stop, from a signal handler or another thread, and says how far the work is.
///
/// Long work looks at it: `try stop.check()` once a step, a statement or some thousand rows, where
/// nothing is left half done. The one class that changes below the terminal: what asks and what is
/// asked run at the same time (Docs/Decisions/0070). A `StopSignal()` that nobody holds never asks.
public final class StopSignal: Sendable {
  /// Why work is to stop.
  public enum Reason: UInt32, Sendable {
    case interrupt = 1
    case time
    case memory
  }

  /// What the user allowed, for the message.
  public let limits: WorkLimits
  /// The reason's number; 0 while work may go on.
  private let asked = Atomic<UInt32>(0)
  /// How far the work is, thousandths and one more; 0 where nobody knows.
  private let progress = Atomic<UInt32>(0)

  public init(limits: WorkLimits = WorkLimits()) {
    self.limits = limits
  }

  // MARK: Asking

  /// Asks the work at hand to stop; only the first reason counts. May be called in a signal handler.
  public func ask(_ reason: Reason) {
    _ = asked.compareExchange(expected: 0, desired: reason.rawValue, ordering: .relaxed)
  }

  /// Forgets what was asked and how far the work was, for the next piece of work.
  public func forget() {
    asked.store(0, ordering: .relaxed)
    progress.store(0, ordering: .relaxed)
  }

  /// How far the work is, 0 to 1; nil where it did not say.
  public var fraction: Double? {
    let value = progress.load(ordering: .relaxed)
    return value == 0 ? nil : Double(value - 1) / 1000
  }

  /// Whether it was a limit that asked.
  public var isLimited: Bool { asked.load(ordering: .relaxed) > Reason.interrupt.rawValue }

  // MARK: Answering

  /// Whether somebody asked. What leaves a loop early because of it has its caller check.
  public var isAsked: Bool { asked.load(ordering: .relaxed) != 0 }

  /// Throws where somebody asked.
  public func check() throws(Diagnostic) {
    if isAsked { throw message }
  }

  /// Says that `done` of `total` pieces are done, and throws where somebody asked.
  public func check(_ done: Int, of total: Int) throws(Diagnostic) {
    note(done, of: total)
    if isAsked { throw message }
  }

  /// Says that `done` of `total` pieces are done.
  public func note(_ done: Int, of total: Int) {
    guard total > 0 else { return }
    let share = UInt32(min(max(0, done), total) * 1000 / total)
    progress.store(share + 1, ordering: .relaxed)
  }

  /// Why the work stops.
  public var message: Diagnostic {
    switch Reason(rawValue: asked.load(ordering: .relaxed)) {
    case .time: .timeLimit(limits)
    case .memory: .memoryLimit(limits)
    case .interrupt, nil: .interrupted
    }
  }
}

extension Diagnostic {
  /// Somebody asked for an end.
  public static let interrupted = Diagnostic("interrupted", "interrupted", exit: .interrupted)

  /// The work took longer than it may.
  public static func timeLimit(_ limits: WorkLimits) -> Diagnostic {
    Diagnostic(
      "time-limit", "stopped after \(shortest(limits.seconds ?? 0)) s, as `--limit-time` asks",
      exit: .interrupted)
  }

  /// The work took more memory than it may.
  public static func memoryLimit(_ limits: WorkLimits) -> Diagnostic {
    let megabytes = Double(limits.bytes ?? 0) / 1e6
    return Diagnostic(
      "memory-limit", "stopped at \(shortest(megabytes)) MB of memory, as `--limit-memory` asks",
      exit: .interrupted)
  }

  /// A number without a needless `.0`.
  private static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
