/// Diagnostics for programs: `--json-errors`, one object a line (Docs/Decisions/0023).
///
/// Lines and columns count from 1, columns in characters as a reader sees them; the end is the
/// column just behind the last character. What has no place has `null` for all of them.
enum DiagnosticJSON {
  /// The longest text of a field, characters: a sentence may repeat an endless piece of the source.
  private static let longest = 10_000

  static func line(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      object([("message", text(note.message.text))] + place(note.location))
    }
    let fields =
      [
        ("slug", text(diagnostic.slug)),
        ("severity", text(diagnostic.severity.rawValue)),
        ("message", text(diagnostic.message.text)),
      ] + place(diagnostic.location) + [
        ("notes", array(notes)),
        ("help", array(diagnostic.help.map { text($0.text) })),
        ("exit", "\(diagnostic.exit.rawValue)"),
      ]
    return object(fields) + "\n"
  }

  private static func place(_ location: Location?) -> [(String, String)] {
    let names = ["file", "line", "column", "end_line", "end_column", "excerpt"]
    guard let location else { return names.map { ($0, "null") } }
    let source = location.source
    let lower = location.span.lower
    let upper = max(lower, location.span.upper)
    let excerpt = Excerpt(location)
    let values = [
      text(source.name), "\(source.lineNumber(of: lower))", "\(source.column(of: lower))",
      "\(source.lineNumber(of: upper))", "\(source.column(of: upper))",
      text(excerpt.before + excerpt.culprit + excerpt.after),
    ]
    return Array(zip(names, values))
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(text($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func array(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }

  private static func text(_ value: String) -> String { jsonString(String(value.prefix(longest))) }
}
