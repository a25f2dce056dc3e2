import Diagnostics
import Glibc

/// A journal on disk, held by one shell: while it is open nobody else can have it.
final class JournalFile: Sendable {
  let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Makes a journal that only its owner may read. Throws where it cannot be made, or where there
  /// is one already.
  static func make(_ path: String) throws(Diagnostic) -> JournalFile {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .file("cannot be written", path, errno) }
    let file = JournalFile(path: path, descriptor: descriptor)
    guard file.own() else { throw .file("cannot be written", path, EWOULDBLOCK) }
    return file
  }

  /// Looks into a journal; nil where a shell that lives has it, or where it is gone or no file.
  static func find(_ path: String) -> JournalFile? {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    let file = JournalFile(path: path, descriptor: descriptor)
    return file.hold(LOCK_SH) ? file : nil
  }

  /// Takes it, so that nobody else finds it; false where somebody was faster. Waits up to a second for
  /// shells that only look whether it is free.
  func own() -> Bool {
    for _ in 0..<100 {
      if hold(LOCK_EX) { return true }
      usleep(10_000)
    }
    return false
  }

  /// Somebody may have removed it before it was held.
  private func hold(_ lock: Int32) -> Bool {
    var status = stat()
    return flock(descriptor, lock | LOCK_NB) == 0 && fstat(descriptor, &status) == 0
      && status.st_nlink > 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// When it was last written, and its size in bytes.
  var state: (changed: (seconds: Int, nanoseconds: Int), size: Int) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return ((0, 0), 0) }
    return ((status.st_mtim.tv_sec, status.st_mtim.tv_nsec), Int(status.st_size))
  }

  func read() throws(Diagnostic) -> [UInt8] {
    let size = state.size
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size, let address = buffer.baseAddress {
        let count = pread(descriptor, address + filled, size - filled, filled)
        if count < 0, errno == EINTR { continue }
        failed = count < 0
        if count <= 0 { break }
        filled += count
      }
    }
    if failed { throw .file("cannot be read", path, errno) }
    return bytes
  }

  /// Whether nothing was written into it but, at most, the line that every journal begins with, or
  /// what was being written when the machine stopped.
  var isWithoutRecords: Bool {
    let size = state.size
    guard size > 0 else { return true }
    guard size < 1 << 20, let bytes = try? read() else { return false }
    let version = JournalText.version.utf8
    return bytes.count < version.count
      ? version.starts(with: bytes) : JournalText(bytes)?.ending == .whole
  }

  /// How many statements it has.
  var statementCount: Int {
    let size = state.size
    guard size > 0, let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return 0 }
    defer { munmap(address, size) }
    return JournalText.countStatements(
      UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: size))
  }

  /// Puts bytes behind the first `length`: all of them, or none.
  func write(_ bytes: [UInt8], behind length: Int) throws(Diagnostic) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, length + sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let cause = errno
        ftruncate(descriptor, length)
        throw .file("cannot be written", path, cause)
      }
      sent += count
    }
  }

  /// Waits until the disk has what was written.
  func sync() throws(Diagnostic) {
    guard fdatasync(descriptor) == 0 else { throw .file("cannot be written", path, errno) }
  }

  func remove() { unlink(path) }

  /// Puts it aside under another name, for whoever wants to look into it.
  func setAside() -> String {
    let other = path + ".damaged"
    return rename(path, other) == 0 ? other : path
  }
}
