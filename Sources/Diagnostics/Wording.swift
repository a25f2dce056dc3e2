/// The sentences of one language: a template for each English one, and a word for each English word.
///
/// Gaps of a template are numbered as they come in English: `"{} of {}"` is `"{2}的{1}"`. What stands
/// between backticks is typed, and stays as it is but for what `Typing` makes of it. A sentence without an
/// entry stays English.
public struct Wording: Sendable, Equatable {
  /// The name of the language, as `format language=` has it.
  public let name: String
  /// By the template in English.
  public let sentences: [String: String]
  /// What stands in a gap by itself: dimensions, kinds, reasons.
  public let words: [String: String]
  /// Whole pages by what they are about, where a sentence of English would be too long a key: what
  /// `help` says of a command, what an error means.
  public let pages: [String: String]

  public init(
    name: String, sentences: [String: String], words: [String: String],
    pages: [String: String] = [:]
  ) {
    self.name = name
    self.sentences = sentences
    self.words = words
    self.pages = pages
  }

  public static func == (one: Wording, other: Wording) -> Bool { one.name == other.name }

  /// How a piece of a statement is typed, where words of the language have names in several.
  public typealias Typing = @Sendable (String) -> String

  /// A sentence in this language; in English where there is none for it.
  public func text(_ sentence: Sentence, typing: Typing? = nil) -> String {
    if let template = sentences[sentence.template] {
      return filled(template, sentence.arguments, typing)
    }
    if sentence.arguments.isEmpty { return words[sentence.text] ?? sentence.text }
    // Half a sentence in another language is worse than none.
    guard !Wording.hasWords(sentence.template) else { return sentence.text }
    return filled(sentence.template, sentence.arguments, typing)
  }

  /// Whether a template says something beside its gaps.
  static func hasWords(_ template: String) -> Bool {
    template.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// A word in this language; the same where there is none.
  public func word(_ word: String) -> String { words[word] ?? word }

  /// A template with its gaps filled: `{2}` by the second argument, `{}` by the next.
  func filled(
    _ template: String, _ arguments: [Sentence.Argument], _ typing: Typing? = nil
  ) -> String {
    var text = ""
    var next = 0
    var isQuoted = false
    // Where what stands between backticks begins.
    var quote = text.endIndex
    var rest = template[...]
    while let character = rest.first {
      if character == "`" {
        if isQuoted, let typing {
          text.replaceSubrange(quote..., with: typing(String(text[quote...])))
        }
        isQuoted.toggle()
        text.append(rest.removeFirst())
        quote = text.endIndex
        continue
      }
      guard character == "{", let end = rest.firstIndex(of: "}"),
        let index = Wording.gap(rest[rest.index(after: rest.startIndex)..<end], next: next),
        arguments.indices.contains(index)
      else {
        text.append(rest.removeFirst())
        continue
      }
      next += 1
      switch arguments[index] {
      case .text(let word):
        text += isQuoted ? word : words[word] ?? sentences[word] ?? amount(word) ?? word
      case .typed(let name): text += name
      case .words(let list): text += list.text(typing)
      case .said(let sentence): text += isQuoted ? sentence : reread(sentence) ?? sentence
      case .sentence(let sentence):
        text += isQuoted ? sentence.text : self.text(sentence, typing: typing)
      }
      rest = rest[rest.index(after: end)...]
    }
    return Wording.spaced(text)
  }

  /// With a space between Chinese and what is typed, outside of its backticks.
  private static func spaced(_ text: String) -> String {
    guard text.contains("`") else { return text }
    var spaced = ""
    var isQuoted = false
    var last: Character = " "
    for character in text {
      let opens = character == "`" && !isQuoted && last.isIdeograph
      let follows = last == "`" && !isQuoted && character.isIdeograph
      if opens || follows { spaced.append(" ") }
      if character == "`" { isQuoted.toggle() }
      spaced.append(character)
      last = character
    }
    return spaced
  }

  /// Which argument a gap is for: `2` says the second, nothing the next; nil for what is no gap.
  private static func gap(_ number: Substring, next: Int) -> Int? {
    number.isEmpty ? next : Int(number).map { $0 - 1 }
  }
}

extension Unicode.Scalar {
  /// Whether it is a character of Chinese words, and neither punctuation nor a full-width letter.
  public var isIdeograph: Bool { (0x3400...0x9FFF).contains(value) }
}

extension Character {
  /// Whether it begins with one.
  var isIdeograph: Bool { unicodeScalars.first?.isIdeograph ?? false }
}

extension Sentence {
  /// In a language; in English where that is nil.
  public func text(_ wording: Wording?, typing: Wording.Typing? = nil) -> String {
    wording?.text(self, typing: typing) ?? text
  }
}
