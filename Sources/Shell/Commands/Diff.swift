import Diagnostics
import Language
import ParkModel

/// `diff main late`: the statements that turn one branch into another.
enum Diff {
  static let row = Command(
    "diff", .alternatives, signature: [.needed(.branch), .optional(.branch)],
    summary: "show the statements that turn one branch into another",
    details:
      "Typed in the first branch, or run from a file, they make of it what the second is: the same\n"
      + "declarations in the same order, with the same id. With one branch, they turn that into the one\n"
      + "at hand. Comments that only the first has stay. `bridge` says what such changes do to a figure.",
    examples: [
      "branch late; set p2 delay=3y; diff main late", "branch small; remove p2; diff small main",
    ], trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let (first, second) = try branches(&invocation.reader, session)
    let difference = ScenarioDifference(
      from: session.scenario(of: first).withoutClosing, to: session.scenario(of: second),
      isExact: false)
    try session.stop.check()
    guard !difference.isEmpty else {
      return session.say("`\(first)` and `\(second)` say the same")
    }
    session.print(difference.script)
  }

  private static func branches(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) -> (String, String) {
    func branch(_ what: String) throws(Diagnostic) -> (text: String, place: Location) {
      let name = try reader.name(of: what)
      let place = reader.location(name.span)
      guard session.branches[name.text] != nil else {
        throw .unknownBranch(name.text, among: session.branches, at: place)
      }
      return (name.text, place)
    }
    let first = try branch("the branch to begin with")
    guard !reader.isAtEnd else {
      guard first.text != session.branch else {
        throw .twice(first.text, session, "diff", at: first.place)
      }
      return (first.text, session.branch)
    }
    let second = try branch("the branch to arrive at")
    try reader.end()
    guard first.text != second.text else {
      throw Diagnostic(
        "twice", "branch `\(first.text)` is named twice", at: second.place)
    }
    return (first.text, second.text)
  }
}

extension Diagnostic {
  /// The branch at hand is named where another is meant.
  static func twice(
    _ name: String, _ session: Session, _ command: String, at place: Location
  ) -> Diagnostic {
    let others = session.branches.names.filter { $0 != name }
    return Diagnostic(
      "twice", "`\(name)` is the branch at hand, and another one belongs here", at: place,
      notes: others.isEmpty
        ? [Note("there is no other branch")]
        : others.count > 12 ? [] : [Note("there is also \(typed: others.joined(separator: ", "))")],
      help: others.count == 1 ? ["`\(command) \(others[0])`"] : [])
  }
}
