import Diagnostics

/// A statement as the pieces that may stand below those of its neighbours, with its comments.
public struct StatementCells: Sendable {
  /// A piece that is never divided: a word, a title, an attribute.
  public struct Cell: Sendable {
    public var text: String
    /// What it is, such as the name of its attribute; nil for what lines up with nothing.
    public var key: String?
    /// Whether its writer began a new line with it.
    var beginsLine = false
    /// Terminal columns.
    let width: Int

    public init(_ text: String, key: String? = nil) {
      self.text = text
      self.key = key
      width = columns(text)
    }
  }

  /// Never empty: the first is the word that begins the statement.
  public var cells: [Cell]
  /// Whole-line comments before it; an empty text is a blank line.
  public var leading: [String]
  public var trailing: String?
  /// Whether it only speaks of the statement before it, as a source does, and so divides no block.
  public var isAside: Bool
  /// Whether its words are written in Chinese.
  public var isChinese = false

  public init(
    _ cells: [Cell], leading: [String] = [], trailing: String? = nil, isAside: Bool = false
  ) {
    self.cells = cells
    self.leading = leading
    self.trailing = trailing
    self.isAside = isAside
  }

  /// The pieces of a `cite`. Sources are sentences of any length, so nothing of them lines up.
  public static func citation(of subject: String, source: String, _ details: [String]) -> [Cell] {
    (["cite", subject, quoted(source)] + details).map { Cell($0) }
  }

  /// All pieces with one space between them.
  public var line: String { cells.map(\.text).joined(separator: " ") }

  /// Terminal columns with one space between the pieces.
  var width: Int { cells.reduce(cells.count - 1) { $0 + $1.width } }
}

extension StatementCells.Cell {
  /// The name that a statement declares or speaks of.
  public static func name(_ text: String) -> StatementCells.Cell {
    StatementCells.Cell(text, key: "name")
  }

  /// A title.
  public static func title(_ text: String) -> StatementCells.Cell {
    StatementCells.Cell(quoted(text), key: "title")
  }

  /// What a definition says, with its `=`.
  public static func definition(_ value: String) -> StatementCells.Cell {
    StatementCells.Cell("= " + value, key: "=")
  }

  /// An attribute with its canonical value. No name has a `=`, so no key is taken for another.
  public static func attribute(_ name: String, _ value: String) -> StatementCells.Cell {
    StatementCells.Cell("\(name)=\(value)", key: name + "=")
  }
}

/// Display width, at once for the texts that are all ASCII.
func columns(_ text: String) -> Int {
  var text = text
  let plain = text.withUTF8 { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
  return plain ? text.utf8.count : displayWidth(text)
}
