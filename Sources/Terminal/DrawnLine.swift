/// How libedit has put prompt and line on the screen, and where that is after the terminal was resized.
///
/// Terminals that change their width break and join the rows that ran over their edge (tmux, VTE,
/// kitty, Windows Terminal …). To draw again from the right row, the editor must know how many rows
/// the text before the cursor takes *now*. A row that libedit ended itself with a newline stays apart.
/// xterm does not join rows; nothing tells the two kinds apart, so there a resize may leave debris.
struct DrawnLine {
  var prompt: [Unicode.Scalar]
  var text: [Unicode.Scalar]
  /// Where the cursor is, an index of `text`.
  var cursor: Int
  /// How much of the text was on the screen when libedit last drew whole rows. There it leaves out
  /// blanks at the end of a row and writes a newline; what is typed later runs over the edge.
  var drawnWhole: Int
  /// The width the rows were drawn for, columns.
  var width: Int

  /// Rows between the first one and the cursor's on a terminal that is `newWidth` columns wide.
  func rowsAboveCursor(atWidth newWidth: Int) -> Int {
    var pen = Pen(width: width, newWidth: newWidth)
    pen.isDrawnWhole = true
    for scalar in prompt { pen.put(scalar) }
    for (index, scalar) in text.enumerated() {
      if index == cursor { pen.markCursor(before: scalar) }
      pen.isDrawnWhole = index < drawnWhole
      pen.draw(scalar)
    }
    if cursor >= text.count { pen.markCursor(before: nil) }
    pen.endRow()
    return pen.cursorRow
  }

  /// Draws as libedit does (its `re_addc` and `re_putc`), and measures at the new width.
  private struct Pen {
    let width: Int
    let newWidth: Int
    var isDrawnWhole = false
    private(set) var cursorRow = 0

    /// Column at the old width.
    private var column = 0
    /// Glyphs since the last row that the terminal keeps apart.
    private var run: [(columns: Int, isBlank: Bool)] = []
    /// Rows above this run at the new width.
    private var rows = 0
    /// Where the cursor is in this run.
    private var cursorGlyph: Int?

    init(width: Int, newWidth: Int) {
      self.width = width
      self.newWidth = newWidth
    }

    mutating func draw(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "\n": endRow()
      case "\t":
        repeat { put(" ") } while column % 8 != 0
      default:
        if scalar.isControl && scalar.value < 0x80 {
          put("^")
          put("?")
        } else if scalar.isUnknown {
          for _ in 0..<(scalar.value > 0xFFFF ? 8 : 7) { put("?") }
        } else {
          put(scalar)
        }
      }
    }

    mutating func put(_ scalar: Unicode.Scalar) {
      let columns = scalar.columns
      while column + columns > width && column > 0 { place(1, isBlank: true) }
      place(columns, isBlank: scalar == " ")
    }

    mutating func markCursor(before next: Unicode.Scalar?) {
      // A wide character that does not fit here takes the cursor along to the next row.
      let pads = next.map { column + $0.columns > width ? width - column : 0 } ?? 0
      cursorGlyph = run.count + pads
    }

    /// The row ends here on any terminal.
    mutating func endRow() {
      measure()
      column = 0
    }

    private mutating func place(_ columns: Int, isBlank: Bool) {
      run.append((columns, isBlank))
      column += columns
      guard column >= width else { return }
      column = 0
      guard isDrawnWhole && isBlank else { return }
      while run.last?.isBlank == true { run.removeLast() }
      measure()
    }

    /// Counts the rows of the run at the new width, and begins another run.
    private mutating func measure() {
      var row = 0
      var column = 0
      for (index, glyph) in run.enumerated() {
        if column + glyph.columns > newWidth {
          row += 1
          column = 0
        }
        if index == cursorGlyph { cursorRow = rows + row }
        column += glyph.columns
      }
      if let place = cursorGlyph, place >= run.count {
        // After the run's end; the part of a padded row that was not drawn yet counts as one.
        cursorRow = rows + row + (column >= newWidth ? 1 : 0)
      }
      cursorGlyph = nil
      rows += row + 1
      run = []
    }
  }
}
