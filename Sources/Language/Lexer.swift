public import Diagnostics
import Quantities

/// Cuts a source into tokens. Total: every text has tokens, and none stops it.
///
/// Line breaks inside open brackets and after a trailing `\` are white space; elsewhere they end
/// the statement, as `;` does.
public struct Lexer {
  let source: SourceText
  var position = 0
  var depth = 0
  private var spaced = true
  private var tokens: [Token] = []
  /// Whether the text ends inside brackets, a quoted text or after a trailing `\`.
  private var unfinished = false
  /// Bytes of the quote that nothing closes; nil where none is open.
  private var openQuote: Int?
  /// The first word of the statement at hand, and its last token so far; nil before them.
  var (beginning, last): (Token?, Token?) = (nil, nil)
  /// How many tokens the statement has so far.
  var count = 0

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The tokens of a source, and whether it ends in the middle of a statement; only the first of them
  /// where `stop` asks meanwhile.
  public static func tokens(
    of source: SourceText, stop: StopSignal = StopSignal()
  ) -> (tokens: [Token], unfinished: Bool) {
    var tokens: [Token] = []
    tokens.reserveCapacity(source.utf8.count / 4)
    let unfinished = each(of: source, stop: stop) { tokens.append($0) }
    return (tokens, unfinished)
  }

  /// The same one after another, so that they need not all be held; whether the source ends in the
  /// middle of a statement. It begins at an offset at which a statement does.
  static func each(
    of source: SourceText, from start: Int = 0, stop: StopSignal = StopSignal(),
    _ body: (Token) -> Void
  ) -> Bool {
    var lexer = Lexer(source)
    lexer.position = start
    var count = 0
    while let (scalar, length) = lexer.scalar(at: lexer.position) {
      if count & 0xFFF == 0, stop.isAsked { break }
      lexer.take(scalar, length)
      count += 1
      for token in lexer.tokens { body(token) }
      lexer.tokens.removeAll(keepingCapacity: true)
    }
    lexer.append(.end, from: lexer.position)
    for token in lexer.tokens { body(token) }
    return lexer.unfinished || lexer.depth > 0
  }

  /// What lines have left open, so that a statement in thousands of lines is not cut into tokens anew
  /// with each of them.
  public struct OpenLines: Sendable {
    private var depth = 0
    private var quote: Int?
    private var goesOn = false
    /// Whether there is more in them than comments and white space.
    public private(set) var hasStatement = false

    public init() {}

    /// Whether the next line belongs to the same statement.
    public var isUnfinished: Bool { depth > 0 || quote != nil || goesOn }

    /// Takes the next line, without its line break.
    public mutating func add(_ line: String) {
      var lexer = Lexer(SourceText(name: "", text: line + "\n"))
      lexer.depth = depth
      if let quote { lexer.closeText(quote, from: 0) }
      while let (scalar, length) = lexer.scalar(at: lexer.position) { lexer.take(scalar, length) }
      depth = lexer.depth
      quote = lexer.openQuote
      goesOn = lexer.unfinished && quote == nil
      hasStatement =
        hasStatement || lexer.tokens.contains { $0.kind != .comment && $0.kind != .end }
    }
  }

  // MARK: Characters

  /// The scalar at an offset and its length in bytes; nil at the end. A broken byte is U+FFFD.
  private func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    let utf8 = source.utf8
    guard offset < utf8.count else { return nil }
    let first = utf8[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, first <= 0xF4, offset + length <= utf8.count else {
      return ("\u{FFFD}", 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = utf8[offset + index]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // A scalar in more bytes than it needs is broken too, else it could hide a quote.
    guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == length else {
      return ("\u{FFFD}", 1)
    }
    return (scalar, length)
  }

  func narrowScalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    guard let (found, length) = scalar(at: offset) else { return nil }
    return (length == 1 ? found : narrowed(found), length)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0..<0x80, 0xFFFD: false
    default: scalar.properties.isAlphabetic
    }
  }

  static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if isDigit(scalar) || beginsWord(scalar) { return true }
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  // MARK: Tokens

  private mutating func take(_ found: Unicode.Scalar, _ length: Int) {
    let start = position
    let scalar = length == 1 ? found : narrowed(found)
    switch scalar {
    case " ", "\t", "\r", "\u{A0}", "\u{200B}", "\u{2060}", "\u{FEFF}":
      position += length
      spaced = true
    case "\n":
      position += length
      if depth == 0 { append(.end, from: start) }
      spaced = true
    case "\\":
      takeBackslash()
    case "#":
      while position < source.utf8.count, source.utf8[position] != UInt8(ascii: "\n") {
        position += 1
      }
      append(.comment, from: start)
    case "\"":
      takeText(length)
    case "0"..."9":
      takeNumber()
    default:
      if Lexer.beginsWord(scalar) { takeWord() } else { takeMark(scalar, length) }
    }
  }

  /// A `\` before a line break joins the lines.
  private mutating func takeBackslash() {
    let start = position
    var next = position + 1
    while let (scalar, length) = scalar(at: next), " \t\r".unicodeScalars.contains(scalar) {
      next += length
    }
    guard let (scalar, length) = scalar(at: next) else {
      position = next
      unfinished = true
      return
    }
    if scalar == "\n" {
      position = next + length
      spaced = true
      if position >= source.utf8.count { unfinished = true }
    } else {
      position += 1
      append(.stray, from: start)
    }
  }

  /// A text opened by `"` is closed by `"` alone, so that “these” may stand inside; one opened by
  /// a full-width quote is closed by any.
  private mutating func takeText(_ quote: Int) {
    let start = position
    position += quote
    closeText(quote, from: start)
  }

  private mutating func closeText(_ quote: Int, from start: Int) {
    while let (scalar, length) = scalar(at: position) {
      position += length
      if scalar == "\\" {
        position += self.scalar(at: position)?.1 ?? 0
      } else if scalar == "\"" || quote > 1 && narrowed(scalar) == "\"" {
        append(.text, from: start)
        return
      }
    }
    unfinished = true
    openQuote = quote
    append(.openText, from: start)
  }

  private mutating func takeWord() {
    let start = position
    var wide = false
    while let (scalar, length) = narrowScalar(at: position) {
      if Lexer.continuesWord(scalar) {
        wide = wide || (length > 1 && scalar.isASCII)
        position += length
      } else if scalar == "-", position > start,
        let (next, _) = narrowScalar(at: position + length), Lexer.continuesWord(next)
      {
        wide = wide || length > 1
        position += length
      } else {
        break
      }
    }
    if source.utf8[start] >= 0xE3, takeChinese(from: start) { return }
    append(.word, from: start, wide: wide)
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar, _ length: Int) {
    let start = position
    position += length
    let next = narrowScalar(at: position)
    switch scalar {
    case "(", "[", "{":
      depth += 1
    case ")", "]", "}":
      depth = max(0, depth - 1)
    case ";":
      append(.end, from: start)
      spaced = true
      return
    case ".":
      if let (following, width) = next, following == "." {
        position += width
        append(.range, from: start, wide: length + width > 2)
        return
      }
    case "<", ">", "=", "!":
      if let (following, width) = next, following == "=" {
        position += width
        append(.comparison, from: start, wide: length + width > 2)
        return
      }
      if scalar == "!" {
        append(.stray, from: start)
        return
      }
      if scalar != "=" {
        append(.comparison, from: start, wide: length > 1)
        return
      }
    case ",", ":", "+", "-", "*", "/", "^", "%": break
    default:
      append(.stray, from: start)
      return
    }
    append(.mark(UInt8(truncatingIfNeeded: scalar.value)), from: start, wide: length > 1)
  }

  mutating func append(
    _ kind: Token.Kind, from start: Int, wide: Bool = false, english: UInt16 = 0
  ) {
    let token = Token(
      kind: kind, span: Span(start, position), spaced: spaced, wide: wide, english: english)
    tokens.append(token)
    spaced = false
    switch kind {
    case .comment: break
    case .end: (beginning, last, count) = (nil, nil, 0)
    default: (beginning, last, count) = (beginning ?? token, token, count + 1)
    }
  }
}
