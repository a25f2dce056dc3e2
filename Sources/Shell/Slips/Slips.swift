import Diagnostics
import Language
import ParkModel

/// What people type by the habits of other programs, and what they meant.
enum Slips {
  /// The help for a statement with an error that has none, or that does not fit: the statement as it
  /// was meant; nil where nothing is sure enough.
  static func help(
    for statement: StatementText, _ problem: Diagnostic, _ session: Session
  ) -> [Sentence]? {
    guard problem.location?.source === statement.source, statement.tokens.count <= 100 else {
      return nil
    }
    if problem.slug != "expectation", let help = help(forCommand: statement) {
      return help
    }
    if let rest = declaration(behindNew: statement) { return ["write `\(rest)`"] }
    if problem.slug == "unknown-name", problem.help.isEmpty,
      let library = libraryTax(in: statement, session)
    {
      return library
    }
    if let help = CurrencySlips.help(for: problem, session.scenario.units) { return help }
    // What has its own way out is not guessed at, nor what would be run many times for it.
    guard !SlipRepair.settled.contains(problem.slug), !saysChange(statement),
      !manyRuns.contains(statement.tokens.first.map { $0.text(in: statement.source) } ?? "")
    else { return nil }
    return SlipRepair(statement, session).repaired.map { ["write `\($0)`"] }
  }

  /// `new park west area=10ha`: the statement behind the word, which asks questions by itself.
  private static func declaration(behindNew statement: StatementText) -> String? {
    guard CommandTable.command(of: statement)?.name == New.row.name, statement.tokens.count > 2,
      EntityKind(rawValue: statement.tokens[1].text(in: statement.source)) != nil
    else { return nil }
    return statement.source.text(
      in: Span(statement.tokens[1].span.lower, statement.span.upper))
  }

  private static let manyRuns: Set<String> = ["bridge", "goal", "sweep", "switching"]

  /// Whether a value is said by how it differs: without its `+` it would be another.
  private static func saysChange(_ statement: StatementText) -> Bool {
    statement.tokens.first?.text(in: statement.source) == SetCommand.row.name
      && zip(statement.tokens, statement.tokens.dropFirst()).contains { first, second in
        first.isMark("=") && second.isMark("+")
      }
  }

  /// `set tax.vat rate=3%` before `use`: what a library has under a tax's name.
  private static func libraryTax(in statement: StatementText, _ session: Session) -> [Sentence]? {
    let pieces = SlipRepair.pieces(of: statement)
    for index in pieces.indices.dropFirst(2)
    where pieces[index - 1].isMark(".") && pieces[index - 2].text == "tax" {
      let help = Library.help(for: pieces[index].text, .tax, in: session.scenario)
      if !help.isEmpty { return help }
    }
    return nil
  }

  /// The help for a statement whose first word begins none.
  static func help(forUnknown statement: StatementText, _ session: Session) -> [Sentence]? {
    if let help = help(forCommand: statement) { return help }
    guard statement.tokens.count <= 100 else { return nil }
    return SlipRepair(statement, session).repaired.map { ["write `\($0)`"] }
  }

  /// The help for a statement that begins with the word of another shell; nil for any other.
  static func help(forCommand statement: StatementText) -> [Sentence]? {
    var text = Substring(statement.text)
    guard text.utf8.count <= 200 else { return nil }
    if text.hasPrefix("?") {
      let topic = text.drop { $0 == "?" || $0 == " " }
      return [topic.isEmpty ? "`help`" : "`help \(topic)`"]
    }
    for option in [" --help", " -h", " help"] where text.hasSuffix(option) {
      let word = String(text.dropLast(option.count))
      return CommandTable.command(named: word).map { ["`help \($0.name)`"] }
    }
    while let first = text.first, ":\\./!".contains(first) { text.removeFirst() }
    if text.hasSuffix("!") { text.removeLast() }
    if text.hasSuffix("()") { text.removeLast(2) }
    switch text.lowercased() {
    case "bye", "end", "exit", "logout", "q", "qa", "quit", "wq", "x", "退出": return ["`quit`"]
    case "?", "h", "help", "man", "usage", "帮助": return ["`help`"]
    case "cls", "clear": return ["press Ctrl-L"]
    case "dir", "ls", "列表": return ["`list`"]
    default: return nil
    }
  }
}
