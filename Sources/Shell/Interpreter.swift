import Diagnostics
import Language
import ParkModel

/// Runs statements on sessions.
enum Interpreter {
  /// Runs one statement of a conversation: on success the session has changed, on failure it is as
  /// before.
  static func run(
    _ statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    var next = session
    try runInPlace(statement, in: &next)
    session = next
  }

  /// Runs one statement of a script, whose failure is the end of the script: nothing is copied.
  static func runInPlace(
    _ statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    session.change = ""
    try execute(statement, in: &session)
    session.close(session.change)
    if session.replaying.isEmpty { session.statements.append(statement.text) }
  }

  private static func execute(
    _ statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    var reader = ArgumentReader(statement, units: session.scenario.units)
    let start = reader.here
    guard let word = reader.word() else {
      if statement.tokens.isEmpty { return }
      if reader.isAttributeAhead, let name = reader.peekedWord {
        throw Diagnostic(
          "syntax", "a statement begins with a command or a kind, not with `\(name)=`", at: start)
      }
      throw Diagnostic(
        "syntax", "a statement begins with a command or a kind of thing", at: start,
        help: ["`help` lists them"])
    }
    guard let command = CommandTable.command(named: word.text) else {
      throw unknown(word.text, at: reader.location(word.span))
    }
    var invocation = Invocation(statement: statement, reader: reader)
    do throws(Diagnostic) {
      try command.run(&session, &invocation)
    } catch {
      // What says nothing of its place is about the statement as a whole.
      throw error.placed(at: Location(statement.source, statement.span))
    }
  }

  private static func unknown(_ word: String, at place: Location) -> Diagnostic {
    if Names.isKept(word) {
      return Diagnostic(
        "not-yet", "`\(word)` is not there yet", at: place,
        notes: [Diagnostic.Note("its name is kept for a later version")],
        help: ["`help` lists what there is"])
    }
    let guesses = didYouMean(word, among: CommandTable.names)
    return Diagnostic(
      "unknown-command", "there is no command or kind `\(word)`", at: place,
      help: guesses.isEmpty ? ["`help` lists them"] : guesses)
  }

  /// Runs a whole script, and checks at its end that every name has a meaning.
  ///
  /// `after` is called behind each statement, to pass on what it printed.
  static func replay(
    _ script: Script, in session: inout Session,
    after: (inout Session) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    for statement in script.statements where !session.isOver {
      try runInPlace(statement, in: &session)
      try after(&session)
    }
    try close(script, in: &session)
  }

  /// Keeps the comments behind the last statement of a script, and checks it.
  static func close(_ script: Script, in session: inout Session) throws(Diagnostic) {
    if !script.closing.isEmpty { try session.make(.closing(script.closing), "comments") }
    try session.check()
  }
}
