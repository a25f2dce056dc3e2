import Diagnostics
import Language
import ParkModel

/// What people type by the habits of other programs, and what they meant.
enum Slips {
  /// The help for a statement with an error that has none, or that does not fit: the statement as it
  /// was meant; nil where nothing is sure enough.
  static func help(
    for statement: StatementText, _ problem: Diagnostic, _ session: Session
  ) -> [String]? {
    guard problem.location?.source === statement.source, statement.tokens.count <= 100 else {
      return nil
    }
    if problem.help.isEmpty, problem.slug == "syntax", let help = help(forCommand: statement) {
      return help
    }
    return SlipRepair(statement, session).repaired.map { ["write `\($0)`"] }
  }

  /// The help for a statement that begins with the word of another shell; nil for any other.
  static func help(forCommand statement: StatementText) -> [String]? {
    var text = Substring(statement.text)
    guard text.utf8.count <= 200 else { return nil }
    if text.hasPrefix("?") {
      let topic = text.drop { $0 == "?" || $0 == " " }
      return [topic.isEmpty ? "`help`" : "`help \(topic)`"]
    }
    while let first = text.first, ":\\./!".contains(first) { text.removeFirst() }
    if text.hasSuffix("!") { text.removeLast() }
    if text.hasSuffix("()") { text.removeLast(2) }
    switch text {
    case "bye", "end", "exit", "logout", "q", "qa", "quit", "wq", "x": return ["`quit`"]
    case "?", "h", "help", "man", "usage": return ["`help`"]
    case "cls", "clear": return ["press Ctrl-L"]
    case "dir", "ls": return ["`list`"]
    default: return nil
    }
  }
}
