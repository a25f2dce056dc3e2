import ParkModel

/// How a park's size raises what each firm makes. Model 4, agglomeration.
extension Plan {
  /// Each park's direct jobs a year before the middle of a step; nought where nothing depends on
  /// them.
  func jobsBefore(step: Int, _ state: RunState<Number>) -> [Number] {
    let middle = (calendar.start(of: step) + calendar.start(of: step + 1)) / 2
    let instant = Number(middle - 12)
    var jobs = Array(repeating: Number.zero, count: parks.count)
    let people = parks.map { Number.one + employment(of: $0.city, at: instant) }
    for ordered in state.order {
      let tenant = tenants[state.establishments[ordered.place].tenant]
      guard parks[tenant.park].referenceJobs != nil else { continue }
      let vintages = state.establishments[ordered.place].vintages
      let size = tenant.size
      guard !tenant.sizeVaries else {
        for vintage in vintages {
          let size = self.size(of: tenant, at: instant, age: instant - vintage.opening)
          jobs[tenant.park] +=
            size.jobs * vintage.count * working(vintage, tenant, at: instant)
            * people[tenant.park]
        }
        continue
      }
      let employed = Number.add(
        vintages.map(\.count), times: vintages.map { working($0, tenant, at: instant) })
      jobs[tenant.park] += size.jobs * employed * people[tenant.park]
    }
    return jobs
  }

  /// The share of full size at which a firm of a vintage employs at an instant.
  private func working(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, at instant: Number
  ) -> Number {
    let working = vintage.ramp(tenant, at: instant) * vintage.survival(tenant, at: instant)
    guard tenant.hasJobGrowth else { return working }
    return working * tenant.jobGrowth(at: instant, opening: vintage.opening)
  }

  /// Each park's factor in a step, from its direct jobs a year before the middle of the step.
  func agglomeration(step: Int, jobs: [Number]) -> [Number] {
    let middle = (calendar.start(of: step) + calendar.start(of: step + 1)) / 2
    let now = Number(middle)
    let cap = model.agglomerationCap.value(at: now, age: Number.zero)
    let exponent = model.agglomeration.value(at: now, age: Number.zero)
    return parks.indices.map { index in
      guard let curve = parks[index].referenceJobs else { return Number.one }
      let reference = curve.value(at: now, age: Number.zero)
      let ratio = jobs[index].maximum(reference) / reference
      return Number.power(ratio, exponent).minimum(cap)
    }
  }
}
