import Diagnostics
import Glibc

/// A search going on: Ctrl-R, and what was typed since.
struct HistorySearch {
  var pattern = ""
  /// The entry shown.
  var match: Int?
  var isFailing = false
  /// The line before, for Ctrl-G.
  let text: String
  let cursor: Int
}

/// Up, Down and Ctrl-R.
///
/// libedit has these too, but its own take a line back from the history only up to 1,024 characters
/// and its search stops at every fourth Chinese character.
extension LineEditor {
  // MARK: Up and Down

  /// The line above, in a line that has several; else the statement before.
  func moveUp() -> UInt8 {
    let start = startOfLine(at: cursor)
    if start > 0 {
      cursor = place(inLineAt: startOfLine(at: start - 1), column: width(from: start, to: cursor))
      return refresh
    }
    guard let statement = past.older(than: text) else { return Reply.beep }
    replaceLine(with: statement)
    return refresh
  }

  func moveDown() -> UInt8 {
    if let end = buffer[cursor...].firstIndex(of: newline) {
      let column = width(from: startOfLine(at: cursor), to: cursor)
      cursor = place(inLineAt: end + 1, column: column)
      return refresh
    }
    guard let statement = past.newer() else { return Reply.beep }
    replaceLine(with: statement)
    return refresh
  }

  private var newline: wchar_t { 0x0A }

  private func startOfLine(at place: Int) -> Int {
    buffer[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
  }

  private func width(from start: Int, to end: Int) -> Int {
    String(scalars: buffer[start..<end]).columns
  }

  /// The place nearest to `column` in the line that starts at `start`, not past its end.
  private func place(inLineAt start: Int, column: Int) -> Int {
    var left = column
    return buffer.indices[start...].first { place in
      if buffer[place] == newline { return true }
      left -= width(from: place, to: place + 1)
      return left < 0
    } ?? buffer.count
  }

  // MARK: Ctrl-R

  func beginSearch() -> UInt8 {
    search = HistorySearch(text: text, cursor: cursor)
    show(prompt: searchPrompt)
    return refresh
  }

  /// What libedit gets for a key while searching.
  func searchCharacters(for key: Key) -> [wchar_t] {
    switch key {
    case .scalar("\u{12}"):
      lookFurther(towardsOlder: true)
    case .scalar("\u{13}"):
      lookFurther(towardsOlder: false)
    case .scalar("\u{7F}"), .scalar("\u{08}"):
      if search?.pattern.isEmpty == false { search?.pattern.removeLast() }
      look(before: past.entries.count)
    case .scalar("\u{07}"):
      let before = search
      search = nil
      replaceLine(with: before?.text ?? "")
      cursor = before?.cursor ?? 0
      return [KeyCode.endSearch]
    case .scalar(let scalar) where !scalar.isControl:
      search?.pattern.unicodeScalars.append(scalar)
      look(before: search?.match.map { $0 + 1 } ?? past.entries.count)
    case .pasted(let text):
      search?.pattern += text.prefix { $0 != "\n" }
      look(before: search?.match.map { $0 + 1 } ?? past.entries.count)
    default:
      // The line found is the line now, and the key does what it does.
      search = nil
      return [KeyCode.endSearch] + characters(for: key)
    }
    return [KeyCode.showSearch]
  }

  private func lookFurther(towardsOlder isOlder: Bool) {
    guard let search, let match = search.match else { return look(before: past.entries.count) }
    let found =
      isOlder
      ? past.lastMatch(of: search.pattern, before: match)
      : past.firstMatch(of: search.pattern, from: match + 1)
    accept(found)
  }

  private func look(before end: Int) {
    guard let search, !search.pattern.isEmpty else {
      self.search?.match = nil
      self.search?.isFailing = false
      return
    }
    accept(past.lastMatch(of: search.pattern, before: end))
  }

  private func accept(_ found: Int?) {
    search?.isFailing = found == nil
    if let found { search?.match = found }
  }

  func drawSearch() -> UInt8 {
    guard let search else { return Reply.nothing }
    if let match = search.match { replaceLine(with: past.entries[match]) }
    show(prompt: searchPrompt)
    return search.isFailing ? Reply.refreshAndBeep : refresh
  }

  func drawAfterSearch() -> UInt8 {
    show(prompt: prompt)
    return refresh
  }

  private var searchPrompt: String {
    guard let search else { return prompt }
    let place: Sentence = search.isFailing ? "not in history" : "history"
    return "\(place.text(wording())) '\(search.pattern)': "
  }
}
