import CSQLite
import Glibc

/// The way of SQLite to a file that has no name yet.
///
/// `/proc/self/fd/7` is a link to a name that is no more, and SQLite would look for that, or follow no
/// link at all. This is SQLite's own way to files, without locks, for nobody else sees such a file, and
/// without a look at where a path leads.
enum DatabasePath {
  /// Where the system has the files that are open.
  private static let open = "/proc/self/fd/"

  /// What SQLite knows it by; nil where SQLite has no such way. Made once, and kept as long as the
  /// program, as SQLite asks for.
  static let verbatim: String? = {
    guard let plain = sqlite3_vfs_find("unix-none"),
      let set = plain.pointee.xSetSystemCall
    else { return nil }
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
    let opening: @convention(c) (UnsafePointer<CChar>, Int32, Int32) -> Int32 = { path, how, mode in
      let isOpen = strncmp(path, DatabasePath.open, DatabasePath.open.utf8.count) == 0
      return Glibc.open(path, isOpen ? how & ~O_NOFOLLOW : how, mode_t(mode))
    }
    guard set(plain, "open", unsafeBitCast(opening, to: sqlite3_syscall_ptr.self)) == SQLITE_OK,
      sqlite3_vfs_register(way, 0) == SQLITE_OK
    else { return nil }
    return name
  }()
}
