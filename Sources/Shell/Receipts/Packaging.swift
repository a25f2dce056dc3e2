import Diagnostics
import Language
import ParkModel
import Reports

/// What a statement with `--package` puts beside the file that it writes.
struct Packaging: Sendable {
  /// Where the option stands.
  let place: Location
  /// What the file says, for its schema; nil where nobody told.
  var table: Table?
  /// Whether the file says in which line of which script things stand.
  var namesPlaces = false
  /// Whether a package was written.
  var isDone = false

  init(place: Location) { self.place = place }
}

extension Session {
  /// Says to a package what the file at hand is made of.
  mutating func describe(_ tables: [Table]) {
    packaging?.table = tables.count == 1 ? tables[0] : nil
  }

  /// Writes a file, and where the statement asks for it the package beside it with its receipt.
  ///
  /// Both are ready on the disk before either has its name; the file gets its own first. So after a
  /// failure both are as before, and a machine that stops between the two names has a file whose
  /// SHA-256 its package does not know yet, which `verify` says.
  mutating func put(
    _ bytes: [UInt8], into path: String, isOver: Bool, statement: StatementText
  ) throws(Diagnostic) {
    guard let packaging else { return try files.write(path, bytes) }
    guard path != "-", !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else {
      throw Diagnostic(
        "conflict", "beside `\(escapingControls(path))` there is no place for a package",
        at: packaging.place, help: ["name a file in a folder"])
    }
    let name = DataPackage.name(of: path)
    guard DataPackage.canList(name) else {
      throw Diagnostic(
        "conflict", "a data package lists no file called `\(escapingControls(name))`",
        at: packaging.place,
        notes: [Diagnostic.Note("its paths begin with no `.` and no `~`, and have no `\\`")],
        help: ["call the file otherwise"])
    }
    guard name != DataPackage.fileName else {
      throw Diagnostic(
        "conflict", "`\(DataPackage.fileName)` is what a package is called", at: packaging.place,
        help: ["call the file otherwise"])
    }
    let receipt = Receipt(statement, self)
    // Places are lines of the script in the receipt: those of a file that others have not got would
    // help nobody, and could not be verified.
    let bytes =
      packaging.namesPlaces ? try receipt.again(like: Receipt.Again.Means(self)).bytes : bytes
    let resource = PackagedFile(
      name: name, bytes: bytes, table: packaging.table, receipt: receipt,
      meanings: PackagedFile.Meanings(self))
    let beside = DataPackage.path(beside: path)
    // Another program may write into the same folder: neither loses the other's receipt.
    try files.alone(String(beside.dropLast(DataPackage.fileName.count))) { () throws(Diagnostic) in
      var package = try oldPackage(beside, isOver: isOver, statement, at: packaging.place)
      package.add(resource, title: scenario.header?.title, now: calendarClock()?.seconds)
      try files.writeTogether([(path, bytes), (beside, Array(package.json.fileText.utf8))])
    }
    ownFiles.insert(beside, in: currentFolder)
    self.packaging?.isDone = true
    say("receipt in \(escapingControls(beside)): scenario \(resource.receipt.short)")
  }

  /// The package that is there; a new one where there is none. One that Parkline had no part in is
  /// somebody's own, and so is what is no package.
  private func oldPackage(
    _ path: String, isOver: Bool, _ statement: StatementText, at place: Location
  ) throws(Diagnostic) -> DataPackage {
    guard files.beginning(path, 1) != nil else { return DataPackage() }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try files.read(path)
    } catch {
      throw error.placed(at: place)
    }
    let package = (try? JSONValue(bytes)).flatMap(DataPackage.init)
    if let package, package.isOwn || isOver { return package }
    guard isOver else {
      throw Diagnostic(
        "file-exists", "`\(escapingControls(path))` is there already", at: place,
        notes: [
          Diagnostic.Note(
            package == nil
              ? "it is no data package that can be read" : "no file in it has a receipt of Parkline"
          )
        ],
        help: [
          (package == nil ? "replace it" : "add to it") + ": `\(statement.text) --over`"
        ])
    }
    return DataPackage()
  }
}
