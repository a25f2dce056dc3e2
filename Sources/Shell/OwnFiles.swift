import Diagnostics
import Language

/// The files that a session may write over without being told to: those that its scenario was read
/// from, and those that it wrote (Docs/Decisions/0082).
struct OwnFiles: Sendable {
  private var paths: Set<String> = []

  /// Adds a path; relative ones begin in `folder`.
  mutating func insert(_ path: String, in folder: String) {
    paths.insert(OwnFiles.absolute(path, folder))
  }

  func contains(_ path: String, in folder: String) -> Bool {
    paths.contains(OwnFiles.absolute(path, folder))
  }

  /// The same for `a.park`, `./a.park` and `/home/a.park` in `/home`. Links and `..` stay as they are:
  /// a file of two names is asked about once more than needed.
  private static func absolute(_ path: String, _ folder: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    return whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

extension Session {
  /// Writes a file that a statement names; whether it took the place of another.
  ///
  /// Throws where that is none of this session's, unless it has the same bytes, `isOver` says so, or
  /// a script writes it and `isLike` knows its first bytes for such a file.
  mutating func replace(
    _ path: String, by bytes: [UInt8], isOver: Bool, statement: StatementText, at place: Location,
    isLike: ([UInt8]) -> Bool = { _ in false }
  ) throws(Diagnostic) -> Bool {
    let old = files.beginning(path, bytes.count + 1)
    let isTyped = isConversation && replaying.isEmpty
    if let old, !isOver, old != bytes, !ownFiles.contains(path, in: currentFolder),
      isTyped || !isLike(old)
    {
      throw Diagnostic(
        "file-exists", "`\(escapingControls(path))` is there already", at: place,
        notes: [Diagnostic.Note("it was neither opened nor written in this session")],
        help: ["replace it: `\(statement.text) --over`"])
    }
    do throws(Diagnostic) {
      try put(bytes, into: path, isOver: isOver, statement: statement)
    } catch {
      throw error.placed(at: place)
    }
    hasWritten = true
    ownFiles.insert(path, in: currentFolder)
    return old != nil
  }
}
