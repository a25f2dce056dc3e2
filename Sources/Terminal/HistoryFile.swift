public import Diagnostics
import Glibc

/// The history that outlives the session: plain UTF-8, a statement per line, oldest first.
///
/// A newline inside a statement is written `\n`, a carriage return `\r` and a backslash `\\`. Each
/// statement is appended when it happens, so two shells keep both their histories. Nothing here
/// fails: without a usable file there is no history, and the caller may say why.
public struct HistoryFile: Sendable {
  /// Entries that are loaded at most.
  static let limit = 2000
  /// Bytes that are read at most, from the end of the file.
  static let byteLimit = 4 << 20

  let path: String

  /// The file at `path`; neither it nor its folder need exist.
  public init(path: String) {
    self.path = path
  }

  /// The last statements of the file, oldest first. Lines that are not clean UTF-8 are left out.
  public func load() -> (entries: [String], problem: Sentence?) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return ([], errno == ENOENT ? nil : systemProblem()) }
    defer { close(descriptor) }
    guard let size = regularSize(of: descriptor) else { return ([], notAFile) }
    // From the end, and little of it first: this is part of starting up, and most statements are short.
    for reach in [Self.byteLimit / 16, Self.byteLimit] {
      let start = max(0, size - reach)
      guard let bytes = read(descriptor, from: start, count: size - start) else {
        return ([], systemProblem())
      }
      let newestFirst = Self.statements(in: bytes, isCut: start > 0)
      if newestFirst.count == Self.limit || start == 0 || reach == Self.byteLimit {
        return (newestFirst.reversed(), nil)
      }
    }
    return ([], nil)
  }

  /// The statements of the lines of a file, the newest first, no more than are wanted; where its
  /// beginning is cut off, without the first line.
  private static func statements(in bytes: [UInt8], isCut: Bool) -> [String] {
    var newestFirst: [String] = []
    var rest = bytes[...]
    while newestFirst.count < limit, !rest.isEmpty {
      let newline = rest.lastIndex(of: UInt8(ascii: "\n"))
      if newline == nil && isCut { break }
      let line = rest[(newline.map { $0 + 1 } ?? 0)...]
      if let statement = statement(in: line) { newestFirst.append(statement) }
      rest = rest[..<(newline ?? 0)]
    }
    return newestFirst
  }

  /// Adds one statement; the answer is what was in the way. Makes the file (only its owner may read
  /// it) and its folder when they are missing, and cuts a file down that has become very long.
  /// That it was cut down is told to `notice`.
  public func append(_ statement: String, notice: (Sentence) -> Void = { _ in }) -> Sentence? {
    makeFolder()
    guard let descriptor = openHeld() else { return systemProblem() }
    defer { close(descriptor) }
    guard let size = regularSize(of: descriptor) else { return notAFile }
    var line = Self.line(for: statement)
    // A file cut short in mid-line must not swallow this statement.
    if size > 0, read(descriptor, from: size - 1, count: 1) != [UInt8(ascii: "\n")] {
      line = "\n" + line
    }
    let bytes = Array(line.utf8)
    if size > 2 * Self.byteLimit, replace(descriptor, size, adding: bytes) {
      notice("the history was cut down to its last 4 MiB: `\(path)` had more than 8 MiB")
      return nil
    }
    return write(descriptor, bytes, bytes.count) == bytes.count ? nil : systemProblem()
  }

  /// Opens the file so that no other shell writes to it; nil, with `errno`, where that cannot be.
  private func openHeld() -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return nil }
      // Where files cannot be held, one write still keeps the lines of two shells apart.
      flock(descriptor, LOCK_EX)
      var ours = stat()
      var named = stat()
      fstat(descriptor, &ours)
      // Another shell may have cut it down meanwhile.
      if stat(path, &named) != 0 || (ours.st_ino, ours.st_dev) == (named.st_ino, named.st_dev) {
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Puts a file in place of a long one that has its end, as much as is ever read, and more bytes;
  /// false where that cannot be done.
  private func replace(_ descriptor: Int32, _ size: Int, adding bytes: [UInt8]) -> Bool {
    guard let end = read(descriptor, from: size - Self.byteLimit, count: Self.byteLimit) else {
      return false
    }
    // The first line has lost its beginning.
    let whole = end[((end.firstIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)...] + bytes
    // Where the history is a link, it stays one.
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let temporary = "\(target ?? path).\(getpid()).partial"
    let other = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard other >= 0 else { return false }
    let isWritten = whole.withUnsafeBytes { write(other, $0.baseAddress, $0.count) == $0.count }
    let isSynced = fsync(other) == 0
    close(other)
    guard isWritten, isSynced, rename(temporary, target ?? path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  // MARK: A statement as a line

  static func line(for statement: String) -> String {
    var line = ""
    for scalar in statement.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\n"
  }

  static func statement(in line: some Collection<UInt8>) -> String? {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    // Most lines have nothing to look into: no escape, no control character (C2 begins some).
    if !line.contains(where: { $0 == 0x5C || $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) {
      return text.isEmpty ? nil : text
    }
    var statement = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        statement.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar.isControl && scalar != "\t" {
        return nil
      } else {
        statement.append(scalar)
      }
    }
    return statement.isEmpty ? nil : String(statement)
  }

  // MARK: The file

  /// Makes the folders on the way to the file. What cannot be made shows when the file is opened.
  private func makeFolder() {
    for end in path.indices.dropFirst() where path[end] == "/" {
      mkdir(String(path[..<end]), 0o700)
    }
  }

  private func regularSize(of descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private func read(_ descriptor: Int32, from start: Int, count: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // An empty buffer may have no address, and then nothing is read.
      while filled < count, let address = buffer.baseAddress {
        let got = pread(descriptor, address + filled, count - filled, start + filled)
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        filled += got
      }
    }
    return failed ? nil : bytes
  }

  private var notAFile: Sentence { "`\(path)` is not a file" }

  private func systemProblem() -> Sentence { "`\(path)`: \(String(cString: strerror(errno)))" }
}
