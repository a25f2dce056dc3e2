/// One way to go on from what stands before the cursor.
public struct Completion: Sendable, Equatable {
  /// Replaces the word being completed.
  public var text: String
  /// Shown beside `text` in the list; one line.
  public var summary: String
  /// Inserted after `text` when it is the only one: a space, `=`, or nothing.
  public var ending: String

  public init(text: String, summary: String = "", ending: String = " ") {
    self.text = text
    self.summary = summary
    self.ending = ending
  }
}

/// What Tab offers at one place.
public struct CompletionAnswer: Sendable {
  /// How many UTF-8 bytes before the cursor the completions replace.
  public var replacing: Int
  public var completions: [Completion]

  public init(replacing: Int, completions: [Completion]) {
    self.replacing = replacing
    self.completions = completions
  }

  /// What all completions begin with, and with that what Tab can insert without asking.
  var commonPrefix: String {
    guard let first = completions.first?.text else { return "" }
    return completions.dropFirst().reduce(first) { prefix, completion in
      String(zip(prefix, completion.text).prefix { $0 == $1 }.map { $0.0 })
    }
  }
}
