import Diagnostics
import Language
import ParkModel

/// What stands in grey behind a text that is being typed.
public enum TypingHint: Sendable, Equatable {
  /// The rest of the only word that can stand here.
  case continuation(String)
  /// What may be written here, to be read and not to be taken.
  case usage(String)
}

/// The hint at the end of a text: the rest of the only word that goes on, what the attribute or the
/// function at hand takes, what the statement still lacks.
enum UsageHint {
  static func hint(for text: String, in session: Session) -> TypingHint? {
    if let hint = hint(ofPlace: text, in: session) { return hint }
    // In an empty row that nothing else is said of, what keeps the statement open.
    guard text.last == "\n", text.utf8.count <= Highlighting.longest else { return nil }
    return OpenMarks(text).ending.map { .usage($0) }
  }

  private static func hint(ofPlace text: String, in session: Session) -> TypingHint? {
    guard let place = TypingPlace(behind: text, in: session),
      place.context.command != nil
        || !place.typed.isEmpty
    else { return nil }
    let context = place.context
    if place.typed.isEmpty {
      guard let usage = usage(context, isSpaced: place.isSpaced) else { return nil }
      return .usage(place.isSpaced || context.isAtValue ? usage : " " + usage)
    }
    if let rest = rest(of: place, session) { return .continuation(rest) }
    guard !context.isAtFile else { return nil }
    // Behind a command that is complete, and within a value, what is needed is said all the same.
    if context.command == nil, let row = CommandTable.command(named: place.typed) {
      return pieces(of: row, context).nonEmpty.map { .usage(" " + $0) }
    }
    if let words = words(for: place, session) { return .usage("  " + words) }
    guard context.isAtValue, !(place.isSpaced && context.before == .number) else { return nil }
    return usage(context, isSpaced: true).map { .usage("  " + $0) }
  }

  /// As many words are shown that a word may become.
  private static let mostWords = 4

  /// What a word that is begun may become: `jobs= | jobs_per_area=`; nil for a number, which is
  /// complete wherever it stands, and where nothing is known.
  private static func words(for place: TypingPlace, _ session: Session) -> String? {
    guard place.typed.utf8.count > 1, place.typed.first?.isNumber == false,
      !place.typed.hasPrefix("\"")
    else { return nil }
    let found = Completion.suggestions(at: place, in: session).filter { $0.text != place.typed }
    guard !found.isEmpty else { return nil }
    let shown = found.prefix(mostWords).map { $0.text + ($0.ending == " " ? "" : $0.ending) }
    return (shown + (found.count > mostWords ? ["…"] : [])).joined(separator: " | ")
  }

  /// What the only way to go on adds to the word; nil where there are several or none, and for files,
  /// for which a disk would be read at every key.
  private static func rest(of place: TypingPlace, _ session: Session) -> String? {
    guard !place.context.isAtFile, place.typed.utf8.count > 1 else { return nil }
    let found = Completion.suggestions(at: place, in: session, isExact: true)
    guard found.count == 1, let only = found.first else { return nil }
    let rest = String(decoding: only.text.utf8.dropFirst(place.typed.utf8.count), as: UTF8.self)
    let ending = only.ending == " " ? "" : only.ending
    return (rest + ending).nonEmpty
  }

  private static func usage(_ context: StatementContext, isSpaced: Bool) -> String? {
    for bracket in context.brackets.reversed() {
      switch bracket {
      case .call(let name):
        return FunctionHelp.rows.first { $0.name == name }.map { row in
          "\(row.usage)  \(Sentence(verbatim: row.summary).text(context.wording))"
        }
      case .scope: return context.expectsValue ? "SCOPE, PERIOD]" : nil
      case .group, .list, .schedule: continue
      }
    }
    // Behind a number and a space comes what is next, unless the number lacks its unit.
    if context.attribute != nil, context.isAtValue,
      context.expectsValue || !isSpaced || context.lacksUnit
    {
      return value(context)
    }
    guard context.brackets.isEmpty, isSpaced, let row = context.row else { return nil }
    // Behind an operator an expression goes on, and no option comes yet.
    if context.before == .sign, let first = row.signature.places.first, first.isNeeded,
      first.kind.isExpression
    {
      return nil
    }
    return pieces(of: row, context).nonEmpty
  }

  /// What the value of an attribute is and means.
  private static func value(_ context: StatementContext) -> String? {
    if let row = context.attributeRow {
      let meaning: Sentence = "\(row.takes): \(row.summary)"
      return meaning.text(context.wording)
    }
    guard let own = context.ownAttribute else { return nil }
    if !own.choices.isEmpty { return own.choices.joined(separator: ", ") }
    let meaning: Sentence =
      switch own.form {
      case .years: "FIRST..LAST, such as 2021..2030"
      case .span: "years, such as \(typed: own.shown)"
      default: "\(typed: own.shown): \(own.meaning)"
      }
    return meaning.text(context.wording)
  }

  // MARK: What is missing

  /// What a statement still takes.
  private static func pieces(of row: Command, _ context: StatementContext) -> String {
    if let kind = row.kind {
      guard !kind.isDefinition else {
        if context.attribute != nil { return "VALUE" }
        return (context.words.isEmpty ? "NAME " : "") + (context.hasTitle ? "" : "[\"TITLE\"] ")
          + "= VALUE"
      }
      return declaration(kind, context)
    }
    if row.signature.isChange, let kind = context.kind, !context.words.isEmpty {
      if kind.isDefinition { return "= VALUE" }
      return attributes(kind.row(in: context.names.session.scenario).attributes, context, limit: 4)
    }
    return missing(of: row.signature, context)
  }

  /// What a statement lacks of its signature, and may still have.
  private static func missing(of signature: Signature, _ context: StatementContext) -> String {
    let isBegun =
      context.before != .nothing || !context.words.isEmpty || !context.options.isEmpty
    guard isBegun else { return signature.usage }
    // What stands there already rules other ways out: `remove NAME, or --all` behind a name.
    guard !signature.isOtherWay(context.words.first, context.options) else { return "" }
    // A value without a name in it fills the first place.
    var words = context.words
    let isBehindValue =
      words.isEmpty && context.options.isEmpty
      && (context.given.isEmpty || signature.has(\.isExpression))
    var left: [String] = []
    // `[against BRANCH]` goes with its word, and behind that still wants the name.
    for place in signature.places {
      guard let marker = place.marker, let index = words.firstIndex(of: marker) else { continue }
      if index == words.count - 1 { return place.word }
      words.removeSubrange(index...index + 1)
    }
    var filled = words.count + (isBehindValue ? 1 : 0)
    for piece in signature.ways[0] {
      switch piece {
      case .attribute(let attribute):
        if !context.given.contains(attribute.name) { left.append(piece.usage) }
      case .option(let option):
        if !context.options.contains(option.name) { left.append(piece.usage) }
      case .place(let place):
        if let marker = place.marker {
          if !context.words.contains(marker) { left.append(piece.usage) }
        } else if place.isQuoted {
          if !context.hasTitle { left.append(piece.usage) }
        } else if filled > 0 {
          filled -= 1
          guard place.isRepeated else { continue }
          // More may follow.
          if filled == 0 { left.append("…") } else { filled -= 1 }
        } else {
          left.append(piece.usage)
        }
      }
    }
    return left.joined(separator: " ")
  }

  private static func declaration(_ kind: EntityKind, _ context: StatementContext) -> String {
    var parts: [String] = []
    if kind.isNamed, context.words.isEmpty { parts.append("NAME") }
    if kind == .observe {
      if context.words.isEmpty { parts.append("FIGURE") }
    } else if !context.hasTitle, context.given.isEmpty {
      parts.append("[\"TITLE\"]")
    }
    // On a walk through time a declaration without a date begins today.
    let row = kind.row(in: context.names.session.scenario)
    let given = context.names.session.today == nil ? nil : row.beginning?.name
    func isNeeded(_ row: AttributeRow) -> Bool { row.isRequired && row.name != given }
    let needed = row.attributes.filter { isNeeded($0) && !context.given.contains($0.name) }
    parts += needed.map { "\($0.name)=…" }
    // Once the rest is said, that of which one is still wanted.
    let group =
      needed.isEmpty && !context.given.isEmpty
      ? row.groups.first { !$0.rows.contains(where: context.hasGiven) } : nil
    if let group {
      parts.append("now \(group.asks): " + group.rows.map(\.name).joined(separator: " | "))
    }
    let others = attributes(
      row.attributes.filter { row in
        !isNeeded(row) && group?.rows.contains { $0.name == row.name } != true
      }, context, limit: needed.isEmpty && group == nil ? 4 : 3)
    return (parts + [others]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The first attributes that are not given yet: `[area=…] [city=…] …`.
  private static func attributes(
    _ rows: [AttributeRow], _ context: StatementContext, limit: Int
  ) -> String {
    let left = rows.filter { !context.given.contains($0.name) }
    let shown = left.prefix(limit).map { "[\($0.name)=…]" }
    return (shown + (left.count > limit ? ["…"] : [])).joined(separator: " ")
  }
}

extension StatementContext {
  /// Whether a value is being written.
  fileprivate var isAtValue: Bool {
    guard attribute != nil || !brackets.isEmpty else { return false }
    return !brackets.isEmpty || expectsValue || before == .number
  }

  /// Whether the number before needs a unit behind it.
  fileprivate var lacksUnit: Bool {
    before == .number && ValueNames(self, names.session, typed: "").needsUnit
  }
}

extension Signature {
  /// Whether a statement is written in another way than the usual one.
  fileprivate func isOtherWay(_ word: String?, _ options: [String]) -> Bool {
    ways.dropFirst().contains { pieces in
      pieces.count == 1
        && pieces.contains { piece in
          switch piece {
          case .place(let place): word.map(place.words.contains) ?? false
          case .attribute: false
          case .option(let option): options.contains(option.name)
          }
        }
    }
  }
}

extension Signature.Place {
  /// Whether it is a text in quotes.
  fileprivate var isQuoted: Bool {
    switch kind {
    case .source, .title: true
    default: false
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension StatementContext {
  /// The sentences of the language that is answered in.
  fileprivate var wording: Wording? { names.session.wording }
}
