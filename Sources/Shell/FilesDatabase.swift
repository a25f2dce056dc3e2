import Diagnostics
import Glibc
import Reports

extension Files {
  /// Adds to a database on the real disk.
  ///
  /// A new one is made whole before it has its name. To one that is there SQLite adds in a transaction:
  /// after a kill the next who opens it finds it as it was (Docs/Decisions/0142).
  static func writeDatabase(
    _ path: String, _ body: Database, _ stop: StopSignal
  ) throws(Diagnostic) {
    try stop.check()
    var status = stat()
    guard stat(path, &status) == 0 else {
      if isLink(path) {
        throw .file("cannot be written", path, because: "it is a link that leads nowhere")
      }
      try checkJournal(path)
      let beside = try FileBeside(path, named: path)
      do throws(Diagnostic) {
        try fill(.own(beside.place), path, body, stop)
      } catch {
        beside.drop()
        throw error
      }
      // Somebody else may have made it meanwhile.
      return try beside.takeFreePlace() ? () : writeDatabase(path, body, stop)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .file("cannot be written", path, EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .file("cannot be written", path, because: "a database is a file on a disk")
    }
    let target = resolved(path)
    // Nothing of somebody else's is opened as a database, for that alone may change it.
    try database(path, stop) { () throws(DatabaseFailure) in
      try RunDatabase.check(header: beginning(of: path, RunDatabase.headerSize) ?? [])
    }
    guard access(target, W_OK) == 0 else { throw .file("cannot be written", path, errno) }
    let folder = ScriptFile.folder(of: target)
    guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else {
      throw .file("cannot be written", path, because: "its folder is read-only")
    }
    try fill(.file(target), path, body, stop)
  }

  /// The same on files that are read and written whole: for disks that are none.
  static func database(
    _ path: String, _ body: Database, read: (String) throws(Diagnostic) -> [UInt8],
    write: (String, [UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let stop = StopSignal()
    let before = (try? read(path)) ?? []
    let bytes = try database(path, stop) { () throws(DatabaseFailure) in
      try RunDatabase.check(header: before)
      return before
    }
    let connection = try fill(.memory(bytes), path, body, stop)
    try write(
      path, try database(path, stop) { () throws(DatabaseFailure) in try connection.bytes() })
  }

  /// Opens a database, and has the body fill it in a transaction.
  @discardableResult
  private static func fill(
    _ place: DatabaseConnection.Place, _ path: String, _ body: Database, _ stop: StopSignal
  ) throws(Diagnostic) -> DatabaseConnection {
    var opened: DatabaseConnection?
    let runs = try database(path, stop) { () throws(DatabaseFailure) in
      let connection = try DatabaseConnection(place, shouldStop: { stop.isAsked })
      opened = connection
      return try RunDatabase(connection)
    }
    try body(runs)
    try database(path, stop) { () throws(DatabaseFailure) in try runs.commit() }
    guard let opened else { throw .file("cannot be written", path, EIO) }
    return opened
  }

  /// A journal without its database is taken for that of the next one of its name, and would spoil it.
  private static func checkJournal(_ path: String) throws(Diagnostic) {
    for ending in ["-journal", "-wal"] where access(path + ending, F_OK) == 0 {
      throw .file(
        "cannot be written", path,
        because: "`\(path)\(ending)` is left of a database that is gone; remove it first")
    }
  }

  /// Does something to a database; what fails is said of its path.
  static func database<Result>(
    _ path: String, _ stop: StopSignal = StopSignal(),
    _ body: () throws(DatabaseFailure) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(DatabaseFailure) {
      return try body()
    } catch {
      throw .database(error, path, stop)
    }
  }
}

extension Diagnostic {
  /// A database that cannot be written.
  fileprivate static func database(
    _ failure: DatabaseFailure, _ path: String, _ stop: StopSignal
  ) -> Diagnostic {
    let what = "cannot be written"
    switch failure {
    case .stopped: return stop.message
    case .busy: return file(what, path, because: "another program writes to it")
    case .foreign(let reason): return file(what, path, because: reason)
    case .system(let code): return file(what, path, code)
    case .other(let reason): return file(what, path, because: reason)
    }
  }
}
