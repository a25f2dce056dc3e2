import Diagnostics
import Language
import Quantities

/// `undo 3`: takes the last changes of the scenario back; `undo to 4` those behind change 4.
enum Undo {
  static let row = Command(
    "undo", .alternatives, signature: Signature([.optional(.count)], or: ChangeNumber.way),
    summary: "take the last change of the branch back, or the last so many",
    details: "Each branch has changes of its own. Making a branch and going to one are none. A\n"
      + "replayed script is one change; if it made branches, they go with it. With a count,\n"
      + "all of them are taken back, or none where there are fewer. `undo to 4` takes back all that came\n"
      + "after change 4, as `log` counts them; 0 is the beginning. What was taken back stays in `log`.",
    examples: ["undo", "undo 2", "undo to 0"]
  ) { (session, invocation) throws(Diagnostic) in
    if let goal = try ChangeNumber.place(&invocation, "undo", session) {
      guard session.branches.current.journal.isBehind(goal.index) else {
        throw Diagnostic(
          "nothing-to-undo", "change \(goal.number) is taken back already", at: goal.location,
          help: ["`redo to \(goal.number)` goes there"])
      }
      guard goal.index != session.branches.current.journal.place else {
        throw Diagnostic(
          "nothing-to-undo",
          goal.index == 0
            ? "this is the beginning" : "change \(goal.number) is the last one already",
          at: goal.location)
      }
      return session.travel(to: goal.index)
    }
    let count = try invocation.count(word: "undo")
    // What is asked for is done as a whole or not at all. Where all of it is there, nothing need be
    // kept for going back: a copy would be as long as everything that was done.
    if session.branches.current.journal.hasLast(count.number) {
      report(session.undo(count.number), in: &session)
      return
    }
    var next = session
    let taken = next.undo(count.number)
    guard !taken.isEmpty else { throw .nothingToUndo(session) }
    guard taken.count == count.number else {
      throw Diagnostic(
        "nothing-to-undo",
        taken.count == 1
          ? "only one change can be taken back" : "only \(taken.count) changes can be taken back",
        at: count.place, help: [taken.count == 1 ? "`undo`" : "`undo \(taken.count)`"])
    }
    session = next
    report(taken, in: &session)
  }

  private static func report(_ taken: [Journal.Change], in session: inout Session) {
    let isBack = taken.contains(where: \.isReplacement)
    session.unsaved.take(taken.count { !$0.isReplacement }, bringsBack: isBack)
    if isBack { session.file = nil }
    session.list(taken) { "undone: \($0.summary)" }
  }
}

extension Invocation {
  /// The number of changes behind a command, 1 where none stands there, and its place.
  mutating func count(word: String) throws(Diagnostic) -> (number: Int, place: Location) {
    guard !reader.isAtEnd else { return (1, reader.start) }
    let expression = try reader.expression()
    try reader.end()
    let place = reader.location(expression.span)
    guard case .quantity(let quantity, _) = expression.kind, let number = quantity.value(in: .one),
      number >= 1, number <= 1_000_000, number == number.rounded()
    else {
      throw Diagnostic(
        "wrong-kind",
        "`\(word)` takes how many changes, a whole number from 1 on, and this is "
          + "`\(expression.canonical)`", at: place, help: ["for example `\(word) 2`"])
    }
    return (NumberFormat.whole(number), place)
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
