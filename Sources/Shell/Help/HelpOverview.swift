import Diagnostics

/// The first page of `help`: all commands by what they are for. It fits a screen of 24 rows and 80
/// columns, its prompt included.
enum HelpOverview {
  /// The columns of the names of groups.
  private static let margin = 24

  /// The page for a terminal so wide; narrow ones have the names below each other.
  static func page(_ width: Int?, _ wording: Wording?) -> String {
    let width = min(width ?? 80, 80) - 1
    let subject: Sentence =
      "Parkline projects what an industrial park brings: tax, jobs, investment."
    func words(_ text: Sentence) -> [String] {
      text.text(wording).split(separator: " ").map(String.init)
    }
    var text =
      HelpTopics.wrapped(subject.text(wording), to: width).map { $0 + "\n" }.joined() + "\n"
    for group in Command.Group.allCases {
      var names = CommandTable.rows.filter { $0.group == group }.map(\.name)
      if group == .describe { names += CommandTable.declarations.map(\.name) }
      guard !names.isEmpty else { continue }
      text += entry(Sentence(verbatim: group.rawValue).text(wording), names.sorted(), width)
    }
    text += "\n"
    let topic: Sentence = "help TOPIC"
    let list: Sentence = "help LIST"
    text += entry(
      topic.text(wording), words("a command, kind, attribute, metric or unit"), width)
    text += entry(list.text(wording), HelpTopics.lists.map(\.name), width)
    text += entry("Tab, Ctrl-C, Ctrl-D", words("complete, clear the line, end"), width)
    return text
  }

  /// A name and words behind it, in as many rows as they need.
  private static func entry(_ name: String, _ words: [String], _ width: Int) -> String {
    let isNarrow = width < margin * 2
    let indent = String(repeating: " ", count: isNarrow ? 2 : margin)
    var rows = [
      isNarrow ? name : name + String(repeating: " ", count: max(1, margin - displayWidth(name)))
    ]
    if isNarrow { rows.append(indent) }
    for word in words {
      let row = rows[rows.count - 1]
      let isFirst = row.last == " "
      if !isFirst, displayWidth(row) + 1 + displayWidth(word) > width {
        rows.append(indent + word)
      } else {
        rows[rows.count - 1] += isFirst ? word : " " + word
      }
    }
    return rows.map { $0 + "\n" }.joined()
  }
}
