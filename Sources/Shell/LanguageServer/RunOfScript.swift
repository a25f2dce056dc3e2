import Diagnostics
import Language

/// What `parkline check` says of a script: its questions are answered and its scenarios run, for nobody.
enum RunOfScript {
  /// Every error, and where there is none what is doubted; nil where it was asked to stop before its end.
  static func problems(of source: SourceText, from start: Session) -> [Diagnostic]? {
    var session = start
    session.isOnlyRead = false
    var found: [Diagnostic] = []
    do throws(Diagnostic) {
      try Interpreter.replay(
        Script(source), in: &session,
        after: { session in found += session.problems?.take() ?? [] })
      if session.problems?.isEmpty == true { found += session.doubtsOfAllBranches() }
      try session.stop.check()
    } catch {
      guard error.exit != .interrupted else { return nil }
      session.collect(error, of: nil)
      found += session.problems?.take() ?? []
    }
    return found
  }
}
