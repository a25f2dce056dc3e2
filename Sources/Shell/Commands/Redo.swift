import Diagnostics
import Language

/// `redo 3`: makes the changes again that `undo` took back; `redo to 7` goes to change 7.
enum Redo {
  static let row = Command(
    "redo", .alternatives, signature: Signature([.optional(.count)], or: ChangeNumber.way),
    summary: "make the change again that `undo` took back, or the last so many",
    details:
      "It goes along the line at hand. Where another change came after an `undo`, what was taken back is\n"
      + "on a line of its own: `log` lists it, and `redo to 7` goes to where change 7 was the last, taking\n"
      + "back what does not lead there.",
    examples: ["redo", "redo 2", "set smart area=45ha; undo; set smart area=50ha; redo to 2"]
  ) { (session, invocation) throws(Diagnostic) in
    if let goal = try ChangeNumber.place(&invocation, "redo", session) {
      guard !session.branches.current.journal.isBehind(goal.index) else {
        let isHere = goal.index == session.branches.current.journal.place
        throw Diagnostic(
          "nothing-to-redo",
          goal.index == 0
            ? "number 0 is the beginning" : "change \(goal.number) holds, and was not taken back",
          at: goal.location, help: isHere ? [] : ["`undo to \(goal.number)` goes there"])
      }
      return session.travel(to: goal.index)
    }
    let count = try invocation.count(word: "redo")
    // As with `undo`, nothing is kept for going back where all of it is there.
    if session.branches.current.journal.hasNext(count.number) {
      report(session.redo(count.number), in: &session)
      return
    }
    var next = session
    let made = next.redo(count.number)
    guard !made.isEmpty else {
      let left = session.branches.current.journal.entries.filter { $0.state == .left }
      throw Diagnostic(
        "nothing-to-redo", "no change was taken back since the last one",
        help: left.map(\.number).max().map {
          ["`log` lists what was taken back before, and `redo to \($0)` goes to the last of it"]
        } ?? [])
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
    session.list(made) { "redone: \($0.summary)" }
  }
}
