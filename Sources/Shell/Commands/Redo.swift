import Diagnostics
import Language

/// `redo 3`: makes the changes again that `undo` took back.
enum Redo {
  static let row = Command(
    "redo", .alternatives, signature: [.optional(.count)],
    summary: "make the change again that `undo` took back, or the last so many",
    examples: ["redo", "redo 2"]
  ) { (session, invocation) throws(Diagnostic) in
    let count = try invocation.count(word: "redo")
    // As with `undo`, nothing is kept for going back where all of it is there.
    if session.branches.current.journal.hasNext(count.number) {
      report(session.redo(count.number), in: &session)
      return
    }
    var next = session
    let made = next.redo(count.number)
    guard !made.isEmpty else {
      throw Diagnostic("nothing-to-redo", "no change was taken back since the last one")
    }
    guard made.count == count.number else {
      throw Diagnostic(
        "nothing-to-redo",
        made.count == 1
          ? "only one change can be made again" : "only \(made.count) changes can be made again",
        at: count.place, help: [made.count == 1 ? "`redo`" : "`redo \(made.count)`"])
    }
    session = next
    report(made, in: &session)
  }

  private static func report(_ made: [Journal.Change], in session: inout Session) {
    session.unsaved.take(-made.count { !$0.isReplacement }, bringsBack: false)
    if made.contains(where: \.isReplacement) { session.file = nil }
    for change in made { session.printLine("redone: \(change.summary)") }
  }
}
