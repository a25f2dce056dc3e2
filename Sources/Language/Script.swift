public import Diagnostics

/// The tokens of one statement with the comments and blank lines around it.
public struct StatementText: Sendable {
  public let source: SourceText
  /// Its tokens, without comments and without the end.
  public var tokens: [Token] = []
  /// Whole-line comments before it, each with its `#`; an empty text is a blank line.
  public var leading: [String] = []
  /// A comment behind it on its line.
  public var trailing: String?

  public init(source: SourceText) {
    self.source = source
  }

  /// Adds a comment to those behind the statement.
  mutating func trail(_ comment: String) {
    trailing = trailing.map { $0 + " " + comment } ?? comment
  }

  /// From the first token to the last.
  public var span: Span {
    guard let first = tokens.first, let last = tokens.last else { return Span(0, 0) }
    return first.span.joined(last.span)
  }

  /// As it was written.
  public var text: String { source.text(in: span) }
}

/// A source as statements.
public struct Script: Sendable {
  public var statements: [StatementText] = []
  /// Comments and blank lines after the last statement.
  public var closing: [String] = []
  /// Whether the text ends inside brackets, quotes or after a trailing `\`.
  public var isUnfinished: Bool

  /// Cuts a source into its statements. Where `stop` asks meanwhile there are only the first of them,
  /// and the caller checks. It begins at an offset at which a statement does.
  public init(_ source: SourceText, from start: Int = 0, stop: StopSignal = StopSignal()) {
    var found: [StatementText] = []
    var current = StatementText(source: source)
    var lineIsEmpty = true
    isUnfinished = Lexer.each(of: source, from: start, stop: stop) { token in
      switch token.kind {
      case .comment:
        let comment = trimmed(token.text(in: source))
        if current.tokens.isEmpty, lineIsEmpty || found.isEmpty {
          current.leading.append(comment)
        } else if current.tokens.isEmpty {
          found[found.count - 1].trail(comment)
        } else {
          current.trail(comment)
        }
        lineIsEmpty = false
      case .end:
        let isLineBreak = source.text(in: token.span) == "\n"
        if !current.tokens.isEmpty {
          found.append(current)
          current = StatementText(source: source)
        } else if lineIsEmpty, isLineBreak, current.leading.last != "" {
          current.leading.append("")
        }
        lineIsEmpty = isLineBreak
      default:
        current.tokens.append(token)
        lineIsEmpty = false
      }
    }
    statements = found
    closing = current.leading
    while closing.last == "" { closing.removeLast() }
  }
}

/// A comment without white space at its end.
private func trimmed(_ comment: String) -> String {
  var text = Substring(comment)
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return String(text)
}
