public import Glibc

/// Threads on which no signal arrives: signals are for the thread that waits for the work.
public enum OwnThread {
  /// As large as deep expressions can need, whatever the user's limit is; bytes. Only what is used
  /// takes memory.
  public static let deepStack = 64 << 20

  /// Starts work; nil where the system has no thread left. One that nobody waits for is detached, the
  /// others are to be joined. Without a size the stack is as large as the system has it.
  public static func start(
    stack: Int? = nil, isDetached: Bool, _ work: @escaping @Sendable () -> Void
  ) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    if let stack { pthread_attr_setstacksize(&attributes, stack) }
    if isDetached {
      pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    }
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Job(work))
    let failure = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }, context.toOpaque())
    guard failure == 0 else {
      context.release()
      return nil
    }
    return thread
  }

  private final class Job: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
