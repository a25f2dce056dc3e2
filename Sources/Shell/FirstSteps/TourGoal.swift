import Diagnostics
import Language
import ParkModel
import Quantities

/// What a step of the tour waits for: something that stands in the scenario, or a question that is asked.
struct TourGoal {
  private let statement: StatementText
  /// The word that it begins with, in English.
  let command: String
  /// What has to stand in the scenario, as a statement; nil where a question is asked.
  private let standing: StatementText?

  /// `earlier` are the statements of the steps before, the last first: what `undo` brings back was said by one of
  /// them. Nil of what is no single statement.
  init?(_ line: String, behind earlier: [String]) {
    func read(_ line: String) -> StatementText? {
      Script(SourceText(name: "tour", text: line)).statements.first
    }
    guard let statement = read(line), let command = CommandTable.command(of: statement)?.name else {
      return nil
    }
    self.statement = statement
    self.command = command
    if command == "undo" {
      // The statement that is taken back, and the one that declared what it changed.
      let name = earlier.first.flatMap(read).map { TourGoal.word(1, of: $0) }
      standing = earlier.dropFirst().lazy.compactMap(read).first {
        TourGoal.word(1, of: $0) == name
      }
    } else {
      standing =
        TourGoal.changes.contains(command) || EntityKind(rawValue: command) != nil ? statement : nil
    }
  }

  /// What changes a scenario, beside declarations.
  private static let changes: Set = ["branch", "cite", "set", "switch", "use"]

  /// Whether it is something that stands in the scenario, so that it can be done for somebody.
  var isStanding: Bool { standing != nil }

  /// How what was typed differs from what the step asks for.
  enum Difference {
    /// A thing of the kind has another name.
    case name(found: String, wanted: String)
    /// Attributes of a thing: those that are asked for, and what they are.
    case values(of: String, wanted: String, found: String)
    /// The command is the same, and answers something else.
    case answer
    case other
  }

  // MARK: What stands

  /// Whether the scenario has it already; false of a question.
  func isReached(in session: Session) -> Bool {
    guard let standing else { return false }
    switch CommandTable.command(of: standing)?.name {
    case "branch": return session.branches[TourGoal.word(1, of: standing)] != nil
    case "switch": return session.branch == TourGoal.word(1, of: standing)
    default: break
    }
    guard let edit = try? StatementReader.edit(standing, in: session.scenario) else { return false }
    switch edit {
    case .begin(let header):
      return session.scenario.header.map { differences(header.attributes, from: $0).isEmpty }
        ?? false
    case .declare(let wanted):
      guard let found = session.scenario.entity(named: wanted.name), found.kind == wanted.kind
      else {
        return false
      }
      return differences(wanted.attributes, from: found).isEmpty
    case .set(let target, _, let attributes, _):
      guard let found = session.scenario.entity(named: target.name) else { return false }
      return differences(attributes, from: found).isEmpty
    case .use(let target, _): return session.scenario.libraries.contains { $0.name == target.name }
    case .cite(let target, let citation):
      return session.scenario.entity(named: target.name)?.citations.contains {
        $0.attribute == citation.attribute && !$0.isBuiltIn
      } ?? false
    default: return false
    }
  }

  /// Whether a statement that was accepted does what the step asks for, and what is different where not.
  func difference(
    of typed: StatementText, answering output: String, from start: Session, to session: Session
  ) -> Difference? {
    if isStanding { return standingDifference(of: typed, from: start, to: session) }
    guard CommandTable.command(of: typed)?.name == command else { return .other }
    switch command {
    case "save": return nil
    case "export": return pieces(of: typed) == pieces(of: statement) ? nil : .answer
    default:
      var other = start
      guard (try? Interpreter.run(statement, in: &other)) != nil else { return .other }
      return other.takeOutput() == output ? nil : .answer
    }
  }

  private func standingDifference(
    of typed: StatementText, from start: Session, to session: Session
  ) -> Difference? {
    guard session.revision != start.revision || session.moves != start.moves else { return .other }
    if isReached(in: session) { return nil }
    guard let standing, let edit = try? StatementReader.edit(standing, in: session.scenario) else {
      return .other
    }
    switch edit {
    case .begin(let header):
      return session.scenario.header.map { values(of: "scenario", header.attributes, $0) } ?? .other
    case .declare(let wanted):
      if let found = session.scenario.entity(named: wanted.name), found.kind == wanted.kind {
        return values(of: wanted.name, wanted.attributes, found)
      }
      guard CommandTable.command(of: typed)?.name == wanted.kind.rawValue,
        session.scenario.entity(named: wanted.name) == nil,
        let new = session.scenario.entity(named: TourGoal.word(1, of: typed)),
        new.kind == wanted.kind
      else { return .other }
      return .name(found: new.name, wanted: wanted.name)
    case .set(let target, _, let attributes, _):
      guard let found = session.scenario.entity(named: target.name),
        TourGoal.word(1, of: typed) == target.name
      else { return .other }
      return values(of: target.name, attributes, found)
    default: return .other
    }
  }

  private func values(
    of name: String, _ wanted: [Attribute], _ found: Declaration
  ) -> Difference {
    let missing = differences(wanted, from: found)
    let others = missing.compactMap { found.attribute(named: $0.name) }
    return .values(
      of: name, wanted: missing.map(\.canonical).joined(separator: " "),
      found: others.map(\.canonical).joined(separator: " "))
  }

  /// The attributes that a declaration lacks or has otherwise.
  private func differences(_ wanted: [Attribute], from found: Declaration) -> [Attribute] {
    wanted.filter { attribute in
      guard let other = found.attribute(named: attribute.name) else { return true }
      return !isSame(attribute.value, other.value)
        && attribute.expression.canonical != other.expression.canonical
    }
  }

  /// Whether two values mean the same, whatever units they are written in.
  private func isSame(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.number(.constant(let one)), .number(.constant(let other))):
      abs(one - other) <= 1e-9 * max(abs(one), abs(other))
    case (.period(let one), .period(let other)): one.start == other.start && one.end == other.end
    default: false
    }
  }

  // MARK: Words

  private static func word(_ index: Int, of statement: StatementText) -> String {
    statement.tokens.indices.contains(index)
      ? statement.tokens[index].text(in: statement.source) : ""
  }

  /// The words behind the name of a file.
  private func pieces(of statement: StatementText) -> [String] {
    var reader = ArgumentReader(statement)
    _ = reader.word()
    _ = try? reader.file()
    let end = reader.here.span.lower
    return statement.tokens.filter { $0.span.lower >= end }.map { $0.text(in: statement.source) }
  }
}
