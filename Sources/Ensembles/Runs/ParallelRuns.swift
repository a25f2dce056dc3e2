public import Diagnostics
import Synchronization

/// Pieces of work that do not hang on each other, on several threads.
public enum ParallelRuns {
  /// What a body makes of each of so many pieces, in their order. How far the work is, is noted. Throws
  /// where `stop` asks: work that was left in the middle is none.
  public static func results<Value: Sendable>(
    _ count: Int, threads: Int, stop: StopSignal, _ body: @escaping @Sendable (Int) -> Value
  ) throws(Diagnostic) -> [Value] {
    let shared = Shared<Value>(count)
    WorkerThreads.run(min(threads, count)) {
      while !stop.isAsked {
        let index = shared.next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let value = body(index)
        shared.found.withLock { $0[index] = value }
        stop.note(shared.done.add(1, ordering: .relaxed).newValue, of: count)
      }
    }
    try stop.check()
    return shared.found.withLock { $0.compactMap(\.self) }
  }

  private final class Shared<Value: Sendable>: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let found: Mutex<[Value?]>

    init(_ count: Int) { found = Mutex(Array(repeating: nil, count: count)) }
  }
}
