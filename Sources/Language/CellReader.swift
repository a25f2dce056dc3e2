import Diagnostics
import Quantities

/// Cuts a statement into pieces of canonical text, as far as its shape tells them apart.
struct CellReader {
  private let statement: StatementText
  private var reader: ArgumentReader
  private var cells: [StatementCells.Cell] = []
  private var isAside = false
  /// Whether values may say how they differ from what is written.
  private var takesChanges = false
  /// The token with which the next piece begins.
  private var first = 0

  init(_ statement: StatementText) {
    self.statement = statement
    // A unit may be defined in another script.
    reader = ArgumentReader(statement, units: .any)
  }

  mutating func cells(_ shapes: ScriptFormatter.Shapes) throws(Diagnostic) -> StatementCells {
    guard let word = reader.word() else {
      throw .expected("a command or a kind of thing", at: reader.here)
    }
    // An option that touches the command is none: `remove--cascade`.
    if let mark = reader.next, mark.isMark("-"), !mark.spaced {
      throw .expected("a space", at: reader.here)
    }
    add(StatementCells.Cell(word.text))
    switch try shapes(word.text, reader.location(word.span)) {
    case .change:
      takesChanges = true
      let touches = reader.isAttributeAhead
      try definedName()
      figure()
      try title()
      if touches || reader.next?.isMark("=") == true { try definition() } else { try attributes() }
    case .citation:
      isAside = true
      add(StatementCells.Cell(try reader.path(of: "what the source speaks of").parts.dotted))
      guard let source = try reader.quotedText() else {
        throw .expected("the source, in quotes", at: reader.here)
      }
      add(StatementCells.Cell(quoted(source.text)))
      // Nothing lines up behind sentences of any length.
      while let attribute = try attribute() { add(StatementCells.Cell(attribute.text)) }
      try reader.end()
    case .correlation:
      for _ in 0..<2 {
        add(StatementCells.Cell(try reader.path(of: "an uncertain parameter").parts.dotted))
      }
      add(StatementCells.Cell(try reader.expression().canonical))
      try reader.end()
    case .declaration(let named):
      if !named, reader.peekedWord == "off", let word = reader.word() {
        add(StatementCells.Cell(word.text))
      }
      if named { add(.name(try reader.name(of: "a name").text)) }
      try title()
      try attributes()
    case .definition:
      try definedName()
      try title()
      try definition()
    case .expressions: try items()
    case .observation:
      add(StatementCells.Cell(try reader.expression().canonical))
      try attributes()
    case .file:
      if !reader.isAtEnd, !reader.isOptionAhead { add(try file()) }
      try items()
    case .words: try words()
    }
    var read = StatementCells(
      cells, leading: statement.leading, trailing: statement.trailing, isAside: isAside)
    read.isChinese = statement.tokens.first?.isChinese ?? false
    return read
  }

  /// What was observed goes by its figure: `set observe tax[2021] yoy=5%`.
  private mutating func figure() {
    var ahead = reader
    guard !ahead.isAttributeAhead, let figure = try? ahead.expression(),
      case .index = figure.kind
    else { return }
    reader = ahead
    add(StatementCells.Cell(figure.canonical))
  }

  /// Adds a piece that ends before the next token.
  private mutating func add(_ cell: StatementCells.Cell) {
    var cell = cell
    cell.beginsLine = isOnNewLine(first)
    cells.append(cell)
    first = reader.index
  }

  /// Whether a line break stands right before a token.
  private func isOnNewLine(_ index: Int) -> Bool {
    guard index > 0, statement.tokens[index].spaced else { return false }
    let gap = statement.tokens[index - 1].span.upper..<statement.tokens[index].span.lower
    return statement.source.utf8[gap].contains(UInt8(ascii: "\n"))
  }

  private mutating func definedName() throws(Diagnostic) {
    guard let name = reader.definedName() else { throw .expected("a name", at: reader.here) }
    add(.name(name.text))
  }

  private mutating func title() throws(Diagnostic) {
    if let title = try reader.quotedText() { add(.title(title.text)) }
  }

  private mutating func definition() throws(Diagnostic) {
    let definition = try reader.definition(relative: takesChanges)
    add(.definition((definition.isAdded ? "+" : "") + definition.value.canonical))
    try reader.end()
  }

  private mutating func attributes() throws(Diagnostic) {
    while let attribute = try attribute() { add(attribute) }
    try reader.end()
  }

  private mutating func attribute() throws(Diagnostic) -> StatementCells.Cell? {
    try reader.attribute(relative: takesChanges).map {
      .attribute($0.name, ($0.isAdded ? "+" : "") + $0.value.canonical)
    }
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
        add(StatementCells.Cell("--" + option.text))
      } else if let attribute = try attribute() {
        add(StatementCells.Cell(attribute.text))
      } else {
        let text = try reader.expression().canonical
        add(StatementCells.Cell(text + (reader.comma() ? "," : "")))
      }
    }
  }

  /// The tokens with one space where some stood, to the end; brackets have to close.
  private mutating func words() throws(Diagnostic) {
    if let unclosed = Diagnostic.unclosedBracket(in: statement) { throw unclosed }
    var text = ""
    var touches = true
    while let token = reader.next {
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
        add(StatementCells.Cell(text))
        text = ""
      }
      text += word
      touches = opens
      reader.index += 1
    }
    if !text.isEmpty { add(StatementCells.Cell(text)) }
  }
}

extension [String] {
  fileprivate var dotted: String { joined(separator: ".") }
}
