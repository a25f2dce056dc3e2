import ParkModel
import Quantities

/// The curves of the model that depend on a span of time alone.
enum Dynamics {
  /// ln 2.
  static let halving = Numerics.logarithm(2)

  /// L(y): how much of an effect is felt y years after it began; all of it at once, from that
  /// instant on, where its half-life is 0. Model 4, rail.
  static func felt<Number: Lane>(after years: Number, halfLife: Number) -> Number {
    let safe = Number.select(Number.zero.isLess(than: halfLife), halfLife, Number.one)
    let part = Number.one - Number.exponential(Number(-halving) * years / safe)
    let grown = Number.select(Number.zero.isLess(than: halfLife), part, Number.one)
    return Number.select(years.isLess(than: Number.zero), Number.zero, grown)
  }

  /// R(a): the share of full size at an age in months; speed is per year. Model 4, ramp.
  static func ramp<Number: Lane>(_ age: Number, first: Number, speed: Number) -> Number {
    Number.ramp(age, first: first, speed: speed)
  }

  /// κ: the speed of a ramp that is at a share of full size after so many years, per year. What is
  /// missing then is counted in hundredths, so that 90 % leave a tenth to the last bit.
  static func rampSpeed<Number: Lane>(first: Number, years: Number, share: Number) -> Number {
    let hundred = Number(100)
    let missing = (hundred - hundred * share) / hundred
    return Number.logarithm(((Number.one - first) / missing).maximum(Number.one)) / years
  }

  /// S(a): the share that lives to an age in months. Model 4, survival.
  static func survival<Number: Lane>(
    _ age: Number, hazard: Curve<Number>, scale: Number
  ) -> Number {
    if age.isUniform, age[0] <= 0 { return Number.one }
    if hazard.schedule == nil, !hazard.constant.isSomething { return Number.one }
    let lived = age.maximum(Number.zero)
    if let schedule = hazard.schedule, !schedule.isStraight {
      return Number.survival(
        of: lived, hazards: schedule.values, from: schedule.keys, scale: scale)
    }
    return Number.exponential(Number(-1) * scale * hazard.integral(to: lived))
  }

  /// What `growth` makes of a yuan between two instants, from the start if none is given, piece by piece
  /// where it changes; by age, along the ages of what opens at `opening`. Model 4.
  static func grown<Number: Lane>(
    _ growth: Curve<Number>, from start: Number = .zero, to instant: Number, opening: Number
  ) -> Number {
    if growth.schedule == nil {
      return Number.power(Number.one + growth.constant, (instant - start) / Number(12))
    }
    let zero = growth.isByAge ? opening : Number.zero
    return Number.exponential(
      growth.logarithmicIntegral(to: instant - zero) - growth.logarithmicIntegral(to: start - zero))
  }

  /// W(u): the share spent when the share u of the time has passed. Model 3.
  static func spent<Number: Lane>(_ u: Number, isLinear: Bool) -> Number {
    isLinear ? u : u * u * (Number(3) - Number(2) * u)
  }
}

extension Tenant {
  /// R(a): the share of full size at an age in months. Model 4, ramp.
  func ramp(_ age: Number) -> Number {
    ramps?.value(at: age) ?? Dynamics.ramp(age, first: first, speed: rampSpeed)
  }

  /// S(a): the share that lives to an age in months. Model 4, survival.
  func survival(_ age: Number) -> Number {
    if let closes {
      return Number.select(age.isLess(than: closes), Number.one, Number.zero)
    }
    return survivals?.value(at: age)
      ?? Dynamics.survival(age, hazard: self[.hazard], scale: survivalScale)
  }

  /// The share that closes within the month that begins at an age.
  func closing(_ age: Number) -> Number {
    closings?.value(at: age) ?? survival(age) - survival(age + Number.one)
  }

  /// The part of land and floor still taken at an age in months: let again after a year.
  func tenure(_ age: Number) -> Number { survival(age - Number(12)) }

  /// (1 + growth)^t at an instant.
  func growth(at instant: Number, opening: Number) -> Number {
    Dynamics.grown(self[.growth], to: instant, opening: opening)
  }

  /// What growth makes of a yuan by the instant from which its output grows.
  func level(_ reading: Readings<Number>) -> Number { reading.level ?? level }

  /// (1 + job_growth)^(t − t_o) at an instant, t_o the opening or the scenario's start, whichever is
  /// later. One that is not open yet has none. Model 4, jobs.
  func jobGrowth(at instant: Number, opening: Number) -> Number {
    Dynamics.grown(
      self[.jobGrowth], from: jobGrowthBegins(at: instant, opening: opening), to: instant,
      opening: opening)
  }

  /// From when the jobs of what opened at an instant have grown by another, months.
  func jobGrowthBegins(at instant: Number, opening: Number) -> Number {
    opening.maximum(Number.zero).minimum(instant.maximum(Number.zero))
  }

  /// The share of its own investment that is spent by an instant.
  func invested(at instant: Number, admitted: Number) -> Number {
    let span = Number.select(Number.zero.isLess(than: build), build, Number.one)
    let u = ((instant - admitted) / span).clamped(0, 1)
    let gradual = Dynamics.spent(u, isLinear: false)
    let atOnce = Number.select(admitted.isLess(than: instant), Number.one, Number.zero)
    return Number.select(Number.zero.isLess(than: build), gradual, atOnce)
  }
}

extension Plan {
  /// The product of the boosts of a tenant at an instant. Model 4.
  func boost(
    _ tenant: Tenant<Number>, at instant: Number, _ effect: BoostPlan<Number>.Effect
  ) -> Number {
    guard !tenant.boosts.isEmpty else { return Number.one }
    var product = Number.one
    for boost in tenant.boosts {
      let years = (instant - boosts[boost].from) / Number(12)
      let felt = Dynamics.felt(after: years, halfLife: boosts[boost].halfLife)
      let age = years * Number(12)
      let size =
        effect == .productivity
        ? boosts[boost].productivity.value(at: instant, age: age)
        : boosts[boost].attraction.value(at: instant, age: age)
      let factor = Number.one + size * felt
      let isOn = instant.isLess(than: boosts[boost].until)
      product = product * Number.select(isOn, factor, Number.one)
    }
    return product
  }
}
