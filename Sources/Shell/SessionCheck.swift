import Analysis
import Diagnostics
import Language
import ParkModel

/// What is looked for in a script where nobody waits for its answers: `parkline check`, and editors.
extension Session {
  /// Collects the errors of a script from here on, prints nothing and writes nothing.
  mutating func beginCheck(of path: String) {
    problems = ProblemList()
    problems?.isAnswering = false
    hush()
    scriptFolder = ScriptFile.folder(of: path)
    replaying = [path]
  }

  /// What is hardly meant in any branch, each doubt once.
  mutating func doubtsOfAllBranches() -> [Diagnostic] {
    var known: Set<String> = []
    var found: [Diagnostic] = []
    for name in branches.names {
      found += doubts(name).filter { !$0.isRemark && known.insert($0.key).inserted }
        .map(\.diagnostic)
    }
    return found
  }
}
