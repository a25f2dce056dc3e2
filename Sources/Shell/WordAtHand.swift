import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// A word of a statement with what it needs to be understood.
struct WordAtHand {
  /// The statement up to the word.
  let context: StatementContext
  /// The statement before it.
  let before: StatementContext
  /// Whether something stands behind it, so that it cannot grow.
  let isFinished: Bool

  private var scenario: Scenario { context.names.session.scenario }

  func style(of role: StatementContext.Role, _ token: Token) -> HighlightStyle? {
    switch role {
    case .command(let word): return command(word)
    case .attribute(let word): return attribute(word)
    case .newName(let word): return isFinished && Names.isReserved(word) ? .error : .name
    case .argument(let place, let word): return argument(place, word)
    case .operand(let path): return operand(path)
    case .function(let word): return FunctionHelp.names.contains(word) ? .function : .error
    case .unit(let word): return unit(word)
    case .branch(let word): return context.names.isBranch(word) ? .name : missing(word)
    case .keyword, .option: return .keyword
    case .number: return .number
    case .text, .file: return .string
    case .comment: return .comment
    case .mark: return token.kind == .stray ? .error : nil
    }
  }

  /// An error for a word that nothing known begins with, or that is finished; else nothing yet.
  private func unknown(_ word: String, among known: some Sequence<String>) -> HighlightStyle? {
    if isFinished { return .error }
    return known.contains { $0.hasPrefix(word) } ? nil : .error
  }

  private func command(_ word: String) -> HighlightStyle? {
    if let row = context.row { return row.kind != nil ? .kind : .command }
    return unknown(word, among: CommandTable.names)
  }

  private func attribute(_ word: String) -> HighlightStyle? {
    guard let row = context.row else { return nil }
    if row.signature.attributes.isEmpty || row.kind != nil {
      guard let kind = context.kind else { return .attribute }
      return kind.row(in: scenario).listed(word) != nil ? .attribute : .error
    }
    if row.signature.attribute(named: word) != nil || settings.contains(word) { return .attribute }
    // What is assumed is an input by its name.
    if !settings.isEmpty, context.names.kind(of: word) == .assume { return .name }
    return .error
  }

  private func unit(_ word: String) -> HighlightStyle? {
    let units = scenario.units
    if units.unit(named: word) != nil || Magnitude.named(word) != nil { return .unit }
    guard context.names.isComplete else { return nil }
    return isFinished || !mayBecomeUnit(word) ? .error : nil
  }

  /// Whether a unit or a magnitude begins with a word, or a number goes on with it: `1e`, `2020Q`.
  private func mayBecomeUnit(_ word: String) -> Bool {
    if ["e", "E", "H", "Q"].contains(word) { return true }
    let rest = Magnitude.prefix(of: word)?.rest ?? word
    return (UnitTable.names + scenario.units.names + Magnitude.rows.map(\.word)).contains {
      $0.hasPrefix(word) || $0.hasPrefix(rest)
    }
  }

  // MARK: Names

  private func argument(_ place: Int, _ word: String) -> HighlightStyle? {
    guard let row = context.row else { return nil }
    for places in row.signature.placesOfWays {
      for (index, other) in places.enumerated() {
        if let style = style(of: word, at: place, as: other, index) { return style }
      }
    }
    return nil
  }

  /// A word by its place in a statement, taken for what a place of the signature wants; nil where that
  /// does not tell.
  private func style(
    of word: String, at place: Int, as other: Signature.Place, _ index: Int
  ) -> HighlightStyle? {
    if let style = marked(word, other) { return style }
    guard other.marker == nil else { return nil }
    switch other.kind {
    case .branch where index == place || other.isRepeated && index < place:
      return context.names.isBranch(word) ? .name : missing(word)
    case .kind:
      return EntityKind(rawValue: word) != nil ? .kind : unknownKind(word, or: other.words)
    case .library: return Library.names.contains(word) ? .name : unknown(word, among: Library.names)
    case .entity where index == place, .entityOrAttribute where index == place,
      .oldName where index == place:
      return entity(word.split(separator: ".").map(String.init))
    case .attributeNames where index <= place:
      return context.kind?.row.attribute(named: word).map { _ in .attribute }
    default: return nil
    }
  }

  /// A word that a command goes on with, and what stands behind one; nil for anything else.
  private func marked(_ word: String, _ place: Signature.Place) -> HighlightStyle? {
    guard let marker = place.marker else { return place.words.contains(word) ? .keyword : nil }
    guard before.isBehindWord(of: place) else { return word == marker ? .keyword : nil }
    switch place.kind {
    case .branch: return context.names.isBranch(word) ? .name : missing(word)
    case .city: return entity([word])
    case .words(let words):
      let isOne = words.contains { isFinished ? $0 == word : $0.hasPrefix(word) }
      return isOne ? .keyword : nil
    default: return nil
    }
  }

  private func unknownKind(_ word: String, or words: [String]) -> HighlightStyle? {
    unknown(word, among: EntityKind.allCases.map(\.rawValue) + words)
  }

  /// The name of a thing, with an attribute of it or not.
  private func entity(_ path: [String]) -> HighlightStyle? {
    let isTax = path[0] == "tax" && path.count == 2
    guard let kind = context.names.kind(of: isTax ? path[1] : path[0]) else {
      return missing(path[0], isGrowing: path.count == 1)
    }
    guard path.count == 2, !isTax else { return .name }
    return kind.row.attribute(named: path[1]) != nil
      ? .name : unknown(path[1], among: kind.row.attributes.map(\.name))
  }

  /// A name that nothing has: an error where that is certain and the word cannot become another.
  private func missing(_ word: String, isGrowing: Bool = true) -> HighlightStyle? {
    guard context.names.isComplete else { return nil }
    if isFinished || !isGrowing { return .error }
    return context.names.hasName(beginningWith: word) || isAttribute(beginningWith: word)
      ? nil : .error
  }

  // MARK: Expressions

  private func operand(_ path: [String]) -> HighlightStyle? {
    if let style = attributeValue(path) { return style }
    if path.count == 1, let style = keyword(path[0]) { return style }
    // A choice that may still become one that is legal.
    if hasChoices { return nil }
    let name = path.joined(separator: ".")
    if FunctionHelp.metrics.contains(name) || isOfLevel(path) { return .metric }
    if path[0] == "tax", path.count == 2, context.names.kind(of: path[1]) == .tax { return .metric }
    if let kind = context.names.kind(of: path[0]) {
      guard path.count == 2 else { return .name }
      return kind.row.attribute(named: path[1]) != nil
        ? .name : unknown(path[1], among: kind.row.attributes.map(\.name))
    }
    if case .scope? = before.brackets.last, scenario.levels.names.contains(name) {
      return .name
    }
    if takesErrors, ErrorCatalogue.row(named: name) != nil { return .name }
    if path[0] == "sector", path.count == 2, Sector.number(named: path[1]) != nil { return .name }
    guard context.row != nil else { return nil }
    if !isFinished, mayBecome(name) || mayBecomeOther(name) { return nil }
    return context.names.isComplete && !isFreeWord ? .error : nil
  }

  /// A word that the command goes on with beside its expression, and what stands behind one.
  private func keyword(_ word: String) -> HighlightStyle? {
    for place in context.row?.signature.places ?? [] {
      if let style = marked(word, place) { return style }
    }
    return nil
  }

  /// Whether it is what a level of government receives or refunds.
  private func isOfLevel(_ path: [String]) -> Bool {
    path.count == 2 && ["refunds", "tax"].contains(path[0])
      && scenario.levels.names.contains(path[1])
  }

  /// A word that the attribute at hand takes; nil where that does not tell.
  private func attributeValue(_ path: [String]) -> HighlightStyle? {
    guard let attribute = context.attribute, attribute != "=", path.count == 1 else { return nil }
    if let row = context.kind?.row.attribute(named: attribute) {
      switch row.form {
      case .choice(let choices):
        return choices.contains(path[0]) ? .keyword : unknown(path[0], among: choices)
      case .entity, .entities:
        if path[0] == "all" { return .keyword }
      case .taxBase where TaxBase.words.contains { $0.0 == path[0] } || path[0] == "tax":
        return .keyword
      default: break
      }
      return nil
    }
    guard let values = context.ownAttribute?.choices, !values.isEmpty else { return nil }
    return values.contains(path[0]) ? .keyword : unknown(path[0], among: values)
  }

  /// Whether the attribute at hand takes none but fixed words.
  private var hasChoices: Bool {
    guard let attribute = context.attribute else { return false }
    if let row = context.kind?.row.attribute(named: attribute) {
      if case .choice = row.form { return true }
      return false
    }
    return context.ownAttribute?.choices.isEmpty == false
  }

  /// Whether what the word is for is not told by names: texts, and values of unknown attributes.
  private var isFreeWord: Bool {
    guard let attribute = context.attribute, attribute != "=" else { return false }
    guard let row = context.kind?.row.attribute(named: attribute) else { return true }
    if case .text = row.form { return true }
    return false
  }

  /// Whether a word may become one that is no name: a keyword, an attribute, a branch, or a unit.
  private func mayBecomeOther(_ word: String) -> Bool {
    let keywords = (context.row?.signature.placesOfWays.joined().map { $0 } ?? []).flatMap {
      place in
      if case .answer = place.kind, before.isBehindFile {
        return CommandTable.answering.map(\.name)
      }
      return place.words + [place.marker].compactMap(\.self)
    }
    let isAttribute =
      context.kind.map { $0.row.attributes.contains { $0.name.hasPrefix(word) } }
      ?? isAttribute(beginningWith: word)
    return
      (["to", "in", "and", "or"] + (before.mayReadBranches ? ["of"] : []) + settings + keywords)
      .contains { $0.hasPrefix(word) } || isAttribute
      || (before.before == .number || before.before == .magnitude) && mayBecomeUnit(word)
  }

  private func mayBecome(_ name: String) -> Bool {
    FunctionHelp.metrics.contains { $0.hasPrefix(name) }
      || FunctionHelp.names.contains { $0.hasPrefix(name) }
      || (["true", "false", "not", "if", "all"] + scenario.levels.names).contains {
        $0.hasPrefix(name)
      }
      || context.names.hasName(beginningWith: name)
      || name.hasPrefix("tax.")
        && scenario.entities(.tax).contains { "tax.\($0.name)".hasPrefix(name) }
      || (takesErrors && ErrorCatalogue.rows.contains { $0.slug.hasPrefix(name) })
  }

  /// Words in front of `=` that go with what the command assigns.
  private var settings: [String] { context.row?.signature.settingsOfInputs ?? [] }

  /// Whether the name of an error may stand here.
  private var takesErrors: Bool {
    context.row?.signature.has { if case .slug = $0 { true } else { false } } == true
  }

  /// Whether an attribute of the command's own begins with a word.
  private func isAttribute(beginningWith word: String) -> Bool {
    context.row?.signature.attributes.contains { $0.name.hasPrefix(word) } == true
  }
}
