import Diagnostics
import Language
import ParkModel

extension Session {
  /// Notes an error of a script that goes on, and what else is wrong with the same statement, each by
  /// itself: it is found when what is wrong before it is left out.
  mutating func collectAll(_ problem: Diagnostic, of statement: StatementText) {
    collect(problem, of: statement)
    // Where a value is missing, its place is that of the next attribute.
    guard problem.slug != "missing-value", problem.location?.source === statement.source else {
      return
    }
    if let word = statement.tokens.first?.text(in: statement.source),
      StatementReader.words.contains(word)
    {
      collectAttributes(behind: problem, of: statement)
    } else {
      collectNames(behind: problem, of: statement)
    }
  }

  /// What else is wrong with the attributes of a statement that changes the scenario.
  private mutating func collectAttributes(behind problem: Diagnostic, of statement: StatementText) {
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
        problems?.add(further: error)
        problem = error
      }
    }
  }

  /// What else a question names that means nothing: each name that is none is replaced by something that
  /// means something, as long as it stands in the same columns.
  private mutating func collectNames(behind problem: Diagnostic, of statement: StatementText) {
    var text = statement.source.text(in: statement.span).utf8.map { $0 }
    var problem = problem
    var replaced: [Span] = []
    for _ in 0..<20 {
      guard let location = problem.location, Session.slugsOfOneName.contains(problem.slug) else {
        return
      }
      let start = location.span.lower - statement.span.lower
      let length = location.span.upper - location.span.lower
      replaced.append(location.span)
      guard start >= 0, start + length <= text.count, length > 0 else { return }
      var next: (text: [UInt8], problem: Diagnostic)?
      for word in ["tax", "1", ""] where word.utf8.count <= length {
        var other = text
        let blanks = Array(repeating: UInt8(ascii: " "), count: length - word.utf8.count)
        other.replaceSubrange(start..<start + length, with: blanks + Array(word.utf8))
        guard let found = self.problem(of: other, in: statement),
          Session.slugsOfOneName.contains(found.slug), let place = found.location,
          !replaced.contains(where: {
            $0.lower < place.span.upper && place.span.lower < $0.upper
          })
        else { continue }
        next = (other, found)
        break
      }
      guard let next else { return }
      (text, problem) = next
      problems?.add(further: problem)
    }
  }

  /// What is wrong with a question, written a little otherwise; at the place where it stands.
  private func problem(of text: [UInt8], in statement: StatementText) -> Diagnostic? {
    let script = Script(SourceText(name: "", utf8: text))
    guard script.statements.count == 1 else { return nil }
    var reader = ArgumentReader(script.statements[0], units: scenario.units)
    guard let command = reader.word().flatMap({ CommandTable.command(named: $0.text) }) else {
      return nil
    }
    var copy = self
    copy.problems = nil
    copy.hush()
    var invocation = Invocation(statement: script.statements[0], reader: reader)
    do throws(Diagnostic) {
      try command.perform(&copy, &invocation)
      return nil
    } catch {
      guard let location = error.location, location.source === script.statements[0].source else {
        return nil
      }
      var problem = error
      problem.location = Location(
        statement.source,
        Span(
          location.span.lower + statement.span.lower, location.span.upper + statement.span.lower))
      return problem
    }
  }

  /// Mistakes in one name or number, whatever stands beside it.
  private static let slugsOfOneName: Set<String> = [
    "outside-span", "unknown-attribute", "unknown-choice", "unknown-function", "unknown-metric",
    "unknown-name", "unknown-unit",
  ]

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
