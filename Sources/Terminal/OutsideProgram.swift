import Glibc

/// A program of the user's, in our own job until it ends: Ctrl-Z stops both, and `fg` goes on with both.
struct OutsideProgram {
  /// Its name, looked up as a shell does, and its arguments.
  let words: [String]
  /// What it reads on standard input; nil where it reads what we do.
  var input: [UInt8]?

  /// Why it did not run: a number of the system's.
  struct Problem: Error {
    let code: Int32
  }

  /// What this program ignores or waits for, and the other is to hear.
  private static let heard = [
    SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGWINCH, SIGCHLD, SIGALRM, SIGTERM,
    SIGHUP,
  ]

  /// Runs it to its end; the status it ended with, above 128 for a signal. Meanwhile Ctrl-C and
  /// Ctrl-\ are its own.
  func run() throws(Problem) -> Int32 {
    // One that reads no more is no reason to end.
    let kept = [SIGINT, SIGQUIT, SIGPIPE].map { ($0, OutsideProgram.ignore($0)) }
    defer {
      for (number, action) in kept {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    let child: pid_t
    let stops = input == nil ? nil : StopsTogether()
    defer { stops?.end() }
    if let input {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw Problem(code: errno) }
      defer { for end in ends where end >= 0 { close(end) } }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      child = try start(reading: ends[0])
      close(ends[0])
      ends[0] = -1
      OutsideProgram.send(input, to: ends[1])
    } else {
      child = try start(reading: nil)
    }
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, stops == nil ? 0 : WNOHANG)
      if ended == child { break }
      guard ended == 0 || errno == EINTR else { throw Problem(code: errno) }
      stops?.rest(with: child)
    }
    // The high byte is what it ended with; the low one is the signal that ended it.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// What happened at a signal before.
  private static func ignore(_ number: Int32) -> sigaction {
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var before = sigaction()
    sigaction(number, &ignored, &before)
    return before
  }

  private func start(reading input: Int32?) throws(Problem) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in OutsideProgram.heard { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // What the thread at hand leaves to others, too.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw Problem(code: code) }
    return child
  }

  /// Writes until all is written or nobody reads it.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
