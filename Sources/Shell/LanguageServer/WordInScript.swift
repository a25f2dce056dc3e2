import Diagnostics
import Language
import ParkModel

/// A word of a script with what it is for.
struct WordInScript {
  /// The statement up to the word, and with it.
  var before: StatementContext
  var context: StatementContext
  var role: StatementContext.Role
  var tokens: ArraySlice<Token>

  /// Every word of a statement.
  static func words(of statement: StatementText, _ session: Session) -> [WordInScript] {
    var names = KnownNames(session)
    names.note(statement.tokens, in: statement.source)
    var context = StatementContext(names)
    var found: [WordInScript] = []
    var index = 0
    let tokens = statement.tokens[...]
    while index < tokens.endIndex {
      let before = context
      let (role, count) = context.take(tokens, at: index, in: statement.source)
      let end = min(index + max(1, count), tokens.endIndex)
      found.append(
        WordInScript(before: before, context: context, role: role, tokens: tokens[index..<end]))
      index = end
    }
    return found
  }

  /// The word at an offset, or right before it; nil where none is.
  static func at(_ offset: Int, in reading: ScriptReading) -> WordInScript? {
    guard let statement = reading.firstStatement(where: { $0.span.upper >= offset }),
      statement.span.lower <= offset
    else { return nil }
    let words = words(of: statement, reading.session)
    return words.first { $0.span.lower <= offset && offset < $0.span.upper }
      ?? words.last { $0.span.upper == offset }
  }

  var span: Span {
    guard let first = tokens.first, let last = tokens.last else { return Span(0, 0) }
    return first.span.joined(last.span)
  }

  /// What stands there, dots between its parts.
  var path: [String] {
    switch role {
    case .operand(let path): path
    case .argument(_, let word): word.split(separator: ".").map(String.init)
    case .newName(let word), .branch(let word), .attribute(let word), .unit(let word),
      .command(let word), .function(let word):
      [word]
    default: []
    }
  }

  /// The part that an offset is in, by its place in `path`.
  func part(at offset: Int) -> Int {
    tokens.filter { $0.kind == .word && $0.span.upper < offset }.count
  }

  // MARK: Names

  /// The thing that it names, and the token that has its name; nil where it names none.
  func named(in session: Session) -> (entity: Declaration, token: Token)? {
    guard let first = tokens.first else { return nil }
    func thing(_ name: String, _ token: Token) -> (Declaration, Token)? {
      session.scenario.entity(named: name).map { ($0, token) }
    }
    switch role {
    case .newName(let name): return thing(name, first)
    case .unit(let name):
      return thing(name, first).flatMap { $0.0.kind == .unit ? $0 : nil }
    case .attribute(let name):
      // What is assumed is an input by its name.
      guard context.row?.signature.settingsOfInputs.isEmpty == false else { return nil }
      return thing(name, first).flatMap { $0.0.kind == .assume ? $0 : nil }
    case .argument, .operand:
      let path = path
      if path.count == 2, path[0] == "tax", let last = tokens.last,
        let tax = thing(path[1], last), tax.0.kind == .tax
      {
        return tax
      }
      guard let name = path.first, !isWord(name) else { return nil }
      return thing(name, first)
    default: return nil
    }
  }

  /// Whether a word is one that the attribute at hand knows, and so the name of nothing.
  private func isWord(_ word: String) -> Bool {
    if case .argument = role { return false }
    guard let row = before.attributeRow else {
      return before.ownAttribute?.choices.contains(word) ?? false
    }
    switch row.form {
    case .choice, .statistics, .text: return true
    case .taxBase: return TaxBase.words.contains { $0.0 == word }
    default: return false
    }
  }
}
