import Diagnostics
import Language
import ParkModel
import Testing

/// A script laid out as `fmt` does; nil where it does not read.
func formatted(_ text: String) -> String? {
  let source = SourceText(name: "test", text: text)
  let outcome = ScriptFormatter.format(source) { (word, _) throws(Diagnostic) in
    StatementReader.shape(of: word) ?? .expressions
  }
  guard case .text(let text) = outcome else { return nil }
  return text
}

/// What of a script may not change: its words, numbers, marks and texts, without commas, which may
/// stand behind the last of a list, and its comments.
private func substance(_ text: String) -> (tokens: [String], comments: [String]) {
  let source = SourceText(name: "test", text: text)
  var tokens: [String] = []
  var comments: [String] = []
  for token in Lexer.tokens(of: source).tokens {
    switch token.kind {
    case .comment:
      var comment = token.text(in: source)
      while comment.last?.isWhitespace == true { comment.removeLast() }
      comments.append(comment)
    case .end: continue
    case .text:
      // Quotes of any width, and a `\` that may be written twice: what the text says.
      var inner = source.text(in: token.span).unicodeScalars
      let isWide = inner.removeFirst() != "\""
      inner.removeLast()
      tokens.append("\"" + unescaped(String(inner), isWide: isWide))
    default: if !token.isMark(",") { tokens.append(token.text(in: source)) }
    }
  }
  return (tokens, comments)
}

/// Records the first token in which two scripts differ.
private func expectSame(_ found: [String], _ expected: [String], _ what: String) {
  guard found != expected else { return }
  let index = zip(found, expected).prefix { $0 == $1 }.count
  Issue.record(
    "\(what): \(found.dropFirst(max(0, index - 4)).prefix(8)) for \(expected.dropFirst(max(0, index - 4)).prefix(8))"
  )
}

/// A script of statements that each go through, and its scenario.
private func generated(_ seed: UInt64) -> (text: String, scenario: Scenario) {
  var writer = StatementWriter(seed: seed)
  var made = Scenario()
  var text = ""
  for _ in 0..<40 {
    let statement = writer.statement(in: made)
    var next = made
    guard (try? run(statement, in: &next)) != nil else { continue }
    made = next
    text += statement
  }
  return (text, made)
}

@Test(
  "laying out changes no word, no text and no comment, and doing it twice is once",
  arguments: 1...200)
func layoutKeepsSubstance(seed: UInt64) throws {
  let (plain, made) = generated(seed)
  // Some statements go on in a second line.
  let text = plain.replacing(" park=", with: " \\\n park=").replacing(" gdp=", with: "\\\r\n  gdp=")
  let once = try #require(formatted(text), "seed \(seed)")
  #expect(formatted(once) == once, "seed \(seed)")
  let (tokens, comments) = substance(text)
  expectSame(substance(once).tokens, tokens, "words, seed \(seed)")
  expectSame(substance(once).comments, comments, "comments, seed \(seed)")
  // And it means the same.
  var again = Scenario()
  try run(once, in: &again)
  #expect(picture(again) == picture(made), "seed \(seed)")
}

@Test("a saved scenario is laid out already", arguments: 1...200)
func savedIsLaidOut(seed: UInt64) {
  let saved = generated(seed).scenario.script
  #expect(formatted(saved) == saved, "seed \(seed)")
}

@Test("laying out takes time in proportion to the script")
func layoutIsLinear() {
  func script(_ lines: Int) -> String {
    (0..<lines).map {
      "firm f\($0) park=p sector=toys arrives=\(2020 + $0 % 20) jobs=\($0 % 300)\n"
    }
    .joined()
  }
  /// The shortest of three tries.
  func time(_ lines: Int) -> Duration {
    let text = script(lines)
    return (0..<3).map { _ in ContinuousClock().measure { _ = formatted(text) } }.min() ?? .zero
  }
  // Ten times the lines in at most thirty times the time; a square would take a hundred.
  #expect(time(10_000) < time(1_000) * 30)
}
