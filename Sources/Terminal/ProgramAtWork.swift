import Glibc

/// The program that works for us, so that a signal that ends us ends it too. Nobody could stop it otherwise:
/// it has a job of its own.
enum ProgramAtWork {
  /// Starts one: gives what came of it, nought for success, and its process.
  ///
  /// The signals that end us wait on this thread until it is known; a handler on another thread waits for
  /// that a moment.
  static func start(_ body: () -> (code: Int32, process: pid_t)) -> Int32 {
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGALRM, SIGHUP, SIGINT, SIGTERM] { sigaddset(&ending, number) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &ending, &before)
    state.pointee.isStarting = true
    let (code, process) = body()
    if code == 0 { state.pointee.process = process }
    state.pointee.isStarting = false
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return code
  }

  /// It has ended, and its number may be another's. Where a signal has ended it, that ends us in a moment,
  /// and nothing is to be said of it before.
  static func forget() {
    var looks = 0
    while state.pointee.isEnding, looks < 2000 {
      usleep(1000)
      looks += 1
    }
    state.pointee.process = 0
  }

  /// Ends it with all that it started. In a signal handler: only calls that are safe there.
  static func endInHandler() {
    state.pointee.isEnding = true
    var looks = 0
    while state.pointee.isStarting, looks < 2000 {
      usleep(1000)
      looks += 1
    }
    let process = state.pointee.process
    if process > 0 { kill(-process, SIGKILL) }
  }

  private struct State {
    /// 0 for none.
    var process: pid_t = 0
    var isStarting = false
    /// Whether a handler is ending us.
    var isEnding = false
  }

  /// At a fixed place, which handlers look at at any moment.
  nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()
}
