import Diagnostics
import Language
import Quantities

/// What `undo` and `redo` take: so many changes, or the number of one, as `log` has it.
enum ChangeNumber {
  /// The word before the number of a change.
  static let word = "to"
  static let way: [Signature.Piece] = [.needed(.count, as: "NUMBER", behind: word)]

  /// A place in the journal of the branch at hand, where the statement names one; nil where it takes a
  /// count.
  static func place(
    _ invocation: inout Invocation, _ command: String, _ session: Session
  ) throws(Diagnostic) -> (index: Int, number: Int, location: Location)? {
    guard invocation.reader.peekedWord == word else { return nil }
    _ = invocation.reader.word()
    let here = invocation.reader.here
    guard !invocation.reader.isAtEnd else {
      throw Diagnostic(
        "syntax", "the number of a change belongs here", at: here,
        help: ["`log` lists the changes with their numbers"])
    }
    let expression = try invocation.reader.expression()
    try invocation.reader.end()
    let location = invocation.reader.location(expression.span)
    guard case .quantity(let quantity, _) = expression.kind, let value = quantity.value(in: .one),
      value >= 0, value <= 1_000_000_000, value == value.rounded()
    else {
      throw Diagnostic(
        "wrong-kind",
        "`\(command) to` takes the number of a change, and this is `\(expression.canonical)`",
        at: location, help: ["`log` lists the changes with their numbers"])
    }
    let number = NumberFormat.whole(value)
    let journal = session.branches.current.journal
    guard let index = journal.place(number: number) else {
      let last = journal.numbers.upperBound
      throw Diagnostic(
        "unknown-change", "branch `\(session.branch)` has no change \(number)", at: location,
        notes: [
          Diagnostic.Note(
            last == 0 ? "nothing was changed in it" : "its last number is \(last)")
        ], help: ["`log` lists the changes with their numbers"])
    }
    return (index, number, location)
  }
}

extension Session {
  /// Goes to a place of the journal, and says what that took.
  mutating func travel(to place: Int) {
    let (undone, redone) = go(to: place)
    let moved = undone + redone
    let isBack = undone.contains(where: \.isReplacement)
    unsaved.take(
      undone.count { !$0.isReplacement } - redone.count { !$0.isReplacement }, bringsBack: isBack)
    if moved.contains(where: \.isReplacement) { file = nil }
    list(undone) { "undone: \($0.summary)" }
    list(redone) { "redone: \($0.summary)" }
  }

  /// Says each of some changes; of many, the first and how many more there are.
  mutating func list(_ changes: [Journal.Change], _ sentence: (Journal.Change) -> Sentence) {
    let shown = changes.count > 24 ? 20 : changes.count
    for change in changes.prefix(shown) { printLine(sentence(change)) }
    if shown < changes.count { printLine("and \(changes.count - shown) more") }
  }
}
