public import Diagnostics
public import Language
import ParkModel

/// Runs statements on sessions.
public enum Interpreter {
  /// Runs one statement as the user gave it: on success the session has changed and can be taken
  /// back with `undo`; on failure it is as before.
  public static func run(
    _ statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    var next = session
    next.change = ""
    try execute(statement, in: &next)
    next.remember(session.scenario, since: session.revision)
    next.statements.append(statement.text)
    session = next
  }

  /// Runs one statement on a session that the caller puts back.
  static func execute(
    _ statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    var reader = ArgumentReader(statement)
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
      var located = error
      if located.location == nil {
        located.location = Location(statement.source, statement.span)
      }
      throw located
    }
  }

  private static func unknown(_ word: String, at place: Location) -> Diagnostic {
    let guesses = didYouMean(word, among: CommandTable.names)
    return Diagnostic(
      "unknown-command", "there is no command or kind `\(word)`", at: place,
      help: guesses.isEmpty ? ["`help` lists them"] : guesses)
  }

  /// Runs a whole script on a session that the caller puts back, and checks at its end that
  /// every name has a meaning.
  ///
  /// `after` is called behind each statement, to pass on what it printed.
  static func replay(
    _ script: Script, in session: inout Session,
    after: (inout Session) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    for statement in script.statements {
      try execute(statement, in: &session)
      try after(&session)
      if session.isOver { break }
    }
    session.scenario.close(with: script.closing)
    try check(&session)
  }

  /// What the end of a script has to hold: names that mean something, and a scenario that can run
  /// once it has a span.
  static func check(_ session: inout Session) throws(Diagnostic) {
    if let problem = session.scenario.problems().first { throw problem }
    if session.scenario.header != nil { _ = try session.project() }
  }
}
