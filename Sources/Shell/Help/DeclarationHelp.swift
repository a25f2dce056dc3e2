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
      var line: Sentence = "\(row.takes): \(said: row.summary)"
      if let fallback = row.fallback { line = "\(line); default \(typed: fallback)" }
      if row.isRequired { line = "\(line); needed" }
      text += "\(kind) \(name)=  \(line.text(wording))\n"
      examples.append(row.example(of: kind))
    }
    return text.isEmpty ? nil : text + HelpTopics.examples(examples, wording)
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
