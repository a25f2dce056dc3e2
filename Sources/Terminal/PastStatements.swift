/// What was entered before, for Up, Down and Ctrl-R.
struct PastStatements {
  /// Older ones are forgotten.
  static let limit = 2000

  /// Oldest first.
  private(set) var entries: [String] = []
  /// Which entry the line shows; nil while it shows what the user writes.
  private var position: Int?
  /// What the user had written before going up.
  private var draft = ""

  /// Takes a statement in, unless it repeats the one before; false then.
  mutating func add(_ statement: String) -> Bool {
    guard !statement.isEmpty, statement != entries.last else { return false }
    if entries.count == Self.limit { entries.removeFirst() }
    entries.append(statement)
    return true
  }

  /// A new line begins: Up starts from the newest entry again.
  mutating func startOver() {
    position = nil
    draft = ""
  }

  /// The entry before the one shown, or nil at the oldest; `current` is kept for the way back.
  mutating func older(than current: String) -> String? {
    let next = (position ?? entries.count) - 1
    guard next >= 0 else { return nil }
    if position == nil { draft = current }
    position = next
    return entries[next]
  }

  /// The entry after the one shown, then what the user had written, then nil.
  mutating func newer() -> String? {
    guard let shown = position else { return nil }
    position = shown + 1 < entries.count ? shown + 1 : nil
    return position.map { entries[$0] } ?? draft
  }

  /// The newest entry that goes on where `text` ends.
  func newest(beginningWith text: String) -> String? {
    let count = text.utf8.count
    return entries.last { $0.utf8.count > count && $0.utf8.starts(with: text.utf8) }
  }

  /// The newest entry before `end` that contains `pattern`; capitals in ASCII do not matter.
  func lastMatch(of pattern: String, before end: Int) -> Int? {
    let wanted = Self.folded(pattern)
    return entries[..<end].lastIndex { Self.contains(Self.folded($0), wanted) }
  }

  /// The oldest entry from `start` on that contains `pattern`.
  func firstMatch(of pattern: String, from start: Int) -> Int? {
    let wanted = Self.folded(pattern)
    return entries[start...].firstIndex { Self.contains(Self.folded($0), wanted) }
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard text.count >= wanted.count else { return false }
    return (0...(text.count - wanted.count)).contains { text[$0...].starts(with: wanted) }
  }
}
