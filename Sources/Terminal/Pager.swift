import CEditline
import Diagnostics
import Glibc

/// A program of the user's that shows a long text page by page: `$PAGER`, else `less`.
public final class Pager {
  /// What the user calls it, arguments and all, as a shell reads it.
  private let command: String
  /// Whether the user named it; nobody is told of a missing `less` that was never asked for.
  private let isChosen: Bool
  /// Settings that it gets where the environment has none of the name.
  private var settings: [(name: String, value: String)] = []
  private let complain: (String) -> Void
  private var isMissing = false

  /// The pager that the environment names; nil where it wants none: `PAGER` empty or `cat`, or a
  /// terminal that cannot move its cursor. `complain` takes what there is to say of it.
  public init?(environment: (String) -> String?, complain: @escaping (String) -> Void) {
    let chosen = environment("PAGER").map(Pager.trimmed)
    guard chosen != "", chosen != "cat", !["", "dumb"].contains(environment("TERM") ?? "") else {
      return nil
    }
    command = chosen ?? "less"
    isChosen = chosen != nil
    self.complain = complain
    // Ends by itself on one screen, lets colours through, leaves the text where it was; and reads it
    // as UTF-8 whatever the locale is.
    for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8")]
    where environment(name) == nil {
      settings.append((name, value))
    }
  }

  /// Shows a text that is longer than the screen and waits until it was read; false where it is
  /// shorter or the pager is not there, so that the caller prints it.
  ///
  /// A pager that stops early or is killed has shown what it has. The terminal is as before.
  public func show(_ text: String) -> Bool {
    guard !isMissing, TerminalState.isTerminal(STDIN_FILENO), isLong(text) else { return false }
    var before = termios()
    let isKnown = tcgetattr(STDIN_FILENO, &before) == 0
    let status = run(Array(text.utf8))
    if isKnown { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    guard let status, status != 127, status != 126 else {
      isMissing = true
      if isChosen { complain("there is no pager `\(escapingControls(command))`\n") }
      return false
    }
    // One that was killed may have hidden the cursor, and stands in the middle of a row.
    if status > 128 { complain("\u{1B}[?25h\u{1B}[0m\n") }
    return true
  }

  /// Whether the text and the prompt behind it do not fit the screen.
  private func isLong(_ text: String) -> Bool {
    let width = max(1, TerminalState.width())
    let height = TerminalState.height()
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      rows += max(1, (displayWidth(String(line)) + width - 1) / width)
      if rows > height { return true }
    }
    return false
  }

  // MARK: The program

  /// Runs the pager in our own job: Ctrl-Z stops both, and `fg` goes on with both. The status it
  /// ended with, above 128 for a signal; nil where it cannot be run.
  private func run(_ bytes: [UInt8]) -> Int32? {
    // Ctrl-C and Ctrl-\ are the pager's; one that reads no more is no reason to end.
    let kept = [SIGINT, SIGQUIT, SIGPIPE].map { number -> (Int32, sigaction) in
      var ignored = sigaction()
      ignored.__sigaction_handler.sa_handler = SIG_IGN
      var old = sigaction()
      sigaction(number, &ignored, &old)
      return (number, old)
    }
    defer {
      for (number, action) in kept {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let child = start(reading: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    close(ends[0])
    send(bytes, to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private func start(reading input: Int32) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program ignores or waits for, the pager is to hear.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [
      SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGWINCH, SIGCHLD, SIGALRM, SIGTERM,
      SIGHUP,
    ] {
      sigaddset(&signals, number)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // `env` gives the settings; the shell reads the command, as Git does.
    let words =
      ["env"] + settings.map { "\($0.name)=\($0.value)" } + ["/bin/sh", "-c", command]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawnp(&child, "env", &actions, &attributes, &arguments, environ)
    return code == 0 ? child : nil
  }

  /// Writes to the pager until all is written or it reads no more.
  private func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
