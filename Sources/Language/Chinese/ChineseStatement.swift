import Diagnostics

extension StatementCells {
  /// The same statement with its words in Chinese, where each has a name there that reads back as it does;
  /// what `names` has is the user's own. As it is where it would read back as another statement.
  func inChinese(besides names: Set<String>) -> StatementCells {
    let kind = cells.first?.text ?? ""
    var other = self
    other.cells = cells.enumerated().map { index, cell in
      guard cell.key != "name", cell.key != "title" else { return cell }
      let text = ChineseText(
        cell.text, kind: index == 0 ? nil : kind, besides: names.contains
      ).text
      var translated = Cell(text, key: cell.key)
      translated.beginsLine = cell.beginsLine
      return translated
    }
    return StatementCells.words(of: other.line) == StatementCells.words(of: line) ? other : self
  }

  /// What a statement reads as, token by token.
  private static func words(of line: String) -> [String] {
    let source = SourceText(name: "", text: line)
    return Lexer.tokens(of: source).tokens.map { $0.text(in: source) }
  }
}

/// A piece of a statement with the language's words in Chinese.
struct ChineseText {
  private let source: SourceText
  private let tokens: [Token]
  /// The word that begins the statement; nil for that word itself.
  private let kind: String?
  /// Whether a word is the user's own.
  private let isNamed: (String) -> Bool

  init(_ text: String, kind: String?, besides isNamed: @escaping (String) -> Bool) {
    source = SourceText(name: "", text: text)
    tokens = Lexer.tokens(of: source).tokens.filter { $0.kind != .end }
    self.kind = kind
    self.isNamed = isNamed
  }

  var text: String {
    var result = ""
    var end = 0
    var index = 0
    // Behind a number, and behind `in`, stand units.
    var isInUnit = false
    while index < tokens.count {
      let token = tokens[index]
      let last = lastOfPath(from: index)
      let word = source.text(in: token.span.joined(tokens[last].span))
      switch token.kind {
      case .number: isInUnit = true
      case .word where word == "in": isInUnit = true
      case .word where ChineseText.operators.contains(word) && !isAttribute(index, to: last):
        isInUnit = false
      case .word:
        if isAttribute(index, to: last) { isInUnit = false }
        if !isInUnit, let chinese = chinese(word, from: index, to: last) {
          result += source.text(in: Span(end, token.span.lower)) + chinese
          end = tokens[last].span.upper
        }
      case .mark(UInt8(ascii: "/")): break
      default: isInUnit = false
      }
      index = last + 1
    }
    return result + source.text(in: Span(end, source.utf8.count))
  }

  private static let operators: Set = ["to", "and", "or", "not", "of"]

  /// The last token of a word with dots.
  private func lastOfPath(from index: Int) -> Int {
    var last = index
    guard tokens[index].kind == .word else { return last }
    while last + 2 < tokens.count, tokens[last + 1].isMark("."), !tokens[last + 1].spaced,
      tokens[last + 2].kind == .word, !tokens[last + 2].spaced
    {
      last += 2
    }
    return last
  }

  /// Whether a word, behind a space where others stand before it, stands before a `=` that touches it.
  private func isAttribute(_ index: Int, to last: Int) -> Bool {
    (index == 0 || tokens[index].spaced) && last + 1 < tokens.count && tokens[last + 1].isMark("=")
      && !tokens[last + 1].spaced
  }

  /// What a word is called in Chinese at its place; nil where nothing that reads back so.
  private func chinese(_ word: String, from index: Int, to last: Int) -> String? {
    let place: TypedChinese.Place
    if let kind {
      let isAttribute = isAttribute(index, to: last)
      let isChoice = index > 0 && tokens[index - 1].isMark("=") || kind == "use"
      place = isAttribute ? .attribute(of: kind) : isChoice ? .choice : .other
    } else {
      place = .beginning
    }
    if case .other = place, isNamed(word) { return nil }
    if let kind, let dot = word.firstIndex(of: "."), isNamed(String(word[..<dot])) {
      // An attribute of a thing that the user named.
      let place = TypedChinese.Place.attribute(of: kind)
      let attribute = String(word[word.index(after: dot)...])
      return TypedChinese.readable(attribute, at: place).first.map { word[...dot] + $0 }
    }
    return TypedChinese.readable(word, at: place).first
  }
}
