import Diagnostics
import Language

/// `new`: asks five questions, and writes the statements of a park from the answers.
enum New {
  static let row = Command(
    "new", .shell, summary: "begin a park of your own with five questions",
    details:
      "It asks for years, library, city, park and first firm, each with a default that Enter takes. Wrong\n"
      + "answers are said and asked again. Behind the last the statements are shown as they are applied;\n"
      + "Ctrl-C or Ctrl-D before that leaves everything as it was.",
    examples: ["new"], trace: Command.Trace.none
  ) { (session, invocation) throws(Diagnostic) in
    guard invocation.reader.isAtEnd else {
      throw Diagnostic(
        "syntax", "`new` asks its questions, and takes nothing", at: invocation.reader.here,
        help: ["`new`"])
    }
    guard session.isConversation else {
      throw .needsTerminal(
        "`new` asks questions, and nobody is there to answer",
        help: "write the statements instead, for example `scenario start=2026 end=2035`",
        at: invocation.reader.start)
    }
    let questions = NewPark(in: session)
    session.printLine(
      "Five questions. Enter takes what stands behind `=`; Ctrl-C leaves, and nothing is changed.")
    if questions.isOver {
      session.printLine(
        "What is here is removed behind the last of them, and `undo` brings it back.")
    }
    questions.ask(in: &session)
    session.questions = questions
  }
}

extension Diagnostic {
  /// What only somebody at a prompt can be asked.
  static func needsTerminal(_ message: Sentence, help: Sentence, at place: Location) -> Diagnostic {
    Diagnostic("needs-terminal", message, at: place, help: [help])
  }
}
