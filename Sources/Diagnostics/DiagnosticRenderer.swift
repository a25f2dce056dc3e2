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
  /// The longest sentence that is shown, characters.
  private let longest = 1000
  /// Where a note goes on in the next line, columns.
  private let widest = 80

  public init(colour: Bool = false, form: Form = .text) {
    self.colour = colour
    self.form = form
  }

  /// The lines of one diagnostic, each ended by a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    if form == .json { return DiagnosticJSON.line(diagnostic) }
    let tint: SGR = diagnostic.severity == .error ? .red : .yellow
    var text = paint("\(diagnostic.severity.rawValue)[\(diagnostic.slug)]", tint)
    text += paint(": " + sentence(diagnostic.message), .bold) + "\n"
    if let location = diagnostic.location { text += excerpt(location, tint) }
    for note in diagnostic.notes {
      text += paint("note", .cyan) + ": " + wrapped(sentence(note.message), indent: 6) + "\n"
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

  /// A long list goes on in further lines, below its beginning.
  private func wrapped(_ text: String, indent: Int) -> String {
    guard displayWidth(text) + indent > widest else { return text }
    var lines = ""
    var column = indent
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let width = displayWidth(String(word))
      if column > indent, column + width > widest {
        lines.removeLast()
        lines += "\n" + String(repeating: " ", count: indent)
        column = indent
      }
      lines += word + " "
      column += width + 1
    }
    lines.removeLast()
    return lines
  }

  /// The place and its line, with marks under the span.
  private func excerpt(_ location: Location, _ tint: SGR) -> String {
    let excerpt = Excerpt(location)
    let number = "\(location.source.lineNumber(of: location.span.lower))"
    let gutter = String(repeating: " ", count: number.count)
    let marks =
      String(repeating: " ", count: displayWidth(excerpt.before))
      + paint(String(repeating: "^", count: max(1, displayWidth(excerpt.culprit))), tint)
    return """
      \(gutter)--> \(escapingControls(location.address))
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
