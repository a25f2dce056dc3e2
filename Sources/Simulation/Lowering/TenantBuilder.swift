import Diagnostics
import ParkModel
import Quantities

/// Lowers firms and cohorts, and derives their size. Model 4.
extension PlanBuilder {
  func tenant(
    _ entity: Declaration, _ plan: Plan<Number>, _ parts: inout PlanParts<Number>,
    _ sharing: inout TenantSharing<Number>
  ) throws(Diagnostic) {
    let isFirm = entity.kind == .firm
    let arrives = instant(isFirm ? Firm.arrives : Cohort.from, of: entity) ?? Number.zero
    let park = place(Firm.park, of: entity) ?? 0
    let sector = place(Firm.sector, of: entity) ?? 0
    let profile = profile(entity, sector)
    func once(_ number: Sector.Number) -> Number {
      profile[number.rawValue].value(at: arrives, age: Number.zero)
    }
    let build = once(.build)
    let first = once(.first)
    let ramp = once(.ramp)
    let hasRamp = Number.zero.isLess(than: ramp)
    let speed = Dynamics.rampSpeed(
      first: first, years: Number.select(hasRamp, ramp, Number.one), share: plan.model.rampShare)
    let rule = sizeRule(
      entity, opening: arrives + build, growth: profile[Sector.Number.growth.rawValue])
    let size = try size(rule, profile, entity, plan, park: park, at: arrives)
    try checkPledges(rule, profile, entity, plan, park: park)
    parts.sizeRules.append(rule)
    let sizeVaries = rule.varies(with: profile)
    let phase = place(Firm.phase, of: entity)
    let ages = sharing.taxes.goByAge || profile.indices.contains { isByAge($0, profile) }
    let share = Number.select(hasRamp, first, Number.one)
    let pace = Number.select(hasRamp, speed, Number.zero)
    let scale = closures == .none ? Number.zero : once(.survivalScale)
    let incentives = plan.incentives.indices.filter { index in
      let incentive = plan.incentives[index]
      return incentive.park == park && incentive.sectors?.contains(sector) != false
    }
    let relocation = relocation(entity)
    let tenant = Tenant(
      name: entity.name, index: parts.tenants.count, park: park,
      site: phase.flatMap { phase in plan.sites.firstIndex { $0.phase == phase } },
      sector: sector, profile: profile, size: size, reference: rule.reference, level: rule.level,
      build: build,
      first: share, rampSpeed: pace, survivalScale: scale,
      ramps: sharing.ramps(entity, sector, first: share, speed: pace),
      survivals: sharing.survivals(entity, sector, profile, scale: scale),
      readings: sharing.readings(entity, sector, park),
      isByAge: ages || (sizeVaries && rule.goesByAge) || relocation?.moved.isByAge == true,
      isConstant: sharing.taxes.areConstant
        && profile.indices.allSatisfy { isFixed($0, profile) },
      sizeVaries: sizeVaries,
      boosts: plan.boosts.indices.filter { index in
        let boost = plan.boosts[index]
        return boost.park == park && boost.sectors?.contains(sector) != false
      },
      incentives: incentives,
      isRelieved: incentives.contains { plan.incentives[$0].form != .capex },
      countsProfit: incentives.contains { plan.incentives[$0].counting == .profit },
      fullTax: fullTax(rule, profile, plan, park: park, size),
      closes: isFirm ? closingAge(entity, profile, scale: scale) : nil, arrives: arrives,
      stream: isFirm ? nil : stream(entity, arrives), relocation: relocation)
    parts.tenants.append(tenant)
  }

  /// The age in months at which a firm closes; nil where it is expected to be there in part.
  private func closingAge(
    _ entity: Declaration, _ profile: [Curve<Number>], scale: Number
  ) -> Number? {
    closings[entity.name].map { share in
      let hazard = profile[Sector.Number.hazard.rawValue]
      let form = hazard.schedule.map { ($0.keys, $0.isByAge, $0.isStraight) }
      return Number.each(of: [share, scale] + hazard.values, makes: 1) { numbers in
        var own = Curve(numbers[2])
        own.schedule = form.map { keys, isByAge, isStraight in
          Curve<Double>.Steps(
            keys: keys, values: Array(numbers[2...]), isByAge: isByAge, isStraight: isStraight)
        }
        return [own.closingAge(numbers[0], scale: numbers[1])]
      }[0]
    }
  }

  /// All taxes of a year at full operation, for the screens of a park that ask for them.
  private func fullTax(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ plan: Plan<Number>, park: Int,
    _ size: FirmSize<Number>
  ) -> Number? {
    guard plan.parks[park].screens.contains(where: { plan.screens[$0].minimumTax != nil }) else {
      return nil
    }
    let taxes = plan.taxAtFullOperation(
      rule, profile, plan.parks[park].isUrban, localOnly: false,
      stated: size.taxFactor == nil ? nil : size.output)
    return taxes.map { $0.constant + $0.slope * (size.taxFactor ?? size.output) }
  }

  /// Growths and hazards are worked out step by step; the rest is fixed where nothing changes it.
  private func isFixed(_ index: Int, _ profile: [Curve<Number>]) -> Bool {
    let moving: [Sector.Number] = [.growth, .jobGrowth, .hazard, .railElasticity]
    return profile[index].schedule == nil || moving.contains { $0.rawValue == index }
  }

  /// Hazards go by age by nature and are integrated, as the growth of jobs is; every other number is
  /// read.
  private func isByAge(_ index: Int, _ profile: [Curve<Number>]) -> Bool {
    let integrated: [Sector.Number] = [.hazard, .jobGrowth]
    return !integrated.contains { $0.rawValue == index } && profile[index].isByAge
  }

  /// The numbers of a tenant: its own, else its sector's.
  private func profile(_ entity: Declaration, _ sector: Int) -> [Curve<Number>] {
    var profile = sectorProfiles[sector]
    for attribute in entity.attributes {
      guard let number = Sector.number(named: attribute.name),
        case .number(let value) = attribute.value
      else { continue }
      profile[number.rawValue] = curve(value)
    }
    return profile
  }

  /// The numbers of a sector: its own, else the model's or none.
  func profile(ofSector sector: Declaration) -> [Curve<Number>] {
    Sector.Number.allCases.map { number in
      if sector[number.row] != nil { return curve(number.row, of: sector) }
      if number == .railElasticity { return curve(Model.railElasticity, of: scenario.model) }
      // Nothing says what a job makes: not zero, but unknown.
      if number == .outputPerJob { return Curve(Number(-1)) }
      return curve(number.row, of: sector)
    }
  }

  private func stream(_ entity: Declaration, _ from: Number) -> Stream<Number> {
    let isBass = entity.choice(Cohort.pattern) == "bass"
    return Stream(
      until: instant(Cohort.until, of: entity) ?? from,
      firms: number(Cohort.firms, of: entity, at: from),
      bass: isBass
        ? Bass(
          innovation: number(Cohort.innovation, of: entity, at: from),
          imitation: number(Cohort.imitation, of: entity, at: from)) : nil,
      replace: entity.number(Cohort.replace).flatMap { isAboveNothing($0) ? curve($0) : nil })
  }

  private func relocation(_ entity: Declaration) -> Relocation<Number>? {
    place(Firm.origin, of: entity).map { city in
      Relocation(origin: city, moved: curve(Firm.moved, of: entity))
    }
  }

  // MARK: Size

  /// `opening` is the intended one, also before the scenario.
  private func sizeRule(
    _ entity: Declaration, opening: Number, growth: Curve<Number>
  ) -> SizeRule<Number> {
    func given(_ row: AttributeRow) -> Curve<Number>? {
      entity[row] == nil ? nil : curve(row, of: entity)
    }
    let pledged = opening.maximum(Number.zero)
    let isPledged = [Firm.output, Firm.localTax, Firm.totalTax].contains { entity[$0] != nil }
    let reference = isPledged ? pledged : Number.zero
    return SizeRule(
      jobs: given(Firm.jobs), output: given(Firm.output), localTax: given(Firm.localTax),
      totalTax: given(Firm.totalTax), investment: given(Firm.investment), land: given(Firm.land),
      floor: given(Firm.floor), opening: pledged, reference: reference,
      level: Dynamics.grown(growth, to: reference, opening: opening))
  }

  /// A pledge that changes over time has to hold at every one of its values, and beside every one
  /// of an output's.
  private func checkPledges(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ entity: Declaration,
    _ plan: Plan<Number>, park: Int
  ) throws(Diagnostic) {
    guard rule.pledge != nil else { return }
    for curve in [rule.pledge, rule.output] {
      guard let schedule = curve?.schedule else { continue }
      for key in schedule.keys {
        let instant = schedule.isByAge ? rule.opening : Number(key)
        let age = schedule.isByAge ? Number(key) : Number.zero
        do {
          _ = try plan.size(
            rule, profile: profile, isUrban: plan.parks[park].isUrban, at: instant, age: age)
        } catch {
          throw .size(error, of: entity)
        }
      }
    }
  }

  private func size(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ entity: Declaration,
    _ plan: Plan<Number>, park: Int, at instant: Number
  ) throws(Diagnostic) -> FirmSize<Number> {
    let size: FirmSize<Number>
    do {
      size = try plan.size(
        rule, profile: profile, isUrban: plan.parks[park].isUrban, at: instant,
        age: Number.zero)
    } catch {
      throw .size(error, of: entity)
    }
    let limits: [(String, Number, Double)] = [
      ("output", size.output, 1e16), ("jobs", size.jobs, 1e10), ("land", size.land, 1e13),
      ("floor", size.floor, 1e13), ("investment", size.investment, 1e16),
    ]
    for (name, value, limit) in limits {
      guard let isWithin = Number.verdict(Number(limit).isAtLeast(value)) else {
        throw .drawsDiffer(at: entity.location)
      }
      guard !isWithin else { continue }
      throw Diagnostic(
        "too-large", "the \(name) derived for `\(entity.name)` is beyond any firm's",
        at: entity.location, help: ["give its `\(name)`, or check the numbers of its sector"])
    }
    return size
  }
}

extension Diagnostic {
  /// Draws that cannot be worked out side by side; nobody reads it, for they are worked out one by one.
  static func drawsDiffer(at place: Location?) -> Diagnostic {
    Diagnostic("draws-differ", "some draws have what others have not", at: place)
  }

  /// What would settle the size of a firm.
  static func size(
    _ failure: SizeFailure, of entity: Declaration
  ) -> Diagnostic {
    let pledge = entity[Firm.localTax] ?? entity[Firm.totalTax]
    switch failure {
    case .drawsDiffer: return .drawsDiffer(at: entity.location)
    case .beyondMeasure:
      return Diagnostic(
        "too-large", "the taxes derived for `\(entity.name)` are beyond any firm's",
        at: pledge?.location ?? entity.location,
        help: ["give its `output`, or check the numbers of its sector"])
    case .noOutput:
      return Diagnostic(
        "no-size", "nothing says how much `\(entity.name)` makes", at: entity.location,
        help: [
          "give its `output`, its `local_tax` or its `total_tax`; or its `jobs` where the sector "
            + "has an `output_per_job`; or its `land` where it has `jobs_per_area` too",
          emptyBuilding(entity),
        ])
    case .neither:
      return Diagnostic(
        "no-size",
        "nothing says how much `\(entity.name)` makes, nor how many people work there",
        at: entity.location,
        help: [
          "give its `jobs`, and its `output`, its `local_tax` or its `total_tax`; either can do where "
            + "its sector has an `output_per_job`", emptyBuilding(entity),
        ])
    case .noJobs:
      return Diagnostic(
        "no-size", "nothing says how many people work at `\(entity.name)`", at: entity.location,
        help: ["give its `jobs`, or the `output_per_job` of its sector", emptyBuilding(entity)])
    case .pledgeWithoutTaxes:
      return Diagnostic(
        "no-size", "no tax grows with the output of `\(entity.name)`, so its pledge sets no output",
        at: pledge?.location ?? entity.location,
        help: ["give its `jobs` or its `output`; or take up taxes with `use china`"])
    case .pledgeBesideOutput:
      return Diagnostic(
        "no-size",
        "no tax depends on the output of `\(entity.name)`, so none can be levied as it pledges",
        at: pledge?.location ?? entity.location,
        help: ["leave out the pledge or the `output`; or take up taxes with `use china`"])
    case .pledgeTooSmall(let fixed):
      let size = NumberFormat.grouped(fixed, decimals: 0)
      return Diagnostic(
        "pledge-too-small",
        "`\(entity.name)` would pay \(size) yuan a year of taxes that do not depend on output, "
          + "more than it pledges",
        at: pledge?.location ?? entity.location,
        help: ["pledge more, or give fewer `jobs`, less `land` or less `investment`"])
    }
  }

  /// What to write for a building that owes property tax and nothing else.
  private static func emptyBuilding(_ entity: Declaration) -> Sentence {
    "for a building that only owes taxes on property: `set \(entity.name) jobs=0 output=0`"
  }

  /// An amount or a count past what the ledger holds.
  static func pastTheLedger(
    _ overflow: Ledger.Overflow, _ plan: Plan<Double>, _ scenario: Scenario
  ) -> Diagnostic {
    let subject = overflow.subject
    let name =
      subject.tenant >= 0
      ? plan.tenants[Int(subject.tenant)].name
      : subject.phase >= 0 ? plan.phases[Int(subject.phase)].name : ""
    let year = plan.calendar.date(ofStep: max(0, overflow.step)).year
    guard overflow.account != nil else {
      return Diagnostic(
        "too-large", "with `\(name)` in \(year), more would come than there are numbers for",
        at: scenario.entity(named: name)?.location,
        help: ["check its size, and its attraction and its `attraction_elasticity`"])
    }
    return Diagnostic(
      "too-much-money",
      "with `\(name)` in \(year), the amounts of the run pass 90,000 trillion yuan",
      at: scenario.entity(named: name)?.location, help: ["check its size and its `growth`"])
  }
}
