import ParkModel

/// What the lines that are open do to a city. Model 4, rail.
extension Plan {
  /// ℓ: the logarithm of the rise in market potential that is felt at an instant.
  func uplift(of city: Int, at instant: Number) -> Number {
    var sum = Number.zero
    for rail in rails.indices {
      let years = (instant - rails[rail].opens) / Number(12)
      sum +=
        cities[city].uplifts[rail] * Dynamics.felt(after: years, halfLife: rails[rail].halfLife)
    }
    return sum
  }

  /// Z: the logarithm of what the core city draws away, felt after the half-life of the siphon.
  func siphon(of city: Int, at instant: Number) -> Number {
    var sum = Number.zero
    for rail in rails.indices {
      let years = (instant - rails[rail].opens) / Number(12)
      sum += cities[city].pulls[rail] * Dynamics.felt(after: years, halfLife: model.siphonHalfLife)
    }
    return Number.zero - model.siphon.value(at: instant, age: Number.zero) * sum
  }

  /// What the lines with an end in a city add to its jobs, as a share; never less than all of them
  /// lost.
  func employment(of city: Int?, at instant: Number) -> Number {
    guard let city else { return Number.zero }
    var sum = Number.zero
    for rail in cities[city].ends {
      let years = (instant - rails[rail].opens) / Number(12)
      sum +=
        rails[rail].employment.value(at: instant, age: Number.zero)
        * Dynamics.felt(after: years, halfLife: rails[rail].halfLife)
    }
    return sum.maximum(Number(-1))
  }

  /// Market potential with the lines open at an instant, that instant included; yuan a year.
  func potential(of city: Int, at instant: Double) -> Number {
    var sum = cities[city].potential
    for rail in rails.indices {
      let isYetToOpen = Number(instant).isLess(than: rails[rail].opens)
      sum += Number.select(isYetToOpen, Number.zero, cities[city].increments[rail])
    }
    return sum
  }

  /// The factor of rail on a tenant's output.
  func railFactor(_ tenant: Tenant<Number>, at instant: Number, age: Number) -> Number {
    guard let city = parks[tenant.park].city, !rails.isEmpty else { return Number.one }
    let elasticity = tenant[.railElasticity].value(at: instant, age: age)
    return Number.exponential(
      elasticity * uplift(of: city, at: instant) + siphon(of: city, at: instant))
  }
}
