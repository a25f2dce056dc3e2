public import Diagnostics
import Glibc
import Reports

extension Files {
  /// The real disk. Where `stop` asks, a wait for input ends, and nothing is written any more.
  public static func disk(_ stop: StopSignal) -> Files {
    Files(
      read: { (path) throws(Diagnostic) in try readFile(path, stop) },
      write: { (path, bytes) throws(Diagnostic) in try writeFile(path, bytes, stop) },
      list: listFolder,
      append: { (path, bytes) throws(Diagnostic) in
        try append(path, bytes, stop, makes: false)
      },
      database: { (path, body) throws(Diagnostic) in try writeDatabase(path, body, stop) },
      beginning: beginning,
      writeTogether: { (files) throws(Diagnostic) in try writeTogether(files, stop) },
      alone: { (folder, body) throws(Diagnostic) in try FolderLock.hold(folder, stop, body) },
      stream: { (path, writing) throws(Diagnostic) in try stream(path, stop, writing) })
  }

  @Sendable static func beginning(of path: String, _ count: Int) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      return nil
    }
    // Of what is there and cannot be read nothing is known.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: min(count, Int(status.st_size))) { buffer, filled in
      while filled < buffer.count, let address = buffer.baseAddress {
        let read = Glibc.read(descriptor, address + filled, buffer.count - filled)
        if read < 0, errno == EINTR { continue }
        if read <= 0 { break }
        filled += read
      }
    }
  }

  /// Files larger than this are no scripts, bytes; neither is a longer input.
  public static let largest = 256 << 20

  private static func readFile(
    _ path: String, _ stop: StopSignal
  ) throws(Diagnostic) -> [UInt8] {
    var descriptor: Int32
    repeat {
      try stop.check()
      descriptor =
        path == "-"
        ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : FileWait.open(path, O_RDONLY)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw .file("cannot be read", path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file("cannot be read", path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .file("cannot be read", path, EISDIR) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try FileWait.until(POLLIN, descriptor, stop)
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw .file("cannot be read", path, errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw .file("cannot be read", path, EFBIG) }
    }
    return bytes
  }

  @Sendable private static func listFolder(_ path: String) -> [String] {
    guard let folder = opendir(path.isEmpty ? "." : path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      var copy = entry.pointee.d_name
      let size = MemoryLayout.size(ofValue: copy)
      let name = withUnsafeBytes(of: &copy) { bytes in
        String(decoding: bytes.prefix(size).prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      names.append(name + (entry.pointee.d_type == DT_DIR ? "/" : ""))
    }
    return names.sorted()
  }

  /// Writes beside the file and renames, so that no reader ever sees half of it.
  private static func writeFile(
    _ path: String, _ bytes: [UInt8], _ stop: StopSignal
  ) throws(Diagnostic) {
    guard let beside = try beside(path, bytes, stop) else {
      return try append(path, bytes, stop, makes: true)
    }
    try beside.takePlace()
  }

  /// The same of bytes that come in pieces.
  private static func stream(
    _ path: String, _ stop: StopSignal, _ writing: Writing
  ) throws(Diagnostic) {
    guard let beside = try beside(path, stop) else {
      return try append(path, stop, makes: true) { (descriptor) throws(Diagnostic) in
        try pour(writing, into: descriptor, path, stop)
      }
    }
    let early = EarlySync(beside.descriptor)
    do throws(Diagnostic) {
      try pour(writing, into: beside.descriptor, path, stop) { early.wrote($0) }
    } catch {
      _ = early.end()
      beside.drop()
      throw error
    }
    if let problem = early.end() {
      beside.drop()
      throw .file("cannot be written", path, problem)
    }
    try beside.takePlace()
  }

  /// Writes to an open file what comes through a sink, and says how many bytes more it has.
  private static func pour(
    _ writing: Writing, into descriptor: Int32, _ path: String, _ stop: StopSignal,
    _ note: @escaping (Int) -> Void = { _ in }
  ) throws(Diagnostic) {
    final class Failure { var diagnostic: Diagnostic? }
    let failure = Failure()
    let sink = ByteSink { piece in
      do throws(Diagnostic) {
        try send(UnsafeRawBufferPointer(piece), to: descriptor, path, stop)
        note(piece.count)
        return true
      } catch {
        failure.diagnostic = error
        return false
      }
    }
    try writing(sink)
    sink.flush()
    if let diagnostic = failure.diagnostic { throw diagnostic }
  }

  /// Writes all files beside their places and then renames one after the other, the first first. What is
  /// no plain file has no whole to keep and is written before.
  private static func writeTogether(
    _ files: [(path: String, bytes: [UInt8])], _ stop: StopSignal
  ) throws(Diagnostic) {
    var ready: [FileBeside] = []
    do throws(Diagnostic) {
      for (path, bytes) in files {
        if let beside = try beside(path, bytes, stop) {
          ready.append(beside)
        } else {
          try append(path, bytes, stop, makes: true)
        }
      }
      // The disk has all of them before any is seen.
      for beside in ready { try beside.settle() }
    } catch {
      for beside in ready { beside.drop() }
      throw error
    }
    while !ready.isEmpty {
      do throws(Diagnostic) {
        try ready.removeFirst().takePlace()
      } catch {
        for beside in ready { beside.drop() }
        throw error
      }
    }
  }

  /// The bytes in a file that can take the place of the one named; nil where there is none.
  private static func beside(
    _ path: String, _ bytes: [UInt8], _ stop: StopSignal
  ) throws(Diagnostic) -> FileBeside? {
    guard let beside = try beside(path, stop) else { return nil }
    do throws(Diagnostic) {
      try send(bytes, to: beside.descriptor, path, stop)
    } catch {
      beside.drop()
      throw error
    }
    return beside
  }

  /// An empty file that can take the place of the one named; nil where that is none which can be
  /// replaced: a device has no whole to keep, and a link that leads nowhere yet no place to put a file
  /// beside. Those are written as they are.
  private static func beside(
    _ path: String, _ stop: StopSignal
  ) throws(Diagnostic) -> FileBeside? {
    try stop.check()
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists {
      if status.st_mode & S_IFMT == S_IFDIR { throw .file("cannot be written", path, EISDIR) }
      if let kind = foreignKind(status, path) {
        throw .file("cannot be written", path, because: kind)
      }
      guard access(path, W_OK) == 0 else { throw .file("cannot be written", path, errno) }
    }
    let isPlain = exists ? status.st_mode & S_IFMT == S_IFREG : !isLink(path)
    guard isPlain, !path.hasPrefix("/dev/") else { return nil }
    let beside = try FileBeside(resolved(path), named: path)
    if exists { fchmod(beside.descriptor, status.st_mode & 0o7777) }
    return beside
  }

  /// What is no place for a file: a named pipe, which would wait for somebody who reads it, a socket, a
  /// disk. What the system itself lists among its devices is somebody's who asked for it, such as
  /// `/dev/stdout`.
  private static func foreignKind(_ status: stat, _ path: String) -> String? {
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFIFO: return "it is a pipe"
    case S_IFSOCK: return "it is a socket"
    case S_IFBLK: return "it is a disk"
    default: return nil
    }
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Puts bytes behind a file, which is made where there is none and `makes` says so.
  private static func append(
    _ path: String, _ bytes: [UInt8], _ stop: StopSignal, makes: Bool
  ) throws(Diagnostic) {
    try append(path, stop, makes: makes) { (descriptor) throws(Diagnostic) in
      try send(bytes, to: descriptor, path, stop)
    }
  }

  private static func append(
    _ path: String, _ stop: StopSignal, makes: Bool,
    _ send: (Int32) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let descriptor = try FileWait.openToAppend(path, makes: makes, stop)
    defer { close(descriptor) }
    var before = stat()
    let isPlain = fstat(descriptor, &before) == 0 && before.st_mode & S_IFMT == S_IFREG
    do throws(Diagnostic) {
      try send(descriptor)
    } catch {
      if isPlain { ftruncate(descriptor, before.st_size) }
      throw error
    }
  }

  /// The file that a link leads to, so that the link itself stays.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Writes all bytes to an open file, or those before `stop` asks.
  public static func send(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String, _ stop: StopSignal = StopSignal()
  ) throws(Diagnostic) {
    let sent = bytes.withUnsafeBytes { bytes in
      Result { () throws(Diagnostic) in try send(bytes, to: descriptor, path, stop) }
    }
    try sent.get()
  }

  private static func send(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String, _ stop: StopSignal
  ) throws(Diagnostic) {
    var sent = 0
    while sent < bytes.count {
      try stop.check()
      // Piece by piece, so that a slow disk is asked in between.
      let piece = UnsafeRawBufferPointer(rebasing: bytes[sent..<min(sent + (1 << 20), bytes.count)])
      let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        try FileWait.until(POLLOUT, descriptor, stop)
        continue
      }
      guard count >= 0 else { throw .file("cannot be written", path, errno) }
      sent += count
    }
  }
}
