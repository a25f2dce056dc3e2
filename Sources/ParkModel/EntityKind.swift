/// The nouns of the model.
public enum EntityKind: String, Sendable, CaseIterable {
  case boost, city, cohort, enclave, firm, incentive, link, model, park, phase, rail, scenario
  case screen, sector, tax, travel

  /// Its row: attributes, summary and example.
  public var row: EntityRow {
    switch self {
    case .boost: Boost.row
    case .city: City.row
    case .cohort: Cohort.row
    case .enclave: Enclave.row
    case .firm: Firm.row
    case .incentive: Incentive.row
    case .link: Link.row
    case .model: Model.row
    case .park: Park.row
    case .phase: Phase.row
    case .rail: Rail.row
    case .scenario: ScenarioHeader.row
    case .screen: Screen.row
    case .sector: Sector.row
    case .tax: Tax.row
    case .travel: Travel.row
    }
  }

  /// Whether every declaration of the kind has a name; a scenario has one header and one model.
  public var isNamed: Bool { self != .scenario && self != .model }

  /// With an article, for messages.
  public var phrase: String { (self == .enclave || self == .incentive ? "an " : "a ") + rawValue }
}
