import Diagnostics
import Language

/// Lines that do not make a statement yet.
struct PendingLines {
  let name: String
  private var text = ""
  private var line = 1
  private var open = Lexer.OpenLines()
  /// The statements that were complete last, as they came.
  private(set) var complete = ""

  init(name: String) {
    self.name = name
  }

  /// The number of the line that comes next.
  var nextLine: Int { text.isEmpty ? line : line + text.utf8.count { $0 == 10 } + 1 }

  /// Whether the next line goes on with a statement.
  var isUnfinished: Bool { open.isUnfinished }

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
    let next = isUnfinished ? next : PendingLines.withoutPrompts(next)
    if !text.isEmpty { text += "\n" }
    text += next
    // A paste may be of several lines.
    for line in next.split(separator: "\n", omittingEmptySubsequences: false) {
      open.add(String(line))
    }
    guard !isUnfinished, open.hasStatement else { return nil }
    let script = Script(SourceText(name: name, text: text, firstLine: line))
    complete = text
    drop()
    return script
  }

  /// Longer texts are not looked through for what is open, UTF-8 bytes.
  private static let longest = 8 << 10

  /// The brackets and quotes that are open.
  var openMarks: String {
    guard text.utf8.count <= PendingLines.longest else { return "" }
    return OpenMarks(text + "\n").atLineBreaks.last ?? ""
  }

  /// What is left at the end.
  var rest: Script { Script(SourceText(name: name, text: text, firstLine: line)) }

  mutating func drop() {
    line += text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    text = ""
    open = Lexer.OpenLines()
  }
}
