import Diagnostics
import Language

/// `undo`: takes the last change of the scenario back.
enum Undo {
  static let row = Command(
    "undo", .alternatives, summary: "take the last change of the branch back",
    details: "Each branch has changes of its own. Making a branch and going to one are none. A\n"
      + "replayed script is one change; if it made branches, they go with it.",
    examples: ["undo"]
  ) { (session, invocation) throws(Diagnostic) in
    try invocation.reader.end()
    guard let last = session.undo() else { throw .nothingToUndo(session) }
    if last.isReplacement { session.file = nil }
    session.printLine("undone: \(last.summary)")
  }
}

extension Diagnostic {
  fileprivate static func nothingToUndo(_ session: Session) -> Diagnostic {
    guard let origin = session.branches.current.origin else {
      return Diagnostic("nothing-to-undo", "there is no change to take back")
    }
    return Diagnostic(
      "nothing-to-undo", "nothing was changed in branch `\(session.branch)` that is still there",
      notes: [Note("making a branch is no change of it")],
      help: ["go back to where it was made with `switch \(origin)`"])
  }
}
