/// The piece of a line around a span, as it is shown: tabs as two spaces, controls escaped, cut to a
/// width on both sides and in the middle.
struct Excerpt {
  /// The widest of its three parts, columns.
  private static let room = 80
  /// More bytes than any column of sensible text takes.
  private static let densest = 16

  var before: String
  var culprit: String
  var after: String

  /// `width` is what all three may take together; nil for as much as each of them has room.
  init(_ location: Location, width: Int? = nil) {
    let source = location.source
    let line = source.lineRange(source.lineIndex(of: location.span.lower))
    let lower = min(max(location.span.lower, line.lowerBound), line.upperBound)
    let upper = min(max(location.span.upper, lower), line.upperBound)
    // A piece that is longer than its columns can be is cut before it becomes text.
    let reach = 2 * Excerpt.room * Excerpt.densest
    let near = Excerpt.characterStart(source, max(line.lowerBound, lower - reach))
    before = Excerpt.shown(source, min(near, lower), lower)
    culprit = Excerpt.shown(source, lower, min(upper, lower + reach))
    after = Excerpt.shown(source, upper, min(line.upperBound, upper + reach))
    if displayWidth(before) > Excerpt.room { before = Excerpt.suffix(before, Excerpt.room + 1) }
    if displayWidth(culprit) > Excerpt.room { culprit = truncated(culprit, to: Excerpt.room + 1) }
    if displayWidth(after) > Excerpt.room { after = truncated(after, to: Excerpt.room + 1) }
    if let width { fit(to: max(8, width)) }
  }

  /// Cuts what stands around the culprit, then the culprit: what is before it keeps half of what
  /// room there is, or what is behind it leaves.
  private mutating func fit(to width: Int) {
    guard displayWidth(before) + displayWidth(culprit) + displayWidth(after) > width else { return }
    culprit = truncated(culprit, to: width - min(displayWidth(before), width / 4))
    let room = width - max(1, displayWidth(culprit))
    let behind = min(displayWidth(after), room / 2)
    before = Excerpt.suffix(before, room - behind)
    let left = room - displayWidth(before)
    after = left > 0 ? truncated(after, to: left) : ""
  }

  /// The offset, or the next one at which a character of UTF-8 begins.
  private static func characterStart(_ source: SourceText, _ offset: Int) -> Int {
    var start = offset
    while start < source.utf8.count, source.utf8[start] & 0xC0 == 0x80, start < offset + 3 {
      start += 1
    }
    return start
  }

  private static func shown(_ source: SourceText, _ lower: Int, _ upper: Int) -> String {
    escapingControls(
      String(decoding: source.utf8[lower..<upper], as: UTF8.self).replacingTabs())
  }

  /// The end of a text, with an ellipsis where something was cut.
  private static func suffix(_ text: String, _ width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    guard width > 0 else { return "" }
    return String(truncated(String(text.reversed()), to: width).reversed())
  }
}

extension String {
  /// Each tab as two spaces, so that marks stand where the text stands.
  fileprivate func replacingTabs() -> String {
    var text = ""
    for character in self { text += character == "\t" ? "  " : String(character) }
    return text
  }
}
