/// One way to go on with a line.
public struct Suggestion: Sendable, Equatable {
  public var text: String
  /// What it is, in one line.
  public var summary: String
  /// What follows when it is the only one: a space, `=` or nothing.
  public var ending: String

  init(_ text: String, _ summary: String = "", ending: String = " ") {
    self.text = text
    self.summary = summary
    self.ending = ending
  }
}
