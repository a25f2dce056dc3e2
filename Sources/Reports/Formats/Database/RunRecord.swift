/// What a database says of a run, beside its values.
public struct RunRecord: Sendable {
  /// The SHA-256 of everything that its values follow from, in hexadecimal digits: the same run is
  /// written once.
  public var sha256: String
  /// The title of the scenario.
  public var scenario: String
  public var branch: String
  /// The version of the program that worked it out.
  public var engine: String
  /// In prices of which year its money is; nil where there is none, or it is nominal.
  public var priceYear: Int?
  public var isNominal = false
  /// How firms close: `expected`, `none`.
  public var closures: String
  /// How many draws were asked for; nil for a plain run, as the two below.
  public var draws: Int?
  public var seed: Int64?
  /// How draws are spread: `sobol`.
  public var sampling: String?
  /// Sentences that belong to its values.
  public var notes: [String] = []
  /// The scenario as a script.
  public var script: String
  /// The days of each period: its first, and the one after its last.
  public var periods: [(start: String, end: String)] = []
  /// What is said of draws; the first is empty, for what is no statistic.
  public var statistics = [""]

  public init(
    sha256: String, scenario: String, branch: String, engine: String, closures: String,
    script: String
  ) {
    self.sha256 = sha256
    self.scenario = scenario
    self.branch = branch
    self.engine = engine
    self.closures = closures
    self.script = script
  }
}
