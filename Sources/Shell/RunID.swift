import Analysis
import Ensembles
import ParkModel
import Simulation

extension ViewRequest {
  /// What tells a run in a database from all others: the SHA-256 of everything that its values follow
  /// from, in hexadecimal digits.
  func runID(of scenario: Scenario, branch: String) -> String {
    let settings = EnsembleSettings(scenario)
    let chosen = settings.map { statistics($0, usual: FileTable.statistics) } ?? []
    return PartHeader.identity(
      of: [
        ScenarioID(scenario).text, branch, figures.map(\.label).joined(separator: "\n"),
        division?.rawValue ?? "", "\(periods)", isPerStep ? "step" : "year",
        view.closures.rawValue, view.isNominal ? "nominal" : "real",
        chosen.map { "\($0)" }.joined(separator: " "),
      ])
  }
}
