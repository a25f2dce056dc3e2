/// Puts diagnostics into lines: the sentence, the place, the line with the culprit underlined, and
/// what to type instead.
public struct DiagnosticRenderer: Sendable {
  public enum Form: Sendable {
    /// For people.
    case text
    /// For programs: one JSON object a line.
    case json
  }

  public var colour: Bool
  public var form: Form
  /// Columns of the terminal, where sentences go on in the next line; nil where there is none.
  public var width: Int?
  /// The language of sentences; nil for English. Programs are told in English.
  public var wording: Wording?
  /// How pieces of statements are typed in that language, by where what is answered stands; nil where as in
  /// English.
  public var typing: (@Sendable (Location) -> Wording.Typing?)?
  /// The longest sentence that is shown, characters.
  private let longest = 1000
  /// Where a note goes on in the next line without a terminal, columns.
  private let widest = 80

  public init(
    colour: Bool = false, form: Form = .text, width: Int? = nil, wording: Wording? = nil
  ) {
    self.colour = colour
    self.form = form
    self.width = width
    self.wording = wording
  }

  /// The lines of one diagnostic, each ended by a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    if form == .json { return DiagnosticJSON.line(diagnostic) }
    let tint: SGR = diagnostic.severity == .error ? .red : .yellow
    let typing = wording == nil ? nil : diagnostic.location.flatMap { self.typing?($0) }
    let severity = word(diagnostic.severity == .error ? "error" : "warning")
    let kind = "\(severity)[\(diagnostic.slug)]"
    var text = line(
      kind, tint, diagnostic.message, typing, indent: 2, .bold, isBroken: width != nil)
    if let location = diagnostic.location { text += excerpt(location, tint) }
    for note in diagnostic.notes {
      text += line(word("note"), .cyan, note.message, typing, indent: 6)
      if let location = note.location { text += excerpt(location, .cyan) }
    }
    for help in diagnostic.help {
      text += line(word("help"), .green, help, typing, indent: 6, isBroken: width != nil)
    }
    return text
  }

  /// A word of ours in the language of sentences.
  private func word(_ word: Sentence) -> String { word.text(wording) }

  /// A word of ours and a sentence behind it, in further lines where it is too long.
  private func line(
    _ word: String, _ tint: SGR, _ message: Sentence, _ typing: Wording.Typing?, indent: Int,
    _ style: SGR? = nil,
    isBroken: Bool = true
  ) -> String {
    let sentence = sentence(message.text(wording, typing: typing))
    let rows =
      isBroken
      ? wrapped(
        sentence, to: width ?? widest, indent: indent, start: displayWidth(word) + 2,
        breaksWords: width != nil)
      : [sentence]
    func painted(_ text: String) -> String { style.map { paint(text, $0) } ?? text }
    // A sentence whose first word has no room behind ours begins in the next row.
    let colon = self.word(": ")
    let first = rows.first.flatMap { $0.isEmpty ? nil : colon + $0 } ?? ":"
    return paint(word, tint) + (style == nil ? first : paint(first, .bold)) + "\n"
      + rows.dropFirst().map { painted($0) + "\n" }.joined()
  }

  /// A sentence without controls, cut where it repeats an endless piece of the source.
  private func sentence(_ text: String) -> String {
    let start = String(text.prefix(longest))
    return escapingControls(start.utf8.count < text.utf8.count ? start + "…" : text)
  }

  /// The place and its line, with marks under the span.
  private func excerpt(_ location: Location, _ tint: SGR) -> String {
    let number = "\(location.source.lineNumber(of: location.span.lower))"
    let gutter = String(repeating: " ", count: number.count)
    let excerpt = Excerpt(location, width: width.map { $0 - number.count - 3 })
    let marks =
      String(repeating: " ", count: displayWidth(excerpt.before))
      + paint(String(repeating: "^", count: max(1, displayWidth(excerpt.culprit))), tint)
    let address = escapingControls(location.address)
    let place =
      width.map { wrapped(address, to: $0, indent: gutter.count + 4, start: gutter.count + 4) }
      ?? [address]
    return """
      \(gutter)--> \(place.joined(separator: "\n"))
      \(number) | \(excerpt.before)\(excerpt.culprit)\(excerpt.after)
      \(gutter) | \(marks)

      """
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
