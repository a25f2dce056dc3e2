import Diagnostics
import Language
import ParkModel

/// The errors of scripts that go on after one: `--keep-going` and `parkline check`.
///
/// An error that only follows from an earlier one is left out: a name that is not there because its
/// declaration failed, or the same complaint about the same place again.
struct ProblemList: Sendable {
  /// Whether questions are answered as long as nothing is damaged; else only errors are looked for.
  var isAnswering = true
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
  /// Whether a statement failed that would have said something of the scenario, so that it is not what
  /// was meant.
  private(set) var isDamaged = false
  /// Answers that are left out since.
  private(set) var unanswered = 0
  /// Expectations that could not be held since.
  private(set) var unheld = 0
  private var seen: Set<String> = []
  /// How often a script may still be read on behind a bracket that nothing closes.
  private var resumptions = 20

  var isEmpty: Bool { count == 0 && followers == 0 }

  /// Adds an error of a statement; nil where it is of a script as a whole.
  mutating func add(_ problem: Diagnostic, of statement: StatementText?) {
    if let statement { leaveOut(statement) }
    let follows = follows(problem)
    if let statement { lose(statement) }
    guard !follows, seen.insert(identity(problem)).inserted else {
      followers += 1
      return
    }
    if count == 0 { exit = problem.exit }
    count += 1
    isDamaged = isDamaged || statement?.leavesScenario != true
    fresh.append(problem)
  }

  /// Adds what else is wrong with a statement that has an error already.
  mutating func add(further problem: Diagnostic) {
    guard !follows(problem), seen.insert(identity(problem)).inserted else { return }
    count += 1
    fresh.append(problem)
  }

  /// Notes a question that has no answer, because the scenario is not what was meant; the first says so.
  mutating func leaveOut(_ statement: StatementText) {
    guard isDamaged else { return }
    if CommandTable.command(of: statement)?.signature.takesCondition == true {
      unheld += 1
    } else if isAnswering, statement.isQuestion {
      unanswered += 1
    } else {
      return
    }
    guard isAnswering, unanswered + unheld == 1 else { return }
    fresh.append(
      Diagnostic(
        "not-answered", "answers are left out from here on, since the scenario lacks what failed",
        at: Location(statement.source, statement.span), severity: .warning))
  }

  /// Counts those of another list too.
  mutating func include(_ other: ProblemList) {
    if count == 0 { exit = other.exit }
    count += other.count
    followers += other.followers
    unheld += other.unheld
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

  /// Notes what is not there because a statement failed.
  private mutating func lose(_ statement: StatementText) {
    var reader = ArgumentReader(statement)
    guard let word = reader.word()?.text else { return }
    guard let command = CommandTable.command(named: word) else {
      // Nobody knows what a command would have declared that is not there yet.
      anyIsMissing = anyIsMissing || Names.isKept(word)
      return
    }
    if command.kind == .scenario { missing.insert(word) }
    for place in command.signature.places {
      switch place.kind {
      case .library: missing.formUnion(Library.names.flatMap(Library.declaredNames))
      case .script: anyIsMissing = true
      case .oldName: remaining.formUnion([reader.word()?.text].compactMap(\.self))
      case .newBranch, .newName: missing.formUnion([reader.word()?.text].compactMap(\.self))
      default: return
      }
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
    if problem.slug.hasPrefix("circular"),
      let ring = problem.message.text.split(separator: ": ").last
    {
      return problem.slug + Set(ring.split(separator: " → ")).sorted().joined(separator: " ")
    }
    let place = problem.location.map { "\($0.place):\($0.span.lower)" } ?? ""
    return "\(problem.slug) \(place) \(problem.message.text)"
  }
}

extension StatementText {
  /// Whether it asks for something that is printed or written.
  fileprivate var isQuestion: Bool {
    CommandTable.command(of: self).map { $0.trace == .question || $0.trace == .saving } ?? false
  }

  /// Whether the scenario is what it was without it. A word that is none is taken for the nearest.
  fileprivate var leavesScenario: Bool {
    guard let word = tokens.first?.text(in: source) else { return false }
    let command =
      CommandTable.command(named: word)
      ?? nearest(to: word, in: CommandTable.names).first.flatMap { CommandTable.command(named: $0) }
    guard let command else { return Names.isKept(word) }
    return isQuestion || command.group == .shell
      || command.trace != .change && command.trace != .writing
  }
}
