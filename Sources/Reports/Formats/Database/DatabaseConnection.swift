import CSQLite
import Glibc

/// A database of SQLite that is open, for one thread. Closed where nobody holds it any more.
public final class DatabaseConnection {
  public enum Place: Sendable {
    /// A file that is there; it may be empty.
    case file(String)
    /// An open file of nobody else, without a name or of one that is gone after a kill: nothing of it
    /// is kept unless it is written whole.
    case own(String)
    /// Bytes in memory, as a file has them; empty for a new one.
    case memory([UInt8])
  }

  let handle: OpaquePointer
  private let shouldStop: () -> Bool
  /// How often somebody who writes is waited for, 10 ms each.
  private let waits: Int

  /// Opens it. `shouldStop` is asked all the time, and ends a wait too; whoever writes is waited for so
  /// many milliseconds.
  public init(
    _ place: Place, patience: Int = 10_000, shouldStop: @escaping () -> Bool = { false }
  ) throws(DatabaseFailure) {
    self.shouldStop = shouldStop
    waits = patience / 10
    let path: String
    var way: String?
    switch place {
    case .file(let name): path = name
    case .own(let name):
      path = name
      way = DatabasePath.verbatim
      guard way != nil else { throw .other("SQLite is not built for this system") }
    case .memory: path = ":memory:"
    }
    var opened: OpaquePointer?
    // As a path and never as an address, whatever it begins with.
    let code = sqlite3_open_v2(
      path == ":memory:" || path.hasPrefix("/") ? path : "./" + path, &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, way)
    guard let opened, code == SQLITE_OK else {
      let failure = DatabaseFailure(code, opened)
      sqlite3_close_v2(opened)
      throw failure
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    let me = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_busy_handler(
      handle,
      { me, count in
        guard let me else { return 0 }
        let own = Unmanaged<DatabaseConnection>.fromOpaque(me).takeUnretainedValue()
        guard Int(count) < own.waits, !own.shouldStop() else { return 0 }
        poll(nil, 0, 10)
        return 1
      }, me)
    sqlite3_progress_handler(
      handle, 10_000,
      { me in
        guard let me else { return 0 }
        return Unmanaged<DatabaseConnection>.fromOpaque(me).takeUnretainedValue().shouldStop()
          ? 1 : 0
      }, me)
    if case .memory(let bytes) = place, !bytes.isEmpty { try load(bytes) }
    // 16 MB of pages, and nothing beside the file but what protects it.
    try execute("PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY")
    if case .own = place { try execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Throws where somebody asked for an end.
  func checkStop() throws(DatabaseFailure) {
    if shouldStop() { throw .stopped }
  }

  /// Runs statements whose answers nobody wants.
  public func execute(_ statements: String) throws(DatabaseFailure) {
    try check(sqlite3_exec(handle, statements, nil, nil, nil))
  }

  /// The rows that a question has: of each the columns, as texts, nil for NULL.
  public func rows(_ question: String) throws(DatabaseFailure) -> [[String?]] {
    let statement = try DatabaseStatement(question, self)
    var rows: [[String?]] = []
    while try statement.step() {
      rows.append((0..<sqlite3_column_count(statement.handle)).map { statement.text($0) })
    }
    return rows
  }

  /// All of it as the bytes of a file.
  public func bytes() throws(DatabaseFailure) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw DatabaseFailure(SQLITE_NOMEM, handle)
    }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  private func load(_ bytes: [UInt8]) throws(DatabaseFailure) {
    let size = UInt64(bytes.count)
    guard let copy = sqlite3_malloc64(size) else { throw DatabaseFailure(SQLITE_NOMEM, handle) }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    try check(
      sqlite3_deserialize(
        handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(size), Int64(size),
        UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)))
  }

  /// Throws what is no success.
  func check(_ code: Int32) throws(DatabaseFailure) {
    guard code == SQLITE_OK else {
      if shouldStop() { throw .stopped }
      throw DatabaseFailure(code, handle)
    }
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from bytes: [UInt8], byteCount: Int) {
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { copyMemory(from: start, byteCount: byteCount) }
    }
  }
}
