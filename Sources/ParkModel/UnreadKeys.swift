public import Diagnostics
import Language
import Quantities

/// Keys of schedules that no run reads, since the number is read once or nothing reads it any more.
/// Model 1 and 2.
extension Scenario {
  /// A warning for each attribute that has some, in order of declaration.
  public func unreadKeys() -> [Diagnostic] {
    guard case .period(let span)? = header?[ScenarioHeader.start]?.value else { return [] }
    let context = ScenarioContext(self)
    return (Array(all) + [model]).flatMap { entity in
      // What a library says of its own things is for scenarios of any span.
      entity.attributes.filter {
        entity.library == nil || entity.kind == .model
          || $0.location.source !== entity.location.source
      }.flatMap { attribute in
        unreadKeys(attribute, of: entity, from: span.start, context).map { [$0] }
          ?? keysBeyond(attribute, of: entity, context)
      }
    }
  }

  /// `start` is the scenario's.
  private func unreadKeys(
    _ attribute: Attribute, of entity: Declaration, from start: CalendarDate,
    _ context: ScenarioContext
  ) -> Diagnostic? {
    guard let schedule = WrittenSchedule(attribute) ?? WrittenSchedule(attribute, context),
      let reading = Reading(of: attribute.name, in: entity, from: start, context),
      schedule.isByAge || !reading.isByAgeAlone,
      let span = schedule.unread(at: schedule.isByAge ? .age(0) : .date(reading.date))
    else { return nil }
    let moment: Sentence =
      schedule.isByAge ? "at age 0" : "on \(reading.date.text), \(reading.reason)"
    let isBudget = entity.kind == .phase && attribute.name == Phase.investment.name
    return Diagnostic(
      "unread-key",
      "`\(attribute.name)` of `\(entity.name)` is read once, \(moment), so this counts for nothing",
      at: Location(attribute.location.source, span), severity: .warning,
      help: isBudget
        ? [
          "say what is spent a year instead: "
            + "`spending={2020: 495000 yuan/year, 2021: 950000 yuan/year}`"
        ] : [])
  }
}

/// When a number is read that is read once.
private struct Reading {
  var date: CalendarDate
  /// What happens then.
  var reason: String
  /// Whether it is read again and again by dates, but at no other age.
  var isByAgeAlone = false

  /// Nil where a number is read again and again, or nobody can say when.
  init?(
    of attribute: String, in entity: Declaration, from scenarioStart: CalendarDate,
    _ context: ScenarioContext
  ) {
    let names: [String]
    let row: AttributeRow?
    isByAgeAlone = Reading.isByAgeAlone(attribute, in: entity.kind)
    switch entity.kind {
    case .boost:
      (names, row) = ([Boost.halfLife.name], Boost.from)
      reason = "when it begins"
    case .city:
      (names, row) = ([City.gdp, City.internalTime].map(\.name), nil)
      reason = ""
    case .cohort:
      let own = [Cohort.firms, Cohort.innovation, Cohort.imitation].map(\.name)
      (names, row) = (Reading.ofTenants + own, Cohort.from)
      reason = "when the first can come"
    case .firm:
      (names, row) = (Reading.ofTenants, Firm.arrives)
      reason = "when it arrives"
    case .link:
      (names, row) = ([Link.halfLife.name], Link.from)
      reason = "when it begins"
    case .model:
      (names, row) = (Model.readOnce.map(\.name), nil)
      reason = ""
    case .park:
      (names, row) = ([Park.area.name], nil)
      reason = ""
    case .phase:
      let rows = [
        Phase.area, Phase.floor, Phase.investment, Phase.publicShare, Phase.delay, Phase.overrun,
      ]
      (names, row) = (rows.map(\.name), Phase.start)
      reason = "when building begins"
    case .rail:
      (names, row) = ([Rail.delay, Rail.halfLife, Rail.saves, Rail.time].map(\.name), Rail.opens)
      reason = "when it is to open"
    case .travel:
      (names, row) = ([Travel.time.name], nil)
      reason = ""
    case .sector:
      (names, row) = ([], nil)
      reason = ""
    case .assume, .correlate, .enclave, .ensemble, .incentive, .metric, .observe, .scenario,
      .screen, .tax,
      .unit:
      return nil
    }
    guard names.contains(attribute) || isByAgeAlone else { return nil }
    if let row, let period = context.period(row, of: entity) {
      date = period.start
    } else {
      date = scenarioStart
      reason = "when the scenario starts"
    }
  }

  /// What cohorts are asked for month by month, before their firms have an age; and of a sector what
  /// each firm reads at its own arrival.
  private static func isByAgeAlone(_ attribute: String, in kind: EntityKind) -> Bool {
    let numbers: [Sector.Number]
    switch kind {
    case .cohort: numbers = [.attractionElasticity]
    case .sector: numbers = [.attractionElasticity, .build, .first, .ramp, .survivalScale]
    default: numbers = []
    }
    return numbers.contains { $0.row.name == attribute }
  }

  /// What firms and cohorts are read for at their arrival.
  private static let ofTenants: [String] = {
    let sizes = [Firm.land, Firm.floor, Firm.investment].map(\.name)
    let numbers: [Sector.Number] = [
      .build, .first, .floorPerJob, .investmentPerArea, .ramp, .survivalScale,
    ]
    return sizes + numbers.map(\.row.name)
  }()
}
