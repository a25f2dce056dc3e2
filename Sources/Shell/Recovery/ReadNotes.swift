import Diagnostics
import Synchronization

/// What was read from files since somebody asked, in its order.
final class ReadNotes: Sendable {
  private let notes = Mutex<[JournalRecord]>([])

  func add(_ path: String, _ bytes: [UInt8]) {
    notes.withLock { $0.append(.read(path: path, bytes: bytes)) }
  }

  /// What was read, which is forgotten.
  @discardableResult
  func take() -> [JournalRecord] {
    notes.withLock { notes in
      defer { notes = [] }
      return notes
    }
  }
}

/// What files said when a session read them, to be read again in the same order.
final class KeptReads: Sendable {
  private let kept = Mutex<[(path: String, bytes: [UInt8])]>([])

  func add(_ path: String, _ bytes: [UInt8]) { kept.withLock { $0.append((path, bytes)) } }

  func forget() { kept.withLock { $0 = [] } }

  /// The file that was read next.
  fileprivate var path: String? { kept.withLock { $0.first?.path } }

  /// What a file said when it was read next; nil where it was not read then.
  fileprivate func next(_ path: String) -> [UInt8]? {
    kept.withLock { kept in
      guard kept.first?.path == path else { return nil }
      return kept.removeFirst().bytes
    }
  }
}

extension Files {
  /// Files as a session found them, and nothing else; nothing is written.
  static func kept(_ reads: KeptReads) -> Files {
    var files = Files.none
    files.read = { (path) throws(Diagnostic) in
      guard let bytes = reads.next(path) else { throw .noSuchFile(path) }
      return bytes
    }
    return files
  }
}

extension OutsideEditor {
  /// Gives back what the editor left then, as it is read; nothing is opened.
  static func kept(_ reads: KeptReads) -> OutsideEditor {
    OutsideEditor(
      edit: { _ in reads.path }, reopen: { _ in reads.path }, remove: { _ in },
      keep: { _, _ in false }, draft: { _ in nil })
  }
}
