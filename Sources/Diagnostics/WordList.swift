/// Words of the language that a sentence lists, each of which may be typed in another language, too.
struct WordList: Sendable {
  /// Where such words stand in statements, since that tells what they are in another language.
  enum Place {
    /// Before a `=`.
    case attribute
    /// Behind a `=`.
    case choice
    /// In brackets, as metrics and functions.
    case figure
    /// At the beginning of a statement.
    case kind
    /// Behind `in`.
    case unit

    /// What stands around a word at such a place.
    fileprivate var around: (before: String, behind: String) {
      switch self {
      case .attribute: ("", "=")
      case .choice: ("=", "")
      case .figure: ("(", "")
      case .kind: ("", " x")
      case .unit: ("in ", "")
      }
    }
  }

  var words: [String]
  var place: Place
  /// Whether each stands between backticks.
  var isQuoted = true

  /// With commas between them, as they are typed.
  func text(_ typing: Wording.Typing? = nil) -> String {
    let typed = words.map { word in typing.map { typedWord(word, $0) } ?? word }
    return typed.map { isQuoted ? "`\($0)`" : $0 }.joined(separator: ", ")
  }

  private func typedWord(_ word: String, _ typing: Wording.Typing) -> String {
    let (before, behind) = place.around
    let typed = typing(before + word + behind)
    return String(typed.dropFirst(before.count).dropLast(behind.count))
  }
}

extension Sentence.Pieces {
  /// Names of attributes in a gap, without backticks.
  public mutating func appendInterpolation(attributes names: [String]) {
    append(WordList(words: names, place: .attribute, isQuoted: false))
  }

  /// What an attribute may be, in a gap.
  public mutating func appendInterpolation(choices words: [String], isQuoted: Bool = true) {
    append(WordList(words: words, place: .choice, isQuoted: isQuoted))
  }

  /// Names of metrics and functions in a gap.
  public mutating func appendInterpolation(figures names: [String]) {
    append(WordList(words: names, place: .figure))
  }

  /// Kinds of things in a gap.
  public mutating func appendInterpolation(kinds: [String]) {
    append(WordList(words: kinds, place: .kind))
  }

  /// Units in a gap.
  public mutating func appendInterpolation(units: [String]) {
    append(WordList(words: units, place: .unit))
  }

  private mutating func append(_ list: WordList) {
    text += list.text()
    template += "{}"
    arguments.append(.words(list))
  }
}
