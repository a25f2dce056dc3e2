import ParkModel
import Quantities
import Reports
import Simulation

/// The pages of metrics, functions and distributions, made from their rows.
enum FigureHelp {
  // MARK: Metrics

  static func page(metric name: String, _ scenario: Scenario) -> String? {
    if let row = MetricTable.rows(of: scenario.levels).first(where: { $0.name == name }) {
      let divisions = row.divisions.map(\.rawValue).sorted().joined(separator: ", ")
      return "\(row.name)  \(row.summary)\n"
        + "in \(row.unit.isEmpty ? "plain numbers" : row.unit); \(row.kind.phrase)\n"
        + "by=\(divisions)\n"
        + HelpTopics.examples([example(name, row.divisions)])
    }
    guard name.hasPrefix("tax."), let tax = scenario.entity(named: String(name.dropFirst(4))),
      tax.kind == .tax
    else { return nil }
    return "\(name)  \(tax.title ?? "one tax")\nin yuan; \(MetricRow.Kind.flow.phrase)\n"
      + "`show \(tax.name)` says what it is\n" + HelpTopics.examples(["print \(name)[2030]"])
  }

  /// What is of single parks only is asked for by park.
  private static func example(_ name: String, _ divisions: Set<Division>) -> String {
    divisions.contains(.park)
      ? "table \(name) by=park years=2025..2030" : "table \(name) by=jurisdiction every=5y"
  }

  static func metrics(_ scenario: Scenario, _ width: Int?) -> String {
    var rows = MetricTable.rows(of: scenario.levels).map { [$0.name, $0.unit, $0.summary] }
    for tax in scenario.entities(.tax) {
      rows.append(["tax.\(tax.name)", "yuan", tax.title ?? ""])
    }
    return HelpTopics.table(["metric", "unit", "meaning"], rows, width)
      + "\nnarrow one with [SCOPE, PERIOD]: tax.local[toys, 2025..2030], jobs[smart]\n"
  }

  // MARK: Functions

  /// The page of a function or a distribution.
  static func page(function name: String) -> String? {
    guard let row = FunctionHelp.rows.first(where: { $0.name == name }) else { return nil }
    return "\(row.usage)  \(row.summary)\n" + HelpTopics.examples([row.example])
  }

  static func functions(_ width: Int?) -> String {
    page(of: FunctionHelp.rows.filter { !$0.isDistribution }, "function", width)
      + "\na function of a SERIES takes a metric over time: mean(jobs[2025..2030])\n"
  }

  static func distributions(_ width: Int?) -> String {
    page(of: FunctionHelp.rows.filter(\.isDistribution), "distribution", width)
      + "\na plain run takes the mode of triangular and pert, the likeliest of discrete and\n"
      + "bernoulli, the median of the others\n"
  }

  private static func page(of rows: [FunctionHelp], _ heading: String, _ width: Int?) -> String {
    HelpTopics.table([heading, "meaning"], rows.map { [$0.usage, $0.summary] }, width)
  }
}

extension MetricRow.Kind {
  /// How steps come together in a year. Language 5.
  fileprivate var phrase: String {
    switch self {
    case .flow: "a year's is the sum of its steps"
    case .stock: "a year's is that of its end"
    case .ratio: "a year's is made of the year's other figures"
    }
  }
}
