import Diagnostics

/// Puts statements into lines, the same for `save` and `fmt` (Docs/Decisions/0020).
///
/// Statements that follow each other without a line between, and begin with the same word, are a
/// block; sources between them do not divide it. In a block, pieces line up as in gofmt's tables:
/// the second piece of a line with that of its neighbour if both are of one sort, then the third,
/// and so on to the first that differs. Comments behind lines that follow each other line up too.
/// A statement stays on as many lines as its writer gave it, and one of several lines up with none.
/// Beyond that the result does not depend on how the pieces stood, so laying it out again changes
/// nothing.
public struct ScriptLayout {
  /// Nothing is lined up where that would make a line wider than this, columns.
  private static let widest = 132
  /// More white space than this is left for no alignment of pieces, columns.
  private static let widestGap = 24
  /// The same for comments, columns.
  private static let widestCommentGap = 48

  /// A statement in its line or lines.
  private struct Line {
    var text: String
    /// The column behind it.
    var end: Int
  }

  private let statements: [StatementCells]
  /// The width of each statement with one space between its pieces.
  private let widths: [Int]
  /// The column at which each piece of each statement begins.
  private var starts: [[Int]]
  private var text = ""
  /// Whether the last line is blank, or there is none yet.
  private var isBlank = true

  private init(_ statements: [StatementCells]) {
    self.statements = statements
    widths = statements.map(\.width)
    starts = statements.map { statement in
      var column = 0
      return statement.cells.map { cell in
        defer { column += cell.width + 1 }
        return column
      }
    }
  }

  /// The script of these statements, with the comments behind the last.
  public static func script(of statements: [StatementCells], closing: [String] = []) -> String {
    let names = Set(
      statements.flatMap { $0.cells.filter { $0.key == "name" }.map(\.text) })
    var layout = ScriptLayout(
      statements.map { $0.isChinese ? $0.inChinese(besides: names) : $0 })
    return layout.script(closing)
  }

  private mutating func script(_ closing: [String]) -> String {
    var index = 0
    while index < statements.count {
      let (block, end) = block(from: index)
      if block.count > 1 { lineUp(block) }
      index = end
    }
    let lines = statements.indices.map { line($0) }
    let comments = commentColumns(lines)
    for (index, statement) in statements.enumerated() {
      for line in statement.leading { add(line) }
      let line = lines[index]
      add(line.text + (statement.trailing.map { spaces(comments[index] - line.end) + $0 } ?? ""))
    }
    var rest = closing[...]
    while rest.last == "" { rest.removeLast() }
    for line in rest { add(line) }
    return text
  }

  /// Adds a line; blank ones neither at the beginning nor two in a row.
  private mutating func add(_ line: String) {
    if line.isEmpty, isBlank { return }
    isBlank = line.isEmpty
    text += line + "\n"
  }

  /// The statements of the block that begins with one, and the first statement behind it.
  private func block(from first: Int) -> (block: [Int], end: Int) {
    let word = statements[first].cells[0].text
    var block = [first]
    var end = first + 1
    while end < statements.count, statements[end].leading.isEmpty {
      if !statements[end].isAside {
        guard statements[end].cells[0].text == word else { break }
        block.append(end)
      }
      end += 1
    }
    return (block, end)
  }

  // MARK: Pieces

  /// Lines up piece after piece of a block, each among the lines that agree in all before it.
  private mutating func lineUp(_ block: [Int]) {
    var waiting = [(lines: block[...], piece: 1)]
    while let (lines, piece) = waiting.popLast() {
      var rest = lines
      while !rest.isEmpty {
        let count = together(rest, piece)
        if count > 1 { waiting += alike(rest.prefix(count), piece) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Lines as runs in which a piece is of one sort, each to go on with the next piece.
  private func alike(_ lines: ArraySlice<Int>, _ piece: Int) -> [(
    lines: ArraySlice<Int>, piece: Int
  )] {
    var runs: [(lines: ArraySlice<Int>, piece: Int)] = []
    var rest = lines
    while let first = rest.first {
      let run = rest.prefix { key($0, piece) == key(first, piece) }
      if run.count > 1 { runs.append((run, piece + 1)) }
      rest = rest.dropFirst(run.count)
    }
    return runs
  }

  /// Lines up one piece in as many lines as go together; how many those are, at least one.
  private mutating func together(_ lines: ArraySlice<Int>, _ piece: Int) -> Int {
    guard let first = lines.first, let key = key(first, piece) else { return 1 }
    var nearest = starts[first][piece]
    var farthest = nearest
    var longest = rest(first, piece)
    var count = 1
    for line in lines.dropFirst() {
      // Behind the name, pieces of any sort begin together.
      guard let other = self.key(line, piece), other == key || piece == 2 else { break }
      let low = min(nearest, starts[line][piece])
      let high = max(farthest, starts[line][piece])
      let length = max(longest, rest(line, piece))
      guard high - low <= ScriptLayout.widestGap, high + length <= ScriptLayout.widest else {
        break
      }
      (nearest, farthest, longest) = (low, high, length)
      count += 1
    }
    for line in lines.prefix(count) {
      let shift = farthest - starts[line][piece]
      guard shift > 0 else { continue }
      for later in piece..<starts[line].count { starts[line][later] += shift }
    }
    return count
  }

  /// What a piece is; nil where there is none, and for statements of several lines and wide ones.
  private func key(_ line: Int, _ piece: Int) -> String? {
    let cells = statements[line].cells
    guard piece < cells.count, widths[line] <= ScriptLayout.widest,
      !cells.contains(where: \.beginsLine)
    else { return nil }
    return cells[piece].key
  }

  /// Columns from the beginning of a piece to the end of its line.
  private func rest(_ line: Int, _ piece: Int) -> Int {
    starts[line][starts[line].count - 1] + (statements[line].cells.last?.width ?? 0)
      - starts[line][piece]
  }

  /// A statement as a line, or as several.
  private func line(_ index: Int) -> Line {
    let cells = statements[index].cells
    let starts = starts[index]
    let isSeveral = cells.contains(where: \.beginsLine)
    var line = cells[0].text
    var column = cells[0].width
    for piece in cells.indices.dropFirst() {
      if cells[piece].beginsLine {
        line += " \\\n  " + cells[piece].text
        column = 2 + cells[piece].width
      } else {
        let gap = isSeveral ? 1 : starts[piece] - column
        line += spaces(gap) + cells[piece].text
        column += gap + cells[piece].width
      }
    }
    return Line(text: line, end: column)
  }

  // MARK: Comments

  /// The column of the comment behind each line; 0 where there is none.
  private func commentColumns(_ lines: [Line]) -> [Int] {
    var result = [Int](repeating: 0, count: lines.count)
    var index = 0
    while index < lines.count {
      guard let comment = statements[index].trailing else {
        index += 1
        continue
      }
      var nearest = lines[index].end + 2
      var farthest = nearest
      var longest = columns(comment)
      var end = index + 1
      while end < lines.count, let next = statements[end].trailing, statements[end].leading.isEmpty
      {
        let start = lines[end].end + 2
        let low = min(nearest, start)
        let high = max(farthest, start)
        let length = max(longest, columns(next))
        guard high - low <= ScriptLayout.widestCommentGap, high + length <= ScriptLayout.widest
        else { break }
        (nearest, farthest, longest) = (low, high, length)
        end += 1
      }
      for line in index..<end { result[line] = farthest }
      index = end
    }
    return result
  }
}

/// So many spaces.
private func spaces(_ count: Int) -> String {
  count == 1 ? " " : String(repeating: " ", count: max(0, count))
}
