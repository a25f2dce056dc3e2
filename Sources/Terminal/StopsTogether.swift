import Glibc

/// Ctrl-Z for a program that reads what we send it, and may not hear Ctrl-Z itself: `less` does not
/// while it may start nothing (`LESSSECURE`). Both are stopped, and both go on.
///
/// A class, because signals are one thing for the whole program: it takes Ctrl-Z over until `end`.
final class StopsTogether {
  private var before = sigaction()
  private var modes = termios()
  private let hasModes: Bool

  init() {
    hasModes = tcgetattr(STDIN_FILENO, &modes) == 0
    asked.pointee = 0
    sigaction(SIGTSTP, nil, &before)
    // Where nobody could go on, nobody stops.
    guard !before.hasAction(SIG_IGN) else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in asked.pointee = 1 }
    sigaction(SIGTSTP, &action, nil)
  }

  /// Puts Ctrl-Z back as it was.
  func end() { sigaction(SIGTSTP, &before, nil) }

  /// Waits a moment; where Ctrl-Z came, stops the other program and this one, until both go on.
  func rest(with child: pid_t) {
    poll(nil, 0, 10)
    guard asked.pointee != 0 else { return }
    asked.pointee = 0
    // It may stop by itself, with its screen in order; whether it did, its parent hears.
    var hasStopped = false
    for _ in 0..<10 where !hasStopped {
      var information = siginfo_t()
      waitid(P_PID, id_t(child), &information, WSTOPPED | WNOHANG | WNOWAIT)
      hasStopped = information.si_signo == SIGCHLD
      if !hasStopped { poll(nil, 0, 10) }
    }
    if !hasStopped { kill(child, SIGSTOP) }
    var its = termios()
    let hasIts = tcgetattr(STDIN_FILENO, &its) == 0
    if hasModes { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) }
    kill(getpid(), SIGSTOP)
    if hasIts, !hasStopped { tcsetattr(STDIN_FILENO, TCSADRAIN, &its) }
    kill(child, SIGCONT)
    // It does not know that somebody else wrote to its screen.
    if !hasStopped { kill(child, SIGWINCH) }
  }
}

/// Whether Ctrl-Z came; at a fixed place, since a handler touches it at any moment.
nonisolated(unsafe) private let asked: UnsafeMutablePointer<sig_atomic_t> = {
  let asked = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
  asked.initialize(to: 0)
  return asked
}()
