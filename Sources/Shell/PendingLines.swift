import Diagnostics
import Language

/// Lines that do not make a statement yet.
struct PendingLines {
  let name: String
  private var text = ""
  private var line = 1
  private(set) var isUnfinished = false
  /// Whether the last line ended with a `\`.
  private var wentOn = false

  init(name: String) {
    self.name = name
  }

  /// The number of the line that comes next.
  var nextLine: Int { text.isEmpty ? line : line + text.utf8.count { $0 == 10 } + 1 }

  /// What waits, with one more line.
  func textWith(_ next: String) -> String {
    text.isEmpty ? PendingLines.withoutPrompts(next) : text + "\n" + next
  }

  /// A line, or the lines of a paste, without the prompts that stood before them where they were
  /// copied: `parkline> ` and `parkline no-rail 2026> `. No statement begins like that.
  private static func withoutPrompts(_ text: String) -> String {
    guard text.contains("parkline") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      guard line.hasPrefix("parkline"), let end = line.firstIndex(of: ">") else { return line }
      let place = line[..<end].dropFirst("parkline".count)
      guard place.isEmpty || place.hasPrefix(" "), !place.contains(where: { "\"#=".contains($0) })
      else { return line }
      let rest = line[line.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(" ") else { return line }
      return rest.dropFirst()
    }.joined(separator: "\n")
  }

  /// Adds a line; the statements, once they are complete.
  mutating func add(_ next: String) -> Script? {
    let before = isUnfinished
    let next = before ? next : PendingLines.withoutPrompts(next)
    text = textWith(next)
    // What cannot end a statement need not be cut into tokens again with all that waits.
    if before ? !mayClose(next) : mayWait(next) { return nil }
    let script = Script(SourceText(name: name, text: text, firstLine: line))
    isUnfinished = script.isUnfinished
    guard !isUnfinished, !script.statements.isEmpty else { return nil }
    drop()
    return script
  }

  /// Whether a line may close what is open: it has a bracket or a quote, or the line before it
  /// went on behind a `\`.
  private mutating func mayClose(_ line: String) -> Bool {
    defer { wentOn = line.hasSuffix("\\") }
    return wentOn || line.contains { ")]}\"）】］｝＂”“".contains($0) }
  }

  /// Longer texts are not looked through for what is open, UTF-8 bytes.
  private static let longest = 8 << 10

  /// The brackets and quotes that are open.
  var openMarks: String {
    guard text.utf8.count <= PendingLines.longest else { return "" }
    return OpenMarks(text + "\n").atLineBreaks.last ?? ""
  }

  /// Whether a line is empty or a comment, which waits for the next statement.
  private mutating func mayWait(_ line: String) -> Bool {
    wentOn = line.hasSuffix("\\")
    let first = line.first { !$0.isWhitespace }
    return first == nil || (first == "#" && !wentOn)
  }

  /// What is left at the end.
  var rest: Script { Script(SourceText(name: name, text: text, firstLine: line)) }

  mutating func drop() {
    line += text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    text = ""
    isUnfinished = false
  }
}
