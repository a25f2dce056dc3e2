/// Prompt and line as they are laid out on the screen: the rows, and where the cursor is.
struct LinePicture: Equatable {
  /// A row of the screen.
  struct Row: Equatable {
    var text = String.UnicodeScalarView()
    /// Whether the line has a newline here. Other rows end because the next character does not fit,
    /// and to the terminal such rows are one line, for copying and for resizing.
    var endsWithNewline = false

    var columns: Int { text.reduce(0) { $0 + $1.columns } }

    static func == (one: Row, other: Row) -> Bool {
      one.endsWithNewline == other.endsWithNewline && one.text.elementsEqual(other.text)
    }
  }

  /// A place on the screen, from the first row and column.
  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  /// At least one. The last is never full: after a full row there is an empty one.
  private(set) var rows = [Row()]
  private(set) var cursor = Place()
  let width: Int
  /// Columns taken in the last row.
  private var column = 0

  /// `text` after `prompt` on a terminal of `width` columns, which are at least 2. `cursor` counts the
  /// scalars of `text` before it.
  init(prompt: String, text: String, cursor: Int, width: Int) {
    self.width = max(2, width)
    for scalar in prompt.unicodeScalars { draw(scalar) }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == cursor { markCursor(before: scalar) }
      draw(scalar)
    }
    if cursor >= text.unicodeScalars.count { markCursor(before: nil) }
  }

  private mutating func draw(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n":
      rows[rows.count - 1].endsWithNewline = true
      beginRow()
    case "\t":
      repeat { put(" ") } while column % 8 != 0
    case _ where scalar.isControl:
      put("^")
      put(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value & 0x7F) ^ 0x40))
    default:
      put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let columns = scalar.columns
    while column + columns > width && column > 0 { put(" ") }
    rows[rows.count - 1].text.append(scalar)
    column += columns
    if column >= width { beginRow() }
  }

  private mutating func beginRow() {
    rows.append(Row())
    column = 0
  }

  private mutating func markCursor(before next: Unicode.Scalar?) {
    cursor = Place(row: rows.count - 1, column: column)
    // A wide character that does not fit takes the cursor along to the next row.
    if let next, !next.isControl, column > 0, column + next.columns > width {
      cursor = Place(row: rows.count, column: 0)
    }
  }
}
