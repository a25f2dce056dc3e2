import Diagnostics

/// Rows and columns of a terminal that a picture is put together in; what would stick out is left off.
struct TextGrid {
  let columns: Int
  private(set) var rows: Int
  private var cells: [Cell]

  private struct Cell {
    /// Nothing in the second column of a wide character.
    var text = " "
    var colour: Colour?
  }

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// Writes a text from a column on, over what stands there.
  mutating func put(_ text: String, row: Int, column: Int, _ colour: Colour? = nil) {
    var place = column
    for character in text {
      let width = displayWidth(character)
      guard width > 0 else { continue }
      put(String(character), width: width, row: row, column: place, colour)
      place += width
    }
  }

  /// Writes a text that ends before a column.
  mutating func put(_ text: String, row: Int, before column: Int, _ colour: Colour? = nil) {
    put(text, row: row, column: column - displayWidth(text), colour)
  }

  private mutating func put(
    _ text: String, width: Int, row: Int, column: Int, _ colour: Colour?
  ) {
    guard (0..<rows).contains(row), column >= 0, column + width <= columns else { return }
    let start = row * columns + column
    // Half of a wide character is no character.
    if cells[start].text.isEmpty { cells[start - 1].text = " " }
    if column + width < columns, cells[start + width].text.isEmpty {
      cells[start + width].text = " "
    }
    cells[start] = Cell(text: text, colour: colour)
    for offset in 1..<max(width, 1) { cells[start + offset] = Cell(text: "", colour: colour) }
  }

  /// Whether nothing is written in some columns of a row.
  func isBlank(row: Int, _ range: Range<Int>) -> Bool {
    guard (0..<rows).contains(row) else { return false }
    return range.clamped(to: 0..<columns).allSatisfy { cells[row * columns + $0].text == " " }
  }

  /// The rows as lines without blanks at their ends.
  func lines(colours: Bool) -> [String] {
    (0..<rows).map { row in
      let line = cells[row * columns..<(row + 1) * columns]
      let end = line.lastIndex { $0.text != " " }.map { $0 + 1 } ?? line.startIndex
      var text = ""
      var current: Colour?
      for cell in line[line.startIndex..<end] {
        // A blank has no colour of its own.
        let colour = colours && cell.text != " " ? cell.colour : nil
        if colour != current, cell.text != " " || colour != nil {
          if current != nil { text += Colour.reset }
          if let colour { text += colour.code }
          current = colour
        }
        text += cell.text
      }
      return text + (current == nil ? "" : Colour.reset)
    }
  }
}
