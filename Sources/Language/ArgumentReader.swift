public import Diagnostics
public import Quantities

/// Reads the tokens of one statement from left to right.
///
/// A command asks it for what it takes next: a word, a name, a text, a file, an expression or an
/// attribute. Every reading either succeeds and moves on, or throws and says what was expected.
public struct ArgumentReader {
  public let source: SourceText
  /// The units that numbers may have.
  public let units: UnitScope
  var tokens: [Token]
  var index: Int
  /// Nesting of the expression being read.
  var depth = 0
  /// Whether `of` behind a figure names a branch, and not what a command takes behind it.
  public var takesBranches = true

  public init(_ statement: StatementText, units: UnitScope = UnitScope()) {
    source = statement.source
    self.units = units
    tokens = statement.tokens
    index = 0
  }

  /// The token that is read next; nil at the end.
  public var next: Token? { token(0) }

  public var isAtEnd: Bool { index >= tokens.count }

  func token(_ ahead: Int) -> Token? {
    index + ahead < tokens.count ? tokens[index + ahead] : nil
  }

  func text(_ token: Token) -> String { token.text(in: source) }

  public func location(_ span: Span) -> Location { Location(source, span) }

  /// The place of the statement's first word.
  public var start: Location { location(tokens.first?.span ?? Span(0, 0)) }

  /// The place of the next token, or just behind the last one.
  public var here: Location {
    if let next { return location(next.span) }
    let end = tokens.last?.span.upper ?? 0
    return location(Span(end, end))
  }

  // MARK: Words, names and texts

  /// The next token if it is a word, without reading it.
  public var peekedWord: String? {
    guard let next, next.kind == .word else { return nil }
    return text(next)
  }

  /// Reads a word where one stands that does not begin an attribute.
  public mutating func word() -> (text: String, span: Span)? {
    guard let next, next.kind == .word, !isAttributeAhead else { return nil }
    index += 1
    return (text(next), next.span)
  }

  /// Reads the name of an entity, or says that `what` is expected.
  public mutating func name(of what: String) throws(Diagnostic) -> (text: String, span: Span) {
    guard let word = word() else { throw .expected(what, at: here) }
    return word
  }

  /// Reads a name with dots: `smart.area`.
  public mutating func path(of what: String) throws(Diagnostic) -> (parts: [String], span: Span) {
    let first = try name(of: what)
    var parts = [first.text]
    var span = first.span
    while let dot = next, dot.isMark("."), !dot.spaced, let word = token(1), word.kind == .word,
      !word.spaced
    {
      parts.append(text(word))
      span = span.joined(word.span)
      index += 2
    }
    return (parts, span)
  }

  /// Reads the name that a definition gives, also where it touches the `=`: `g = 5%`, `g=5%`.
  public mutating func definedName() -> (text: String, span: Span)? {
    guard let next, next.kind == .word else { return nil }
    index += 1
    return (text(next), next.span)
  }

  /// Reads `= EXPRESSION` to the end of a definition.
  public mutating func definition() throws(Diagnostic) -> Expression {
    try definition(relative: false).value
  }

  /// The same, with a `+` before the value where it may say how much more than before it is.
  public mutating func definition(
    relative: Bool
  ) throws(Diagnostic) -> (value: Expression, isAdded: Bool) {
    guard let sign = next, sign.isMark("=") else { throw .expected("`=`", at: here) }
    index += 1
    let isAdded = relative && mark("+")
    return (try expression(), isAdded)
  }

  /// Reads a quoted text where one stands.
  public mutating func quotedText() throws(Diagnostic) -> (text: String, span: Span)? {
    guard let next else { return nil }
    if next.kind == .openText { throw .unclosedText(at: location(next.span)) }
    guard next.kind == .text else { return nil }
    index += 1
    return (unquoted(source.text(in: next.span)), next.span)
  }

  // MARK: Files, options and attributes

  /// Reads a file name: quoted, or bare of letters, digits and `. _ - /`.
  public mutating func file() throws(Diagnostic) -> (text: String, span: Span) {
    if let quoted = try quotedText() { return quoted }
    guard let first = next, !isOptionAhead else { throw .expected("a file name", at: here) }
    var span = first.span
    var length = 0
    while let token = token(length), length == 0 || !token.spaced, isFilePart(token) {
      span = span.joined(token.span)
      length += 1
    }
    guard length > 0 else { throw .expected("a file name", at: here) }
    index += length
    return (source.text(in: span), span)
  }

  private func isFilePart(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number, .date, .range: true
    case .mark(let byte): ".-/_".utf8.contains(byte)
    default: false
    }
  }

  /// Whether an attribute comes next: a word touching a single `=`.
  public var isAttributeAhead: Bool { isAttribute(at: 0) }

  func isAttribute(at ahead: Int) -> Bool {
    guard let word = token(ahead), word.kind == .word, let sign = token(ahead + 1) else {
      return false
    }
    return sign.isMark("=") && !sign.spaced
  }

  /// Whether an option such as `--raw` comes next.
  public var isOptionAhead: Bool {
    guard let first = next, first.isMark("-"), first.spaced, let second = token(1),
      second.isMark("-"), let word = token(2), word.kind == .word
    else { return false }
    return !second.spaced && !word.spaced
  }

  /// Reads an option where one stands: `--raw` gives `raw`.
  public mutating func option() throws(Diagnostic) -> (text: String, span: Span)? {
    guard isOptionAhead, let dashes = next, let word = token(2) else { return nil }
    index += 3
    return (text(word), dashes.span.joined(word.span))
  }

  /// Reads an attribute where one stands. Where it may say how it differs from what is written, a `+` may
  /// stand before the value.
  public mutating func attribute(relative: Bool = false) throws(Diagnostic) -> AttributeText? {
    guard isAttributeAhead, let word = next else { return nil }
    index += 2
    guard !isAtEnd, !isAttributeAhead else {
      throw .missingValue(of: text(word), at: here)
    }
    let isAdded = relative && mark("+")
    let value = try expression()
    return AttributeText(
      name: text(word), nameSpan: word.span, value: value, isAdded: isAdded)
  }

  /// Reads a comma where one stands.
  public mutating func comma() -> Bool { mark(",") }

  /// Reads a mark where it stands.
  public mutating func mark(_ mark: Unicode.Scalar) -> Bool {
    guard let next, next.isMark(mark) else { return false }
    index += 1
    return true
  }

  /// Says what is wrong with the rest, if anything is left.
  public func end() throws(Diagnostic) {
    guard let next else { return }
    throw .unexpected(describe(next), at: location(next.span))
  }

  /// A token in words, for a message.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .text, .openText: "this text"
    default: "`\(token.written(in: source))`"
    }
  }
}

/// An attribute as written.
public struct AttributeText: Sendable {
  public var name: String
  public var nameSpan: Span
  public var value: Expression
  /// Whether a `+` stands before it: it says how much more than before.
  public var isAdded = false

  /// From the name to the end of the value.
  public var span: Span { nameSpan.joined(value.span) }
}
