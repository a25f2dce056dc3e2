import Glibc
import Shell

/// What outlives a conversation, and what it begins with: files in the standard folders.
struct Keeping {
  /// Whether past statements are read and written.
  var hasHistory = true
  /// Whether the session can be recovered.
  var hasJournal = true
  /// Whether the start-up file runs.
  var hasStartFile = true

  private let folders = StandardFolders(environment: Environment.value)

  init(hasHistory: Bool, hasJournal: Bool, hasStartFile: Bool) {
    self.hasHistory = hasHistory
    self.hasJournal = hasJournal
    self.hasStartFile = hasStartFile
  }

  /// The path of the history; nil where there is to be none, or no home.
  var history: String? { hasHistory ? folders.history : nil }

  /// The path of the start-up file; nil where there is none, or it is not to run.
  var startFile: String? {
    guard hasStartFile, let path = folders.startFile, access(path, F_OK) == 0 else { return nil }
    return path
  }

  /// The folder in which relative paths begin.
  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether a path leads to a file: a pipe would never answer.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A journal for the session that begins now; nil where there is to be none, or no home.
  func journal() -> SessionJournal? {
    guard hasJournal, let folder = folders.sessions else { return nil }
    return SessionJournal(folder: JournalFolder(path: folder), begun: Keeping.localTime)
  }

  /// `2026-11-22 14:03:11`.
  private static var localTime: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var text = [UInt8](repeating: 0, count: 32)
    let count = text.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        strftime($0.baseAddress, $0.count, "%Y-%m-%d %H:%M:%S", &parts)
      }
    }
    return String(decoding: text[..<count], as: UTF8.self)
  }
}
