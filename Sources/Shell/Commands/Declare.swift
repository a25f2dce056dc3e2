import Diagnostics
import Language
import ParkModel

/// `park smart city=quzhou …`: declares a thing of a kind.
enum Declare {
  static func row(of kind: EntityKind) -> Command {
    let row = kind.row
    let name = kind.isNamed ? "NAME " : ""
    return Command(
      kind.rawValue, .describe,
      usage: "\(name)[\"TITLE\"] " + (kind.isDefinition ? "= VALUE" : "attribute=value …"),
      summary: row.summary, examples: [row.example],
      arguments: kind.isDefinition
        ? [.metrics]
        : [.attributes(row.attributes.map { ($0.name, Completion.values(of: $0)) })],
      run: edit)
  }

  /// Makes the change that a statement asks for.
  @Sendable static func edit(
    _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) {
    guard let edit = try StatementReader.edit(invocation.statement, in: session.scenario) else {
      return
    }
    try session.make(.edit(edit), edit.summary)
    // A script is checked at its end, when every name has come and every change is made.
    if session.isConversation, session.replaying.isEmpty { try session.scenario.check(after: edit) }
  }
}
