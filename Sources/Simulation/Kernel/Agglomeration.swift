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
      for vintage in state.establishments[ordered.place].vintages {
        let age = instant - vintage.opening
        let size = size(of: tenant, at: instant, age: age)
        var employed =
          size.jobs * vintage.count * vintage.ramp(tenant, at: instant)
          * vintage.survival(tenant, at: instant) * people[tenant.park]
        if tenant.hasJobGrowth {
          employed = employed * tenant.jobGrowth(at: instant, opening: vintage.opening)
        }
        jobs[tenant.park] += employed
      }
    }
    return jobs
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
