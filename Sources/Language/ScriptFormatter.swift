public import Diagnostics
import Quantities

/// Lays a script out: `parkline fmt`. It reads each statement as far as its form goes, runs nothing
/// and knows no names, so it takes scripts that would not run.
public enum ScriptFormatter {
  /// The shape of the statements that a word begins; throws where no statement begins with it.
  public typealias Shapes = (_ word: String, _ place: Location) throws(Diagnostic) -> StatementShape

  /// The script laid out, or what does not read in it, in order.
  public enum Outcome: Sendable {
    case text(String)
    case problems([Diagnostic])
  }

  public static func format(_ source: SourceText, shapes: Shapes) -> Outcome {
    let script = Script(source)
    var statements: [StatementCells] = []
    statements.reserveCapacity(script.statements.count)
    var problems: [Diagnostic] = []
    for (index, statement) in script.statements.enumerated() {
      do throws(Diagnostic) {
        var reader = CellReader(statement)
        let cells = try reader.cells(shapes)
        if problems.isEmpty { statements.append(cells) }
      } catch {
        let isSwallowing = script.isUnfinished && index == script.statements.count - 1
        problems.append(isSwallowing ? .unclosedBracket(in: statement) ?? error : error)
      }
    }
    guard problems.isEmpty else { return .problems(problems) }
    return .text(ScriptLayout.script(of: statements, closing: script.closing))
  }
}

/// Cuts a statement into pieces of canonical text.
private struct CellReader {
  private let statement: StatementText
  private var reader: ArgumentReader
  private var cells: [StatementCells.Cell] = []
  private var isAside = false

  init(_ statement: StatementText) {
    self.statement = statement
    // A unit may be defined in another script.
    reader = ArgumentReader(statement, units: .any)
  }

  mutating func cells(_ shapes: ScriptFormatter.Shapes) throws(Diagnostic) -> StatementCells {
    guard let word = reader.word() else {
      throw .expected("a command or a kind of thing", at: reader.here)
    }
    cells.append(StatementCells.Cell(word.text))
    switch try shapes(word.text, reader.location(word.span)) {
    case .declaration(let named):
      if named { cells.append(.name(try reader.name(of: "a name").text)) }
      try title()
      try attributes()
    case .citation:
      isAside = true
      let subject = try reader.path(of: "what the source speaks of").parts
      guard let source = try reader.quotedText() else {
        throw .expected("the source, in quotes", at: reader.here)
      }
      var details: [String] = []
      while let attribute = try attribute() { details.append(attribute.text) }
      try reader.end()
      cells = StatementCells.citation(
        of: subject.joined(separator: "."), source: source.text, details)
    case .definition:
      try definedName()
      try title()
      try definition()
    case .change:
      let touches = reader.isAttributeAhead
      try definedName()
      try title()
      if touches || reader.next?.isMark("=") == true {
        try definition()
      } else {
        try attributes()
      }
    case .file:
      if !reader.isAtEnd, !reader.isOptionAhead { cells.append(try file()) }
      try items()
    case .expressions: try items()
    case .words: try words()
    }
    return StatementCells(
      cells, leading: statement.leading, trailing: statement.trailing, isAside: isAside)
  }

  private mutating func definedName() throws(Diagnostic) {
    guard let name = reader.definedName() else { throw .expected("a name", at: reader.here) }
    cells.append(.name(name.text))
  }

  private mutating func title() throws(Diagnostic) {
    if let title = try reader.quotedText() { cells.append(.title(title.text)) }
  }

  private mutating func definition() throws(Diagnostic) {
    cells.append(.definition(try reader.definition().canonical))
    try reader.end()
  }

  private mutating func attributes() throws(Diagnostic) {
    while let attribute = try attribute() { cells.append(attribute) }
    try reader.end()
  }

  private mutating func attribute() throws(Diagnostic) -> StatementCells.Cell? {
    try reader.attribute().map { .attribute($0.name, $0.value.canonical) }
  }

  /// A file name as it stands; a quoted one keeps its quotes.
  private mutating func file() throws(Diagnostic) -> StatementCells.Cell {
    let isQuoted = reader.next?.kind == .text || reader.next?.kind == .openText
    let name = try reader.file().text
    return StatementCells.Cell(isQuoted ? quoted(name) : name)
  }

  /// Expressions with their commas, attributes and options, to the end.
  private mutating func items() throws(Diagnostic) {
    while !reader.isAtEnd {
      if let option = try reader.option() {
        cells.append(StatementCells.Cell("--" + option.text))
      } else if let attribute = try attribute() {
        cells.append(StatementCells.Cell(attribute.text))
      } else {
        let text = try reader.expression().canonical
        cells.append(StatementCells.Cell(text + (reader.comma() ? "," : "")))
      }
    }
  }

  /// The tokens with one space where some stood, to the end; brackets have to close.
  private mutating func words() throws(Diagnostic) {
    var text = ""
    if let unclosed = Diagnostic.unclosedBracket(in: statement) { throw unclosed }
    var touches = true
    for token in statement.tokens.dropFirst() {
      let word: String
      switch token.kind {
      case .openText: throw .unclosedText(at: reader.location(token.span))
      case .stray: throw .unexpected(reader.describe(token), at: reader.location(token.span))
      case .text: word = quoted(unquoted(reader.source.text(in: token.span)))
      default: word = reader.text(token)
      }
      let opens = token.isMark("(") || token.isMark("[") || token.isMark("{")
      let closes = token.isMark(")") || token.isMark("]") || token.isMark("}")
      if token.spaced, !touches, !closes, !token.isMark(",") {
        cells.append(StatementCells.Cell(text))
        text = ""
      }
      text += word
      touches = opens
    }
    if !text.isEmpty { cells.append(StatementCells.Cell(text)) }
  }
}
