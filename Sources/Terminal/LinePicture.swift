/// Prompt and line as libedit lays them out on the screen: the rows, and where the cursor is.
///
/// Needed for two things libedit gets wrong. After a resize the terminal has broken and joined rows,
/// and the line must be drawn again from the row where its first one now is. And when libedit moves up
/// to the middle of a wide character, or puts one wide character for another, it loses a column;
/// `repainting` mends that. (Colours while typing would be put in there.)
struct LinePicture {
  /// A row of the screen.
  private struct Row {
    var text = String.UnicodeScalarView()
    /// Whether the line has a newline here. Other rows end because the next character does not fit.
    var endsWithNewline = false
  }

  private let width: Int
  private var rows = [Row()]
  /// Columns taken in the last row.
  private var column = 0
  /// The row of the cursor.
  private(set) var cursorRow = 0
  /// How many scalars of its row are before the cursor.
  private var cursorOffset = 0

  /// `cursor` is an index of `text`, or its count.
  init(prompt: some Sequence<Unicode.Scalar>, text: [Unicode.Scalar], cursor: Int, width: Int) {
    self.width = width
    for scalar in prompt { put(scalar) }
    for (index, scalar) in text.enumerated() {
      if index == cursor { markCursor(before: scalar) }
      draw(scalar)
    }
    if cursor >= text.count { markCursor(before: nil) }
  }

  var rowCount: Int { rows.count }

  /// What writes the picture over itself, from the cursor's row, and leaves the cursor where it is.
  var repainting: String {
    var output = "\r" + Self.up(cursorRow)
    for (index, row) in rows.enumerated() {
      output.unicodeScalars.append(contentsOf: row.text)
      let next = index + 1 < rows.count ? rows[index + 1] : nil
      if row.endsWithNewline {
        output += "\u{1b}[K\r\n"
      } else if let next {
        // The row is full, and the next character goes to the next row. If there is none yet, a blank
        // does; the two rows then are one line to the terminal, for copying and for resizing.
        if next.text.isEmpty { output += " \r" }
      } else {
        output += "\u{1b}[K"
      }
    }
    let columns = rows[cursorRow].text.prefix(cursorOffset).reduce(0) { $0 + $1.columns }
    return output + "\r" + Self.up(rows.count - 1 - cursorRow)
      + (columns > 0 ? "\u{1b}[\(columns)C" : "")
  }

  /// Rows between the first one and the cursor's when the terminal has become `newWidth` columns wide.
  ///
  /// This is so on terminals that join rows again (tmux, VTE, kitty, Windows Terminal …). xterm does
  /// not, and nothing tells the two kinds apart: there a resize in a wrapped line may leave debris.
  func rowsAboveCursor(atWidth newWidth: Int) -> Int {
    var above = 0
    var column = 0
    for (index, row) in rows[...cursorRow].enumerated() {
      for (offset, scalar) in row.text.enumerated() {
        if column + scalar.columns > newWidth {
          above += 1
          column = 0
        }
        if index == cursorRow && offset == cursorOffset { return above }
        column += scalar.columns
      }
      if row.endsWithNewline && index < cursorRow {
        above += 1
        column = 0
      }
    }
    // At the end of a full row the terminal's cursor stays, unless there was a blank in the next row.
    let isOnBlank = cursorOffset == 0 && cursorRow > 0 && !rows[cursorRow - 1].endsWithNewline
    return above + (isOnBlank && column >= newWidth ? 1 : 0)
  }

  static func up(_ count: Int) -> String { count > 0 ? "\u{1b}[\(count)A" : "" }

  // MARK: Drawing as libedit does (its re_addc and re_putc)

  private mutating func draw(_ scalar: Unicode.Scalar) {
    if scalar == "\n" {
      rows[rows.count - 1].endsWithNewline = true
      beginRow()
    } else if scalar == "\t" {
      repeat { put(" ") } while column % 8 != 0
    } else if scalar.value < 0x80 && scalar.isControl {
      put("^")
      put(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
    } else if scalar.isUnknown {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      put(contentsOf: "\\U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    } else {
      put(scalar)
    }
  }

  private mutating func put(contentsOf text: String) {
    for scalar in text.unicodeScalars { put(scalar) }
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
    cursorRow = rows.count - 1
    cursorOffset = rows[cursorRow].text.count
    // A wide character that does not fit takes the cursor along to the next row.
    if let next, column > 0, column + next.columns > width, !next.isControl {
      cursorRow += 1
      cursorOffset = 0
    }
  }
}
