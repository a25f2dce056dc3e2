import Diagnostics
import Language

/// A piece of a text being typed, and what it is.
public struct Highlight: Sendable, Equatable {
  /// UTF-8 bytes of the text.
  public var range: Range<Int>
  public var style: HighlightStyle
}

/// What a piece of a text can be.
public enum HighlightStyle: Sendable, Equatable {
  case command, kind, attribute, name, number, unit, string, comment, function, metric, keyword
  /// What cannot be right.
  case error
}

/// What the words of a text are, as far as they are known. Never fails.
///
/// A word is an error once it cannot become one that is known: at the end of the text, where it may
/// still grow, only when no known word begins with it.
enum Highlighting {
  /// Longer texts are coloured at their end alone, UTF-8 bytes: what is pasted and what is typed
  /// behind it.
  static let longest = 8 << 10
  /// What is coloured of a longer one, UTF-8 bytes at most.
  private static let end = 4 << 10

  static func highlights(of text: String, in session: Session) -> [Highlight] {
    let utf8 = text.utf8
    var names = KnownNames(session)
    var offset = 0
    var bytes: [UInt8]
    if utf8.count > longest {
      names.giveUp()
      bytes = Array(utf8.suffix(end))
      let start = statementStart(in: bytes)
      bytes.removeFirst(start)
      offset = utf8.count - bytes.count
    } else {
      bytes = Array(utf8)
    }
    let source = SourceText(name: "prompt", utf8: bytes)
    let tokens = Lexer.tokens(of: source).tokens
    names.note(tokens, in: source)
    var found: [Highlight] = []
    found.reserveCapacity(tokens.count)
    var context = StatementContext(names)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard token.kind != .end else {
        context = StatementContext(names)
        index += 1
        continue
      }
      let before = context
      let (role, count) = context.take(tokens[...], at: index, in: source)
      let last = tokens[index + count - 1]
      let word = WordAtHand(
        context: context, before: before,
        isFinished: !isAtEnd(last, tokens, index + count, bytes.count))
      if let style = word.style(of: role, token) {
        found.append(
          Highlight(
            range: token.span.lower + offset..<last.span.upper + offset, style: style))
      }
      index += count
    }
    return found
  }

  /// Whether a word may still grow: nothing stands behind it, or only the mark that joins its next
  /// part, as in `land.` and `no-`.
  private static func isAtEnd(
    _ last: Token, _ tokens: [Token], _ next: Int, _ end: Int
  ) -> Bool {
    if last.span.upper == end { return true }
    guard next < tokens.count, tokens[next].span.upper == end, !tokens[next].spaced else {
      return false
    }
    return tokens[next].isMark(".") || tokens[next].isMark("-")
  }

  /// The first line behind the beginning of a cut text that begins a statement: a line that has a
  /// command in its first column. The end of the text where there is none.
  private static func statementStart(in bytes: [UInt8]) -> Int {
    var line = bytes.startIndex
    while let newline = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) {
      line = newline + 1
      let word = bytes[line...].prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
      if CommandTable.command(named: String(decoding: word, as: UTF8.self)) != nil { return line }
    }
    return bytes.count
  }
}
