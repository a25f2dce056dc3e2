import Diagnostics

/// Words of the language in Chinese.
extension Lexer {
  /// Takes the word that ends here as what it stands for where it is one of the language in Chinese: a
  /// figure with parts as several tokens, all at its place.
  mutating func takeChinese(from start: Int) -> Bool {
    let word = source.text(in: Span(start, position))
    guard let english = TypedChinese.english(word, at: place(ofWordAt: start)) else { return false }
    for (index, part) in english.split(separator: ".").enumerated() {
      if index > 0 {
        append(.mark(UInt8(ascii: ".")), from: start, english: TypedChinese.place(of: "."))
      }
      append(.word, from: start, english: TypedChinese.place(of: String(part)))
    }
    return true
  }

  /// What may stand where a word begins.
  private func place(ofWordAt start: Int) -> TypedChinese.Place {
    guard let beginning, let last else { return .beginning }
    let first = beginning.text(in: source)
    if last.span.upper == start {
      if last.isMark(".") { return .attribute(of: first) }
      if last.isMark("=") { return .choice }
    }
    if count == 1, TypedChinese.isBeforeName(first) { return .other }
    if first == "use" { return .choice }
    let takesAttributes = first == "help" || count > 1 && ["show", "unset"].contains(first)
    return takesAttributes || isBeforeEquals ? .attribute(of: first) : .other
  }

  /// Whether a single `=` touches what was taken.
  private var isBeforeEquals: Bool {
    guard let (sign, length) = narrowScalar(at: position), sign == "=" else { return false }
    return narrowScalar(at: position + length)?.0 != "="
  }
}
