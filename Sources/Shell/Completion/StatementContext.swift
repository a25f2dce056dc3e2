import Diagnostics
import Language
import ParkModel
import Quantities

/// What a statement has said up to some token, as far as it tells what the next one can be: its
/// command, the attribute whose value is open, the brackets that are.
///
/// It takes tokens from left to right, says of each what it is for, and never fails: what makes no
/// sense is said when the statement runs.
struct StatementContext {
  /// What a token is for.
  enum Role: Equatable {
    case command(String)
    /// A word that touches a `=`.
    case attribute(String)
    /// The name that a declaration gives.
    case newName(String)
    /// A word of its own, neither an attribute nor in the value of one, by its place.
    case argument(Int, String)
    /// A name in an expression, with its parts: `tax.local`.
    case operand([String])
    case function(String)
    /// The branch that a figure is read in, behind `of`.
    case branch(String)
    case unit(String)
    case keyword
    case number
    case text
    case option(String)
    case file
    case mark
    case comment
  }

  /// An open bracket.
  enum Bracket: Equatable {
    case group, list, schedule
    case call(String)
    /// `METRIC[`
    case scope(String)
  }

  /// What stands right before the next token.
  enum Before { case nothing, number, magnitude, unit, per, conversion, operand, sign, branch }

  let names: KnownNames
  private(set) var command: String?
  private(set) var row: Command?
  /// The kind whose attributes the statement speaks of.
  private(set) var kind: EntityKind?
  /// Words that are neither attributes nor in values, without the command.
  private(set) var words: [String] = []
  /// The attribute whose value is open; `=` for the value of a definition.
  var attribute: String?
  /// Attributes given so far, the open one too.
  private(set) var given: [String] = []
  var options: [String] = []
  private(set) var hasTitle = false
  /// The file that is named first, as it is typed.
  private(set) var file = ""
  var brackets: [Bracket] = []
  var before = Before.nothing
  /// Whether the next token is, or belongs to, a file's name.
  var isAtFile = false
  /// The text of the last number.
  private(set) var number = ""
  /// Whether a colon stands before what comes next: a value of a schedule, the name of a tax.
  var isBehindColon = false
  /// The endings that the file at hand usually has; none where it may have any.
  var fileEndings: [String] = []

  init(_ names: KnownNames) { self.names = names }

  /// Whether an expression is open that has to go on with a value.
  var expectsValue: Bool {
    switch before {
    case .nothing: attribute == nil && brackets.isEmpty
    case .sign: true
    default: false
    }
  }

  /// Takes the token at a place; what it is for, and how many tokens that takes up: several for
  /// `tax.local`, `--proof` and files.
  mutating func take(
    _ tokens: ArraySlice<Token>, at index: Int, in source: SourceText
  ) -> (role: Role, count: Int) {
    let token = tokens[index]
    if isAtFile, brackets.isEmpty, let count = file(tokens, at: index) {
      isAtFile = false
      if words.isEmpty || isAtInput {
        file = source.text(in: token.span.joined(tokens[index + count - 1].span))
        words.append(file)
      }
      before = .operand
      return (.file, count)
    }
    switch token.kind {
    case .word: return word(tokens, at: index, in: source)
    case .number:
      // What begins anew behind a value is no part of it.
      number = source.text(in: token.span)
      before = .number
      return (.number, 1)
    case .date:
      before = .operand
      return (.number, 1)
    case .text, .openText:
      if kind != nil, attribute == nil { hasTitle = true }
      before = .operand
      return (.text, 1)
    case .range, .comparison:
      before = .sign
      return (.mark, 1)
    case .mark(let byte):
      if let option = option(tokens, at: index, in: source) { return (.option(option), 3) }
      take(Unicode.Scalar(byte), token, tokens, at: index, in: source)
      return (.mark, 1)
    case .comment: return (.comment, 1)
    case .end, .stray:
      before = .operand
      return (.mark, 1)
    }
  }

  // MARK: Words

  private mutating func word(
    _ tokens: ArraySlice<Token>, at index: Int, in source: SourceText
  ) -> (Role, Int) {
    let text = tokens[index].text(in: source)
    guard command != nil else {
      begin(text)
      return (.command(text), 1)
    }
    let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
    if brackets.isEmpty, let next, next.isMark("="), !next.spaced {
      return (attribute(text), 1)
    }
    if before == .branch {
      before = .operand
      return (.branch(text), 1)
    }
    if let unit = unit(text, tokens[index]) { return (unit, 1) }
    if let keyword = keyword(text) { return (keyword, 1) }
    if let next, next.isMark("("), !next.spaced {
      endValue()
      before = .sign
      return (.function(text), 1)
    }
    if let other = answer(named: text) {
      row = other
      words = []
      before = .nothing
      return (.command(text), 1)
    }
    let (path, count) = path(tokens, at: index, in: source)
    endValue()
    before = .operand
    if attribute != nil || !brackets.isEmpty { return (.operand(path), count) }
    return (argument(path), count)
  }

  private mutating func begin(_ text: String) {
    command = text
    row = CommandTable.command(named: text)
    kind = row?.kind
    if let place = row?.signature.places.first, place.kind.isFile {
      isAtFile = true
      fileEndings = place.kind.endings
    }
  }

  /// Whether a file that is read comes next, behind a word that says what is in it.
  private var isAtInput: Bool { !words.isEmpty && row?.signature.placeOfInput == words.count }

  /// The command whose answer is written, where its name stands behind the file; what follows is its own.
  private func answer(named text: String) -> Command? {
    guard isBehindFile, let row else { return nil }
    return CommandTable.answering.first { $0.name == text }?.answering(row)
  }

  /// Whether the file of a statement that may go on with another command has just been named.
  var isBehindFile: Bool {
    guard let row, row.signature.takesAnswer else { return false }
    return words.count == 1 && given.isEmpty && brackets.isEmpty && before == .operand
  }

  private mutating func attribute(_ text: String) -> Role {
    // `assume g=5%` and `set g=6%` name a definition.
    let changes = row?.signature.isChange == true
    if words.isEmpty, kind?.isDefinition ?? changes {
      words.append(text)
      if kind == nil { kind = names.kind(of: text) }
      attribute = "="
      return changes ? .argument(0, text) : .newName(text)
    }
    attribute = text
    isBehindColon = false
    given.append(text)
    return .attribute(text)
  }

  /// Ends the value that is open where a word stands behind it that cannot go on with it.
  private mutating func endValue() {
    guard brackets.isEmpty, attribute != nil, before != .sign, before != .nothing else { return }
    attribute = nil
  }

  private mutating func argument(_ path: [String]) -> Role {
    let place = words.count
    words.append(path.joined(separator: "."))
    if isAtInput, let row {
      isAtFile = true
      fileEndings = row.signature.places[words.count].kind.endings
    }
    guard place == 0 else { return role(path, place) }
    if kind?.isNamed == true { return .newName(path[0]) }
    if kind == nil, let row, row.signature.has(\.isEntity) {
      kind = names.kind(of: path[0])
    }
    return role(path, place)
  }

  /// An expression has names in it, other commands words.
  private func role(_ path: [String], _ place: Int) -> Role {
    guard let row, row.signature.has(\.isExpression) else {
      return .argument(place, path.joined(separator: "."))
    }
    if case .branch? = row.signature.places.first?.kind, path.count == 1, names.isBranch(path[0]) {
      return .argument(place, path[0])
    }
    return .operand(path)
  }

  private func path(
    _ tokens: ArraySlice<Token>, at index: Int, in source: SourceText
  ) -> ([String], Int) {
    var path = [tokens[index].text(in: source)]
    var place = index + 1
    while place + 1 < tokens.endIndex, tokens[place].isMark("."), !tokens[place].spaced,
      tokens[place + 1].kind == .word, !tokens[place + 1].spaced
    {
      path.append(tokens[place + 1].text(in: source))
      place += 2
    }
    return (path, place - index)
  }

  private mutating func keyword(_ text: String) -> Role? {
    switch text {
    case "in":
      guard before != .nothing, before != .sign else { return nil }
      before = .conversion
    case "of":
      guard before == .operand, mayReadBranches else { return nil }
      before = .branch
    case "to", "and", "or", "not": before = .sign
    case "true", "false": before = .operand
    default: return nil
    }
    return .keyword
  }

  /// Whether a figure here may be read in another branch.
  var mayReadBranches: Bool {
    guard let row, attribute == nil, row.signature.has(\.isExpression) else { return false }
    return !row.signature.places.contains { $0.marker == "of" }
  }

  /// A unit, where only one can stand, or where one may and this is one.
  private mutating func unit(_ text: String, _ token: Token) -> Role? {
    let units = names.session.scenario.units
    let isMagnitude = Magnitude.named(text) != nil
    switch before {
    case .conversion: break
    case .per where !token.spaced: break
    case .number where !token.spaced: break
    case .number, .magnitude:
      guard isMagnitude || units.unit(named: text) != nil else { return nil }
    default: return nil
    }
    before = isMagnitude ? .magnitude : .unit
    return .unit(text)
  }
}

extension Command {
  /// The same with the words that a command around it takes beside: options of files and layouts.
  fileprivate func answering(_ other: Command) -> Command {
    Command(
      name, group,
      signature: signature.written(by: other.signature, layouts: inFiles?.layouts ?? []),
      summary: summary, trace: trace, run: run)
  }
}

extension StatementContext {
  /// Whether the word of a place is right before, or what it lists goes on behind a comma.
  func isBehindWord(of place: Signature.Place) -> Bool {
    guard let marker = place.marker, let index = words.lastIndex(of: marker) else { return false }
    if index == words.count - 1 { return true }
    return place.isRepeated && before == .sign && words[(index + 1)...].allSatisfy(names.isBranch)
  }

  /// The row of the attribute that is open.
  var attributeRow: AttributeRow? {
    guard let attribute, attribute != "=" else { return nil }
    if let row, row.signature.hasModelAttributes {
      return row.signature.attribute(named: attribute)?.row
    }
    return kind?.row.attribute(named: attribute)
  }

  /// The attribute that is open, where it is the command's own.
  var ownAttribute: Signature.Attribute? {
    attribute.flatMap { row?.signature.attribute(named: $0) }
  }
}
