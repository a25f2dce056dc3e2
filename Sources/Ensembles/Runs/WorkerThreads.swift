import Diagnostics
import Glibc

/// Threads that share work.
enum WorkerThreads {
  /// Runs a body on so many threads at once, and comes back when all are done. One runs on the thread
  /// that asks; where the system has none left, the others do its work.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (1..<max(1, count)).compactMap { _ in
      OwnThread.start(stack: OwnThread.deepStack, isDetached: false, body)
    }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }
}
