/// A text in rows of at most `width` columns, broken between words.
///
/// Chinese and Japanese break between characters: closing punctuation never begins a row and opening
/// punctuation never ends one, and a number keeps the unit behind it (`1,234.6万元`, `66 %`). A word that is
/// wider than a row is broken between characters, or sticks out where `breaksWords` is false; below
/// two columns a wide character overflows.
/// Line breaks in the text are kept. Rows after the first begin with `indent` spaces, as far as those
/// leave half of the row, and are that much narrower; the first is narrower by `start`, what stands
/// before it already.
public func wrapped(
  _ text: String, to width: Int, indent: Int = 0, start: Int = 0, breaksWords: Bool = true
) -> [String] {
  let margin = String(repeating: " ", count: max(0, min(indent, width / 2, width - 2)))
  var rows: [String] = []
  var room = max(1, width - start)
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    for row in rowsOfLine(line, first: room, others: max(1, width - margin.count), breaksWords) {
      rows.append(rows.isEmpty ? row : margin + row)
    }
    room = max(1, width - margin.count)
  }
  return rows
}

private func rowsOfLine(
  _ line: Substring, first: Int, others: Int, _ breaksWords: Bool
) -> [String] {
  var rows: [String] = []
  var row = ""
  var used = 0
  var room = first
  /// Spaces that stand before the next piece if it comes into the same row.
  var spaces = 0
  func finish() {
    rows.append(row)
    row = ""
    used = 0
    spaces = 0
    room = others
  }
  for piece in pieces(of: line, upTo: others) {
    if piece == " " {
      // Spaces at the beginning of a line are its own; those at a break are not.
      if used > 0 || rows.isEmpty { spaces += 1 }
      continue
    }
    let width = displayWidth(piece)
    let isBehindOthers = rows.isEmpty && used == 0 && room < others
    if used + spaces + width > room, used > 0 || isBehindOthers { finish() }
    row += String(repeating: " ", count: spaces)
    used += spaces
    spaces = 0
    if used + width <= room || !breaksWords {
      row += piece
      used += width
      continue
    }
    for character in piece {
      let width = displayWidth(character)
      if used > 0, used + width > room { finish() }
      row.append(character)
      used += width
    }
  }
  rows.append(row)
  return rows
}

/// What is never broken as long as it fits: words, single wide characters with the punctuation that
/// belongs to them, numbers with their unit, and each space.
private func pieces(of line: Substring, upTo room: Int) -> [String] {
  var pieces: [String] = []
  var current = ""
  for (index, character) in zip(line.indices, line) {
    if character == " " {
      let rest = line[index...].dropFirst()
      let unit = rest.prefix { $0 != " " }
      if unit.hasPrefix("%") || unit.hasPrefix("yuan"), isCount(current),
        displayWidth(current) + 1 + displayWidth(String(unit)) <= room
      {
        current.append(character)
        continue
      }
      if !current.isEmpty { pieces.append(current) }
      pieces.append(" ")
      current = ""
      continue
    }
    if let last = current.last, mayBreak(last, character) {
      pieces.append(current)
      current = ""
    }
    current.append(character)
  }
  if !current.isEmpty { pieces.append(current) }
  return pieces
}

/// Whether a word is a number, perhaps with a magnitude and in brackets: its unit stays beside it.
private func isCount(_ word: String) -> Bool {
  word.contains(where: \.isNumber) && word.allSatisfy { $0.isNumber || "(+-,.kMbtn".contains($0) }
}

/// Whether a row may end between two characters that no space parts.
private func mayBreak(_ before: Character, _ after: Character) -> Bool {
  guard displayWidth(before) == 2 || displayWidth(after) == 2 else { return false }
  if closing.contains(after) || opening.contains(before) { return false }
  let isCounted = before.isNumber || magnitudes.contains(before)
  return !(isCounted && (magnitudes.contains(after) || counted.contains(after)))
}

private let closing = Set("，。、；：？！）》」』】〕〉”’…—％·,.;:?!)]}%`'\"")
private let opening = Set("（《「『【〔〈“‘([{`")
private let magnitudes = Set("千万亿百")
private let counted = Set("元亩人家年月日吨天％")
