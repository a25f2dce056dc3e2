public import Diagnostics
import Quantities

/// How pieces of statements are typed in Chinese: for what is answered to a statement that has words of the
/// language in Chinese.
public struct ChineseTyping: Sendable {
  private let line: String
  /// The word that begins the statement, in English; empty where that stands in a line before.
  private let kind: String

  /// Nil where no word of the line at a place is Chinese, nor what begins it, as a slip would.
  public init?(_ location: Location) {
    let (line, start) = location.source.line(of: location.span.lower)
    let source = SourceText(name: "", text: line)
    let tokens = Lexer.tokens(of: source).tokens
    let isSlip = tokens.first?.text(in: source).unicodeScalars.first?.isIdeograph ?? false
    guard isSlip || tokens.contains(where: \.isChinese) else { return nil }
    let place = location.span.lower - start
    let before = tokens.lastIndex { $0.kind == .end && $0.span.upper <= place }
    let first = tokens[(before.map { $0 + 1 } ?? 0)...].first
    let word = first.map { $0.text(in: source) } ?? ""
    self.line = line
    kind = TypedChinese.names(of: word, at: .beginning).isEmpty ? "" : word
  }

  /// A word, an attribute with its value or one of them, what stands behind a bracket, a unit behind `in`, or a
  /// statement; what stands in the line as it is there. `isNamed` tells of a word whether it is the user's own.
  public func text(_ piece: String, besides isNamed: @escaping (String) -> Bool) -> String {
    let source = SourceText(name: "", text: piece)
    let tokens = Lexer.tokens(of: source).tokens.filter { $0.kind != .end }
    guard let first = tokens.first,
      first.kind == .word || first.isMark("=") || first.isMark("("), !first.isChinese,
      !line.contains(piece)
    else { return piece }
    let word = first.text(in: source)
    guard tokens.count > 1 else { return isNamed(word) ? piece : self.word(word) }
    if tokens.count == 2, word == "in" {
      let unit = tokens[1].text(in: source)
      return UnitTable.unit(named: unit) == nil
        ? piece : "in " + UnitTable.chineseName(of: unit)
    }
    let isPart = first.kind != .word || tokens[1].isMark("=") && !tokens[1].spaced
    guard !isPart, let beginning = ChineseTyping.name(of: word, at: .beginning) else {
      let text = ChineseText(piece, kind: kind, besides: isNamed).text
      let start = first.isMark("=") ? "\(kind) x y" : "\(kind) x "
      return readsAlike(text, piece, behind: start) ? text : piece
    }
    let rest = source.text(in: Span(first.span.upper, source.utf8.count))
    let text = beginning + ChineseText(rest, kind: word, besides: isNamed).text
    return readsAlike(text, piece, behind: "") ? text : piece
  }

  private func word(_ word: String) -> String {
    let isAttribute = TypedChinese.attributeRows.contains { $0.english == word }
    return (isAttribute ? ChineseTyping.name(of: word, at: .attribute(of: kind)) : nil)
      ?? ChineseTyping.name(of: word, at: .other) ?? ChineseTyping.name(of: word, at: .beginning)
      ?? word
  }

  private static func name(of word: String, at place: TypedChinese.Place) -> String? {
    TypedChinese.readable(word, at: place).first
  }

  private func readsAlike(_ one: String, _ other: String, behind start: String) -> Bool {
    func words(_ text: String) -> [String] {
      let source = SourceText(name: "", text: start + text)
      return Lexer.tokens(of: source).tokens.map { $0.text(in: source) }
    }
    return words(one) == words(other)
  }
}
