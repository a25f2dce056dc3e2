import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// What Tab offers, from the grammar, the command's row and the scenario at hand.
public enum Completion {
  /// The suggestions for the text before the cursor, and how many bytes of it they replace.
  public static func suggestions(
    for text: String, in session: Session
  ) -> (replacing: Int, suggestions: [Suggestion]) {
    guard let place = TypingPlace(behind: text, in: session) else { return (0, []) }
    return (place.length, suggestions(at: place, in: session))
  }

  /// What may stand at a place; with `isExact`, only what begins with the word as it is typed.
  static func suggestions(
    at place: TypingPlace, in session: Session, isExact: Bool = false
  ) -> [Suggestion] {
    var offers = Offers(place.typed, isExact: isExact)
    if place.context.isAtFile {
      FileNames(place.typed, session).offer(to: &offers, endings: place.context.fileEndings)
    } else {
      place.offer(to: &offers, session)
    }
    return offers.suggestions
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
}

extension TypingPlace {
  /// Offers what may stand here.
  fileprivate func offer(to offers: inout Offers, _ session: Session) {
    guard context.command != nil else {
      for row in CommandTable.inOrder { offers.offer(row.name, row.summary) }
      return
    }
    guard let row = context.row else { return }
    if typed.hasPrefix("-") { return offerOptions(of: row, to: &offers) }
    let values = ValueNames(context, session, typed: typed)
    if isNumber, values.takesUnits { return values.offerNumber(with: typed, to: &offers) }
    switch context.before {
    case .conversion:
      let dimension = converted.flatMap { values.dimension(of: $0) } ?? values.dimension
      return values.offerUnits(to: &offers, of: dimension, isConversion: true)
    case .per: return values.offerUnits(to: &offers, of: nil)
    case .number where values.takesUnits, .magnitude where values.takesUnits:
      if !isSpaced || values.needsUnit {
        return values.offerUnits(to: &offers, of: values.dimension)
      }
      if !typed.isEmpty { values.offerUnits(to: &offers, of: values.dimension) }
    default: break
    }
    let expects = context.expectsValue
    switch context.brackets.last {
    case .scope:
      if expects || !typed.isEmpty { values.offerScopes(to: &offers) }
      return
    case .list where context.attribute != nil && expects:
      return values.offerValues(to: &offers, isInList: true)
    case .schedule where context.isBehindColon && expects && context.attribute != nil:
      return values.offerValues(to: &offers, isInList: true)
    case .schedule:
      // Keys are dates, or ages where a schedule goes by those.
      if expects, !context.isBehindColon, context.attribute != Incentive.schedule.name {
        values.offerYears(to: &offers, ending: ": ")
      }
      return
    case .some:
      if expects { values.offerNames(to: &offers) }
      return
    case .none: break
    }
    if context.attribute != nil, expects { return values.offerValues(to: &offers, isInList: false) }
    offerArguments(of: row, to: &offers, session)
  }

  private func offerOptions(of row: Command, to offers: inout Offers) {
    for option in row.options where !context.options.contains(String(option.dropFirst(2))) {
      offers.offer(option)
    }
  }

  // MARK: Arguments

  private func offerArguments(of row: Command, to offers: inout Offers, _ session: Session) {
    if let kind = EntityKind(rawValue: row.name) {
      // A new name is nobody's to offer.
      if kind.isNamed, context.words.isEmpty { return }
      guard kind.isDefinition else { return offerAttributes(of: kind, to: &offers) }
      if context.attribute == nil { return offers.offer("=", "and its value") }
    }
    if case .branches? = row.arguments.first, context.words.count < 2 {
      return offer(.branches, to: &offers, session)
    }
    // Behind a word that announces a name only that may follow.
    if let last = context.words.last,
      let announced = row.arguments.first(where: { $0.announcement == last })
    {
      return offer(announced, to: &offers, session)
    }
    for argument in row.arguments { offer(argument, to: &offers, session) }
  }

  /// Those that are needed first, then those of which one is wanted; what is given is left out.
  private func offerAttributes(of kind: EntityKind, to offers: inout Offers) {
    let row = kind.row(in: context.names.session.scenario)
    let rows = row.attributes.filter { !context.given.contains($0.name) }
    for row in rows where row.isRequired {
      offers.offer(row.name, "needed: \(row.summary)", ending: "=")
    }
    for group in row.groups where !group.rows.contains(where: context.hasGiven) {
      for row in group.rows {
        offers.offer(row.name, "\(group.asks): \(row.summary)", ending: "=")
      }
    }
    for row in rows where !row.isRequired { offers.offer(row.name, row.summary, ending: "=") }
  }

  private func offer(
    _ argument: Command.Argument, to offers: inout Offers, _ session: Session
  ) {
    let words = context.words
    switch argument {
    case .answer:
      guard context.isBehindFile else { return }
      for row in CommandTable.answering { offers.offer(row.name, row.summary) }
    case .attributes(let list):
      for attribute in list where !context.given.contains(attribute.name) {
        offers.offer(attribute.name, attribute.values.joined(separator: ", "), ending: "=")
      }
    case .branch: if words.isEmpty { offerBranches(session, to: &offers) }
    case .branchBehind(let word):
      if words.last == word { offerBranches(session, to: &offers) }
    case .cityBehind(let word):
      guard words.last == word else { return }
      for city in session.scenario.entities(.city) {
        offers.offer(city.name, city.title ?? "", title: city.title)
      }
    case .branches:
      guard words.allSatisfy({ session.branches[$0] != nil }) else { return }
      offerBranches(session, to: &offers, but: words)
    case .entity: if words.isEmpty { offerEntities(session, to: &offers) }
    case .givenAttribute:
      guard let name = words.first, let entity = session.scenario.entity(named: name) else {
        return
      }
      for row in entity.kind.row(in: session.scenario).attributes
      where entity[row] != nil && !words.contains(row.name) {
        offers.offer(row.name, row.summary, ending: "")
      }
    case .entityAttribute:
      if words.isEmpty {
        offerEntities(session, to: &offers)
        offers.offer("model", EntityKind.model.row.summary)
        offers.offer("scenario", EntityKind.scenario.row.summary)
      } else if let kind = context.kind {
        offerAttributes(of: kind, to: &offers)
      }
    case .file: break
    case .kind:
      guard words.isEmpty else { return }
      for kind in EntityKind.allCases where kind.isNamed {
        offers.offer(kind.rawValue, kind.row.summary)
      }
    case .library: for name in Library.names where words.isEmpty { offers.offer(name, "built in") }
    case .metrics:
      // Behind a value that is complete another goes on only in a list of metrics.
      if context.expectsValue || context.row?.takesList == true && !context.isBehindNumber {
        ValueNames(context, session, typed: typed).offerNames(to: &offers)
      } else {
        offers.offer("in", "the unit to print it in")
      }
    case .slug:
      for row in ErrorCatalogue.rows where words.isEmpty { offers.offer(row.slug, row.title) }
    case .year:
      guard words.isEmpty else { return }
      ValueNames(context, session, typed: typed).offerYears(to: &offers, ending: "")
    case .words(let list): for word in list where !words.contains(word) { offers.offer(word) }
    case .topic:
      guard words.isEmpty else { return }
      // All topics are too many to look through.
      let topics = typed.isEmpty ? HelpTopics.firstSuggestions : HelpTopics.suggestions(session)
      for topic in topics { offers.offer(topic.text, topic.summary) }
    }
  }

  private func offerBranches(
    _ session: Session, to offers: inout Offers, but words: [String] = []
  ) {
    for branch in session.branches.all where !words.contains(branch.name) {
      offers.offer(branch.name, branch.origin.map { "made from \($0)" } ?? "the first")
    }
  }

  /// What is declared, and behind a dot the attributes of one.
  private func offerEntities(_ session: Session, to offers: inout Offers) {
    if let dot = typed.lastIndex(of: ".") {
      let name = String(typed[..<dot])
      for row in session.scenario.entity(named: name)?.kind.row(in: session.scenario).attributes
        ?? []
      {
        offers.offer("\(name).\(row.name)", row.summary)
      }
      return
    }
    for entity in session.scenario.ownFirst(for: offers) {
      offers.offer(
        entity.name, entity.title.map { "\(entity.kind) \($0)" } ?? "\(entity.kind)",
        title: entity.title)
    }
  }
}

extension StatementContext {
  /// Whether an attribute is given.
  func hasGiven(_ row: AttributeRow) -> Bool { given.contains(row.name) }
}

extension StatementContext {
  /// Whether a number, or its unit, is right before the cursor.
  fileprivate var isBehindNumber: Bool { [.number, .magnitude, .unit].contains(before) }
}

extension Command.Argument {
  /// The word that stands before it.
  fileprivate var announcement: String? {
    switch self {
    case .branchBehind(let word), .cityBehind(let word): word
    default: nil
    }
  }
}

extension Scenario {
  /// What would be offered, by name or by title: first what the scenario declares itself, then what
  /// its libraries do.
  func ownFirst(for offers: Offers) -> [Declaration] {
    let found = names.compactMap { name -> Declaration? in
      if offers.takes(name) { return entity(named: name) }
      guard offers.takesTitles, let entity = entity(named: name),
        offers.takes(title: entity.title)
      else { return nil }
      return entity
    }
    return found.filter { $0.library == nil } + found.filter { $0.library != nil }
  }
}

extension Command {
  /// Whether it takes several metrics, not one expression.
  fileprivate var takesList: Bool { usage.contains("METRICS") }

  /// Whether a number behind it may be a year.
  var takesYear: Bool {
    arguments.contains { argument in
      if case .year = argument { return true }
      return false
    }
  }

  /// The options that its usage names: `--raw`.
  var options: [String] {
    usage.split(whereSeparator: { " []|,".contains($0) }).filter { $0.hasPrefix("--") }
      .map(String.init)
  }
}

extension CommandTable {
  /// Every row by its name.
  static let inOrder = (rows + declarations).sorted { $0.name < $1.name }
}
