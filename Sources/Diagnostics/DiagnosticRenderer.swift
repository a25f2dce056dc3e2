/// Puts diagnostics into lines: the sentence, the place, the line with the culprit underlined, and
/// what to type instead.
public struct DiagnosticRenderer: Sendable {
  public var colour: Bool
  /// The longest piece of a source line that is shown, columns.
  private let room = 160
  /// The longest sentence that is shown, characters.
  private let longest = 1000
  /// More bytes than any column of sensible text takes.
  private let widest = 16

  public init(colour: Bool = false) {
    self.colour = colour
  }

  /// The lines of one diagnostic, each ended by a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    let tint: SGR = diagnostic.severity == .error ? .red : .yellow
    var text = paint("\(diagnostic.severity.rawValue)[\(diagnostic.slug)]", tint)
    text += paint(": " + sentence(diagnostic.message), .bold) + "\n"
    if let location = diagnostic.location { text += excerpt(location, tint) }
    for note in diagnostic.notes {
      text += paint("note", .cyan) + ": " + sentence(note.message) + "\n"
      if let location = note.location { text += excerpt(location, .cyan) }
    }
    for help in diagnostic.help {
      text += paint("help", .green) + ": " + sentence(help) + "\n"
    }
    return text
  }

  /// A sentence without controls, cut where it repeats an endless piece of the source.
  private func sentence(_ text: String) -> String {
    let start = String(text.prefix(longest))
    return escapingControls(start.utf8.count < text.utf8.count ? start + "…" : text)
  }

  /// The place and its line, with marks under the span.
  private func excerpt(_ location: Location, _ tint: SGR) -> String {
    let source = location.source
    let index = source.lineIndex(of: location.span.lower)
    let line = source.lineRange(index)
    let lower = min(max(location.span.lower, line.lowerBound), line.upperBound)
    let upper = min(max(location.span.upper, lower), line.upperBound)
    // A column takes at most `widest` bytes, so a longer piece is cut before it becomes text.
    let near = characterStart(source, max(line.lowerBound, lower - room * widest))
    let far = min(line.upperBound, upper + room * widest)
    var before = shown(source, min(near, lower), lower)
    var culprit = shown(source, lower, min(upper, lower + room * widest))
    var after = shown(source, upper, far)
    if displayWidth(before) > room / 2 { before = "…" + suffix(before, room / 2) }
    if displayWidth(culprit) > room / 2 { culprit = prefix(culprit, room / 2) + "…" }
    if displayWidth(after) > room / 2 { after = prefix(after, room / 2) + "…" }

    let number = "\(source.lineNumber(of: lower))"
    let gutter = String(repeating: " ", count: number.count)
    let marks =
      String(repeating: " ", count: displayWidth(before))
      + paint(String(repeating: "^", count: max(1, displayWidth(culprit))), tint)
    return """
      \(gutter)--> \(escapingControls(location.address))
      \(number) | \(before)\(culprit)\(after)
      \(gutter) | \(marks)

      """
  }

  /// The offset, or the next one at which a character of UTF-8 begins.
  private func characterStart(_ source: SourceText, _ offset: Int) -> Int {
    var start = offset
    while start < source.utf8.count, source.utf8[start] & 0xC0 == 0x80, start < offset + 3 {
      start += 1
    }
    return start
  }

  private func shown(_ source: SourceText, _ lower: Int, _ upper: Int) -> String {
    escapingControls(
      String(decoding: source.utf8[lower..<upper], as: UTF8.self).replacingTabs())
  }

  private func prefix(_ text: String, _ width: Int) -> String {
    truncated(text, to: width, ellipsis: "")
  }

  private func suffix(_ text: String, _ width: Int) -> String {
    String(truncated(String(text.reversed()), to: width, ellipsis: "").reversed())
  }

  private enum SGR: String {
    case red = "31;1"
    case yellow = "33;1"
    case green = "32;1"
    case cyan = "36;1"
    case bold = "1"
  }

  private func paint(_ text: String, _ style: SGR) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
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
