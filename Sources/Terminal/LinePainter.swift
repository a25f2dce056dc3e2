/// Keeps the screen the same as a picture of the line, with few characters.
///
/// libedit has a painter of its own, but it loses columns and rows when wide characters are edited in
/// a line of several rows. Ours knows what is on the screen, goes to the first difference and
/// writes what differs. Of a line with more rows than the screen it shows as many as fit.
struct LinePainter {
  private typealias Row = LinePicture.Row
  private typealias Place = LinePicture.Place

  /// The rows on the screen; none when the line is not there, and the cursor starts a row.
  private(set) var rows: [LinePicture.Row] = []
  private var cursor = Place()

  /// What makes the screen show `picture`, or as much of it as fits in `height` rows.
  mutating func paint(_ picture: LinePicture, height: Int) -> String {
    let height = max(1, height)
    var top = firstRow(in: picture)
    top = min(max(top, picture.cursor.row - height + 1), picture.cursor.row)
    top = min(top, max(0, picture.rows.count - height))
    let new = Array(picture.rows[top..<min(top + height, picture.rows.count)])
    let goal = Place(row: picture.cursor.row - top, column: picture.cursor.column)
    firstLine = new[0].line
    firstPart = top - (picture.rows.firstIndex { $0.line == firstLine } ?? 0)
    defer {
      rows = new
      cursor = goal
    }
    guard new != rows else { return Self.move(from: cursor, to: goal) }
    return write(new, width: picture.width, goal: goal)
  }

  /// What shows all of `picture`, even if the screen is too small, and goes to a fresh row below.
  mutating func finish(_ picture: LinePicture, height: Int) -> String {
    let last = Place(row: picture.rows.count - 1)
    let output =
      picture.rows.count > height
      ? write(picture.rows, width: picture.width, goal: last)
      : paint(picture, height: height) + Self.move(from: cursor, to: last)
    forget()
    return output + "\r\n"
  }

  /// Forgets what is on the screen; the cursor now starts a row.
  mutating func forget() {
    rows = []
    cursor = Place()
    firstLine = 0
    firstPart = 0
  }

  // MARK: What is in sight

  /// What the first row on the screen shows: which line between newlines, and which row of that.
  private var firstLine = 0
  private var firstPart = 0

  private func firstRow(in picture: LinePicture) -> Int {
    let start = picture.rows.firstIndex { $0.line >= firstLine } ?? 0
    guard picture.rows[start].line == firstLine else { return start }
    let rest = picture.rows[start...].prefix { $0.line == firstLine }
    return min(start + firstPart, rest.endIndex - 1)
  }

  // MARK: A change of size

  /// Whether it makes a difference at a new width what the terminal did with rows that it takes for one
  /// line: some break and join them (tmux, VTE, kitty, Windows Terminal …), others leave them (xterm,
  /// screen). Where the cursor is now tells.
  func isUnsure(atWidth width: Int) -> Bool { reflowed(to: width).row != cursor.row }

  /// What takes the line off the screen, after the terminal became `width` columns wide and put the
  /// cursor into a column, counted from 0; nil where it does not say.
  mutating func erase(atWidth width: Int, cursorColumn: Int?) -> String {
    let moved = reflowed(to: width)
    let isLeft =
      cursorColumn != nil && cursorColumn != moved.column
      && cursorColumn == min(cursor.column, width - 1)
    let above = isLeft ? cursor.row : moved.row
    forget()
    return "\r" + Self.up(above) + "\u{1b}[J"
  }

  /// Where the cursor is, counted from the first row, on a terminal that breaks and joins rows.
  private func reflowed(to width: Int) -> Place {
    guard !rows.isEmpty else { return Place() }
    var above = 0
    var column = 0
    for (index, row) in rows[...cursor.row].enumerated() {
      var oldColumn = 0
      for cell in row.cells {
        if column + cell.scalar.columns > width {
          above += 1
          column = 0
        }
        if index == cursor.row && oldColumn == cursor.column {
          return Place(row: above, column: column)
        }
        column += cell.scalar.columns
        oldColumn += cell.scalar.columns
      }
      if row.endsWithNewline && index < cursor.row {
        above += 1
        column = 0
      }
    }
    // At the end of a full row the terminal's cursor stays, unless there was a blank in the next row.
    let isOnBlank = cursor.column == 0 && cursor.row > 0 && !rows[cursor.row - 1].endsWithNewline
    guard isOnBlank, column >= width else {
      return Place(row: above, column: min(column, width - 1))
    }
    return Place(row: above + 1)
  }

  // MARK: What the terminal reads

  /// Writes rows over those on the screen, from the first difference to the last, and goes to `goal`.
  private func write(_ new: [Row], width: Int, goal: Place) -> String {
    let same = zip(rows, new).prefix { $0 == $1 }.count
    // Of two whole pictures neither begins with the other: only the last row of each is not full. If
    // one does, it is because the screen cut it off, and then all is written.
    let first = same < min(rows.count, new.count) ? same : 0
    let old = first == same && first < rows.count ? rows[first].cells : []
    let kept = zip(old, new[first].cells).prefix { $0 == $1 }.count
    let start = Place(row: first, column: Row(cells: .init(old.prefix(kept))).columns)
    let last = lastDifference(from: first, in: new)

    /// Takes away what stands on the screen after the new row.
    func clearing(_ row: Int) -> String {
      if row == new.count - 1 && row + 1 < rows.count { return "\u{1b}[J" }
      return row < rows.count && rows[row].columns > new[row].columns ? "\u{1b}[K" : ""
    }
    var output = Self.move(from: cursor, to: start)
    var isCleared = false
    for row in first...last {
      Self.draw(new[row].cells.dropFirst(row == first ? kept : 0), into: &output)
      let isFull = new[row].columns >= width
      if !isFull && !isCleared { output += clearing(row) }
      isCleared = false
      if row < last && new[row].endsWithNewline {
        output += "\r\n"
      } else if row < last && new[row + 1].cells.isEmpty {
        // The row is full, and a character goes to the next one. There is none: a blank does.
        output += " " + clearing(row + 1) + "\r"
        isCleared = true
      }
    }
    let end = Place(row: last, column: new[last].columns)
    return output + Self.move(from: end, to: goal)
  }

  /// The last row to be written. Rows that the terminal takes for one line are written together.
  private func lastDifference(from first: Int, in new: [Row]) -> Int {
    guard rows.count == new.count else { return new.count - 1 }
    var last = new.indices[first...].last { rows[$0] != new[$0] } ?? first
    while last < new.count - 1, !new[last].endsWithNewline { last += 1 }
    return last
  }

  /// The cells, each in its ink; plain again behind them.
  private static func draw(_ cells: ArraySlice<LinePicture.Cell>, into output: inout String) {
    var ink = Ink.plain
    for cell in cells {
      if cell.ink != ink {
        if ink != .plain { output += Ink.end }
        output += cell.ink.start
        ink = cell.ink
      }
      output.unicodeScalars.append(cell.scalar)
    }
    if ink != .plain { output += Ink.end }
  }

  private static func move(from place: Place, to goal: Place) -> String {
    guard place != goal else { return "" }
    let rows = goal.row - place.row
    let vertical = rows > 0 ? "\u{1b}[\(rows)B" : up(-rows)
    return "\r" + vertical + (goal.column > 0 ? "\u{1b}[\(goal.column)C" : "")
  }

  private static func up(_ count: Int) -> String { count > 0 ? "\u{1b}[\(count)A" : "" }
}
