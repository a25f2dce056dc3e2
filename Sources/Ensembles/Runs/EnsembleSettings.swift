public import ParkModel

/// How the futures of a scenario are drawn. Model 9, Language 5.
public struct EnsembleSettings: Sendable, Equatable {
  public var draws: Int
  public var seed: UInt64
  public var sampling: SamplingMethod
  /// Whether each named firm lives or has left by its own draw, and does not count by its chance.
  public var hasRandomClosures: Bool
  /// What is shown of the draws, where the scenario says.
  public var statistics: [Statistic]?

  /// Those that hold where nothing is said.
  public init() {
    draws = 10_000
    seed = 1
    sampling = .sobol
    hasRandomClosures = false
  }

  /// Those of a scenario; nil where it has no ensemble.
  public init?(_ scenario: Scenario) {
    guard let header = scenario.entity(named: EntityKind.ensemble.rawValue) else { return nil }
    func number(_ row: AttributeRow) -> Double {
      if case .constant(let value)? = header.number(row) { return value }
      return 1
    }
    draws = Int(number(EnsembleHeader.draws))
    seed = UInt64(number(EnsembleHeader.seed))
    sampling = SamplingMethod(rawValue: header.choice(EnsembleHeader.sampling)) ?? .sobol
    hasRandomClosures = header.choice(EnsembleHeader.closures) == "random"
    statistics = EnsembleHeader.statistics(of: header)?.compactMap(Statistic.init)
  }
}
