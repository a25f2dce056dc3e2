import Diagnostics
import Language

/// What the prompt knows of a text while it is typed.
extension Program {
  /// Tells `help` what the keys and the command line are.
  public func explain(outside: OutsideHelp) { session.outside = outside }

  /// What Tab offers for the text before the cursor, and how many bytes of it that replaces.
  public func suggestions(for text: String) -> (replacing: Int, suggestions: [Suggestion]) {
    let (replacing, found) = answers(to: text) ?? Completion.suggestions(for: text, in: session)
    guard let wording = session.wording else { return (replacing, found) }
    return (
      replacing,
      found.map { suggestion in
        var suggestion = suggestion
        suggestion.meaning = Sentence(verbatim: suggestion.meaning.text(wording))
        return suggestion
      }
    )
  }

  /// What the words of a text are, for their colours; in order, none over another.
  public func highlights(of text: String) -> [Highlight] {
    session.questions == nil ? Highlighting.highlights(of: text, in: session) : []
  }

  /// What may be written at the end of a text, in one line; nil where nothing helps.
  public func hint(for text: String) -> TypingHint? {
    session.questions == nil ? UsageHint.hint(for: text, in: session) : nil
  }

  /// For each line break of a text the brackets and quotes that are open behind it.
  public func openMarks(in text: String) -> [String] { OpenMarks(text).atLineBreaks }

  /// Whether a text is whole statements, with no bracket or quote open at its end and no trailing `\`.
  public func isComplete(_ text: String) -> Bool {
    session.questions != nil || !Script(SourceText(name: "prompt", text: text)).isUnfinished
  }
}
