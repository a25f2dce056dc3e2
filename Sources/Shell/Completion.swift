import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// One way to go on with a line.
public struct Suggestion: Sendable, Equatable {
  public var text: String
  public var summary: String
  /// What follows when it is the only one: a space, `=` or nothing.
  public var ending: String

  init(_ text: String, _ summary: String = "", ending: String = " ") {
    self.text = text
    self.summary = summary
    self.ending = ending
  }
}

/// What Tab offers, from the command's row and the scenario at hand.
public enum Completion {
  /// The suggestions for the text before the cursor, and how many bytes of it they replace.
  public static func suggestions(
    for text: String, in session: Session
  ) -> (replacing: Int, suggestions: [Suggestion]) {
    var session = session
    let statement = text[lastStatement(of: text)...]
    let partial = partialWord(of: statement)
    let before = statement.dropLast(partial.count)
    let words = before.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" })
    let found: [Suggestion]
    if let command = words.first.map(String.init) {
      found = argument(command, words.dropFirst().map(String.init), before, partial, &session)
    } else {
      found = (CommandTable.rows + CommandTable.declarations)
        .map { Suggestion($0.name, $0.summary) }.sorted { $0.text < $1.text }
    }
    var seen: Swift.Set<String> = []
    let matching = found.filter { $0.text.hasPrefix(partial) && seen.insert($0.text).inserted }
    return (partial.utf8.count, matching)
  }

  /// The words that an attribute may be, as far as they are fixed.
  static func values(of row: AttributeRow) -> [String] {
    switch row.form {
    case .choice(let choices): choices
    case .taxBase: TaxBase.words.map(\.0)
    case .taxRate: Sector.profile.map { "sector.\($0.name)" }
    default: []
    }
  }

  // MARK: Where the cursor is

  /// Where the last statement begins: behind a `;` or a line break outside quotes.
  private static func lastStatement(of text: String) -> String.Index {
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      switch text[index] {
      case "\"": isQuoted.toggle()
      case ";", "\n": if !isQuoted { start = text.index(after: index) }
      default: break
      }
    }
    return start
  }

  /// The letters before the cursor that a suggestion would replace.
  private static func partialWord(of text: Substring) -> String {
    var start = text.endIndex
    while start > text.startIndex {
      let previous = text.index(before: start)
      let character = text[previous]
      guard character.isLetter || character.isNumber || "_-./".contains(character) else { break }
      start = previous
    }
    return String(text[start...])
  }

  // MARK: What may stand there

  private static func argument(
    _ command: String, _ words: [String], _ before: Substring, _ partial: String,
    _ session: inout Session
  ) -> [Suggestion] {
    guard let row = CommandTable.command(named: command) else { return [] }
    if let attribute = openAttribute(before) {
      return values(of: attribute, command, words, session, inList: before.last != "=")
    }
    if before.last == "[" || before.last == ",", before.contains("[") {
      return scopes(&session)
    }
    if let kind = EntityKind(rawValue: command) {
      return words.isEmpty && kind.isNamed ? [] : attributes(kind.row, given: words)
    }
    // Two branches come before anything else.
    if case .branches? = row.arguments.first, words.count < 2 {
      return suggestions(for: .branches, words, partial, &session)
    }
    return row.arguments.flatMap { argument in
      suggestions(for: argument, words, partial, &session)
    }
  }

  private static func suggestions(
    for argument: Command.Argument, _ words: [String], _ partial: String,
    _ session: inout Session
  ) -> [Suggestion] {
    switch argument {
    case .attributes(let list):
      return list.map { Suggestion($0.name, $0.values.joined(separator: ", "), ending: "=") }
    case .branch: return words.isEmpty ? branches(session) : []
    case .branchBehind(let word): return words.last == word ? branches(session) : []
    case .cityBehind(let word):
      return words.last == word
        ? session.scenario.entities(.city).map { Suggestion($0.name, $0.title ?? "") } : []
    case .branches:
      let known = session.branches.names
      return words.allSatisfy(known.contains)
        ? branches(session).filter { !words.contains($0.text) } : []
    case .entity: return words.isEmpty ? entities(session) : []
    case .entityAttribute:
      guard let name = words.first else {
        return entities(session) + [
          Suggestion("model", "the model's own numbers"), Suggestion("scenario", "the span"),
        ]
      }
      let entity =
        name == "scenario" ? session.scenario.header : session.scenario.entity(named: name)
      return entity.map { attributes($0.kind.row, given: words) } ?? []
    case .file: return words.isEmpty ? files(partial, session) : []
    case .kind:
      return EntityKind.allCases.filter(\.isNamed).map { Suggestion($0.rawValue, $0.row.summary) }
    case .library: return Library.names.map { Suggestion($0) }
    case .metrics: return metrics(&session)
    case .slug: return ErrorCatalogue.rows.map { Suggestion($0.slug, $0.title) }
    case .words(let list): return list.filter { !words.contains($0) }.map { Suggestion($0) }
    case .topic: return HelpTopics.suggestions(session)
    }
  }

  /// The attribute whose value the cursor is in: `by=`, `to=[a, `.
  private static func openAttribute(_ before: Substring) -> String? {
    guard let sign = before.lastIndex(of: "=") else { return nil }
    let rest = before[before.index(after: sign)...]
    let isOpenList = rest.first == "[" && !rest.contains("]")
    guard rest.isEmpty || isOpenList else { return nil }
    let name = partialWord(of: before[..<sign])
    return name.isEmpty ? nil : name
  }

  private static func values(
    of attribute: String, _ command: String, _ words: [String], _ session: Session, inList: Bool
  ) -> [Suggestion] {
    var kind = EntityKind(rawValue: command)
    if command == "set", let name = words.first {
      kind = session.scenario.entity(named: name)?.kind ?? (name == "scenario" ? .scenario : nil)
    }
    let ending = inList ? "" : " "
    if let row = kind?.row.attribute(named: attribute) {
      switch row.form {
      case .entity(let kind), .entities(let kind):
        return session.scenario.entities(kind).map {
          Suggestion($0.name, $0.title ?? "", ending: ending)
        }
      case .number, .expression:
        return names(session, [.assume])
          + FunctionHelp.suggestions.map { Suggestion($0.text, $0.summary, ending: "(") }
      default: return values(of: row).map { Suggestion($0, ending: ending) }
      }
    }
    for case .attributes(let list) in CommandTable.command(named: command)?.arguments ?? [] {
      if let found = list.first(where: { $0.name == attribute }) {
        return found.values.map { Suggestion($0, ending: ending) }
      }
    }
    return []
  }

  private static func attributes(_ row: EntityRow, given words: [String]) -> [Suggestion] {
    row.attributes.filter { attribute in
      !words.contains { $0.hasPrefix(attribute.name + "=") }
    }.map { Suggestion($0.name, $0.summary, ending: "=") }
  }

  private static func entities(_ session: Session) -> [Suggestion] {
    session.scenario.all.map { entity in
      Suggestion(entity.name, entity.title.map { "\(entity.kind) \($0)" } ?? "\(entity.kind)")
    }
  }

  private static func branches(_ session: Session) -> [Suggestion] {
    session.branches.all.map { branch in
      Suggestion(branch.name, branch.origin.map { "made from \($0)" } ?? "the first")
    }
  }

  /// What is defined under these kinds.
  private static func names(_ session: Session, _ kinds: [EntityKind]) -> [Suggestion] {
    session.scenario.all.filter { kinds.contains($0.kind) }.map {
      Suggestion($0.name, $0.title ?? $0.kind.noun, ending: "")
    }
  }

  private static func metrics(_ session: inout Session) -> [Suggestion] {
    let taxes = session.scenario.entities(.tax)
    return MetricTable.rows.map { Suggestion($0.name, $0.summary, ending: "") }
      + taxes.map { Suggestion("tax.\($0.name)", $0.title ?? "", ending: "") }
      + names(session, [.assume, .metric])
      + FunctionHelp.suggestions.map { Suggestion($0.text, $0.summary, ending: "(") }
  }

  private static func scopes(_ session: inout Session) -> [Suggestion] {
    let kinds: [EntityKind] = [.park, .phase, .firm, .cohort, .sector, .city, .tax]
    return session.scenario.all.filter { kinds.contains($0.kind) }.map {
      Suggestion($0.name, $0.title ?? "\($0.kind)", ending: "")
    }
  }

  private static func files(_ partial: String, _ session: Session) -> [Suggestion] {
    let folder = partial.lastIndex(of: "/").map { String(partial[...$0]) } ?? ""
    return session.files.list(folder).map { name in
      Suggestion(folder + name, ending: name.hasSuffix("/") ? "" : " ")
    }
  }
}
