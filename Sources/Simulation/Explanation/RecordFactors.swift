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
        let portions = portions(of: establishment, step: step, forTaxes: false)
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

  /// A stock at the end of a step: of those that are read by themselves vintage by vintage, then of
  /// those that read alike.
  private func stock(
    _ measure: Measure, _ establishment: Establishment<Double>, step: Int
  ) -> Factor {
    let tenant = plan.tenants[establishment.tenant]
    let order = order(of: establishment, step: step)
    let end = end(of: step)
    /// How many firms of a vintage count.
    func firms(_ place: Int) -> Factor {
      let vintage = establishment.vintages[place]
      let age = end - vintage.opening
      let firms: Factor
      switch measure {
      case .firms: firms = alive(vintage, tenant, age: age)
      case .occupiedLand, .occupiedFloor: firms = held(vintage, tenant, age: age)
      default: firms = working(vintage, tenant, age: age, end: end)
      }
      return tenant.stream == nil ? firms : firms.named("those of \(month(of: vintage))")
    }
    let together = (order.plain + order.apart).map(firms).filter { $0.number != 0 }
    let common: Factor? =
      together.isEmpty
      ? nil
      : together.count == 1
        ? together[0] : .sum("those open all the time", "firms", together)
    let alone = order.alone
    guard measure.isOfJobs else {
      var counts = alone.map(firms).filter { $0.number != 0 }
      if let common { counts.append(common) }
      let all = counts.count == 1 ? counts[0] : .sum("all who came", "firms", counts)
      switch measure {
      case .occupiedLand: return .product("before rounding", "m2", [fullLand(tenant), all])
      case .occupiedFloor: return .product("before rounding", "m2", [fullFloor(tenant), all])
      default: return all
      }
    }
    var parts = alone.map { place in
      let vintage = establishment.vintages[place]
      let part = Part(vintage, from: start(of: step), to: end)
      return jobs(
        measure, tenant, at: part.middle, opening: vintage.opening,
        Readings(plan, tenant, over: instantly(part.middle), opening: vintage.opening),
        firms(place), end: end)
    }
    if let common {
      let middle = middle(of: step)
      parts.append(
        jobs(
          measure, tenant, at: middle, opening: middle,
          Readings(plan, tenant, over: instantly(middle), opening: 0), common, end: end))
    }
    parts = parts.filter { $0.number != 0 }
    return parts.count == 1 ? parts[0] : .sum("all who came", measure.unit, parts)
  }

  /// Jobs of firms at full size. What is read for them is read at an instant; their size at the age of
  /// those that opened at another.
  private func jobs(
    _ measure: Measure, _ tenant: Tenant<Double>, at instant: Double, opening: Double,
    _ reading: Readings<Double>, _ firms: Factor, end: Double
  ) -> Factor {
    let age = instant - opening
    let size = plan.size(of: tenant, at: instant, age: age)
    var factors = [
      fullJobs(tenant, size, at: instant, age: age), firms, people(ofPark: tenant.park, at: end),
    ]
    if measure == .indirectJobs {
      factors.append(stated(.indirect, tenant, reading.indirect, "jobs/job"))
      factors.append(links(ofPark: tenant.park, at: end))
    } else if measure == .inducedJobs {
      factors.append(stated(.induced, tenant, reading.induced, "jobs/job"))
    }
    return .product(
      tenant.stream == nil ? "before rounding" : firms.label, measure.unit, factors)
  }

  /// How many of a vintage are open.
  private func alive(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, age: Double
  ) -> Factor {
    guard age >= 0 else { return yetToOpen(vintage) }
    return .product(
      "firms open", "firms", [count(vintage, tenant), survival(tenant, age: age)])
  }

  /// The same at the ramp's share of full size, with the growth of their jobs.
  private func working(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, age: Double, end: Double
  ) -> Factor {
    guard age >= 0 else { return yetToOpen(vintage) }
    var factors = [survival(tenant, age: age), ramp(tenant, age: age)]
    if tenant.hasJobGrowth {
      factors.append(jobGrowth(tenant, at: end, opening: vintage.opening))
    }
    return .product("firms at full size", "firms", factors + [count(vintage, tenant)])
  }

  private func yetToOpen(_ vintage: Vintage<Double>) -> Factor {
    .reading("firms open", 0, "firms", note: "it opens on \(day(vintage.opening))")
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
    let portions = portions(of: establishment, step: step, forTaxes: false)
    let spending = summed(portions, "yuan") { portion in
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
  /// Whether it counts people.
  fileprivate var isOfJobs: Bool {
    switch self {
    case .jobs, .indirectJobs, .inducedJobs: true
    case .constructionJobs, .firms, .waiting, .rejected, .energy, .emissions, .occupiedLand,
      .occupiedFloor, .servicedLand, .servicedFloor:
      false
    }
  }

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
