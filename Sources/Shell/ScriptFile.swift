public import Diagnostics

/// Scripts on disk.
public enum ScriptFile {
  /// The text of a script. Throws where it cannot be read or is not UTF-8.
  ///
  /// Where carriage returns alone end the lines, as on the Macintosh once and in some exports, they
  /// are line breaks: otherwise a first line with a comment would be all there is.
  public static func read(_ path: String, _ files: Files) throws(Diagnostic) -> SourceText {
    var bytes = try files.read(path)
    try check(bytes, path)
    if !bytes.contains(UInt8(ascii: "\n")), bytes.contains(UInt8(ascii: "\r")) {
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
        bytes[index] = UInt8(ascii: "\n")
      }
    }
    return SourceText(name: path == "-" ? "standard input" : path, utf8: bytes)
  }

  /// Refuses bytes that are not UTF-8, and says where they stop being it.
  public static func check(_ bytes: [UInt8], _ name: String) throws(Diagnostic) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var line = 1
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      guard String(validating: bytes[start...offset], as: UTF8.self) != nil else { break }
      line += 1
      start = offset + 1
    }
    // The first byte of the line that begins no character.
    var broken = start
    while broken < bytes.count {
      let first = bytes[broken]
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      let end = broken + length
      guard end <= bytes.count, String(validating: bytes[broken..<end], as: UTF8.self) != nil else {
        break
      }
      broken = end
    }
    throw Diagnostic(
      "not-utf8", "`\(name)` is not UTF-8 text: line \(line) has other bytes",
      at: Location(SourceText(name: name, utf8: bytes), Span(broken, min(broken + 1, bytes.count))),
      help: ["save it as UTF-8"], exit: .file)
  }

  /// The folder of a path; empty for the one the program runs in.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
