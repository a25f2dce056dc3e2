import Diagnostics
import Reports

/// The pages of words that belong to commands: their attributes, and the formats of files.
enum CommandWordHelp {
  /// The page of what commands take as `name=value`; nil where none does.
  static func page(attribute name: String, _ wording: Wording?) -> String? {
    var text = ""
    for row in CommandTable.rows { text += page(attribute: name, of: row, wording) ?? "" }
    return text.isEmpty ? nil : text
  }

  /// What one command takes under a name; nil where it takes none.
  static func page(attribute name: String, of row: Command, _ wording: Wording?) -> String? {
    guard let attribute = row.signature.attribute(named: name) else { return nil }
    let meaning = Sentence(verbatim: attribute.meaning).text(wording)
    return "\(row.name) \(piece(attribute))  \(meaning)\n"
  }

  /// The page of a format; nil where there is none of that name.
  static func page(format name: String, _ wording: Wording?) -> String? {
    guard let format = FileFormat.named(name) else { return nil }
    let options = format.options.map { "`--\($0.rawValue)`" as Sentence }
    let summary: Sentence =
      options.isEmpty
      ? "\(format.summary)"
      : "\(format.summary), with \(Sentence.list(options, " and ", last: " and ")) where those are asked for"
    return "\(format.name)  \(summary.text(wording))\n"
      + HelpTopics.examples(
        (format.content == .rows ? ["last \(format.name)"] : [])
          + ["export figures.\(format.name) tax" + (format.content == .picture ? "" : ", jobs")],
        wording)
  }

  /// Every such word, with what it belongs to.
  static var suggestions: [Suggestion] {
    let attributes = CommandTable.rows.flatMap { row in
      row.signature.attributes.map { Suggestion($0.name, "attribute of `\(row.name)`" as Sentence) }
    }
    return attributes + FileFormat.rows.map { Suggestion($0.name, $0.summary) }
  }

  /// The attribute with all its choices, or as a usage has it: `every=5y`.
  private static func piece(_ attribute: Signature.Attribute) -> String {
    attribute.choices.isEmpty
      ? attribute.usage : "\(attribute.name)=" + attribute.choices.joined(separator: "|")
  }
}
