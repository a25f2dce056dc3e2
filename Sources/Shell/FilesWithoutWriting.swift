import Diagnostics
import Synchronization

extension Files {
  /// The same files to read, but what is written is only kept to be read again: for scripts that
  /// are checked, and for what comes behind an error of one.
  var withoutWriting: Files {
    let kept = Kept()
    let files = self
    return Files(
      read: { (path) throws(Diagnostic) in
        if let bytes = kept.bytes.withLock({ $0[path] }) { return bytes }
        return try files.read(path)
      },
      write: { (path, bytes) throws(Diagnostic) in
        kept.bytes.withLock { $0[path] = bytes }
      },
      list: files.list,
      database: { _, _ in },
      // Nothing is lost where nothing is written.
      beginning: { _, _ in nil })
  }

  /// What would have been written, by path.
  private final class Kept: Sendable {
    let bytes = Mutex<[String: [UInt8]]>([:])
  }
}
