import Diagnostics
import Language

/// Where the cursor is: the statement up to the word that it stands behind, and that word.
struct TypingPlace {
  /// The statement before the word.
  var context: StatementContext
  /// The word as far as it is typed; empty behind a space.
  var typed: String
  /// Whether a space stands before the word, or it begins the statement.
  var isSpaced: Bool
  /// Whether the word is a number without a unit.
  var isNumber: Bool
  /// The expression that the `in` right before the word puts into another unit.
  var converted: String?

  /// How many bytes before the cursor the word takes up.
  var length: Int { typed.utf8.count }

  /// Longer texts are read from a line break near their end on, UTF-8 bytes.
  private static let longest = 16 << 10

  /// The place behind a text; nil in a comment and in a quoted text that is no file's name.
  init?(behind text: String, in session: Session) {
    var bytes = Array(text.utf8)
    if bytes.count > TypingPlace.longest {
      bytes.removeFirst(bytes.count - TypingPlace.longest)
      bytes.removeFirst(bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count)
    }
    let source = SourceText(name: "prompt", utf8: bytes)
    var names = KnownNames(session)
    var tokens = Lexer.tokens(of: source).tokens[...]
    names.note(Array(tokens), in: source)
    tokens.removeLast()
    if let end = tokens.lastIndex(where: { $0.kind == .end }) { tokens = tokens[(end + 1)...] }
    if tokens.last?.kind == .comment { return nil }
    var start = TypingPlace.wordStart(tokens, bytes.count)
    var context = StatementContext(names)
    var index = tokens.startIndex
    while index < start {
      let before = context
      let count = context.take(tokens, at: index, in: source).count
      // A file's name is typed to its end.
      if before.isAtFile, index + count == tokens.endIndex,
        tokens.last?.touches(bytes.count) == true
      {
        context = before
        start = index
        break
      }
      index += count
    }
    let first = start < tokens.endIndex ? tokens[start] : nil
    // A text that is closed is complete, and one that is no file's name is the user's own.
    if let first, first.isText, !context.isAtFile || first.kind == .text { return nil }
    self.context = context
    typed = first.map { source.text(in: Span($0.span.lower, bytes.count)) } ?? ""
    isSpaced = first?.spaced ?? bytes.last?.isSpace ?? true
    isNumber = first?.kind == .number && start == tokens.endIndex - 1
    if context.before == .conversion {
      converted = TypingPlace.converted(tokens[..<start], in: source)
    }
  }

  /// The text from where the innermost expression begins to the `in` that ends some tokens.
  private static func converted(_ tokens: ArraySlice<Token>, in source: SourceText) -> String? {
    // Behind the command, and behind each bracket, comma and `=` that is open.
    var starts = [tokens.startIndex + 1]
    for (index, token) in tokens.enumerated() {
      let next = tokens.startIndex + index + 1
      switch token.kind {
      case .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: "[")), .mark(UInt8(ascii: "{")):
        starts.append(next)
      case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")), .mark(UInt8(ascii: "}")):
        if starts.count > 1 { starts.removeLast() }
      case .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: "=")):
        starts[starts.count - 1] = next
      default: break
      }
    }
    guard let first = starts.last, first < tokens.endIndex - 1 else { return nil }
    return source.text(in: tokens[first].span.joined(tokens[tokens.endIndex - 2].span))
  }

  /// The first token of the word that the text ends with, or the end of all tokens.
  private static func wordStart(_ tokens: ArraySlice<Token>, _ end: Int) -> Int {
    guard let last = tokens.last, last.touches(end) else { return tokens.endIndex }
    var start = tokens.endIndex - 1
    switch last.kind {
    case .word, .number, .date, .openText: break
    case .mark:
      // `no-` and `tax.` go on with a word; `--` begins an option.
      let joins = last.isMark("-") || last.isMark(".")
      if joins, !last.spaced, start > tokens.startIndex, tokens[start - 1].kind == .word {
        start -= 1
      } else if !last.isMark("-") {
        return tokens.endIndex
      }
    default: return tokens.endIndex
    }
    while start >= tokens.startIndex + 2, tokens[start].kind == .word, !tokens[start].spaced,
      tokens[start - 1].isMark("."), !tokens[start - 1].spaced, tokens[start - 2].kind == .word
    {
      start -= 2
    }
    while start > tokens.startIndex, tokens[start - 1].isMark("-"), !tokens[start].spaced,
      tokens[start].kind == .word || tokens[start].isMark("-")
    {
      start -= 1
    }
    return start
  }
}

extension Token {
  /// Whether it ends where the text does.
  fileprivate func touches(_ end: Int) -> Bool { span.upper == end }

  fileprivate var isText: Bool { kind == .text || kind == .openText }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
}
