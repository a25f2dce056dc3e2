import Analysis
import Language
import Simulation

/// What help and completion say of a function or a distribution, from its row.
struct FunctionHelp {
  let name: String
  let usage: String
  let summary: String
  var isDistribution = false

  /// Every function and distribution, in order of name.
  static let rows: [FunctionHelp] = {
    var rows = FunctionTable.rows.map {
      FunctionHelp(name: $0.name, usage: $0.usage, summary: $0.summary)
    }
    // `max` and `min` of one series belong to those of several values.
    rows += SeriesFunctionTable.rows.filter { row in
      !FunctionTable.rows.contains { $0.name == row.name }
    }.map { FunctionHelp(name: $0.name, usage: $0.usage, summary: $0.summary) }
    rows.append(
      FunctionHelp(
        name: "ramp", usage: "ramp(DATE: A, DATE: B)",
        summary: "a schedule that runs straight between its dates, or ages"))
    rows += ([DistributionTable.interval] + DistributionTable.rows).map {
      FunctionHelp(
        name: $0.name, usage: $0.usage, summary: $0.summary, isDistribution: true)
    }
    return rows.sorted { $0.name < $1.name }
  }()

  /// Every word that is called with brackets.
  static let names = Set(rows.map(\.name)).subtracting(["to"])

  /// The names of all metrics but those of single taxes.
  static let metrics = Set(MetricTable.rows.map(\.name))

  /// What Tab offers where an expression stands.
  static var suggestions: [Suggestion] {
    rows.filter { $0.name != "to" }.map { Suggestion($0.name, $0.summary, ending: "") }
  }
}
