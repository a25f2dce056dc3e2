import ParkModel
import Reports

/// The pages of words that belong to commands: their attributes, and the formats of files.
enum CommandWordHelp {
  /// The page of what commands take as `name=value`; nil where none does.
  static func page(attribute name: String) -> String? {
    var text = ""
    for row in CommandTable.rows where row.attributeNames.contains(name) {
      text += "\(row.name) \(piece(name, of: row))\(meaning(name, of: row))\n"
    }
    return text.isEmpty ? nil : text
  }

  /// The page of a format; nil where there is none of that name.
  static func page(format name: String) -> String? {
    guard let format = FileFormat.named(name) else { return nil }
    let options = format.options.map { "`--\($0.rawValue)`" }.joined(separator: " and ")
    let taking = options.isEmpty ? "" : ", with \(options) where those are asked for"
    return "\(format.name)  \(format.summary)\(taking)\n"
      + HelpTopics.examples(
        (format.content == .rows ? ["last \(format.name)"] : [])
          + ["export figures.\(format.name) tax" + (format.content == .picture ? "" : ", jobs")])
  }

  /// Every such word, with what it belongs to.
  static var suggestions: [Suggestion] {
    let attributes = CommandTable.rows.flatMap { row in
      row.attributeNames.map { Suggestion($0, "attribute of \(row.name)") }
    }
    return attributes + FileFormat.rows.map { Suggestion($0.name, $0.summary) }
  }

  /// The attribute with its values, or as the usage of a command has it: `every=5y`.
  private static func piece(_ name: String, of row: Command) -> String {
    if let values = row.values(of: name), !values.isEmpty {
      return "\(name)=" + values.joined(separator: "|")
    }
    guard let place = row.usage.firstRange(of: "\(name)=") else { return "\(name)=…" }
    return String(row.usage[place.lowerBound...].prefix { $0 != "]" && $0 != " " })
  }

  private static func meaning(_ name: String, of row: Command) -> String {
    if row.name == Cite.row.name, let known = Citation.rows.first(where: { $0.name == name }) {
      return "  " + known.summary
    }
    if row.name == FormatCommand.row.name,
      let known = OutputSettings.rows.first(where: { $0.name == name })
    {
      return "  " + known.summary
    }
    return ""
  }
}
