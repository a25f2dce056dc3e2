import Diagnostics

/// One way to go on with a line.
public struct Suggestion: Sendable, Equatable {
  public var text: String
  /// What it is, in one line.
  public var summary: String { meaning.text }
  /// The same, for other languages.
  var meaning: Sentence
  /// What follows when it is the only one: a space, `=` or nothing.
  public var ending: String

  init(_ text: String, _ meaning: Sentence, ending: String = " ") {
    self.text = text
    self.meaning = meaning
    self.ending = ending
  }

  @_disfavoredOverload
  init(_ text: String, _ summary: String = "", ending: String = " ") {
    self.init(text, Sentence(verbatim: summary), ending: ending)
  }
}
