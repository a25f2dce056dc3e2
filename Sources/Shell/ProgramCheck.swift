public import Diagnostics
import Language

extension Program {
  /// Runs scripts, each by itself, for their errors alone: nothing is printed and nothing written.
  ///
  /// Where a script has none, the scenario's own consistency is looked at, as `check` does.
  public func check(files paths: [String]) -> Diagnostic.Exit {
    var exit = Diagnostic.Exit.done
    var all = ProblemList()
    for path in paths {
      session = Session(files: files)
      session.problems = ProblemList()
      session.hush()
      let result = check(path)
      if exit == .done { exit = result }
      if let problems = session.problems { all.include(problems) }
    }
    summarise(all)
    return exit
  }

  private func check(_ path: String) -> Diagnostic.Exit {
    do throws(Diagnostic) {
      let source = try ScriptFile.read(path, session.files)
      session.scriptFolder = ScriptFile.folder(of: path)
      session.replaying = [path]
      try Interpreter.replay(Script(source), in: &session, after: pass)
      if session.problems?.isEmpty == true, CommandTable.command(named: "check") != nil {
        // The scenario at the end of the script is what is checked, also behind a `quit`.
        session.isOver = false
        let statement = Script(SourceText(name: path, text: "check"))
        try Interpreter.replay(statement, in: &session, after: pass)
      }
    } catch {
      session.collect(error, of: nil)
      for problem in session.problems?.take() ?? [] { report(problem) }
    }
    return session.problems?.exit ?? .done
  }
}
