import Diagnostics
import ParkModel
import Quantities
import Reports

/// The pages of the kinds and of their attributes, made from the model's rows.
enum DeclarationHelp {
  static func page(
    _ kind: EntityKind, _ scenario: Scenario, _ width: Int?, _ wording: Wording?
  ) -> String {
    func said(_ text: String) -> String { Sentence(said: text).text(wording) }
    let row = kind.row(in: scenario)
    var text = "\(kind.isNamed ? "\(kind) NAME" : "\(kind)") [\"TITLE\"] attribute=value …\n\n"
    if kind == .observe { text = "\(kind) FIGURE attribute=value …\n\n" }
    if kind == .model { text = "set model attribute=value …\n\n" }
    if kind.isDefinition { text = "\(kind) NAME [\"TITLE\"] = VALUE\n\n" }
    text += said(row.summary) + "\n\n"
    let rows = row.attributes.map { attribute in
      [
        attribute.name, attribute.takes.text(wording),
        attribute.isRequired ? said("needed") : attribute.fallback ?? "", said(attribute.summary),
      ]
    }
    return text
      + HelpTopics.table(["attribute", "takes", "default", "meaning"], rows, width, wording)
      + HelpTopics.examples([row.example], wording)
  }

  /// The page of an attribute, in every kind that has it; nil where none has.
  static func page(
    attribute name: String, _ scenario: Scenario, _ wording: Wording?
  ) -> String? {
    var text = ""
    var examples: [String] = []
    for kind in EntityKind.allCases where !kind.isDefinition {
      guard let row = kind.row(in: scenario).attributes.first(where: { $0.name == name }) else {
        continue
      }
      text += line(row, of: kind, wording)
      examples.append(row.example(of: kind))
    }
    return text.isEmpty ? nil : text + HelpTopics.examples(examples, wording)
  }

  /// The page of an attribute of one kind, with its usual units; nil where it has none of the name.
  static func page(
    attribute name: String, of kind: EntityKind, _ scenario: Scenario, _ wording: Wording?
  ) -> String? {
    guard let row = kind.row(in: scenario).attribute(named: name) else { return nil }
    var text = line(row, of: kind, wording)
    if case .number(let unit, _) = row.form {
      let names = UsualUnits.names(of: unit.dimension)
      let units: Sentence = "usual units: \(typed: names.joined(separator: ", "))"
      if !names.isEmpty { text += units.text(wording) + "\n" }
    }
    return text + HelpTopics.examples([row.example(of: kind)], wording)
  }

  /// What an attribute of a kind takes and means, in a line.
  private static func line(
    _ row: AttributeRow, of kind: EntityKind, _ wording: Wording?
  ) -> String {
    var line: Sentence = "\(row.takes): \(said: row.summary)"
    if let fallback = row.fallback { line = "\(line); default \(typed: fallback)" }
    if row.isRequired { line = "\(line); needed" }
    return "\(kind) \(row.name)=  \(line.text(wording))\n"
  }
}

extension AttributeRow {
  /// What it takes, in a few words.
  var takes: Sentence {
    switch form {
    case .number(let unit, _):
      switch unit.dimension {
      case .number: "number"
      case Dimension(time: -1): "share"
      default: unit.text.isEmpty ? "number" : unit.dimension.phrase
      }
    case .from: "date (its beginning)"
    case .until: "date (its end)"
    case .entity(let kind): "\(kind)"
    case .entities(let kind): "list of \(kind)"
    case .choice(let choices): Sentence(typed: choices.joined(separator: ", "))
    case .taxBase: "base"
    case .taxRate: "rate"
    case .statistics: "list of statistics"
    case .text: "text"
    case .expression: "expression"
    }
  }
}
