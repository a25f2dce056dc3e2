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

  init(_ location: Location) {
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
    if displayWidth(before) > Excerpt.room { before = "…" + Excerpt.suffix(before) }
    if displayWidth(culprit) > Excerpt.room { culprit = Excerpt.prefix(culprit) + "…" }
    if displayWidth(after) > Excerpt.room { after = Excerpt.prefix(after) + "…" }
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

  private static func prefix(_ text: String) -> String {
    truncated(text, to: room, ellipsis: "")
  }

  private static func suffix(_ text: String) -> String {
    String(truncated(String(text.reversed()), to: room, ellipsis: "").reversed())
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
