import Diagnostics
import Glibc
import Shell

/// Text for a person, as far as the system takes it.
enum StandardOutput {
  /// Makes sure that the three standard streams are there, so that no file that is opened later takes
  /// the place of one that is closed, and that a reader who goes away ends the program quietly,
  /// whatever started it thinks of that signal (Docs/Decisions/0073).
  static func prepare() {
    // From a closed input nothing can be read, and a closed output takes nothing: all that is allowed is
    // the other of the two.
    for (descriptor, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number, which is this one.
      _ = open("/dev/null", mode)
    }
    signal(SIGPIPE, SIG_DFL)
    // A file that may grow no further is an error of that write. A handler, not SIG_IGN, which programs
    // that are started would inherit.
    signal(SIGXFSZ) { _ in }
  }

  /// What was asked of the command line itself; whether standard output took it.
  static func answer(_ text: String) -> Diagnostic.Exit {
    do {
      try Files.send(Array((text + "\n").utf8), to: STDOUT_FILENO, "standard output")
      return .done
    } catch {
      say(DiagnosticRenderer(colour: false).render(error), to: STDERR_FILENO)
      return error.exit
    }
  }

  static func say(_ text: String, to descriptor: Int32) {
    try? Files.send(Array(text.utf8), to: descriptor, "")
  }
}
