import Diagnostics
import Language
import ParkModel

extension Session {
  /// Runs a file of the command line as one change, from a door to such files if there is one; `after`
  /// is called behind each statement. What throws leaves the session in between.
  mutating func run(
    file path: String, from door: Files? = nil,
    before: (StatementText, inout Session) throws(Diagnostic) -> Void = { _, _ in },
    after: (inout Session) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    let wasEmpty = scenario.isEmpty
    let source = try ScriptFile.read(path, door ?? files)
    scriptFolder = ScriptFile.folder(of: path)
    replaying = [path]
    hasAnswers = false
    file = wasEmpty ? path : nil
    if wasEmpty { ownFiles.insert(path, in: currentFolder) }
    defer {
      scriptFolder = nil
      replaying = []
    }
    try together { (session) throws(Diagnostic) in
      try Interpreter.replay(Script(source), in: &session, before: before, after: after)
    }
    close("\(path) run")
    transcript.add(script: path)
  }

  /// Runs the statements of `-c`, each a change.
  mutating func run(
    statements: String,
    before: (StatementText, inout Session) throws(Diagnostic) -> Void = { _, _ in },
    after: (inout Session) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    let source = SourceText(name: "command line", text: statements)
    try Interpreter.replay(Script(source), in: &self, before: before, after: after)
  }

  /// Runs the start-up file, to its first error; what came before that stands. `undo` does not take
  /// it back.
  mutating func start(
    _ path: String, after: (inout Session) -> Void, complain: (Diagnostic) -> Void
  ) {
    let before = revision
    let old = (scriptFolder, replaying, file)
    scriptFolder = ScriptFile.folder(of: path)
    replaying = [path]
    do throws(Diagnostic) {
      let script = Script(try ScriptFile.read(path, files))
      for statement in script.statements where !isOver {
        try Interpreter.run(statement, in: &self)
        after(&self)
      }
      try Interpreter.close(script, in: &self)
    } catch {
      complain(error)
    }
    (scriptFolder, replaying, file) = old
    // Settings are everybody's own, and no part of what was done.
    if revision != before { transcript.add(script: path) }
    settle(behind: revision == before ? 0 : 1)
  }
}
