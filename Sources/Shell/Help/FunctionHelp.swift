import Analysis
import Language
import Simulation

/// What help and completion say of a function or a distribution, from its row.
struct FunctionHelp {
  let name: String
  let usage: String
  let summary: String
  /// A statement that uses it.
  let example: String
  var isDistribution = false

  /// Every function and distribution, in order of name.
  static let rows: [FunctionHelp] = {
    var rows = FunctionTable.rows.map {
      FunctionHelp(
        name: $0.name, usage: $0.usage, summary: $0.summary, example: $0.example)
    }
    // `max` and `min` of one series belong to those of several values.
    rows += SeriesFunctionTable.rows.filter { row in
      !FunctionTable.rows.contains { $0.name == row.name }
    }.map {
      FunctionHelp(
        name: $0.name, usage: $0.usage, summary: $0.summary, example: $0.example)
    }
    rows.append(
      FunctionHelp(
        name: "ramp", usage: "ramp(DATE: A, DATE: B)",
        summary: "a schedule that runs straight between its dates, or ages",
        example: "assume rate = ramp(2021: 8%, 2025: 5%)"))
    rows += ([DistributionTable.interval] + DistributionTable.rows).map {
      FunctionHelp(
        name: $0.name, usage: $0.usage, summary: $0.summary, example: $0.example,
        isDistribution: true)
    }
    return rows.sorted { $0.name < $1.name }
  }()

  /// Every word that is called with brackets.
  static let names = Set(rows.map(\.name)).subtracting(["to"])

  /// The names of all metrics but those of single taxes.
  static let metrics = Set(MetricTable.rows.map(\.name))
}
