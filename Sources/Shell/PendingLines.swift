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

  /// Adds a line, or the lines of a paste; the statements, once they are complete.
  mutating func add(_ next: String) -> Script? {
    // A paste may be of several lines.
    var goesOn = !text.isEmpty
    for line in next.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = isUnfinished ? withoutMargin(line) : PendingLines.withoutPrompt(line)
      if goesOn { text += "\n" }
      goesOn = true
      text += line
      open.add(String(line))
    }
    guard !isUnfinished, open.hasStatement else { return nil }
    let script = Script(SourceText(name: name, text: text, firstLine: line))
    complete = text
    drop()
    return script
  }

  /// A line without the prompt that stood before it where it was copied: `parkline> ` or
  /// `parkline no-rail 2026> `. No statement begins like that.
  private static func withoutPrompt(_ line: Substring) -> Substring {
    guard line.hasPrefix("parkline"), let end = line.firstIndex(of: ">") else { return line }
    let place = line[..<end].dropFirst("parkline".count)
    guard place.isEmpty || place.hasPrefix(" "), !place.contains(where: { "\"#=".contains($0) })
    else { return line }
    let rest = line[line.index(after: end)...]
    guard rest.isEmpty || rest.hasPrefix(" ") else { return line }
    return rest.dropFirst()
  }

  /// A line that goes on with a statement, without the margin that stood before it where it was copied:
  /// dots and what is open, at least as wide as `parkline>`, and a blank.
  private func withoutMargin(_ line: Substring) -> Substring {
    guard line.first == "." else { return line }
    let marks = openMarks
    let margin = line.prefix { $0 != " " }
    guard margin.count >= PendingLines.narrowest, margin.hasSuffix(marks),
      margin.dropLast(marks.count).allSatisfy({ $0 == "." })
    else { return line }
    return line.dropFirst(margin.count).dropFirst()
  }

  /// The columns of the margin behind the plain prompt.
  private static let narrowest = "parkline>".count

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
