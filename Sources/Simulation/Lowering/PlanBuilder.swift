import Diagnostics
import Language
public import ParkModel
import Quantities

/// Lowers a scenario to a plan: names become indices, quantities base-unit numbers.
struct PlanBuilder<Number: Lane> {
  let scenario: Scenario
  let calendar: StepCalendar
  let closures: Closures
  private let stop: StopSignal
  /// What differs between draws, by place. `NumberValue.input`.
  private let inputs: [Curve<Number>]
  /// The instants of dates that differ between draws, by `ENTITY.ATTRIBUTE`. `OpenScenario.dates`.
  private let instants: [String: Number]
  /// By named firm, the share of its like that lives longer, where an ensemble draws when it closes.
  let closings: [String: Number]
  /// The place of each entity among those of its kind.
  private var places: [String: Int] = [:]
  /// The numbers of each sector, by `Sector.Number`.
  private(set) var sectorProfiles: [[Curve<Number>]] = []

  /// Refuses a scenario without a span, or in which a name has no meaning; the second is not looked for
  /// where somebody has just looked.
  init(
    _ scenario: Scenario, inputs: [Curve<Number>] = [], instants: [String: Number] = [:],
    closings: [String: Number] = [:], closures: Closures = .expected, isSound: Bool = false,
    stop: StopSignal = StopSignal()
  ) throws(Diagnostic) {
    guard let header = scenario.header, let calendar = StepCalendar(header) else {
      throw Diagnostic(
        "no-scenario", "nothing says which years the scenario covers",
        help: ["for example `\(EntityKind.scenario.row.example)`"])
    }
    let problems = isSound ? [] : scenario.problems(stop: stop)
    try stop.check()
    if let problem = problems.first { throw problem }
    self.scenario = scenario
    self.inputs = inputs
    self.instants = instants
    self.closings = closings
    self.closures = closures
    self.stop = stop
    self.calendar = calendar
    var counts: [EntityKind: Int] = [:]
    for entity in scenario.all {
      places[entity.name] = counts[entity.kind, default: 0]
      counts[entity.kind, default: 0] += 1
    }
    // Firms come before cohorts among the tenants.
    let firms = counts[.firm] ?? 0
    for (index, cohort) in scenario.entities(.cohort).enumerated() {
      places[cohort.name] = firms + index
    }
    sectorProfiles = scenario.entities(.sector).map(profile(ofSector:))
  }

  func plan() throws(Diagnostic) -> Plan<Number> { Plan(try parts()) }

  /// What the plan is made of.
  func parts() throws(Diagnostic) -> PlanParts<Number> {
    try parts { (problem) throws(Diagnostic) in throw problem }
  }

  /// What stands in the way of a plan, of each firm and cohort its first.
  func problems() -> [Diagnostic] {
    var found: [Diagnostic] = []
    do throws(Diagnostic) {
      _ = try parts { (problem) throws(Diagnostic) in found.append(problem) }
    } catch {
      found.append(error)
    }
    return found
  }

  /// `note` takes what is wrong with a tenant; what it makes of the others is no plan if it goes on.
  private func parts(
    _ note: (Diagnostic) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> PlanParts<Number> {
    var parts = PlanParts<Number>(
      calendar: calendar, model: modelNumbers(),
      priceYear: scenario.header.map(ScenarioHeader.priceYear) ?? calendar.firstMonth / 12)
    try checkAgreement()
    parts.sectors = scenario.entities(.sector).map(\.name)
    parts.rails = scenario.entities(.rail).map(rail)
    parts.cities = MarketAccess(self, rails: parts.rails).plans()
    parts.parks = scenario.entities(.park).map(park)
    parts.phases = scenario.entities(.phase).map(phase)
    sites(&parts)
    parts.boosts = scenario.entities(.boost).map(boost)
    try taxes(&parts)
    rules(&parts)
    // What sizes are derived from.
    let plan = Plan(parts)
    var sharing = TenantSharing(self, plan)
    for entity in scenario.entities(.firm) + scenario.entities(.cohort) {
      try stop.check()
      do throws(Diagnostic) {
        try tenant(entity, plan, &parts, &sharing)
      } catch {
        try note(error)
      }
    }
    parts.readingsCount = sharing.readingsCount
    parts.firmsByArrival = parts.tenants.indices.filter { parts.tenants[$0].stream == nil }
    parts.firmsByArrival.sort { a, b in
      (parts.tenants[a].earliest, a) < (parts.tenants[b].earliest, b)
    }
    return parts
  }

  // MARK: Reading attributes

  func place(_ name: String?) -> Int? { name.flatMap { places[$0] } }

  func place(_ row: AttributeRow, of entity: Declaration) -> Int? {
    place(entity.reference(row))
  }

  func curve(_ value: NumberValue) -> Curve<Number> {
    switch value {
    case .constant(let number): return Curve(Number(number))
    // `Simulation.project` works out every expression before a plan is built.
    case .formula: return Curve(Number.zero)
    case .input(let place, let central):
      return inputs.indices.contains(place) ? inputs[place] : curve(central)
    case .schedule(let schedule):
      var curve = Curve(Number(schedule.values[0]))
      curve.schedule = Curve.Steps(
        keys: schedule.keys.map(calendar.instant(of:)),
        values: schedule.values.map { Number($0) }, isByAge: schedule.isByAge,
        isStraight: schedule.isStraight)
      return curve
    }
  }

  /// Whether a number is more than nothing at some time in some draw.
  func isAboveNothing(_ value: NumberValue) -> Bool {
    guard case .input = value else { return value.largest > 0 }
    return curve(value).values.contains { Number.any(Number.zero.isLess(than: $0)) }
  }

  /// Refuses draws of which some have what others have not: they are worked out one by one.
  private func checkAgreement() throws(Diagnostic) {
    for park in scenario.entities(.park) {
      guard let value = park.number(Park.referenceJobs), case .input = value else { continue }
      let reference = curve(value)
      guard reference.values.allSatisfy({ $0.isAboveNothing == true }) else {
        throw .drawsDiffer(at: park.location)
      }
    }
  }

  func curve(_ row: AttributeRow, of entity: Declaration) -> Curve<Number> {
    curve(entity.number(row) ?? .constant(0))
  }

  /// A number that is read once, at an instant.
  func number(
    _ row: AttributeRow, of entity: Declaration, at instant: Number = Number.zero
  ) -> Number {
    curve(row, of: entity).value(at: instant, age: Number.zero)
  }

  /// The instant of a date: the beginning of its period, or the end for an `until` row.
  func instant(_ row: AttributeRow, of entity: Declaration) -> Number? {
    guard case .period(let period)? = entity[row]?.value else { return nil }
    if !instants.isEmpty, let own = instants["\(entity.name).\(row.name)"] { return own }
    if case .until = row.form { return Number(calendar.instant(period.end)) }
    return Number(calendar.instant(period.start))
  }

  /// A number of the model that is read at the start.
  func scalar(_ row: AttributeRow) -> Number {
    curve(Model.number(row, of: scenario.model)).value(at: Number.zero, age: Number.zero)
  }

  // MARK: Entities

  private func modelNumbers() -> ModelNumbers<Number> {
    func read(_ row: AttributeRow) -> Curve<Number> { curve(Model.number(row, of: scenario.model)) }
    return ModelNumbers(
      agglomeration: read(Model.agglomeration),
      agglomerationCap: read(Model.agglomerationCap),
      rampShare: scalar(Model.rampShare), siphon: read(Model.siphon),
      siphonHalfLife: scalar(Model.siphonHalfLife),
      constructionJobs: read(Model.constructionJobs),
      queueDecay: read(Model.queueDecay),
      additionality: Additionality(
        leakage: read(Model.leakage), displacement: read(Model.displacement),
        substitution: read(Model.substitution), multiplier: read(Model.multiplier),
        deadweight: read(Model.deadweight)),
      inflation: read(Model.inflation))
  }

  private func rail(_ entity: Declaration) -> RailPlan<Number> {
    let opens = instant(Rail.opens, of: entity) ?? Number.zero
    return RailPlan(
      name: entity.name, opens: opens + number(Rail.delay, of: entity, at: opens),
      halfLife: number(Rail.halfLife, of: entity, at: opens),
      employment: curve(Rail.employment, of: entity))
  }

  private func park(_ entity: Declaration) -> ParkPlan<Number> {
    let city = place(Park.city, of: entity)
    let reference = entity.number(Park.referenceJobs)
    func given(_ row: AttributeRow) -> Curve<Number>? {
      entity[row] == nil ? nil : curve(row, of: entity)
    }
    return ParkPlan(
      name: entity.name, city: city, jurisdiction: place(Park.jurisdiction, of: entity) ?? city,
      isUrban: entity.choice(Park.urban) == "yes",
      referenceJobs: reference.flatMap { $0.smallest > 0 ? curve($0) : nil },
      landPrice: given(Park.landPrice), landSetAside: given(Park.landSetAside),
      opex: given(Park.opex))
  }

  private func phase(_ entity: Declaration) -> PhasePlan<Number> {
    let start = instant(Phase.start, of: entity) ?? Number.zero
    let end = instant(Phase.complete, of: entity) ?? Number.zero
    let delay = number(Phase.delay, of: entity, at: start)
    let overrun = number(Phase.overrun, of: entity, at: start)
    var spending: PhasePlan<Number>.Spending?
    var investment = number(Phase.investment, of: entity, at: start)
    if entity[Phase.spending] != nil {
      let rate = curve(Phase.spending, of: entity)
      spending = PhasePlan.Spending(rate: rate, delay: delay, end: end)
      investment = rate.integral(from: start, to: end)
    }
    return PhasePlan(
      name: entity.name, park: place(Phase.park, of: entity) ?? 0,
      investment: investment, overrun: overrun, budget: investment * (Number.one + overrun),
      publicShare: number(Phase.publicShare, of: entity, at: start), start: start,
      complete: end + delay, isLinear: entity.choice(Phase.profile) == "linear",
      spending: spending)
  }

  /// A site for each phase, and one for each park that has none. Model 3.
  private func sites(_ parts: inout PlanParts<Number>) {
    for (index, entity) in scenario.entities(.phase).enumerated() {
      let phase = parts.phases[index]
      parts.parks[phase.park].sites.append(parts.sites.count)
      parts.sites.append(
        Site(
          park: phase.park, phase: index,
          land: number(Phase.area, of: entity, at: phase.start),
          floor: number(Phase.floor, of: entity, at: phase.start), complete: phase.complete))
    }
    for (index, entity) in scenario.entities(.park).enumerated()
    where parts.parks[index].sites.isEmpty {
      parts.parks[index].sites.append(parts.sites.count)
      parts.sites.append(
        Site(
          park: index, phase: nil, land: number(Park.area, of: entity), floor: Number.zero,
          complete: Number(-1e12)))
    }
  }

  func handover(of city: Declaration) -> HandoverPlan<Number>? {
    guard let share = city.number(City.handover), isAboveNothing(share) else { return nil }
    return HandoverPlan(
      share: number(City.handover, of: city), base: curve(City.handoverBase, of: city))
  }

  private func boost(_ entity: Declaration) -> BoostPlan<Number> {
    var sectors: [Int]?
    if case .names(let names)? = entity[Boost.sectors]?.value { sectors = names.compactMap(place) }
    let from = instant(Boost.from, of: entity)
    return BoostPlan(
      name: entity.name, park: place(Boost.park, of: entity) ?? 0, sectors: sectors,
      from: from ?? Number(-.infinity),
      until: instant(Boost.until, of: entity) ?? Number(.infinity),
      halfLife: number(Boost.halfLife, of: entity, at: from ?? Number.zero),
      productivity: curve(Boost.productivity, of: entity),
      attraction: curve(Boost.attraction, of: entity))
  }
}

extension StepCalendar {
  /// Months from the start to a key of a schedule; of an age, months.
  func instant(of key: ScheduleKey) -> Double {
    switch key {
    case .date(let date): instant(date)
    case .age(let months): months
    }
  }

  /// The steps of a header; nil where it lacks its dates.
  public init?(_ header: Declaration) {
    guard case .period(let start)? = header[ScenarioHeader.start]?.value,
      case .period(let end)? = header[ScenarioHeader.end]?.value
    else { return nil }
    let months = ScenarioHeader.months(of: header.choice(ScenarioHeader.step))
    firstMonth = start.start.monthIndex
    stepMonths = months
    fiscal = ScenarioHeader.firstMonth(ofYearsIn: header)
    count = (end.end.monthIndex - start.start.monthIndex) / months
  }
}
