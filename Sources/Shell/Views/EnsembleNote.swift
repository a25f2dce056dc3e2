import Analysis
import Ensembles
import ParkModel
import Reports

/// What questions that run the scenario many times say of an ensemble beside them.
enum EnsembleNote {
  /// Whether a scenario is looked at draw by draw elsewhere.
  static func hasUncertain(_ scenario: Scenario) -> Bool { EnsembleSettings(scenario) != nil }

  static let central = Table.Note(
    "uncertain numbers stand at their central values: these are no draws",
    chinese: "不确定的数字取其中间值：这里不作抽样")
}
