import Diagnostics

/// The questions of `new` in a conversation.
extension Program {
  /// The prompt of a question; nil where none waits.
  func questionPrompt(_ plain: String) -> String? {
    guard session.questions != nil, plain.hasSuffix("> ") else { return nil }
    return plain.dropLast(2) + " new> "
  }

  /// Takes an answer to the question that waits, and asks the next.
  func answerQuestion(_ line: String) throws(Diagnostic) {
    session.width = measure()
    guard var questions = session.questions else { return }
    if NewAnswer.leaves(line) { return try leaveQuestions() }
    let outcome = questions.take(line, in: &session)
    switch outcome {
    case .done:
      session.questions = nil
      session.prepared = PreparedLines(
        questions.lines(in: session), closing: questions.closing(in: session))
    case .asksAgain, .asksNext:
      questions.ask(in: &session)
      session.questions = questions
    }
    let output = session.takeOutput()
    if !output.isEmpty { try write(output) }
  }

  /// Leaves the questions; nothing was changed by them.
  func leaveQuestions() throws(Diagnostic) {
    session.questions = nil
    session.printLine("left: nothing is changed")
    try write(session.takeOutput())
  }

  /// What Tab offers where a question waits; nil where none does.
  func answers(to text: String) -> (replacing: Int, suggestions: [Suggestion])? {
    guard let questions = session.questions else { return nil }
    let word =
      text.split(omittingEmptySubsequences: false) { ",，".contains($0) }.last.map {
        $0.drop { $0 == " " }
      } ?? ""
    return (
      word.utf8.count, questions.offers(session.wording != nil).filter { $0.text.hasPrefix(word) }
    )
  }
}
