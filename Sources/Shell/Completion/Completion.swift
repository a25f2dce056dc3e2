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
      place.offerOtherWords(to: &offers)
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
    case .branch: return offerBranches(session, to: &offers)
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
    if context.attribute != nil, expects, context.row?.signature.placeOfInput != nil {
      return ImportColumns(context, session).offerValues(to: &offers)
    }
    if context.attribute != nil, expects { return values.offerValues(to: &offers, isInList: false) }
    offerArguments(of: row, to: &offers, session)
  }

  /// Offers the words that may stand in the place of a file: `off` behind `record`.
  fileprivate func offerOtherWords(to offers: inout Offers) {
    guard context.words.isEmpty, let row = context.row else { return }
    for place in row.signature.placesOfWays.dropFirst().compactMap(\.first) {
      for word in place.words { offers.offer(word) }
    }
  }

  private func offerOptions(of row: Command, to offers: inout Offers) {
    for option in row.signature.options where !context.options.contains(option.name) {
      offers.offer(option.word, option.meaning)
    }
  }

  // MARK: Places and attributes

  private func offerArguments(of row: Command, to offers: inout Offers, _ session: Session) {
    let signature = row.signature
    // Behind a word that announces a name only that may follow.
    if let announced = signature.places.first(where: context.isBehindWord(of:)) {
      return announced.kind.isExpression
        ? offerExpression(to: &offers, begins: true, session)
        : offerName(announced, to: &offers, session)
    }
    for (index, pieces) in signature.ways.enumerated()
    where index == 0 || context.given.isEmpty && context.options.isEmpty {
      offer(pieces, to: &offers, session)
    }
  }

  /// Offers what may stand here of one way to write a statement.
  private func offer(
    _ pieces: [Signature.Piece], to offers: inout Offers, _ session: Session
  ) {
    var open = OpenPlaces(context)
    for piece in pieces {
      switch piece {
      case .place(let place):
        if open.take(place) { offer(place, to: &offers, session) }
      case .attribute(let attribute):
        guard open.isComplete, !context.given.contains(attribute.name) else { continue }
        let choices = attribute.row == nil ? attribute.choices.joined(separator: ", ") : ""
        offers.offer(
          attribute.name, choices.isEmpty ? attribute.meaning : choices, ending: "=")
      case .option: break
      }
    }
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
    _ place: Signature.Place, to offers: inout Offers, _ session: Session
  ) {
    let words = context.words
    if let marker = place.marker {
      if !words.contains(marker) { offers.offer(marker) }
      return
    }
    for word in place.words where !words.contains(word) { offers.offer(word) }
    switch place.kind {
    case .answer:
      guard context.isBehindFile else { return }
      for row in CommandTable.answering { offers.offer(row.name, row.summary) }
    case .attributeNames:
      guard let name = words.first, let entity = session.scenario.entity(named: name) else {
        return
      }
      for row in entity.kind.row(in: session.scenario).attributes
      where entity[row] != nil && !words.contains(row.name) {
        offers.offer(row.name, row.summary, ending: "")
      }
    case .attributes(let kind):
      if let kind = kind ?? context.kind { offerAttributes(of: kind, to: &offers) }
    case .branch where place.isRepeated && !words.allSatisfy(context.names.isBranch): return
    case .kind:
      for kind in EntityKind.allCases where kind.isNamed {
        offers.offer(kind.rawValue, kind.row.summary)
      }
    case .library: for name in Library.names { offers.offer(name, "built in") }
    case .slug: for row in ErrorCatalogue.rows { offers.offer(row.slug, row.title) }
    case .time: ValueNames(context, session, typed: typed).offerYears(to: &offers, ending: "")
    case .topic:
      // All topics are too many to look through.
      let topics = typed.isEmpty ? HelpTopics.firstSuggestions : HelpTopics.suggestions(session)
      for topic in topics { offers.offer(topic.text, topic.meaning) }
    case .value where context.attribute == nil: offers.offer("=", "and its value")
    case .parameter:
      ValueNames(context, session, typed: typed).offerNames(to: &offers, metrics: false)
    case .condition, .correlation, .expression, .figure, .metrics, .value:
      let isBehindBranches = !words.isEmpty && words.allSatisfy(context.names.isBranch)
      offerExpression(to: &offers, isList: place.isList, begins: isBehindBranches, session)
    // What the user makes up, and the names of files, which are offered where they begin.
    case .count, .file, .newBranch, .newName, .script, .source, .title, .words: return
    case .assignments(ofInputs: false): ImportColumns(context, session).offerNames(to: &offers)
    case .assignments, .ranges, .branch, .city, .entity, .entityOrAttribute, .oldName:
      offerName(place, to: &offers, session)
    }
  }

  private func offerExpression(
    to offers: inout Offers, isList: Bool = false, begins: Bool, _ session: Session
  ) {
    // Behind a value that is complete another goes on only in a list of metrics.
    if begins || context.expectsValue || isList && !context.isBehindNumber {
      ValueNames(context, session, typed: typed).offerNames(to: &offers)
    } else {
      offers.offer("in", "the unit to print it in")
      if session.branches.all.count > 1, context.before == .operand, context.mayReadBranches {
        offers.offer("of", "the branch to read it in")
      }
    }
  }

  /// The names of what is there.
  private func offerName(
    _ place: Signature.Place, to offers: inout Offers, _ session: Session
  ) {
    switch place.kind {
    case .branch: offerBranches(session, to: &offers, but: context.words)
    case .city:
      for city in session.scenario.entities(.city) {
        offers.offer(city.name, city.title ?? "", title: city.title)
      }
    default:
      offerEntities(session, to: &offers)
      guard context.row?.signature.isChange == true else { return }
      offers.offer("model", EntityKind.model.row.summary)
      offers.offer("scenario", EntityKind.scenario.row.summary)
    }
  }

  private func offerBranches(
    _ session: Session, to offers: inout Offers, but words: [String] = []
  ) {
    for branch in session.branches.all where !words.contains(branch.name) {
      offers.offer(
        branch.name,
        branch.origin.map { "made from \(typed: $0)" } ?? "the first branch" as Sentence)
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

/// Which places are open at the end of a statement: those behind as many words as there are, up to the
/// first that is needed, and expressions, which go on.
private struct OpenPlaces {
  private let filled: Int
  private var index = 0
  /// Whether no place is needed before what comes next.
  private(set) var isComplete = true
  private var isBehindMarker = false
  private let isBehindValue: Bool

  init(_ context: StatementContext) {
    filled = context.words.count
    isBehindValue = context.words.isEmpty && context.before != .nothing
  }

  /// Takes the next place; whether it is open.
  mutating func take(_ place: Signature.Place) -> Bool {
    // A word of its own makes a place free, and quoted texts are no words.
    if place.marker != nil {
      isBehindMarker = true
      return true
    }
    switch place.kind {
    case .source, .title: return false
    // How many words stand behind a word of its own is not known.
    case .words where isBehindMarker: return isComplete
    default: break
    }
    let isFilled = index < filled || index == 0 && isBehindValue && place.kind.isExpression
    let isOpen = isComplete && (!isFilled || place.isRepeated || place.goesOn)
    index += 1
    if place.isNeeded, !isFilled { isComplete = false }
    return isOpen
  }
}

extension Signature.Place {
  /// Whether what stands there may go on behind a word.
  fileprivate var goesOn: Bool {
    if case .parameter = kind { return false }
    return kind.isExpression
  }

  /// Whether it goes on with another of its kind behind a comma.
  fileprivate var isList: Bool {
    if case .metrics = kind { return true }
    return false
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

extension CommandTable {
  /// Every row by its name.
  static let inOrder = (rows + declarations).sorted { $0.name < $1.name }
}
