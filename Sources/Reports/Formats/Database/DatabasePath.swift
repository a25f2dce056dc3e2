import CSQLite
import Glibc

/// The way of SQLite to a file that has no name yet.
///
/// `/proc/self/fd/7` is a link to a name that is no more, and SQLite would follow it to that. This is
/// SQLite's own way to files, without locks, for nobody else sees such a file, and without a look at
/// where a path leads.
enum DatabasePath {
  /// What SQLite knows it by; nil where SQLite has no such way. Made once, and kept as long as the
  /// program, as SQLite asks for.
  static let verbatim: String? = {
    guard let plain = sqlite3_vfs_find("unix-none") else { return nil }
    let name = "parkline-verbatim"
    let way = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    way.initialize(to: plain.pointee)
    way.pointee.zName = UnsafePointer(strdup(name))
    way.pointee.pNext = nil
    way.pointee.xFullPathname = { _, path, size, full in
      guard let path, let full, strlen(path) < size else { return SQLITE_CANTOPEN }
      strcpy(full, path)
      return SQLITE_OK
    }
    return sqlite3_vfs_register(way, 0) == SQLITE_OK ? name : nil
  }()
}
