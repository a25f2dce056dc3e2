import Diagnostics
import Language

/// `redo`: makes the change again that `undo` took back.
enum Redo {
  static let row = Command(
    "redo", .alternatives, summary: "make the change again that `undo` took back",
    examples: ["redo"]
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    guard let next = session.redo() else {
      throw Diagnostic("nothing-to-redo", "no change was taken back since the last one")
    }
    if next.isReplacement { session.file = nil }
    session.printLine("redone: \(next.summary)")
  }
}
