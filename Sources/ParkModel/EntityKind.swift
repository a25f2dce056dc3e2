/// The nouns of the model, and what a scenario defines for itself.
public enum EntityKind: String, Sendable, CaseIterable {
  case assume, boost, city, cohort, enclave, firm, incentive, link, metric, model, park, phase
  case rail, scenario, screen, sector, tax, travel, unit

  /// Its row: attributes, summary and example.
  public var row: EntityRow {
    switch self {
    case .assume: Assumption.row
    case .boost: Boost.row
    case .city: City.row
    case .cohort: Cohort.row
    case .enclave: Enclave.row
    case .firm: Firm.row
    case .incentive: Incentive.row
    case .link: Link.row
    case .metric: UserMetric.row
    case .model: Model.row
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

  /// Whether every declaration of the kind has a name; a scenario has one header and one model.
  public var isNamed: Bool { self != .scenario && self != .model }

  /// Whether it is defined by one value behind a `=`: `assume g = 5%`.
  public var isDefinition: Bool { self == .assume || self == .metric || self == .unit }

  /// What one of them is called.
  public var noun: String { self == .assume ? "assumption" : rawValue }

  /// With an article, for messages.
  public var phrase: String {
    switch self {
    case .assume, .enclave, .incentive: "an \(noun)"
    default: "a \(noun)"
    }
  }
}
