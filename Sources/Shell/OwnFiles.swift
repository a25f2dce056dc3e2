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
    if let old, !mayReplace(path, isOver: isOver), old != bytes, isTyped || !isLike(old) {
      throw .isThere(path, statement, at: place)
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

  /// The same of bytes that come in pieces, if such a file may be written whatever is in it: `head` are
  /// its first bytes. Nil where all of them are needed to know.
  mutating func replace(
    _ path: String, beginning head: [UInt8], isOver: Bool, at place: Location,
    by writing: Files.Writing
  ) throws(Diagnostic) -> Bool? {
    let old = files.beginning(path, head.count)
    let isLike = !isTyped && old == head
    guard packaging == nil, old == nil || isLike || mayReplace(path, isOver: isOver) else {
      return nil
    }
    do throws(Diagnostic) {
      try files.stream(path, writing)
    } catch {
      throw error.placed(at: place)
    }
    hasWritten = true
    ownFiles.insert(path, in: currentFolder)
    return old != nil
  }

  /// Whether the statement at hand is not of a script.
  private var isTyped: Bool { isConversation && replaying.isEmpty }

  private func mayReplace(_ path: String, isOver: Bool) -> Bool {
    isOver || ownFiles.contains(path, in: currentFolder)
  }
}

extension Diagnostic {
  fileprivate static func isThere(
    _ path: String, _ statement: StatementText, at place: Location
  ) -> Diagnostic {
    Diagnostic(
      "file-exists", "`\(escapingControls(path))` is there already", at: place,
      notes: [Note("it was neither opened nor written in this session")],
      help: ["replace it: `\(statement.text) --over`"])
  }
}
