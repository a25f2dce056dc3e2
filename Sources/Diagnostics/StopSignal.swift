import Synchronization

/// Asks work to stop, from a signal handler or another thread, and says how far the work is.
///
/// Long work looks at it: `try stop.check()` once a step, a statement or some thousand rows, where
/// nothing is left half done. The one class that changes below the shell: what asks and what is
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
  /// That of the whole program, for a signal of one statement: it asks the statement too.
  private let whole: StopSignal?
  /// Whether what is noted is of one of many pieces that run at the same time, and says nothing.
  private let isQuiet: Bool
  /// The reason's number; 0 while work may go on.
  private let asked = Atomic<UInt32>(0)
  /// How far the work is, millionths and one more; 0 where nobody knows.
  private let progress = Atomic<UInt32>(0)
  /// The part of the whole work that is at hand, millionths: its beginning and its end.
  private let part = Atomic<UInt64>(StopSignal.everything)
  /// How many files are being read or written.
  private let accesses = Atomic<Int>(0)

  /// How often work may still look before it is asked by itself; below nought where it never is.
  private let looks = Atomic<Int>(-1)

  private static let million = 1_000_000
  private static let everything = UInt64(million)

  public init(limits: WorkLimits = WorkLimits()) {
    self.limits = limits
    whole = nil
    isQuiet = false
  }

  /// The signal of one of many pieces of work that run at the same time: it stops them all, and how far
  /// one of them is says nothing.
  public init(quietlyUnder whole: StopSignal) {
    limits = whole.limits
    self.whole = whole
    isQuiet = true
  }

  /// The signal of one statement, which stays asked when that of the program is used again.
  public init(under whole: StopSignal) {
    limits = whole.limits
    self.whole = whole
    isQuiet = false
  }

  // MARK: Asking

  /// Asks the work at hand to stop; only the first reason counts. May be called in a signal handler.
  public func ask(_ reason: Reason) {
    _ = asked.compareExchange(expected: 0, desired: reason.rawValue, ordering: .relaxed)
  }

  /// Asks the work at hand to stop once it has looked so often: for tests, where the moment has to be
  /// the same each time.
  public func ask(_ reason: Reason, afterLooks count: Int) {
    guard count > 0 else { return ask(reason) }
    looks.store(count << 2 | Int(reason.rawValue), ordering: .relaxed)
  }

  /// Counts a look, where looks are counted.
  private func countLook() {
    let left = looks.load(ordering: .relaxed)
    guard left >= 0 else { return }
    looks.store(left < 8 ? -1 : left - 4, ordering: .relaxed)
    if left < 8, let reason = Reason(rawValue: UInt32(left & 3)) { ask(reason) }
  }

  /// Forgets what was asked and how far the work was, for the next piece of work.
  public func forget() {
    asked.store(0, ordering: .relaxed)
    progress.store(0, ordering: .relaxed)
    part.store(StopSignal.everything, ordering: .relaxed)
  }

  /// Takes Ctrl-C for an answer: the work at hand says what it has, and goes on as if nobody had asked.
  /// False where nobody did, and where a limit of time or memory was reached.
  public func settleForLess() -> Bool {
    guard reason == .interrupt else { return false }
    asked.store(0, ordering: .relaxed)
    _ = whole?.settleForLess()
    return reason == nil
  }

  /// How far the work is, 0 to 1; nil where it did not say.
  public var fraction: Double? {
    let value = progress.load(ordering: .relaxed)
    return value == 0 ? nil : Double(value - 1) / Double(StopSignal.million)
  }

  /// Why somebody asked; nil where nobody did.
  public var reason: Reason? {
    Reason(rawValue: asked.load(ordering: .relaxed)) ?? whole?.reason
  }

  /// Whether a file is being read or written: that ends well or not at all, and answers soon.
  public var isAtFile: Bool { accesses.load(ordering: .relaxed) > 0 }

  // MARK: Answering

  /// Whether somebody asked. What leaves a loop early because of it has its caller check.
  public var isAsked: Bool {
    countLook()
    return asked.load(ordering: .relaxed) != 0 || whole?.isAsked == true
  }

  /// Throws where somebody asked.
  public func check() throws(Diagnostic) {
    if isAsked { throw message }
  }

  /// Says that `done` of `total` pieces of the part at hand are done.
  public func note(_ done: Int, of total: Int) {
    // Work that was left behind speaks for nothing any more.
    guard total > 0, !isQuiet, !isAsked else { return }
    let bounds = part.load(ordering: .relaxed)
    let (low, high) = (Int(bounds >> 32), Int(bounds & 0xFFFF_FFFF))
    let place = low + (high - low) * min(max(0, done), total) / total
    (whole ?? self).progress.store(UInt32(place) + 1, ordering: .relaxed)
  }

  /// Does the piece `index` of `total`; what is noted meanwhile is of that piece. Throws where somebody
  /// asked.
  public func within<Result>(
    _ index: Int, of total: Int, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try check()
    let bounds = part.load(ordering: .relaxed)
    defer { part.store(bounds, ordering: .relaxed) }
    let (low, width) = (bounds >> 32, (bounds & 0xFFFF_FFFF) - (bounds >> 32))
    let (place, count) = (UInt64(max(0, index)), UInt64(max(1, total)))
    part.store(
      (low + width * place / count) << 32 | (low + width * (place + 1) / count),
      ordering: .relaxed)
    note(0, of: 1)
    return try body()
  }

  /// Reads or writes a file, during which the work is not left behind. Throws where somebody asked.
  public func atFile<Result>(
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    accesses.add(1, ordering: .relaxed)
    defer { accesses.subtract(1, ordering: .relaxed) }
    try check()
    return try body()
  }

  /// Why the work stops.
  public var message: Diagnostic {
    switch reason {
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
