/// A sentence that is answered, with what it was made of: it is filled in English, and `Wording` finds
/// it in another language by its template.
///
/// A literal is one, so that it stands where it is said: `"`\(name)` is \(noun)"` has the template
/// `` `{}` is {} `` and two arguments. Sentences within sentences are put into the other language, too.
/// What is no literal (`init(verbatim:)`) has itself for a template.
public struct Sentence: Sendable, Equatable, CustomStringConvertible {
  /// What stands in a gap.
  enum Argument: Sendable {
    case text(String)
    /// A name or the like, which is the same in every language.
    case typed(String)
    /// Words that may be typed in another language, commas between them.
    case words(WordList)
    /// A sentence that was kept as its text in English.
    case said(String)
    case sentence(Sentence)
  }

  /// In English.
  public let text: String
  /// In English, `{}` for each gap.
  public let template: String
  /// As many as gaps.
  let arguments: [Argument]

  public init(verbatim text: String) {
    self.text = text
    template = text
    arguments = []
  }

  /// A name or a piece of a statement by itself, which is the same in every language.
  public init(typed text: String) {
    self.init(text: text, template: "{}", arguments: [.typed(text)])
  }

  /// A sentence that was kept as its text in English, such as why a draw failed: in another language it is found
  /// again by what it says.
  public init(said text: String) {
    self.init(text: text, template: "{}", arguments: [.said(text)])
  }

  init(text: String, template: String, arguments: [Argument]) {
    self.text = text
    self.template = template
    self.arguments = arguments
  }

  public var description: String { text }
  public var isEmpty: Bool { text.isEmpty }

  public func contains(_ piece: String) -> Bool { text.contains(piece) }
  public func hasPrefix(_ piece: String) -> Bool { text.hasPrefix(piece) }
  public func hasSuffix(_ piece: String) -> Bool { text.hasSuffix(piece) }

  /// Without what would drive a terminal, in what it was made of too.
  public var escapingControls: Sentence {
    Sentence(
      text: Diagnostics.escapingControls(text), template: template,
      arguments: arguments.map { argument in
        switch argument {
        case .text(let text): return .text(Diagnostics.escapingControls(text))
        case .typed(let text): return .typed(Diagnostics.escapingControls(text))
        case .words(var list):
          list.words = list.words.map(Diagnostics.escapingControls)
          return .words(list)
        case .said(let text): return .said(Diagnostics.escapingControls(text))
        case .sentence(let sentence): return .sentence(sentence.escapingControls)
        }
      })
  }

  public static func == (one: Sentence, other: Sentence) -> Bool { one.text == other.text }

  /// Whether it is a text in English.
  @_disfavoredOverload
  public static func == (one: Sentence, text: String) -> Bool { one.text == text }

  /// One sentence of two pieces: it is found by the templates of both, one behind the other.
  public static func + (one: Sentence, other: Sentence) -> Sentence {
    Sentence(
      text: one.text + other.text, template: one.template + other.template,
      arguments: one.arguments + other.arguments)
  }

  /// A sentence and what it ends with, which is a gap of it: `"it is one of " + names`.
  @_disfavoredOverload
  public static func + (one: Sentence, word: String) -> Sentence {
    let end: Sentence = "\(word)"
    return one + end
  }

  /// What a sentence begins with, which is a gap of it.
  @_disfavoredOverload
  public static func + (word: String, other: Sentence) -> Sentence {
    let start: Sentence = "\(word)"
    return start + other
  }

  /// Several things in one gap, ` and ` or the like between them: `` `a`, `b` and `c` ``.
  public static func list(_ pieces: [Sentence], _ comma: Sentence, last: Sentence) -> Sentence {
    guard let first = pieces.first else { return "" }
    return pieces.indices.dropFirst().reduce(first) { list, index in
      let between = index == pieces.count - 1 ? last : comma
      return Sentence(
        text: list.text + between.text + pieces[index].text, template: "{}{}{}",
        arguments: [.sentence(list), .sentence(between), .sentence(pieces[index])])
    }
  }
}

extension Sentence: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(verbatim: text) }

  public init(stringInterpolation pieces: Pieces) {
    self.init(text: pieces.text, template: pieces.template, arguments: pieces.arguments)
  }

  /// Takes the pieces of a literal.
  public struct Pieces: StringInterpolationProtocol {
    var text = ""
    var template = ""
    var arguments: [Argument] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
      template.reserveCapacity(literalCapacity + 2 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) {
      text += literal
      template += literal
    }

    public mutating func appendInterpolation(_ sentence: Sentence) {
      text += sentence.text
      template += "{}"
      arguments.append(.sentence(sentence))
    }

    public mutating func appendInterpolation(_ word: String) {
      text += word
      template += "{}"
      arguments.append(.text(word))
    }

    /// A name or the like in a gap, which is the same in every language.
    public mutating func appendInterpolation(typed word: String) {
      text += word
      template += "{}"
      arguments.append(.typed(word))
    }

    /// A sentence that was kept as its text (`init(said:)`), in a gap.
    public mutating func appendInterpolation(said sentence: String) {
      text += sentence
      template += "{}"
      arguments.append(.said(sentence))
    }

    /// The ending of a word that is counted: `"\(count) mistake\(s: count)"` has the template
    /// `{} mistake(s)`, one for both forms.
    public mutating func appendInterpolation(s count: Int) {
      if count != 1 { text += "s" }
      template += "(s)"
    }

    public mutating func appendInterpolation(_ value: some Any) {
      appendInterpolation(String(describing: value))
    }
  }
}
