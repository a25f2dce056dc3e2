import Diagnostics
import Language
import ParkModel

extension Session {
  /// Notes an error of a script that goes on, and what else is wrong with the attributes of the same
  /// statement, each by itself: it is found when the wrong ones before it are left out.
  mutating func collectAll(_ problem: Diagnostic, of statement: StatementText) {
    collect(problem, of: statement)
    // Where a value is missing, its place is that of the next attribute.
    guard problem.slug != "missing-value" else { return }
    var statement = statement
    var problem = problem
    // Each turn leaves out one attribute.
    while let rest = statement.leavingOut(problem.location) {
      statement = rest
      do throws(Diagnostic) {
        _ = try StatementReader.edit(statement, in: scenario)
        return
      } catch {
        // What attributes say together is another matter once one of them is left out.
        guard Session.slugsOfOneAttribute.contains(error.slug) else { return }
        collect(error, of: nil)
        problem = error
      }
    }
  }

  /// Mistakes in one attribute, whatever stands beside it.
  private static let slugsOfOneAttribute: Set<String> = [
    "bad-distribution", "division-by-zero", "empty-list", "empty-schedule", "missing-unit",
    "mixed-keys", "no-such-date", "no-value", "not-straight", "out-of-order",
    "out-of-range", "too-deep", "too-large", "unknown-attribute", "unknown-choice",
    "unknown-function", "unknown-unit", "wrong-count", "wrong-dimension", "wrong-kind",
  ]
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
