import Diagnostics
import Language

/// `history`: the statements so far.
enum History {
  static let row = Command(
    "history", .shell, summary: "print the statements of this session", examples: ["history"],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    for statement in session.statements {
      session.printLine(verbatim: escapingControlsInLines(statement))
    }
  }
}
