import Diagnostics
import Glibc

/// Threads that share work.
enum WorkerThreads {
  /// Runs a body on so many threads at once, each with its number, and comes back when all are done.
  /// One runs on the thread that asks; where the system has none left, the others do its work.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (1..<max(1, count)).compactMap { index in
      OwnThread.start(stack: OwnThread.deepStack, isDetached: false) { body(index) }
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }
}
