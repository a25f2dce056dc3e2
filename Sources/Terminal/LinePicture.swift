import Diagnostics

/// Prompt and line as they are laid out on the screen: the rows, and where the cursor is.
struct LinePicture: Equatable {
  /// A character on the screen, or a mark that goes with the one before.
  struct Cell: Equatable {
    var scalar: Unicode.Scalar
    var ink = Ink.plain
  }

  /// A row of the screen.
  struct Row: Equatable {
    var cells: [Cell] = []
    /// Whether the line has a newline here. Other rows end because the next character does not fit,
    /// and to the terminal such rows are one line, for copying and for resizing.
    var endsWithNewline = false
    /// How many newlines of the line are before this row.
    var line = 0

    var columns: Int { cells.reduce(0) { $0 + $1.scalar.columns } }

    /// Whether they look the same.
    static func == (one: Row, other: Row) -> Bool {
      one.endsWithNewline == other.endsWithNewline && one.cells == other.cells
    }
  }

  /// A place on the screen, from the first row and column.
  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  /// At least one. The last is never full: after a full row there is an empty one.
  private(set) var rows: [Row]
  private(set) var cursor = Place()
  let width: Int
  /// What stands before the text of every row behind a newline.
  private let margin: String
  /// Columns taken in the last row.
  private var column = 0

  /// `text` after `prompt` on a terminal of `width` columns, which are at least 2.
  ///
  /// `cursor` counts the scalars of `text` before it; `inks` are those of the scalars, plain where
  /// there are none. `text` may be a part of the line: then `firstLine` counts the newlines before
  /// it, and no prompt is before it. `marks` are what is open behind each newline of `text`, shown in
  /// the margin of the next row. `hint` stands behind the text as far as it fits into the row.
  init(
    prompt: String, text: String, cursor: Int, width: Int, inks: [Ink] = [],
    marginInk: Ink = .plain, marks: [String] = [],
    firstLine: Int = 0, hint: String = ""
  ) {
    self.width = max(2, width)
    rows = [Row(line: firstLine)]
    margin = Self.margin(besides: prompt, width: self.width)
    if firstLine == 0 {
      for scalar in prompt.unicodeScalars { draw(scalar, .plain) }
    } else {
      for scalar in margin.unicodeScalars { put(scalar, marginInk) }
    }
    var index = 0
    var newlines = 0
    for scalar in text.unicodeScalars {
      if index == cursor { markCursor(before: scalar) }
      draw(scalar, index < inks.count ? inks[index] : .plain)
      if scalar == "\n" {
        let open = newlines < marks.count ? marks[newlines] : ""
        for scalar in margin(with: open).unicodeScalars { put(scalar, marginInk) }
        newlines += 1
      }
      index += 1
    }
    guard cursor >= index else { return }
    markCursor(before: nil)
    draw(hint: hint)
  }

  /// As wide as the prompt, where that leaves room for text.
  static func margin(besides prompt: String, width: Int) -> String {
    let columns = prompt.columns
    if columns > width / 2 { return width < 8 ? "" : ". " }
    return columns < 2 ? "" : String(repeating: ".", count: columns - 1) + " "
  }

  /// The margin with what is open in place of its last dots: `.......[" `; the innermost where there is
  /// room for no more.
  private func margin(with marks: String) -> String {
    let dots = margin.dropLast()
    let shown = marks.suffix(dots.count)
    return String(dots.dropLast(shown.count)) + shown + margin.suffix(1)
  }

  private mutating func draw(_ scalar: Unicode.Scalar, _ ink: Ink) {
    switch scalar {
    case "\n":
      rows[rows.count - 1].endsWithNewline = true
      beginRow(line: rows[rows.count - 1].line + 1)
    case "\t":
      repeat { put(" ", .plain) } while column % 8 != 0
    case _ where scalar.isControl:
      put("^", ink)
      put(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value & 0x7F) ^ 0x40), ink)
    default:
      put(scalar, ink)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar, _ ink: Ink) {
    let columns = scalar.columns
    while column + columns > width && column > 0 { put(" ", .plain) }
    rows[rows.count - 1].cells.append(Cell(scalar: scalar, ink: ink))
    column += columns
    if column >= width { beginRow(line: rows[rows.count - 1].line) }
  }

  private mutating func beginRow(line: Int) {
    rows.append(Row(line: line))
    column = 0
  }

  private mutating func markCursor(before next: Unicode.Scalar?) {
    cursor = Place(row: rows.count - 1, column: column)
    // A wide character that does not fit takes the cursor along to the next row.
    if let next, !next.isControl, column > 0, column + next.columns > width {
      cursor = Place(row: rows.count, column: 0)
    }
  }

  /// Never to the end of the row, so that it makes no row.
  private mutating func draw(hint: String) {
    let room = width - 1 - column
    guard room >= 2, !hint.isEmpty else { return }
    let shown = escapingControls(hint).fitted(
      to: room, ellipsis: TerminalState.isUnicode ? "…" : "")
    for scalar in shown.unicodeScalars where !scalar.isControl { put(scalar, .grey) }
  }
}
