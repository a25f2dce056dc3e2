import Diagnostics
import Language

/// `redo`: makes the change again that `undo` took back.
enum Redo {
  static let row = Command(
    "redo", .alternatives, summary: "make the change again that `undo` took back",
    examples: ["redo"]
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    guard let next = session.journal.redo() else {
      throw Diagnostic("nothing-to-redo", "no change was taken back since the last one")
    }
    session.restore(next.scenario)
    if next.change.isReplacement { session.file = nil }
    session.printLine("redone: \(next.change.summary)")
  }
}
