import Diagnostics
import Language

/// `undo`: takes the last change of the scenario back.
enum Undo {
  static let row = Command(
    "undo", .alternatives, summary: "take the last change of the scenario back",
    examples: ["undo"]
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    guard let last = session.journal.undo() else {
      throw Diagnostic("nothing-to-undo", "there is no change to take back")
    }
    session.restore(last.scenario)
    if last.change.isReplacement { session.file = nil }
    session.printLine("undone: \(last.change.summary)")
  }
}
