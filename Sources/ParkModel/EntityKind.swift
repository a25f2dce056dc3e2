/// The nouns of the model, and what a scenario defines for itself.
public enum EntityKind: String, Sendable, CaseIterable {
  case assume, boost, city, cohort, correlate, enclave, ensemble, firm, incentive, link, metric,
    model, observe, park, phase
  case rail, scenario, screen, sector, tax, travel, unit

  /// Its row: attributes, summary and example.
  public var row: EntityRow {
    switch self {
    case .assume: Assumption.row
    case .boost: Boost.row
    case .city: City.row
    case .cohort: Cohort.row
    case .correlate: ParameterCorrelation.row
    case .enclave: Enclave.row
    case .ensemble: EnsembleHeader.row
    case .firm: Firm.row
    case .incentive: Incentive.row
    case .link: Link.row
    case .metric: UserMetric.row
    case .model: Model.row
    case .observe: Observation.row
    case .park: Park.row
    case .phase: Phase.row
    case .rail: Rail.row
    case .scenario: ScenarioHeader.row
    case .screen: Screen.row
    case .sector: Sector.row
    case .tax: Tax.row
    case .travel: Travel.row
    case .unit: UserUnit.row
    }
  }

  /// Its row in a scenario: of a tax with the levels of government that hold there.
  public func row(in scenario: Scenario) -> EntityRow {
    guard self == .tax, scenario.levels.library != Levels.standard.library else { return row }
    return Tax.row(of: scenario.levels)
  }

  /// Whether every declaration of the kind has a name of its own. A scenario has one header, one model
  /// and at most one ensemble; a correlation goes by the names of what it is between, an observation by its
  /// figure.
  public var isNamed: Bool {
    switch self {
    case .correlate, .ensemble, .model, .observe, .scenario: false
    default: true
    }
  }

  /// Whether it can be taken away.
  var isRemovable: Bool { self != .scenario && self != .model }

  /// Whether it is defined by one value behind a `=`: `assume g = 5%`.
  public var isDefinition: Bool { self == .assume || self == .metric || self == .unit }

  /// What one of them is called.
  public var noun: String {
    switch self {
    case .assume: "assumption"
    case .correlate: "correlation"
    case .observe: "observation"
    default: rawValue
    }
  }

  /// With an article, for messages.
  public var phrase: String {
    switch self {
    case .assume, .enclave, .ensemble, .incentive, .observe: "an \(noun)"
    default: "a \(noun)"
    }
  }
}
