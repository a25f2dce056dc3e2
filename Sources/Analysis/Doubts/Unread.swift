import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Doubts about what is declared and read by no run.
enum Unread {
  static let keys = DoubtRow.idle(
    "unread-key",
    "a schedule has keys, and the number is read once; or keys after the end, or a phase's `spending`"
      + " where nobody builds", model: "1 and 3"
  ) { context in
    context.written.unreadKeys().map { Doubt(about: "", $0, text: $0.message.text) }
  }

  static let unused = DoubtRow.idle(
    "unused",
    "a unit, a sector or an assumption is used by nothing, or, once there are firms, a city or a park",
    model: "2", atOnce: false
  ) { context in
    var candidates = context.own(.unit, .sector, .assume)
    if !context.own(.firm, .cohort).isEmpty {
      // That a city feels no pull of its core is said already.
      candidates += context.own(.city).filter { $0[City.core] == nil } + context.own(.park)
    }
    guard !candidates.isEmpty else { return [] }
    let used = Set(
      context.written.all.flatMap(\.references) + context.written.model.references)
    return candidates.filter { !used.contains($0.name) }.map { entity in
      // A question or another branch may use these.
      if [.assume, .city].contains(entity.kind) {
        return Doubt(
          entity, "nothing in the scenario uses the \(entity.kind.noun) `\(entity.name)`"
        ).asRemark
      }
      return Doubt(
        entity, "nothing uses the \(entity.kind.noun) `\(entity.name)`",
        help: ["take it away: `remove \(entity.name)`"])
    }
  }

  static let noTax = DoubtRow.idle(
    "no-tax", "there are firms and no tax is declared", model: "6", atOnce: false
  ) { context in
    guard context.scenario.entities(.tax).isEmpty,
      let first = context.own(.firm, .cohort).first
    else { return [] }
    let doubt = Doubt(
      about: "tax",
      Diagnostic(
        "doubtful", "no tax is declared, so no firm pays any",
        at: context.scenario.header?.location ?? first.location, severity: .warning,
        help: ["take up the taxes of China: `use china`"]))
    // A study of jobs alone needs none.
    return [restsOnTax(context) ? doubt : doubt.asRemark]
  }

  /// Whether anything declared is about taxes or the budgets that they feed.
  private static func restsOnTax(_ context: DoubtContext) -> Bool {
    if !context.own(.incentive, .enclave).isEmpty { return true }
    if context.own(.screen).contains(where: { $0[Screen.minimumTax] != nil }) { return true }
    let figures = [
      "local_share", "net_local", "rebates", "tax", "tax_per_mu", "tax_per_serviced_mu",
    ]
    return context.own(.metric).contains { metric in
      guard let value = metric[UserMetric.value] else { return false }
      var pending = [value.expression]
      while let next = pending.popLast() {
        if case .path(let parts) = next.kind, figures.contains(parts[0]) { return true }
        pending += next.parts
      }
      return false
    }
  }

  static let nobody = DoubtRow.idle(
    "nobody",
    "an incentive, a boost, a screen, a link or an enclave is for firms that its park has"
      + " not", model: "4 to 6", atOnce: false
  ) { context in
    let sectorsOf = Dictionary(grouping: context.own(.firm, .cohort)) {
      $0.reference(Firm.park) ?? ""
    }.mapValues { Set($0.compactMap { $0.reference(Firm.sector) }) }
    return context.own(.incentive, .boost, .screen, .link, .enclave).compactMap { entity in
      let parks =
        context.names(Link.between, of: entity) ?? [entity.reference(Boost.park)].compactMap(\.self)
      // What cities pay each other beside a share needs no firm.
      if entity.kind == .enclave, entity[Enclave.share] == nil { return nil }
      if let empty = parks.first(where: { sectorsOf[$0] == nil }) {
        if entity.kind == .enclave, entity[Enclave.fixed] ?? entity[Enclave.contribution] != nil {
          return Doubt(
            entity, at: entity[Enclave.share],
            "`share` of `\(entity.name)` passes nothing on: `\(empty)` has neither firms nor cohorts"
          )
        }
        let row = entity.kind == .link ? Link.between : Boost.park
        return Doubt(
          entity, at: entity[row],
          "`\(entity.name)` is for nobody: `\(empty)` has neither firms nor cohorts")
      }
      guard entity.kind != .screen, let park = parks.first,
        let named = context.names(Boost.sectors, of: entity)
      else { return nil }
      let absent = named.filter { sectorsOf[park]?.contains($0) != true }
      guard !absent.isEmpty else { return nil }
      return Doubt(
        entity, at: entity[Boost.sectors],
        "`\(entity.name)` is for sectors of which `\(park)` has no firm: \(DoubtText.list(absent))")
    }
  }

  static let noEffect = DoubtRow.idle(
    "no-effect",
    "a line, boost, link, incentive, enclave, cohort or tax says nothing that changes anything",
    model: "4 to 6"
  ) { context in
    context.own(.rail, .boost, .link, .incentive, .enclave, .cohort, .tax).compactMap { entity in
      let rows: [AttributeRow]
      switch entity.kind {
      case .rail: rows = [Rail.saves, Rail.time, Rail.employment]
      case .boost: rows = [Boost.productivity, Boost.attraction]
      case .incentive: rows = [Incentive.schedule, Incentive.share]
      case .enclave: rows = [Enclave.share, Enclave.fixed, Enclave.contribution]
      case .cohort: rows = [Cohort.firms]
      case .tax: rows = [Tax.rate, Tax.countyRate]
      default: rows = [Link.attraction, Link.multiplier]
      }
      let isIdle =
        rows.allSatisfy { row in
          guard let attribute = entity[row] else { return true }
          let isTime = row.name == Rail.time.name && entity.kind == .rail
          return !isTime && !context.isUncertain(attribute)
            && !(attribute.number?.values.isEmpty ?? true)
            && attribute.number?.values.allSatisfy { $0 == 0 } == true
        }
      guard isIdle else { return nil }
      if ![.rail, .boost, .link].contains(entity.kind) {
        let stated = rows.compactMap { entity[$0] }
        return Doubt(
          entity, at: stated.first,
          "`\(entity.name)` changes nothing: its \(Sentence.list(stated.map { "`\($0.name)`" }, " and its ", last: " and its ")) is 0"
        )
      }
      return Doubt(
        entity,
        "`\(entity.name)` changes nothing: it has no \(Sentence.list(rows.map { "`\($0.name)`" }, " and no ", last: " and no "))"
      )
    }
  }

  static let idleAttribute = DoubtRow.idle(
    "idle-attribute", "an attribute is read only beside another one that is not there",
    model: "3 to 6"
  ) { context in
    let built = Set(context.own(.phase).compactMap { $0.reference(Phase.park) })
    let withoutPhase = context.own(.park).filter { !built.contains($0.name) }
    let running = withoutPhase.compactMap { park in
      park[Park.opex].map { opex in
        Doubt(
          park, at: opex,
          "`opex` of `\(park.name)` is a share of what its phases cost, and it has none"
        ).later
      }
    }
    return running + Deals.idle(context) + cityAndCounty(context)
      + context.own(.cohort, .phase, .boost, .link).flatMap { entity -> [Doubt] in
        let rows: [AttributeRow]
        let need: String
        switch entity.kind {
        case .cohort where entity.choice(Cohort.pattern) != "bass":
          (rows, need) = ([Cohort.innovation, Cohort.imitation], "pattern=bass")
        case .phase where entity[Phase.investment] == nil && entity[Phase.spending] == nil:
          (rows, need) = ([Phase.publicShare, Phase.overrun, Phase.profile], "investment")
        case .boost where entity[Boost.from] == nil:
          (rows, need) = ([Boost.halfLife], "from")
        case .link where entity[Link.from] == nil:
          (rows, need) = ([Link.halfLife], "from")
        default: return []
        }
        return rows.compactMap { entity[$0] }.map { attribute in
          Doubt(
            entity, at: attribute,
            "`\(attribute.name)` of `\(entity.name)` is read only with `\(need)`, which it has not")
        }
      }
  }

  /// What is handed over above a base that is no limit, and a rate for counties where none is.
  private static func cityAndCounty(_ context: DoubtContext) -> [Doubt] {
    let bases = context.own(.city).compactMap { city -> Doubt? in
      guard let base = city[City.handoverBase], city[City.handover] == nil else { return nil }
      return Doubt(
        city, at: base,
        "`handover_base` of `\(city.name)` is read only with `handover`, which it has not")
    }
    let parks = context.own(.park)
    guard !parks.isEmpty, parks.allSatisfy({ $0.choice(Park.urban) == "yes" }) else { return bases }
    let rates = context.scenario.entities(.tax).compactMap { tax -> Doubt? in
      guard let rate = tax[Tax.countyRate],
        tax.library == nil || rate.location.source !== tax.location.source
      else { return nil }
      return Doubt(
        tax, at: rate,
        "`county_rate` of `\(tax.name)` is for parks with `urban=no`, and there is none"
      ).later
    }
    return bases + rates
  }

  static let savesNothing = DoubtRow.idle(
    "saves-nothing", "a line saves time between cities without a travel time", model: "4"
  ) { context in
    let travel = TravelTimes(context)
    return context.own(.rail).flatMap { rail -> [Doubt] in
      guard let attribute = rail[Rail.saves], let home = rail.reference(Rail.from),
        let cities = context.names(Rail.to, of: rail)
      else { return [] }
      return cities.filter { !travel.isKnown(home, $0) }.map { city in
        Doubt(
          rail, at: attribute,
          "`\(rail.name)` saves time between `\(home)` and `\(city)`, but no time is declared",
          help: ["declare it: `\(TravelTimes.statement(home, city))`"])
      }
    }
  }

  static let corelessCity = DoubtRow.idle(
    "no-way-to-core", "no travel time leads from a city to its core", model: "4", atOnce: false
  ) { context in
    let travel = TravelTimes(context)
    return context.own(.city).compactMap { city in
      guard let core = city.reference(City.core), !travel.isKnown(city.name, core) else {
        return nil
      }
      return Doubt(
        city, at: city[City.core],
        "no travel time leads from `\(city.name)` to its core `\(core)`, so it feels no pull",
        help: ["declare it: `\(TravelTimes.statement(city.name, core))`"])
    }
  }

  static let agreementsOver = DoubtRow.idle(
    "agreements-over", "a rebate's agreements end before any firm of its park comes", model: "6"
  ) { context in
    context.own(.incentive).compactMap { incentive in
      guard let last = context.period(Incentive.agreementsUntil, of: incentive)?.end else {
        return nil
      }
      let named = context.names(Incentive.sectors, of: incentive)
      let arrivals = context.tenants(of: incentive.reference(Incentive.park)).filter { tenant in
        guard let sector = tenant.reference(Firm.sector) else { return false }
        return named?.contains(sector) ?? true
      }.compactMap { tenant in
        context.period(tenant.kind == .firm ? Firm.arrives : Cohort.from, of: tenant)?.start
      }
      guard let first = arrivals.min(), first >= last else { return nil }
      return Doubt(
        incentive, at: incentive[Incentive.agreementsUntil],
        "`\(incentive.name)` is for nobody: its agreements end before \(last.text), and the first firm"
          + " comes on \(first.text)")
    }
  }

  static let referenceNeverReached = DoubtRow.idle(
    "reference-jobs",
    "a park never has more jobs than its `reference_jobs`, so nothing agglomerates",
    model: "4", atOnce: false
  ) { context in
    guard let projection = context.projection else { return [] }
    return context.own(.park).compactMap { park in
      guard let attribute = park[Park.referenceJobs],
        context.scenario.model.number(Model.agglomeration)?.values.contains(where: { $0 != 0 })
          == true,
        let largest = projection.largestAgglomeration(ofPark: park.name), largest <= 1
      else { return nil }
      let jobs = NumberFormat.significant(attribute.number?.values.first ?? 0)
      return Doubt(
        park, at: attribute,
        "`\(park.name)` never has more than its \(jobs) `reference_jobs`, so they change nothing")
    }
  }
}

/// Between which cities a travel time is known, before or with lines.
struct TravelTimes {
  /// Minutes, by the two names in order; nil where a line makes it.
  private var times: [[String]: Double?] = [:]

  init(_ context: DoubtContext) {
    for rail in context.own(.rail) where rail[Rail.time] != nil {
      guard let home = rail.reference(Rail.from) else { continue }
      for city in context.names(Rail.to, of: rail) ?? [] {
        times[[home, city].sorted()] = .some(nil)
      }
    }
    for travel in context.own(.travel) {
      guard let a = travel.reference(Travel.from), let b = travel.reference(Travel.to) else {
        continue
      }
      times[[a, b].sorted()] = context.number(Travel.time, of: travel)
    }
  }

  func isKnown(_ a: String, _ b: String) -> Bool { times[[a, b].sorted()] != nil }

  /// Minutes that are declared.
  func minutes(_ a: String, _ b: String) -> Double? { times[[a, b].sorted()] ?? nil }

  static func statement(_ a: String, _ b: String) -> String {
    "travel \(a)-\(b) from=\(a) to=\(b) time=75min"
  }
}
