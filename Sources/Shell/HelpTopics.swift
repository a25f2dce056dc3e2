import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

/// The pages of `help`, all made from the rows of the tables.
enum HelpTopics {
  /// The page of a topic; nil where there is none.
  static func page(_ topic: String, _ session: Session) -> String? {
    switch topic {
    case "distributions": return distributions
    case "functions": return functions
    case "metrics": return metrics(session)
    case "units": return units()
    case "values": return values
    default: break
    }
    if let kind = EntityKind(rawValue: topic) { return page(kind) }
    if let command = CommandTable.command(named: topic) { return page(command) }
    if let page = attributes(named: topic) { return page }
    if let row = MetricTable.rows.first(where: { $0.name == topic }) {
      let divisions = row.divisions.map(\.rawValue).sorted().joined(separator: ", ")
      let unit = row.unit.isEmpty ? "a number" : row.unit
      return "\(row.name)  \(row.summary)\nunit \(unit); divides by \(divisions)\n"
    }
    if topic.hasPrefix("tax."),
      let tax = session.scenario.entity(named: String(topic.dropFirst(4))),
      tax.kind == .tax
    {
      return "\(topic)  \(tax.title ?? "one tax")\nunit yuan; `show \(tax.name)` says what it is\n"
    }
    if let page = function(named: topic) { return page }
    if let entity = session.scenario.entity(named: topic), entity.kind.isDefinition {
      return "\(entity.canonical)\n\(entity.kind.row.summary)\n"
    }
    if let row = UnitTable.rows.first(where: { $0.names.contains(topic) }) {
      return "\(row.names.joined(separator: ", "))  \(row.summary)\n"
    }
    return nil
  }

  /// Every topic, with what it is about.
  static func suggestions(_ session: Session) -> [Suggestion] {
    let commands = (CommandTable.rows + CommandTable.declarations).map {
      Suggestion($0.name, $0.summary)
    }
    return commands + [
      Suggestion("distributions", "every way to say how uncertain a value is"),
      Suggestion("functions", "every function"),
      Suggestion("metrics", "every figure that can be asked for"),
      Suggestion("model", EntityKind.model.row.summary),
      Suggestion("units", "every unit"), Suggestion("values", "how values are written"),
    ] + FunctionHelp.suggestions
  }

  /// The first page.
  static var overview: String {
    var text = "Parkline projects what an industrial park brings: tax, jobs, investment.\n\n"
    for group in Command.Group.allCases {
      var names = CommandTable.rows.filter { $0.group == group }.map(\.name)
      if group == .describe { names += CommandTable.declarations.map(\.name) }
      text += pad(group.rawValue, 24) + wrapped(names.sorted(), indent: 24)
    }
    return text + """

      help NAME   a command, a kind, an attribute, a metric or a unit
      help metrics, help functions, help distributions, help units, help values
      Tab completes, Ctrl-C clears the line, Ctrl-D ends.

      """
  }

  private static func wrapped(_ words: [String], indent: Int) -> String {
    var text = ""
    var used = indent
    for word in words {
      if used + word.count > 78 {
        text += "\n" + String(repeating: " ", count: indent)
        used = indent
      }
      text += word + " "
      used += word.count + 1
    }
    let lines = text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - displayWidth(text)))
  }

  private static func page(_ command: Command) -> String {
    var text = "\(command.name) \(command.usage)\n\n\(command.summary)\n"
    if !command.details.isEmpty { text += command.details + "\n" }
    if !command.examples.isEmpty {
      text += "\nfor example\n" + command.examples.map { "  \($0)\n" }.joined()
    }
    return text
  }

  private static func page(_ kind: EntityKind) -> String {
    let row = kind.row
    var text = "\(kind.isNamed ? "\(kind) NAME" : "\(kind)") [\"TITLE\"] attribute=value …\n\n"
    if kind == .model { text = "set model attribute=value …\n\n" }
    if kind.isDefinition { text = "\(kind) NAME [\"TITLE\"] = VALUE\n\n" }
    text += row.summary + "\n\n"
    var table = Table(
      columns: ["attribute", "takes", "default", "meaning"].map { Table.Column($0) })
    table.rows = row.attributes.map { attribute in
      [
        .text(attribute.name), .text(attribute.takes),
        .text(attribute.isRequired ? "needed" : attribute.fallback ?? ""),
        .text(attribute.summary),
      ]
    }
    return text + TextLayout().render(table) + "\nfor example\n  \(row.example)\n"
  }

  /// An attribute in every kind that has it.
  private static func attributes(named name: String) -> String? {
    var text = ""
    for kind in EntityKind.allCases {
      guard let row = kind.row.attribute(named: name) else { continue }
      let fallback = row.fallback.map { "; default \($0)" } ?? ""
      text += "\(kind) \(name)=  \(row.takes): \(row.summary)\(fallback)\n"
    }
    return text.isEmpty ? nil : text
  }

  /// The page of a function or a distribution.
  private static func function(named name: String) -> String? {
    guard let row = FunctionHelp.rows.first(where: { $0.name == name }) else { return nil }
    return "\(row.usage)  \(row.summary)\n"
  }

  private static var functions: String {
    page(of: FunctionHelp.rows.filter { !$0.isDistribution }, heading: "function")
      + "\na function of a SERIES takes a metric over time: mean(jobs[2025..2030])\n"
  }

  private static var distributions: String {
    page(of: FunctionHelp.rows.filter(\.isDistribution), heading: "distribution")
      + "\na plain run takes the mode of triangular and pert, the likeliest of discrete and\n"
      + "bernoulli, the median of the others\n"
  }

  private static func page(of rows: [FunctionHelp], heading: String) -> String {
    var table = Table(columns: [heading, "meaning"].map { Table.Column($0) })
    table.rows = rows.map { [.text($0.usage), .text($0.summary)] }
    return TextLayout().render(table)
  }

  private static func metrics(_ session: Session) -> String {
    var table = Table(columns: ["metric", "unit", "meaning"].map { Table.Column($0) })
    table.rows = MetricTable.rows.map { [.text($0.name), .text($0.unit), .text($0.summary)] }
    for tax in session.scenario.entities(.tax) {
      table.rows.append([.text("tax.\(tax.name)"), .text("yuan"), .text(tax.title ?? "")])
    }
    return TextLayout().render(table)
      + "\nnarrow one with [SCOPE, PERIOD]: tax.local[toys, 2025..2030], jobs[smart]\n"
  }

  private static func units() -> String {
    var table = Table(columns: ["unit", "also", "meaning"].map { Table.Column($0) })
    table.rows = UnitTable.rows.map { row in
      [
        .text(row.names[0]), .text(row.names.dropFirst().joined(separator: " ")),
        .text(row.summary),
      ]
    }
    let magnitudes = Magnitude.rows.map { "\($0.word) 1e\($0.exponent)" }.joined(separator: ", ")
    return TextLayout().render(table) + "\nmagnitudes: \(magnitudes)\n"
  }

  private static let values = """
    number    350   1,000,000   1e9   12.35bn   6.38亿   700万
    share     106.41%   0.3
    money     12.35bn yuan   6.38亿元   30万元/亩   (bare numbers are yuan)
    area      41.5ha   622.5亩   20000m2
    time      75min   3y   18 months
    date      2021   2021H1   2021Q3   2021-06   2021-06-15
    list      [toys, digital]
    schedule  {2021: 8%, 2025: 5%}   ramp(2021: 8%, 2025: 5%)   {0y: 100%, 3y: 50%}
    uncertain 2 to 34min   normal(5%, 1%)   triangular(2%, 6%, 12%)
    named     g * 1.2   smart.area / 10   if(g > 3%, 2, 1)     after `assume g = 5%`

    """
}

extension AttributeRow {
  /// What it takes, in a few words.
  var takes: String {
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
    case .choice(let choices): choices.joined(separator: ", ")
    case .taxBase: "base"
    case .taxRate: "rate"
    case .text: "text"
    case .expression: "expression"
    }
  }
}
