import Diagnostics
import Ensembles
import Reports

/// A file compared with its receipt, and with the run of that done again.
struct Verification {
  /// What the file is, in a sentence.
  let sentence: Sentence
  /// What the reader should know beside that.
  let remarks: [Sentence]

  /// Throws `receipt-differs` where the file or the run is another, `no-receipt` and `bad-receipt` where
  /// nothing can be said.
  init(
    _ path: String, _ files: Files, with means: Receipt.Again.Means
  ) throws(Diagnostic) {
    let bytes = try files.read(path)
    let shown = escapingControls(path)
    let resource = try Verification.resource(of: path, files)
    guard let receipt = resource[Receipt.key].flatMap(Receipt.init),
      case .number(let count)? = resource["bytes"], let hash = resource["hash"]?.string
    else { throw .badReceipt("what `\(DataPackage.fileName)` says of `\(shown)` is damaged") }
    let again = try receipt.again(like: means)
    remarks = Verification.remarks(receipt, again)
    let print = "sha256:" + SHA256.text(SHA256.digest(bytes[...]))
    let isIntact = print == hash && count == "\(bytes.count)"
    let format = DataPackage.name(of: path).split(separator: ".").last.map(String.init) ?? ""
    let comparison = RowComparison(bytes, again.bytes, format: format)
    if isIntact, bytes == again.bytes {
      sentence =
        comparison?.rowCount.map {
          "`\(shown)`: \($0) row\(s: $0), the same to the last digit, of scenario \(receipt.short)"
        } ?? "`\(shown)`: the same to the last byte, of scenario \(receipt.short)"
      return
    }
    var notes = remarks
    if !isIntact {
      notes.append(
        count == "\(bytes.count)"
          ? "its bytes are not those that were written: SHA-256 \(print.dropFirst(7).prefix(12))…,"
            + " and by the receipt \(hash.dropFirst(7).prefix(12))…"
          : "its bytes are not those that were written: \(bytes.count), and by the receipt \(count)"
      )
    }
    let differences = comparison?.differences ?? []
    let what: Sentence
    if let comparison, comparison.count > 0 {
      what =
        comparison.count == 1 ? "one figure differs" : "\(comparison.count) figures differ"
      notes = differences + notes
      if comparison.count > differences.count {
        notes.insert("and \(comparison.count - differences.count) more", at: differences.count)
      }
    } else if comparison != nil {
      what = "its figures are the same, and its bytes are not"
    } else {
      what = isIntact ? "the run gives other bytes" : "its bytes were changed"
    }
    throw Diagnostic(
      "receipt-differs", "`\(shown)` is not what its receipt says: \(what)",
      notes: notes.map { Diagnostic.Note($0) }, exit: .mismatch)
  }

  /// What the package beside a file says of it.
  private static func resource(
    of path: String, _ files: Files
  ) throws(Diagnostic) -> JSONValue {
    let beside = DataPackage.path(beside: path)
    guard let package = try DataPackage.read(beside, files) else {
      throw Diagnostic(
        "no-receipt",
        "there is no `\(escapingControls(beside))` that says what"
          + " `\(escapingControls(path))` is",
        help: ["`export` with `--package` writes one"], exit: .file)
    }
    let name = DataPackage.name(of: path)
    guard let resource = package.resource(of: name) else {
      let known = package.receipts.map(\.file)
      throw Diagnostic(
        "no-receipt", "`\(escapingControls(beside))` does not list `\(escapingControls(name))`",
        notes: known.isEmpty
          ? []
          : [
            Diagnostic.Note(
              "it has receipts of " + known.prefix(8).map(escapingControls).joined(separator: ", "))
          ], exit: .file)
    }
    guard resource[Receipt.key] != nil else {
      throw Diagnostic(
        "no-receipt", "`\(escapingControls(beside))` has no receipt of `\(escapingControls(name))`",
        notes: [Diagnostic.Note("another program wrote of it")], exit: .file)
    }
    return resource
  }

  /// What is another here than it was then.
  private static func remarks(_ receipt: Receipt, _ again: Receipt.Again) -> [Sentence] {
    var remarks: [Sentence] = []
    if receipt.engine != Engine.version {
      remarks.append(
        "written by Parkline \(escapingControls(receipt.engine)), run again by \(Engine.version)")
    }
    if !again.changedLibraries.isEmpty {
      let names = again.changedLibraries.map { "`\(escapingControls($0))`" }
      remarks.append(
        names.count == 1
          ? "library \(names[0]) says something else here than then"
          : "libraries \(names.joined(separator: ", ")) say something else here than then")
    }
    return remarks
  }
}

extension DataPackage {
  /// Reads one; nil where there is no such file. What is no package says where.
  static func read(_ path: String, _ files: Files) throws(Diagnostic) -> DataPackage? {
    guard files.beginning(path, 1) != nil else {
      // What a program left that was stopped, or a disk that was full.
      let folder = String(path.dropLast(fileName.count))
      guard files.list(folder.isEmpty ? "." : folder).contains(fileName) else { return nil }
      throw Diagnostic(
        "bad-receipt", "`\(escapingControls(path))` is no data package: it is empty",
        help: ["the `export` that wrote it, once more, mends it"], exit: .file)
    }
    return try DataPackage(try files.read(path), of: path)
  }

  /// A package from the bytes of a file.
  init(_ bytes: [UInt8], of path: String) throws(Diagnostic) {
    let json: JSONValue
    do throws(NoJSON) {
      json = try JSONValue(bytes)
    } catch {
      throw .noPackage(path, bytes, because: error.reason, at: error.offset)
    }
    guard let package = DataPackage(json) else {
      throw .noPackage(path, bytes, because: "it has no list of `resources`", at: 0)
    }
    self = package
  }
}

extension Diagnostic {
  /// A file that is no data package, and the byte that shows it.
  fileprivate static func noPackage(
    _ path: String, _ bytes: [UInt8], because reason: Sentence, at offset: Int
  ) -> Diagnostic {
    let start = min(offset, bytes.count)
    return Diagnostic(
      "bad-receipt", "`\(escapingControls(path))` is no data package: \(reason)",
      at: Location(
        SourceText(name: path, utf8: bytes), Span(start, min(start + 1, bytes.count))),
      exit: .file)
  }
}
