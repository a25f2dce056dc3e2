import Diagnostics
import Language
import ParkModel

/// `park smart city=quzhou …`: declares a thing of a kind.
enum Declare {
  static func row(of kind: EntityKind) -> Command {
    let row = kind.row
    return Command(
      kind.rawValue, .describe,
      signature: Signature(
        (kind.isNamed ? [.needed(.newName)] : [])
          + [.optional(.title), .needed(kind.isDefinition ? .value : .attributes(kind))]),
      summary: row.summary, examples: [row.example],
      run: edit)
  }

  /// Makes the change that a statement asks for.
  @Sendable static func edit(
    _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) {
    let today = session.today
    guard
      let edit = try StatementReader.edit(
        invocation.statement, in: session.scenario, today: today)
    else { return }
    // What was written before is nowhere else to be seen.
    defer { if edit.isRelative { session.printLine(edit.summary) } }
    // A script is checked at its end, when every name has come and every change is made.
    guard session.isConversation, session.replaying.isEmpty else {
      return try session.make(.edit(edit), edit.summary)
    }
    let before = session.scenario
    if try !session.retype(edit) {
      try session.make(.edit(edit), edit.summary)
      session.declared = edit.declaredName.map { Retyping(name: $0, before: before) }
    }
    try session.scenario.check(after: edit, stop: session.stop)
    if let date = edit.dateOfToday { session.printLine("\(date.canonical), which is today") }
  }
}

extension ScenarioEdit {
  /// The date of what it declares, where nobody wrote one.
  fileprivate var dateOfToday: Attribute? {
    guard case .declare(let declaration) = self, let row = declaration.kind.row.beginning else {
      return nil
    }
    let date = declaration.attribute(named: row.name)
    return date?.location.source.name == StatementReader.todaySource ? date : nil
  }
}
