import CEditline
public import Diagnostics
import Glibc

/// Ctrl-C while something runs.
///
/// At a prompt it asks the statement at hand to stop, and never ends the shell. A script that does not
/// answer within 60 ms has nothing to put back, so it ends there and then; a second Ctrl-C ends it by
/// the signal. `LineEditor` has signals of its own while a line is edited (`EditingSignals`).
public enum RunSignals {
  /// Lets Ctrl-C ask a script to stop. `lastWords` is what the program says on standard error if it
  /// has to end before the script answers.
  public static func beginScript(asking stop: StopSignal, lastWords: String) {
    state.pointee.isScript = true
    var before = sigaction()
    sigaction(SIGINT, nil, &before)
    // Who started us may have chosen that Ctrl-C is for somebody else.
    guard !before.hasAction(SIG_IGN) else { return }
    state.pointee.setLastWords(lastWords)
    begin(asking: stop)
    takeOver(SIGALRM, endUnanswered)
  }

  /// Lets Ctrl-C ask a statement of a conversation to stop.
  public static func beginConversation(asking stop: StopSignal) {
    state.pointee.isScript = false
    answered()
    begin(asking: stop)
  }

  /// Says that what was asked to stop has stopped: the message about it is on its way.
  public static func answered() {
    state.pointee.isAnswered = true
    setAlarm(milliseconds: 0)
  }

  /// Whether a script is at work, and not the statements of a conversation.
  static var isScript: Bool { state.pointee.isScript }

  /// Readable once Ctrl-C was pressed, so that a wait for input can end with it.
  public static var interruption: Int32 { state.pointee.readEnd }

  /// Forgets that Ctrl-C was pressed.
  public static func forgetInterruption() {
    var byte: UInt8 = 0
    while read(state.pointee.readEnd, &byte, 1) == 1 {}
  }

  private static func begin(asking stop: StopSignal) {
    // Never released: a handler may look at it at any moment until the program ends.
    state.pointee.stop = Unmanaged.passRetained(stop)
    takeOver(SIGINT, askToStop)
    for number in [SIGHUP, SIGTERM] {
      var before = sigaction()
      sigaction(number, nil, &before)
      if before.hasAction(SIG_DFL) { takeOver(number, endTidily) }
    }
  }

  private static func takeOver(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void)
  {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // Not SA_RESTART: waits are to end. SA_ONSTACK: after a stack overflow there is no other.
    action.sa_flags = SA_ONSTACK
    sigaction(number, &action, nil)
  }
}

/// How long a script has to answer before it is ended, milliseconds.
private let patience = 60

// MARK: In a signal handler: only calls that are safe there, nothing allocated

private func askToStop(_ number: Int32) {
  let error = errno
  defer { errno = error }
  guard let stop = state.pointee.stop else { return }
  let isSecond = stop._withUnsafeGuaranteedRef { $0.isAsked }
  stop._withUnsafeGuaranteedRef { $0.ask(.interrupt) }
  var byte = UInt8(number)
  _ = write(state.pointee.writeEnd, &byte, 1)
  guard state.pointee.isScript else { return }
  if isSecond {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
  } else {
    setAlarm(milliseconds: patience)
  }
}

/// A script has nothing to put back, and files are whole at any moment (`Files`).
private func endUnanswered(_: Int32) {
  if !state.pointee.isAnswered {
    ProgressBar.clearInHandler()
    _ = write(STDERR_FILENO, state.pointee.lastWords, state.pointee.lastWordsCount)
  }
  _exit(Diagnostic.Exit.interrupted.rawValue)
}

/// Ends the program as the signal would, with nothing left on the terminal.
private func endTidily(_ number: Int32) {
  ProgressBar.clearInHandler()
  signal(number, SIG_DFL)
  raise(number)
}

private func setAlarm(milliseconds: Int) {
  var timer = itimerval()
  timer.it_value.tv_usec = milliseconds * 1000
  setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
}

/// What the signal handlers know.
private struct RunState {
  var stop: Unmanaged<StopSignal>?
  var isScript = false
  var isAnswered = false
  var lastWords = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  var lastWordsCount = 0
  /// The pipe that tells a wait of Ctrl-C.
  var readEnd: Int32 = -1
  var writeEnd: Int32 = -1

  mutating func setLastWords(_ text: String) {
    lastWords.deallocate()
    lastWords = .allocate(capacity: max(1, text.utf8.count))
    lastWords.initialize(from: Array(text.utf8), count: text.utf8.count)
    lastWordsCount = text.utf8.count
  }
}

/// At a fixed place, made before any handler is installed: handlers touch it at any moment.
nonisolated(unsafe) private let state: UnsafeMutablePointer<RunState> = {
  let state = UnsafeMutablePointer<RunState>.allocate(capacity: 1)
  state.initialize(to: RunState())
  var ends: [Int32] = [-1, -1]
  if pipe(&ends) == 0 {
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (state.pointee.readEnd, state.pointee.writeEnd) = (ends[0], ends[1])
  }
  return state
}()
