import Diagnostics
import Glibc

/// One program at a time in a folder, where each of them asks.
enum FolderLock {
  /// Does what has to be done while no other program does the like in a folder: waits for those that do,
  /// unless `stop` asks. Where the folder cannot be locked, as on some disks of a network, it is done all
  /// the same: what is written there fails in its own words, or is as it was without locks.
  static func hold(
    _ folder: String, _ stop: StopSignal, _ body: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    // Its end is the lock's, too.
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      try stop.check()
      usleep(2000)
    }
    try body()
  }
}
