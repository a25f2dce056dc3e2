import CSQLite
import Glibc

/// Why a database cannot be written.
public enum DatabaseFailure: Error, Sendable, Equatable {
  /// Somebody asked for an end.
  case stopped
  /// Another program writes to it, and went on for longer than was waited.
  case busy
  /// It is nothing that Parkline wrote, or not as Parkline left it: what it is, behind "it is" or "its".
  case foreign(String)
  /// What the system says, as `errno` has it.
  case system(Int32)
  /// What SQLite says.
  case other(String)

  /// What a call to SQLite came to that is no success.
  init(_ code: Int32, _ handle: OpaquePointer?) {
    let cause = handle.map(sqlite3_system_errno) ?? 0
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_INTERRUPT: self = .stopped
    case SQLITE_FULL: self = .system(ENOSPC)
    case SQLITE_READONLY, SQLITE_PERM: self = .system(EACCES)
    case SQLITE_CANTOPEN: self = .system(cause == 0 ? EACCES : cause)
    case SQLITE_IOERR: self = .system(cause == 0 ? EIO : cause)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .foreign("it is a damaged database")
    default:
      let message = handle.flatMap(sqlite3_errmsg) ?? sqlite3_errstr(code)
      self = .other(message.map { String(cString: $0) } ?? "error \(code)")
    }
  }
}
