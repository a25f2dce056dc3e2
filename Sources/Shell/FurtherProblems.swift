import Diagnostics
import Language
import ParkModel

extension Session {
  /// Notes an error of a script that goes on, and what else is wrong with the attributes of the same
  /// statement: each is found when the wrong ones before it are left out. What is right of the
  /// statement stands, so that what follows in the script finds its name.
  mutating func collectAll(_ problem: Diagnostic, of statement: StatementText) {
    collect(problem, of: statement)
    var statement = statement
    var problem = problem
    // Each turn leaves out one attribute.
    while let rest = statement.leavingOut(problem.location) {
      statement = rest
      do throws(Diagnostic) {
        guard let edit = try StatementReader.edit(statement, in: scenario) else { return }
        try make(.edit(edit), edit.summary)
        return
      } catch {
        // What was left out is not missing.
        guard error.slug != "missing-attribute", error.slug != "syntax" else { return }
        collect(error, of: nil)
        problem = error
      }
    }
  }
}

extension StatementText {
  /// The statement without the attribute in which a place lies; nil where it lies in none.
  fileprivate func leavingOut(_ place: Location?) -> StatementText? {
    guard let place, place.source === source else { return nil }
    var depth = 0
    var starts: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.isMark("(") || token.isMark("[") || token.isMark("{") { depth += 1 }
      if token.isMark(")") || token.isMark("]") || token.isMark("}") { depth -= 1 }
      guard depth == 0, token.kind == .word, index + 1 < tokens.count,
        tokens[index + 1].isMark("="), !tokens[index + 1].spaced
      else { continue }
      starts.append(index)
    }
    guard
      let start = starts.last(where: { tokens[$0].span.lower <= place.span.lower })
    else { return nil }
    let end = starts.first { $0 > start } ?? tokens.count
    guard place.span.lower < tokens[end - 1].span.upper else { return nil }
    var rest = self
    rest.tokens.removeSubrange(start..<end)
    return rest
  }
}
