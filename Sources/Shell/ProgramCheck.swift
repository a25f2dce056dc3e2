public import Diagnostics
import Language

extension Program {
  /// Runs scripts, each by itself, for their errors alone: nothing is printed and nothing written.
  ///
  /// Where a script has none, what is legal in its scenario and yet hardly meant is said too.
  public func check(files paths: [String]) -> Diagnostic.Exit {
    var exit = Diagnostic.Exit.done
    var all = ProblemList()
    for path in paths {
      session = Session(files: files, stop: stop)
      session.beginCheck(of: path)
      let result = check(path)
      if exit == .done { exit = result }
      if let problems = session.problems { all.include(problems) }
    }
    summarise(all)
    return exit
  }

  private func check(_ path: String) -> Diagnostic.Exit {
    do throws(Diagnostic) {
      let source = try ScriptFile.read(path, scripts ?? session.files)
      try Interpreter.replay(Script(source), in: &session, after: pass)
      if session.problems?.isEmpty == true {
        for doubt in session.doubtsOfAllBranches() { report(doubt) }
      }
    } catch {
      session.collect(error, of: nil)
      for problem in session.problems?.take() ?? [] { report(problem) }
    }
    return session.problems?.exit ?? .done
  }
}
