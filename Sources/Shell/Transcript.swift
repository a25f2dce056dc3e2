import Diagnostics
import Language

/// What was done in a session, as a script that does it again.
struct Transcript: Sendable {
  enum Entry: Sendable {
    case text(String)
    /// A statement with a file that scripts find beside themselves.
    case file(before: String, path: String, after: String)
    /// What somebody wrote in an editor, and the command that a script has for it.
    case edited(word: String, bytes: [UInt8])
    /// `save`, and whether it replaces what a later `save` wrote when the script runs again.
    case save(before: String, path: String, after: String, isOver: Bool)
  }

  private(set) var entries: [Entry] = []
  /// Counts the times that an entry was changed.
  private(set) var revisions = 0

  /// Adds a script of the command line or the start-up file.
  mutating func add(script path: String) {
    entries.append(.file(before: "replay ", path: path, after: ""))
  }

  /// Adds what somebody wrote in an editor, with the command for it; without one, as statements.
  mutating func add(edited bytes: [UInt8], as word: String) {
    guard !word.isEmpty else {
      var text = String(decoding: bytes, as: UTF8.self)
      while text.last?.isNewline == true { text.removeLast() }
      return entries.append(.text(text))
    }
    entries.append(.edited(word: word, bytes: bytes))
  }

  /// Adds a statement that was accepted; `file` is what `save` writes to.
  mutating func add(_ statement: StatementText, _ text: String, file: String?) {
    let before = statement.leading.map { $0 + "\n" }.joined()
    let after = Transcript.commentsBehind(statement, text).map { " " + $0 } ?? ""
    let word = statement.tokens.first?.text(in: statement.source) ?? ""
    var reader = ArgumentReader(statement)
    _ = reader.word()
    let command = CommandTable.command(of: statement)
    if command?.signature.runsScript == true, let name = try? reader.file() {
      entries.append(.file(before: "\(before)\(word) ", path: name.text, after: after))
    } else if command?.signature.placeOfInput == 1, let kind = reader.word()?.text,
      let name = try? reader.file()
    {
      let rest = statement.source.text(
        in: Span(name.span.upper, max(name.span.upper, statement.span.upper)))
      entries.append(
        .file(before: "\(before)\(word) \(kind) ", path: name.text, after: rest + after))
    } else if command?.trace == .saving, let path = reader.isAtEnd ? file : try? reader.file().text,
      path != "-"
    {
      let isOver = markSaved(path) || !reader.isAtEnd
      entries.append(.save(before: before, path: path, after: after, isOver: isOver))
    } else {
      entries.append(.text(before.isEmpty && after.isEmpty ? text : before + text + after))
    }
  }

  /// Notes that a file is saved once more: what earlier statements of the script save there, finds the
  /// text of the last when it runs again. Whether there are such.
  private mutating func markSaved(_ path: String) -> Bool {
    var isSaved = false
    for index in entries.indices {
      guard case .save(let before, path, let after, let isOver) = entries[index] else { continue }
      isSaved = true
      guard !isOver else { continue }
      entries[index] = .save(before: before, path: path, after: after, isOver: true)
      revisions += 1
    }
    return isSaved
  }

  /// The comments behind a statement that do not stand inside it already.
  private static func commentsBehind(_ statement: StatementText, _ text: String) -> String? {
    guard let all = statement.trailing else { return nil }
    guard text.contains("#"),
      let inner = Script(SourceText(name: "", text: text)).statements.first?.trailing
    else { return all }
    return inner == all ? nil : String(all.dropFirst(inner.count + 1))
  }

  /// The lines of the entries from a number on, for a script at a path, and the files that stand
  /// beside it. `folder` is where relative paths begin.
  func script(
    from start: Int, at path: String, folder: String
  ) -> (lines: String, files: [(path: String, bytes: [UInt8])]) {
    var lines = ""
    var files: [(String, [UInt8])] = []
    for (index, entry) in entries.enumerated().dropFirst(start) {
      switch entry {
      case .text(let text): lines += text + "\n"
      case .file(let before, let name, let after):
        let seen = Transcript.path(name, from: path, folder: folder)
        lines += before + Transcript.name(seen) + after + "\n"
      case .save(let before, let name, let after, let isOver):
        let option = isOver ? " --over" : ""
        lines += "\(before)save \(Transcript.name(name))\(option)\(after)\n"
      case .edited(let word, let bytes):
        let name = "\(path).edit-\(index + 1).park"
        files.append((name, bytes))
        let seen = Transcript.path(name, from: path, folder: folder)
        lines += "\(word) \(Transcript.name(seen))\n"
      }
    }
    return (lines, files)
  }

  /// A path as a script at another path has to name it: relative where it lies beside or below the
  /// script, else from the root, which stays right however folders are linked.
  static func path(_ path: String, from script: String, folder: String) -> String {
    let home = ScriptFile.folder(of: script)
    guard !path.hasPrefix("/"), path != "-", !home.isEmpty else {
      let beside = home.isEmpty ? folder : home
      return path.hasPrefix(beside + "/") ? String(path.dropFirst(beside.count + 1)) : path
    }
    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }
    let (target, base) = (absolute(path), absolute(home) + "/")
    return target.hasPrefix(base) ? String(target.dropFirst(base.count)) : target
  }

  /// A file's name as a statement takes it.
  private static func name(_ path: String) -> String {
    let isBare = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || "._-/".utf8.contains(byte)
    }
    return isBare && !path.hasPrefix("-") && !path.isEmpty ? path : quoted(path)
  }
}

/// The file that a session is written to as it goes.
struct Recording: Sendable {
  let path: String
  /// Entries that are in the file.
  var written = 0
  /// Whether the file is to be written anew.
  var isNew = true
  /// The transcript's revisions that are in the file.
  var revisions = 0
}

extension Session {
  /// Brings the file of `record` up to date. An error ends the recording.
  mutating func writeRecording() throws(Diagnostic) {
    guard var recording, !isSilent else { return }
    if recording.revisions != transcript.revisions {
      recording = Recording(path: recording.path)
      recording.revisions = transcript.revisions
    }
    let (lines, others) = transcript.script(
      from: recording.written, at: recording.path, folder: currentFolder)
    do throws(Diagnostic) {
      for other in others { try files.write(other.path, other.bytes) }
      if recording.isNew {
        try files.write(recording.path, Array(lines.utf8))
      } else if !lines.isEmpty {
        try files.append(recording.path, Array(lines.utf8))
      }
    } catch {
      // What was only interrupted is written with the next statement.
      if error.exit != .interrupted { self.recording = nil }
      throw error
    }
    recording.written = transcript.entries.count
    recording.isNew = false
    self.recording = recording
  }
}
