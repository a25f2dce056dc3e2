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
  ///
  /// Where the session's `stop` asked meanwhile, that is what it throws, whatever the statement came
  /// to: work that is asked to stop may leave its loops early and be of no use.
  static func runInPlace(
    _ statement: StatementText, in session: inout Session
  ) throws(Diagnostic) {
    try session.stop.check()
    session.change = ""
    if session.replaying.isEmpty {
      session.unsaved.begin()
      session.declared = nil
    }
    // Also what replays others has happened, where one of them wrote.
    let hadWritten = session.hasWritten
    session.hasWritten = false
    defer { session.hasWritten = session.hasWritten || hadWritten }
    do throws(Diagnostic) {
      try execute(statement, in: &session)
    } catch {
      try session.stop.check()
      throw error.isAbout(statement) ? error : session.traced([error], in: session.branch)[0]
    }
    try session.checkStop()
    session.problems?.leaveOut(statement)
    let isChange = session.close(session.change)
    guard session.replaying.isEmpty else { return }
    session.unsaved.note(isChange: isChange)
    session.retypable = nil
    session.note(statement)
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
          "syntax", "a statement begins with a command or a kind, not with `\(name)=`", at: start,
          help: Slips.help(forUnknown: statement, session) ?? [])
      }
      throw Diagnostic(
        "syntax", "a statement begins with a command or a kind of thing", at: start,
        help: Slips.help(forUnknown: statement, session) ?? ["`help` lists them"])
    }
    guard let command = CommandTable.command(named: word.text) else {
      var problem = unknown(word.text, at: reader.location(word.span))
      problem.help = Slips.help(forUnknown: statement, session) ?? problem.help
      throw problem
    }
    var invocation = Invocation(statement: statement, reader: reader)
    do throws(Diagnostic) {
      try command.perform(&session, &invocation)
    } catch {
      // What says nothing of its place is about the statement as a whole.
      var problem = error.placed(at: Location(statement.source, statement.span))
        .proposing(within: statement)
      if let help = Slips.help(for: statement, problem, session) { problem.help = help }
      throw problem
    }
  }

  /// How a statement with this first word is laid out. Words that are kept for later count too.
  static func shape(
    of word: String, at place: Location
  ) throws(Diagnostic) -> StatementShape {
    if let command = CommandTable.command(named: word) { return command.shape }
    if Names.isKept(word) { return .words }
    throw unknown(word, at: place)
  }

  private static func unknown(_ word: String, at place: Location) -> Diagnostic {
    if Names.isKept(word) {
      return Diagnostic(
        "not-yet", "`\(word)` is not there yet", at: place,
        notes: [Diagnostic.Note("its name is kept for a later version")],
        help: ["`help` lists what there is"])
    }
    let guesses = didYouMean(
      word, among: TypedChinese.candidates(CommandTable.names, for: word, at: .beginning))
    // As it was typed, which may be Chinese.
    let typed = place.source.text(in: place.span)
    return Diagnostic(
      "unknown-command", "there is no command or kind `\(typed)`", at: place,
      help: guesses.isEmpty ? ["`help` lists them"] : guesses)
  }

  /// Runs a whole script, and checks at its end that every name has a meaning.
  ///
  /// The first error ends it, unless the session collects errors. `after` is called behind each
  /// statement, to pass on what it printed.
  static func replay(
    _ script: Script, in session: inout Session,
    before: (StatementText, inout Session) throws(Diagnostic) -> Void = { _, _ in },
    after: (inout Session) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    var script = script
    while true {
      var unclosed: Location?
      for (index, statement) in script.statements.enumerated() where !session.isOver {
        do throws(Diagnostic) {
          try before(statement, &session)
          let printed = session.printed
          // Of the whole work a nested script is the part that its statement is.
          try session.stop.within(index, of: script.statements.count) { () throws(Diagnostic) in
            try runInPlace(statement, in: &session)
          }
          session.entitle(statement, printedFrom: printed)
        } catch {
          var problem = error
          if script.isUnfinished, index == script.statements.count - 1 {
            // What a bracket swallowed makes no sense, but that is not what is wrong.
            problem = .unclosedBracket(in: statement) ?? problem
            unclosed = problem.slug == "unclosed" ? problem.location : nil
          }
          guard session.problems != nil, problem.exit != .interrupted else { throw problem }
          session.collectAll(problem, of: statement)
        }
        try after(&session)
      }
      // What was swallowed is read by itself.
      guard let unclosed, session.problems?.mayResume() == true,
        let rest = unclosed.source.rest(afterLineOf: unclosed.span.lower)
      else { break }
      script = Script(rest)
    }
    try close(script, in: &session)
    try after(&session)
  }

  /// Keeps the comments behind the last statement of a script, and checks it.
  static func close(_ script: Script, in session: inout Session) throws(Diagnostic) {
    if !script.closing.isEmpty { try session.make(.closing(script.closing), "comments") }
    try check(&session)
  }

  /// What the end of a script has to hold of every branch that it changed, and of the one at hand:
  /// names that mean something, and a scenario that can run once it has a span.
  private static func check(_ session: inout Session) throws(Diagnostic) {
    for branch in session.branches.all where branch.isTouched || branch.name == session.branch {
      do throws(Diagnostic) {
        try check(branch, &session)
      } catch {
        throw branch.name == session.branch ? error : error.inBranch(branch.name)
      }
    }
  }

  private static func check(_ branch: Branch, _ session: inout Session) throws(Diagnostic) {
    // A scenario of which something failed says nothing by how it runs.
    let mistakes =
      session.problems?.isDamaged == true
      ? Check.problems(of: branch.scenario, stop: session.stop) : session.mistakes(branch.name)
    try session.stop.check()
    guard !mistakes.isEmpty else { return }
    let traced = session.traced(mistakes, in: branch.name)
    guard session.problems != nil else { throw traced[0] }
    let isOther = branch.name != session.branch
    for problem in traced {
      session.collect(isOther ? problem.inBranch(branch.name) : problem, of: nil)
    }
  }
}

extension Diagnostic {
  /// Whether it points into a statement, or nowhere.
  fileprivate func isAbout(_ statement: StatementText) -> Bool {
    guard let location else { return true }
    return location.source === statement.source && statement.span.lower <= location.span.lower
      && location.span.upper <= statement.span.upper
  }
}
