import Diagnostics
import Language
import ParkModel

/// The errors of scripts that go on after one: `--keep-going` and `parkline check`.
///
/// An error that only follows from an earlier one is left out: a name that is not there because its
/// declaration failed, or the same complaint about the same place again.
struct ProblemList: Sendable {
  /// Those that nobody has been told yet.
  private var fresh: [Diagnostic] = []
  private(set) var count = 0
  /// What only followed from others.
  private(set) var followers = 0
  /// What the first one says that the program reports to its caller.
  private(set) var exit = Diagnostic.Exit.done
  /// Names whose declaration failed.
  private var missing: Set<String> = []
  /// Names whose removal failed.
  private var remaining: Set<String> = []
  /// Whether a script failed that might have declared any name.
  private var anyIsMissing = false
  /// Whether a statement failed that would have said something of the scenario.
  private var isDamaged = false
  private var seen: Set<String> = []
  /// How often a script may still be read on behind a bracket that nothing closes.
  private var resumptions = 20

  var isEmpty: Bool { count == 0 && followers == 0 }

  mutating func add(_ problem: Diagnostic, of statement: StatementText?) {
    let follows = follows(problem)
    if let statement { lose(statement) }
    let asksOnly = statement.map { isQuestion($0) } ?? false
    guard !follows, seen.insert(identity(problem)).inserted else {
      followers += 1
      return
    }
    if count == 0 { exit = problem.exit }
    count += 1
    isDamaged = isDamaged || !asksOnly
    fresh.append(problem)
  }

  /// Counts those of another list too.
  mutating func include(_ other: ProblemList) {
    if count == 0 { exit = other.exit }
    count += other.count
    followers += other.followers
  }

  /// Takes those that nobody has been told yet.
  mutating func take() -> [Diagnostic] {
    defer { fresh = [] }
    return fresh
  }

  mutating func mayResume() -> Bool {
    resumptions -= 1
    return resumptions >= 0
  }

  /// Whether a statement only asks for something, so that the scenario is what it was without it.
  private func isQuestion(_ statement: StatementText) -> Bool {
    var reader = ArgumentReader(statement)
    let command = reader.word().flatMap { CommandTable.command(named: $0.text) }
    return command?.group == .results || command?.group == .look || command?.name == Export.row.name
  }

  /// Notes what is not there because a statement failed.
  private mutating func lose(_ statement: StatementText) {
    var reader = ArgumentReader(statement)
    guard let word = reader.word()?.text else { return }
    let name = reader.word()?.text
    switch word {
    case "scenario": missing.insert(word)
    case "use": missing.formUnion(Library.names.flatMap(Library.declaredNames))
    case "import", "open", "replay": anyIsMissing = true
    case "remove": remaining.formUnion([name].compactMap(\.self))
    case "rename":
      remaining.formUnion([name].compactMap(\.self))
      missing.formUnion([reader.word()?.text].compactMap(\.self))
    case "cite", "set", "unset": break
    case "branch": missing.formUnion([name].compactMap(\.self))
    default:
      if EntityKind(rawValue: word) != nil { missing.formUnion([name].compactMap(\.self)) }
    }
  }

  private func follows(_ problem: Diagnostic) -> Bool {
    switch problem.slug {
    case "no-scenario": return missing.contains(EntityKind.scenario.rawValue)
    case "declared-twice": return words(problem).contains(where: remaining.contains)
    // Figures of which a part is missing prove nothing.
    case "expectation", "inconsistent": return isDamaged
    case "not-one-number", "unknown-branch", "unknown-choice", "unknown-function", "unknown-metric",
      "unknown-name",
      "unknown-unit":
      return anyIsMissing && problem.slug != "unknown-choice"
        || words(problem).contains(where: missing.contains)
    default: return false
    }
  }

  /// The names in the piece of text that a problem points at.
  private func words(_ problem: Diagnostic) -> [String] {
    guard let location = problem.location, location.span.upper - location.span.lower <= 1000 else {
      return []
    }
    let piece = SourceText(name: "", text: location.source.text(in: location.span))
    return Lexer.tokens(of: piece).tokens.filter { $0.kind == .word }.map { $0.text(in: piece) }
  }

  private func identity(_ problem: Diagnostic) -> String {
    // A circle is the same wherever it is entered.
    if problem.slug.hasPrefix("circular"), let ring = problem.message.split(separator: ": ").last {
      return problem.slug + Set(ring.split(separator: " → ")).sorted().joined(separator: " ")
    }
    let place = problem.location.map { "\($0.place):\($0.span.lower)" } ?? ""
    return "\(problem.slug) \(place) \(problem.message)"
  }
}
