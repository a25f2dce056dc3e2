import Glibc

/// The signals that matter while a line is edited, and the terminal's modes to go back to.
///
/// Between `begin` and `end` the terminal is libedit's; everywhere else it is as the program found it.
/// In between, a signal that ends the process gives the terminal back first. A resize and a return
/// from a stop end the editor's wait for a key, by a byte in a pipe: a flag alone could be set just
/// before the wait. Signals the program ignores, or handles so as to go on, are left alone.
enum EditingSignals {
  /// What happened since it was asked last.
  struct Notices {
    var isResized = false
    var isContinued = false
  }

  /// Readable when there are notices.
  static var interruption: Int32 { state.pointee.readEnd }

  static func takeNotices() -> Notices {
    var notices = Notices()
    var byte: UInt8 = 0
    while read(state.pointee.readEnd, &byte, 1) == 1 {
      if byte == UInt8(SIGWINCH) { notices.isResized = true }
      if byte == UInt8(SIGCONT) { notices.isContinued = true }
    }
    return notices
  }

  /// Remembers the terminal's modes and takes the signals over.
  static func begin() {
    tcgetattr(STDIN_FILENO, &state.pointee.modes)
    state.pointee.isEditing = true
    // Ctrl-C is for `RunSignals`, where those are there; of the others they only think while
    // something runs.
    takeOver(SIGINT, evenIfHandled: false, giveBackAndEnd)
    for number in [SIGHUP, SIGTERM] { takeOver(number, evenIfHandled: true, giveBackAndEnd) }
    // These Swift handles, to show where it was.
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      takeOver(number, evenIfHandled: true, giveBackAndEnd)
    }
    for number in [SIGWINCH, SIGCONT] { takeOver(number, evenIfHandled: true, notify) }
  }

  /// Puts modes and signals back as they were.
  static func end() {
    pause()
    for number in 1..<signalCount where state.pointee.taken & (1 << UInt64(number)) != 0 {
      sigaction(number, state.pointee.before + Int(number), nil)
    }
    state.pointee.taken = 0
    _ = takeNotices()
  }

  /// Puts the modes back for a while, for a stop.
  static func pause() {
    state.pointee.isEditing = false
    tcsetattr(STDIN_FILENO, TCSADRAIN, &state.pointee.modes)
  }

  /// Says that the terminal is libedit's again.
  static func resume() {
    state.pointee.isEditing = true
  }

  /// Says whether the terminal marks pastes, which it must no longer do afterwards.
  static func marksPastes(_ isMarking: Bool) {
    state.pointee.marksPastes = isMarking
  }

  private static func takeOver(_ number: Int32, evenIfHandled: Bool, _ handler: @escaping Handler) {
    let before = state.pointee.before + Int(number)
    sigaction(number, nil, before)
    let isIgnored = before.pointee.hasAction(SIG_IGN) && number != SIGWINCH && number != SIGCONT
    guard !isIgnored, evenIfHandled || before.pointee.hasAction(SIG_DFL) else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = handler
    // SA_ONSTACK: after a stack overflow there is no other. Not SA_RESTART: waits are to end.
    action.sa_flags = SA_SIGINFO | SA_ONSTACK
    sigaction(number, &action, nil)
    state.pointee.taken |= 1 << UInt64(number)
  }
}

// MARK: In a signal handler: only calls that are safe there, nothing allocated

private typealias Handler =
  @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void

private let notify: Handler = { number, _, _ in
  let error = errno
  var byte = UInt8(number)
  _ = write(state.pointee.writeEnd, &byte, 1)
  errno = error
}

private let giveBackAndEnd: Handler = { number, information, _ in
  giveBack()
  sigaction(number, state.pointee.before + Int(number), nil)
  // A fault happens again when we return, and then is handled as it would have been.
  let isFault = number != SIGHUP && information?.pointee.si_code ?? 0 > 0
  if !isFault { raise(number) }
}

/// Makes the terminal usable for whoever comes next, if a line was being edited.
private func giveBack() {
  guard state.pointee.isEditing else { return }
  state.pointee.isEditing = false
  // In the background the terminal belongs to somebody else.
  guard tcgetpgrp(STDIN_FILENO) == getpgrp() else { return }
  let unmark: StaticString = "\u{1b}[?2004l"
  let newline: StaticString = "\r\n"
  if state.pointee.marksPastes {
    _ = write(STDOUT_FILENO, unmark.utf8Start, unmark.utf8CodeUnitCount)
  }
  _ = write(STDOUT_FILENO, newline.utf8Start, newline.utf8CodeUnitCount)
  tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.modes)
}

/// What the signal handlers know.
private struct EditingState {
  var isEditing = false
  var marksPastes = false
  /// The terminal's modes before the editing.
  var modes = termios()
  /// Signals taken over, a bit each, and what happened at each before.
  var taken: UInt64 = 0
  let before = UnsafeMutablePointer<sigaction>.allocate(capacity: Int(signalCount))
  /// The pipe for notices.
  var readEnd: Int32 = -1
  var writeEnd: Int32 = -1
}

private let signalCount: Int32 = 32

/// At a fixed place, made before any handler is installed: handlers touch it at any moment.
nonisolated(unsafe) private let state: UnsafeMutablePointer<EditingState> = {
  let state = UnsafeMutablePointer<EditingState>.allocate(capacity: 1)
  state.initialize(to: EditingState())
  state.pointee.before.initialize(repeating: sigaction(), count: Int(signalCount))
  var ends: [Int32] = [-1, -1]
  if pipe(&ends) == 0 {
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (state.pointee.readEnd, state.pointee.writeEnd) = (ends[0], ends[1])
  }
  atexit { giveBack() }
  return state
}()

extension sigaction {
  /// Whether this is `SIG_DFL` or `SIG_IGN`. Those are no functions, so only their bits compare.
  func hasAction(_ action: __sighandler_t?) -> Bool {
    let bits = unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
    return bits == unsafeBitCast(action, to: Int.self)
  }
}
