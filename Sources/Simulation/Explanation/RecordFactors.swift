import Diagnostics
import ParkModel

/// What a count or an area that was recorded is made of. Model 4 to 7.
extension FactorSource {
  /// What makes up a measure of a subject at the end of a step, or in it.
  func factor(of measure: Measure, _ subject: Int32, step: Int) -> Factor? {
    switch measure {
    case .servicedLand, .servicedFloor: return serviced(measure, subject)
    case .waiting, .rejected: return nil
    case .constructionJobs:
      return establishment(of: subject).map { buildingJobs($0, step: step) }
        ?? phaseJobs(subject, step: step)
    case .energy, .emissions:
      return establishment(of: subject).map { establishment in
        let portions = portions(of: establishment, step: step)
        return measure == .energy
          ? summed(portions, "tce", energy) : summed(portions, "t", emissions)
      }
    case .jobs, .firms, .indirectJobs, .inducedJobs, .occupiedLand, .occupiedFloor:
      return establishment(of: subject).map { stock(measure, $0, step: step) }
    }
  }

  // MARK: Stocks of firms

  /// Stocks have no use for means.
  private func instantly(_ instant: Double) -> Window<Double> {
    Window(start: instant, end: instant)
  }

  /// A stock at the end of a step, vintage by vintage.
  private func stock(
    _ measure: Measure, _ establishment: Establishment<Double>, step: Int
  ) -> Factor {
    let tenant = plan.tenants[establishment.tenant]
    let end = end(of: step)
    let shared =
      tenant.isByAge ? nil : Readings(plan, tenant, over: instantly(middle(of: step)), opening: 0)
    let unit = measure.unit
    let parts = vintages(of: establishment, step: step).map { vintage in
      let age = end - vintage.opening
      let alive = alive(vintage, tenant, age: age)
      let factors: [Factor]
      switch measure {
      case .firms: factors = [alive]
      case .occupiedLand: factors = [fullLand(tenant), held(vintage, tenant, age: age)]
      case .occupiedFloor: factors = [fullFloor(tenant), held(vintage, tenant, age: age)]
      default:
        let moment = moment(of: vintage, tenant, step, isShared: shared != nil)
        let reading =
          moment.isShared
          ? shared
          : Readings(plan, tenant, over: instantly(moment.instant), opening: vintage.opening)
        let size = plan.size(of: tenant, at: moment.instant, age: moment.age)
        factors = jobs(
          measure, tenant, size, moment.instant, moment.age, reading, alive: alive, age: age,
          end: end, opening: vintage.opening)
      }
      return Factor.product(
        tenant.stream == nil ? "before rounding" : "those of \(month(of: vintage))", unit, factors)
    }.filter { $0.number != 0 }
    if parts.count == 1 { return parts[0] }
    return .sum("all who came", unit, parts)
  }

  /// Where the numbers of a vintage are read in a step: at its middle where it was open throughout
  /// and nothing goes by age, else at the middle of its own part.
  private func moment(
    of vintage: Vintage<Double>, _ tenant: Tenant<Double>, _ step: Int, isShared: Bool
  ) -> (instant: Double, age: Double, isShared: Bool) {
    if isShared, vintage.opening <= start(of: step) { return (middle(of: step), 0, true) }
    let part = Part(vintage, from: start(of: step), to: end(of: step))
    return (part.middle, part.middle - vintage.opening, false)
  }

  private func jobs(
    _ measure: Measure, _ tenant: Tenant<Double>, _ size: FirmSize<Double>, _ instant: Double,
    _ sizeAge: Double, _ reading: Readings<Double>?, alive: Factor, age: Double, end: Double,
    opening: Double
  ) -> [Factor] {
    var factors = [
      fullJobs(tenant, size, at: instant, age: sizeAge), ramp(tenant, age: age), alive,
      people(ofPark: tenant.park, at: end),
    ]
    if tenant.hasJobGrowth { factors.append(jobGrowth(tenant, at: end, opening: opening)) }
    if measure == .indirectJobs {
      factors.append(stated(.indirect, tenant, reading?.indirect ?? 0, "jobs/job"))
      factors.append(links(ofPark: tenant.park, at: end))
    } else if measure == .inducedJobs {
      factors.append(stated(.induced, tenant, reading?.induced ?? 0, "jobs/job"))
    }
    return factors
  }

  /// How many of a vintage are open.
  private func alive(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, age: Double
  ) -> Factor {
    guard age >= 0 else {
      return .reading("firms open", 0, "firms", note: "it opens on \(day(vintage.opening))")
    }
    return .product(
      "firms open", "firms", [count(vintage, tenant), survival(tenant, age: age)])
  }

  /// How many of a vintage still hold their land and floor: a year longer than they live.
  private func held(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, age: Double
  ) -> Factor {
    .product(
      "firms that hold their land and floor", "firms",
      [count(vintage, tenant), survival(tenant, age: age - 12)],
      note: "let again a year after they close")
  }

  // MARK: Construction and land

  private func jobsPerYuan(_ step: Int) -> Factor {
    .stated(
      "construction_jobs", plan.model.constructionJobs.value(at: middle(of: step), age: 0),
      "job-years/yuan", "model", "construction_jobs")
  }

  private func buildingJobs(_ establishment: Establishment<Double>, step: Int) -> Factor {
    let spending = summed(portions(of: establishment, step: step), "yuan") { portion in
      [
        portion.spending,
        stated(.buildingShare, portion.tenant, portion.reading.buildingShare, "share"),
      ]
    }
    return .product(
      "job-years", "job-years",
      [jobsPerYuan(step), spending.named("spent on buildings in the period")])
  }

  private func phaseJobs(_ subject: Int32, step: Int) -> Factor? {
    let place = Int(projection.ledger.subjects[Int(subject)].phase)
    guard place >= 0 else { return nil }
    func spent(_ instant: Double) -> Factor {
      .product(
        "spent by \(day(instant))", "yuan", self.spent(byPhase: place, at: instant))
    }
    let after = spent(end(of: step))
    let before = spent(start(of: step))
    let spending = Factor(
      "spent in the period", .difference, .number(after.number - before.number), "yuan",
      parts: [after, before])
    return .product("job-years", "job-years", [jobsPerYuan(step), spending])
  }

  private func serviced(_ measure: Measure, _ subject: Int32) -> Factor? {
    let owner = projection.ledger.subjects[Int(subject)]
    let site = plan.sites.first { site in
      site.park == Int(owner.park) && (site.phase ?? -1) == Int(owner.phase)
    }
    guard let site else { return nil }
    let name = site.phase.map { plan.phases[$0].name } ?? plan.parks[site.park].name
    let isLand = measure == .servicedLand
    return .stated(
      isLand ? "area" : "floor", isLand ? site.land : site.floor, "m2", name,
      isLand ? "area" : "floor",
      note: site.phase == nil ? "there from the start" : "complete \(day(site.complete))")
  }
}

extension Measure {
  var unit: String {
    switch self {
    case .jobs, .indirectJobs, .inducedJobs: "jobs"
    case .constructionJobs: "job-years"
    case .firms, .waiting, .rejected: "firms"
    case .energy: "tce"
    case .emissions: "t"
    case .occupiedLand, .occupiedFloor, .servicedLand, .servicedFloor: "m2"
    }
  }
}
