public import Diagnostics
import Glibc

/// A program of the user's in which they edit a text: `$VISUAL`, else `$EDITOR`, else `vi`.
public struct ExternalEditor: Sendable {
  /// What the user calls it, arguments and all, as a shell reads it.
  let command: String
  /// Where the file is put.
  let folder: String

  /// The editor that the environment names.
  public init(environment: (String) -> String?) {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    // Where the terminal cannot move its cursor, `$VISUAL` is of no use.
    let visual = value("TERM") == "dumb" ? nil : value("VISUAL")
    command = visual ?? value("EDITOR") ?? "vi"
    folder = value("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }

  /// Why a text was not edited, in a sentence.
  public struct Problem: Error, Sendable, Equatable {
    public let message: Sentence
    /// What to do about it.
    public var help: Sentence?
  }

  /// Lets the user edit `text` in a file, and waits for the end of it; the path of the file, which the
  /// caller removes, or nil when the user gave up: the program ended with an error of its own.
  ///
  /// The terminal must be as it was before any line was edited. The file is for its owner only and
  /// its name ends in `.park`. Throws where there is no place for the file or no such program.
  public func edit(_ text: String) throws(Problem) -> String? {
    let path = try write(text)
    var isWanted = false
    defer { if !isWanted { unlink(path) } }
    isWanted = try edit(kept: path) != nil
    return isWanted ? path : nil
  }

  /// The same with a file that is there already, and stays there whatever happens.
  public func edit(kept path: String) throws(Problem) -> String? {
    let status = try run(on: path)
    if status == 127 {
      throw Problem(message: "there is no editor `\(command)`", help: Self.otherEditor)
    }
    return status == 0 ? path : nil
  }

  /// The same, and the text that the file holds afterwards; the file is gone then.
  public func editedText(_ text: String) throws(Problem) -> String? {
    guard let path = try edit(text) else { return nil }
    defer { unlink(path) }
    guard let bytes = Self.bytes(of: path) else {
      throw Problem(message: "what was edited cannot be read: \(Self.reason)")
    }
    guard var edited = String(validating: bytes, as: UTF8.self) else {
      throw Problem(message: "what was edited is not UTF-8 text")
    }
    // Editors end the last line.
    while edited.last == "\n" { edited.removeLast() }
    return edited
  }

  // MARK: The file

  private func write(_ text: String) throws(Problem) -> String {
    let blanks = String(repeating: "X", count: 6)
    var name = Array("\(folder)/parkline-\(blanks).park".utf8CString)
    let descriptor = mkstemps(&name, 5)
    guard descriptor >= 0 else {
      throw Problem(
        message: "there is no place for the text in `\(folder)`: \(Self.reason)",
        help: "set `TMPDIR` to a folder that takes it, and start parkline again")
    }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var bytes = Array(text.utf8)[...]
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let problem = Problem(message: "`\(path)` cannot be written: \(Self.reason)")
        unlink(path)
        throw problem
      }
      bytes = bytes.dropFirst(count)
    }
    return path
  }

  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += part[..<count]
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }

  // MARK: The program

  /// Runs the editor through a shell, as Git does, so that it may have arguments; its exit status.
  private func run(on path: String) throws(Problem) -> Int32 {
    do throws(OutsideProgram.Problem) {
      return try OutsideProgram(
        words: ["/bin/sh", "-c", command + " \"$@\"", command, path]
      ).run()
    } catch {
      let reason = String(cString: strerror(error.code))
      throw Problem(message: "`\(command)` cannot be run: \(reason)", help: Self.otherEditor)
    }
  }

  private static let otherEditor: Sentence =
    "set `EDITOR` to the one to use, and start parkline again"
}
