import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

/// The pages of metrics, functions and distributions, made from their rows.
enum FigureHelp {
  // MARK: Metrics

  static func page(metric name: String, _ scenario: Scenario, _ wording: Wording?) -> String? {
    if let row = MetricTable.rows(of: scenario.levels).first(where: { $0.name == name }) {
      let divisions = row.divisions.map(\.rawValue).sorted().joined(separator: ", ")
      let unit: Sentence = row.unit.isEmpty ? "plain numbers" : Sentence(typed: row.unit)
      let kind: Sentence = "in \(unit); \(row.kind.phrase)"
      return "\(row.name)  \(row.meaning.text(wording))\n\(kind.text(wording))\n"
        + "by=\(divisions)\n" + HelpTopics.examples([example(name, row.divisions)], wording)
    }
    guard name.hasPrefix("tax."), let tax = scenario.entity(named: String(name.dropFirst(4))),
      tax.kind == .tax
    else { return nil }
    let meaning: Sentence = tax.title.map { Sentence(verbatim: $0) } ?? "one tax"
    let unit = Sentence(typed: "yuan")
    let kind: Sentence = "in \(unit); \(MetricRow.Kind.flow.phrase)"
    let more: Sentence = "`show \(tax.name)` says what it is"
    return "\(name)  \(meaning.text(wording))\n\(kind.text(wording))\n\(more.text(wording))\n"
      + HelpTopics.examples(["print \(name)[2030]"], wording)
  }

  /// What is of single parks only is asked for by park.
  private static func example(_ name: String, _ divisions: Set<Division>) -> String {
    divisions.contains(.park)
      ? "table \(name) by=park years=2025..2030" : "table \(name) by=jurisdiction every=5y"
  }

  static func metrics(_ scenario: Scenario, _ width: Int?, _ wording: Wording?) -> String {
    var rows = MetricTable.rows(of: scenario.levels).map {
      [$0.name, $0.unit, $0.meaning.text(wording)]
    }
    for tax in scenario.entities(.tax) {
      let title = Sentence(verbatim: tax.title ?? "")
      rows.append(["tax.\(tax.name)", "yuan", title.text(wording)])
    }
    let more: Sentence =
      "narrow one with [SCOPE, PERIOD]: `tax.local[toys, 2025..2030]`, `jobs[smart]`"
    return HelpTopics.table(["metric", "unit", "meaning"], rows, width, wording)
      + "\n\(more.text(wording))\n"
  }

  // MARK: Functions

  /// The page of a function or a distribution.
  static func page(function name: String, _ wording: Wording?) -> String? {
    guard let row = FunctionHelp.rows.first(where: { $0.name == name }) else { return nil }
    return "\(row.usage)  \(Sentence(verbatim: row.summary).text(wording))\n"
      + HelpTopics.examples([row.example], wording)
  }

  static func functions(_ width: Int?, _ wording: Wording?) -> String {
    let more: Sentence =
      "a function of a SERIES takes a metric over time: `mean(jobs[2025..2030])`"
    return page(of: FunctionHelp.rows.filter { !$0.isDistribution }, "function", width, wording)
      + "\n\(more.text(wording))\n"
  }

  static func distributions(_ width: Int?, _ wording: Wording?) -> String {
    let more: Sentence =
      "a plain run takes the mode of `triangular` and `pert`, the likeliest of `discrete` and `bernoulli`, the median of the others"
    let lines = wrapped(more.text(wording), to: min(width ?? 80, 80), indent: 2)
    return page(of: FunctionHelp.rows.filter(\.isDistribution), "distribution", width, wording)
      + "\n" + lines.map { $0 + "\n" }.joined()
  }

  private static func page(
    of rows: [FunctionHelp], _ heading: Sentence, _ width: Int?, _ wording: Wording?
  ) -> String {
    HelpTopics.table(
      [heading, "meaning"],
      rows.map { [$0.usage, Sentence(verbatim: $0.summary).text(wording)] }, width, wording)
  }
}

extension MetricRow.Kind {
  /// How steps come together in a year. Language 5.
  fileprivate var phrase: Sentence {
    switch self {
    case .flow: "a year's is the sum of its steps"
    case .stock: "a year's is that of its end"
    case .ratio: "a year's is made of the year's other figures"
    }
  }
}
