import Glibc

/// The signals that matter while a line is edited, and the terminal's modes to go back to.
///
/// Between `begin` and `end` the terminal is libedit's; everywhere else it is as the program found it.
/// In between, a signal that would end the process gives the terminal back first. Signals the
/// program itself handles or ignores are left alone. A resize and a return from a stop end the
/// editor's wait for a key, by a byte in a pipe: a flag alone could be set just before the wait.
enum EditingSignals {
  /// What happened since it was asked last.
  struct Notices {
    var isResized = false
    var isContinued = false
  }

  private static let resizedByte = UInt8(ascii: "r")
  private static let continuedByte = UInt8(ascii: "c")

  /// Readable when there are notices.
  static var interruption: Int32 { state.pointee.readEnd }

  static func takeNotices() -> Notices {
    var notices = Notices()
    var byte: UInt8 = 0
    while read(state.pointee.readEnd, &byte, 1) == 1 {
      if byte == resizedByte { notices.isResized = true }
      if byte == continuedByte { notices.isContinued = true }
    }
    return notices
  }

  /// Remembers the terminal's modes and takes the signals over.
  static func begin() {
    tcgetattr(STDIN_FILENO, &state.pointee.modes)
    state.pointee.isEditing = true
    for number in endingSignals {
      var found = sigaction()
      sigaction(number, nil, &found)
      if found.isDefault {
        install(giveBackAndEnd, for: number)
        state.pointee.taken |= 1 << UInt64(number)
      }
    }
    sigaction(SIGWINCH, nil, &state.pointee.resizeAction)
    sigaction(SIGCONT, nil, &state.pointee.continueAction)
    install({ _ in EditingSignals.notify(EditingSignals.resizedByte) }, for: SIGWINCH)
    install({ _ in EditingSignals.notify(EditingSignals.continuedByte) }, for: SIGCONT)
  }

  /// Puts modes and signals back as they were.
  static func end() {
    pause()
    sigaction(SIGWINCH, &state.pointee.resizeAction, nil)
    sigaction(SIGCONT, &state.pointee.continueAction, nil)
    for number in endingSignals where state.pointee.taken & 1 << UInt64(number) != 0 {
      _ = signal(number, SIG_DFL)
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

  /// Whether pastes are marked, which is to be ended with the editing.
  static func marksPastes(_ isMarking: Bool) {
    state.pointee.marksPastes = isMarking
  }

  // MARK: In a signal handler: only calls that are safe there, nothing allocated

  private static let endingSignals = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV,
  ]

  private static let giveBackAndEnd: @convention(c) (Int32) -> Void = { number in
    EditingSignals.giveBack()
    _ = signal(number, SIG_DFL)
    raise(number)
  }

  /// Makes the terminal usable for whoever comes next, if a line was being edited.
  fileprivate static func giveBack() {
    guard state.pointee.isEditing else { return }
    state.pointee.isEditing = false
    // In the background the terminal belongs to somebody else.
    guard tcgetpgrp(STDIN_FILENO) == getpgrp() else { return }
    let farewell: StaticString = "\u{1b}[?2004l"
    if state.pointee.marksPastes {
      _ = write(STDOUT_FILENO, farewell.utf8Start, farewell.utf8CodeUnitCount)
    }
    let newline: StaticString = "\r\n"
    _ = write(STDOUT_FILENO, newline.utf8Start, newline.utf8CodeUnitCount)
    tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.modes)
  }

  private static func notify(_ byte: UInt8) {
    let error = errno
    var byte = byte
    _ = write(state.pointee.writeEnd, &byte, 1)
    errno = error
  }

  private static func install(
    _ handler: @escaping @convention(c) (Int32) -> Void, for number: Int32
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(number, &action, nil)
  }
}

/// What the signal handlers know.
private struct EditingState {
  var isEditing = false
  var marksPastes = false
  /// The terminal's modes before the editing.
  var modes = termios()
  /// Signals taken over, a bit each.
  var taken: UInt64 = 0
  var resizeAction = sigaction()
  var continueAction = sigaction()
  var readEnd: Int32 = -1
  var writeEnd: Int32 = -1
}

/// At a fixed place, made before any handler is installed: handlers touch it at any moment.
nonisolated(unsafe) private let state: UnsafeMutablePointer<EditingState> = {
  let state = UnsafeMutablePointer<EditingState>.allocate(capacity: 1)
  state.initialize(to: EditingState())
  var ends: [Int32] = [-1, -1]
  if pipe(&ends) == 0 {
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (state.pointee.readEnd, state.pointee.writeEnd) = (ends[0], ends[1])
  }
  atexit { EditingSignals.giveBack() }
  return state
}()

extension sigaction {
  fileprivate var isDefault: Bool {
    sa_flags & SA_SIGINFO == 0 && __sigaction_handler.sa_handler == nil
  }
}
