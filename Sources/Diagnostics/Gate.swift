import Glibc

/// A lock, and a change that whoever holds it may wait for: what threads share is looked at and changed
/// within `hold` alone.
public final class Gate: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  public init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(change)
    lock.deallocate()
    change.deallocate()
  }

  /// Does something once a condition holds, alone, and wakes whoever waits for another one.
  public func hold<Value>(once holds: () -> Bool = { true }, _ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(change)
      pthread_mutex_unlock(lock)
    }
    while !holds() { pthread_cond_wait(change, lock) }
    return body()
  }
}
