import Diagnostics
import Glibc

/// Lets the disk begin with a long file while the rest of it is made, so that there is less to wait for at
/// its end. All that changes is looked at under one lock.
final class EarlySync: @unchecked Sendable {
  /// So many bytes are handed to the disk at once; a shorter file needs no thread.
  private static let piece = 8 << 20

  private let descriptor: Int32
  private let gate = Gate()
  /// Bytes that were written, and those with which the disk has begun.
  private var (written, begun) = (0, 0)
  private var isOver = false
  /// Why the disk could not, a number of the system's: it says so once.
  private var problem: Int32 = 0
  private var thread: pthread_t?

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Says that so many more bytes were written.
  func wrote(_ count: Int) {
    gate.hold { written += count }
    guard thread == nil, written >= EarlySync.piece else { return }
    thread = OwnThread.start(isDetached: false) { [self] in work() }
  }

  /// Waits for what it began; why the disk could not, nil where it could.
  func end() -> Int32? {
    gate.hold { isOver = true }
    if let thread { pthread_join(thread, nil) }
    return problem == 0 ? nil : problem
  }

  private func work() {
    while true {
      let goesOn = gate.hold(
        once: { written - begun >= EarlySync.piece || isOver },
        {
          begun = written
          return !isOver
        })
      guard goesOn else { return }
      if fdatasync(descriptor) != 0, problem == 0 { problem = errno }
    }
  }
}
