/// One thing that a journal keeps of a session, enough to do it again.
enum JournalRecord: Sendable, Equatable {
  /// The local time at which the session began, for a reader.
  case begun(String)
  /// A file that was read by what the next record says, and what was in it then.
  case read(path: String, bytes: [UInt8])
  /// A script named on the command line.
  case script(path: String)
  /// The statements of `-c`.
  case command(String)
  /// The start-up file.
  case start(path: String)
  /// Lines that were typed, with the number of the first.
  case lines(String, firstLine: Int)
  /// The statement of this index in the last lines was accepted.
  case done(Int)

  /// The word that stands for it in the file.
  var kind: String {
    switch self {
    case .begun: "begun"
    case .read: "read"
    case .script: "script"
    case .command: "command"
    case .start: "start"
    case .lines: "lines"
    case .done: "done"
    }
  }

  static let kinds = ["begun", "read", "script", "command", "start", "lines", "done"]

  /// What stands behind the kind.
  var payload: [UInt8] {
    switch self {
    case .begun(let text), .script(let text), .command(let text), .start(let text):
      Array(text.utf8)
    case .read(let path, let bytes): Array("\(path.utf8.count)\n\(path)".utf8) + bytes
    case .lines(let text, let line): Array("\(line)\n\(text)".utf8)
    case .done(let index): Array("\(index)".utf8)
    }
  }

  /// The record of a kind and what stands behind it; nil where that is none.
  init?(kind: String, payload: ArraySlice<UInt8>) {
    func text(_ bytes: ArraySlice<UInt8>) -> String? { String(validating: bytes, as: UTF8.self) }
    /// A number on a line of its own, and what follows.
    func numbered() -> (Int, ArraySlice<UInt8>)? {
      guard let end = payload.firstIndex(of: UInt8(ascii: "\n")),
        let number = text(payload[..<end]).flatMap({ Int($0) }), number >= 0
      else { return nil }
      return (number, payload[(end + 1)...])
    }
    switch kind {
    case "read":
      guard let (length, rest) = numbered(), length <= rest.count,
        let path = text(rest.prefix(length))
      else { return nil }
      self = .read(path: path, bytes: Array(rest.dropFirst(length)))
    case "lines":
      guard let (line, rest) = numbered(), let lines = text(rest) else { return nil }
      self = .lines(lines, firstLine: line)
    case "done":
      guard let index = text(payload).flatMap({ Int($0) }), index >= 0 else { return nil }
      self = .done(index)
    case "begun", "script", "command", "start":
      guard let words = text(payload) else { return nil }
      switch kind {
      case "begun": self = .begun(words)
      case "script": self = .script(path: words)
      case "command": self = .command(words)
      default: self = .start(path: words)
      }
    default: return nil
    }
  }
}
