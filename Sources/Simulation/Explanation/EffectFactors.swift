import Diagnostics
import ParkModel
import Quantities

/// The factors on what firms make that come from time and place. Model 4.
extension FactorSource {
  /// (1 + growth)^t, of what is paid for work.
  func growth(_ portion: Portion) -> Factor {
    growth(portion.tenant, portion.reading.growth, since: 0, to: portion.instant)
  }

  /// The same since the instant of which output is.
  func outputGrowth(_ portion: Portion) -> Factor {
    let tenant = portion.tenant
    return growth(
      tenant, portion.reading.growth / tenant.level(portion.reading), since: tenant.reference,
      to: portion.instant)
  }

  /// What growth made by the instant of which output is.
  func level(_ tenant: Tenant<Double>) -> Factor {
    growth(tenant, tenant.level, since: 0, to: tenant.reference)
  }

  private func growth(
    _ tenant: Tenant<Double>, _ value: Double, since start: Double, to instant: Double
  ) -> Factor {
    let label: Sentence =
      start == 0 ? "growth since the start" : "growth since \(day(start)), of which the pledge is"
    return compounded(
      .growth, tenant, label, value,
      .reading(
        start == 0 ? "time since the start" : "time since then", (instant - start) / 12, "years"))
  }

  /// What a yearly growth has made, over a time in years.
  private func compounded(
    _ number: Sector.Number, _ tenant: Tenant<Double>, _ label: Sentence, _ value: Double,
    _ time: Factor
  ) -> Factor {
    let growth = tenant[number]
    let name = number.row.name
    guard growth.schedule == nil else {
      return .formula(
        .exponential, label, value, "",
        [
          Factor(
            "growth added up", .reading, .number(Numerics.logarithm(value)), "",
            statements: [StatementKey(tenant.name, name)],
            note: "ln(1 + \(typed: name)) added up piece by piece")
        ])
    }
    guard growth.constant != 0 else { return .reading(label, value, "") }
    return .formula(
      .growth, label, value, "", [stated(number, tenant, growth.constant, "share"), time])
  }

  /// (1 + job_growth)^(t − t_o).
  func jobGrowth(_ tenant: Tenant<Double>, at instant: Double, opening: Double) -> Factor {
    let begin = tenant.jobGrowthBegins(at: instant, opening: opening)
    return compounded(
      .jobGrowth, tenant, "growth of its jobs", tenant.jobGrowth(at: instant, opening: opening),
      .reading(
        "time since the opening", (instant - begin) / 12, "years",
        note: opening < 0 ? "counted from the scenario's start" : ""))
  }

  /// Agg.
  func agglomeration(ofPark index: Int, step: Int) -> Factor {
    let value = projection.agglomeration[step][index]
    let park = plan.parks[index]
    guard let reference = park.referenceJobs else {
      return .reading(
        "agglomeration", value, "", note: "\(typed: park.name) has no reference_jobs")
    }
    let middle = middle(of: step)
    return .formula(
      .agglomeration, "agglomeration", value, "",
      [
        .reading(
          "jobs in \(typed: park.name) a year before", projection.jobsBefore[step][index], "jobs",
          note: "at \(day(middle - 12))"),
        .stated(
          "reference_jobs", reference.value(at: middle, age: 0), "jobs", park.name,
          "reference_jobs"),
        .stated(
          "agglomeration", plan.model.agglomeration.value(at: middle, age: 0), "", "model",
          "agglomeration"),
        .stated(
          "agglomeration_cap", plan.model.agglomerationCap.value(at: middle, age: 0), "", "model",
          "agglomeration_cap"),
      ])
  }

  /// e^(elasticity·ℓ + Z).
  func rail(_ portion: Portion) -> Factor {
    let value = portion.reading.rail
    guard let city = plan.parks[portion.tenant.park].city, !plan.rails.isEmpty else {
      return .reading("rail", value, "")
    }
    let uplift = uplift(ofCity: city, at: portion.instant)
    let siphon = siphon(ofCity: city, at: portion.instant)
    guard uplift.number != 0 || siphon.number != 0 else {
      return .reading("rail", value, "", note: "no line is felt yet")
    }
    let elasticity = portion.tenant[.railElasticity].value(at: portion.instant, age: portion.age)
    return .formula(
      .rail, "rail", value, "",
      [stated(.railElasticity, portion.tenant, elasticity, ""), uplift, siphon])
  }

  /// ℓ: what is felt of each line's rise in market potential.
  func uplift(ofCity city: Int, at instant: Double) -> Factor {
    let parts = plan.rails.indices.map { index in
      let rail = plan.rails[index]
      return Factor.product(
        Sentence(typed: rail.name), "",
        [
          .reading(
            "what \(typed: rail.name) adds to ln market potential",
            plan.cities[city].uplifts[index], "",
            statements: ["saves", "time"].map { StatementKey(rail.name, $0) }
              + numbers("rail_decay", "least_time")),
          felt(since: rail.opens, halfLife: rail.halfLife, at: instant, rail.name),
        ])
    }
    return .sum("rise of ln market potential in \(typed: plan.cities[city].name)", "", parts)
  }

  /// Z: what the core city draws away.
  func siphon(ofCity city: Int, at instant: Double) -> Factor {
    let parts = plan.rails.indices.map { index in
      let rail = plan.rails[index]
      let years = (instant - rail.opens) / 12
      return Factor.product(
        Sentence(typed: rail.name), "",
        [
          .reading(
            "how much nearer the core \(typed: rail.name) brings the city",
            plan.cities[city].pulls[index],
            "", statements: numbers("siphon_near", "siphon_far", "siphon_size", "least_time")),
          drawn(after: years),
        ])
    }
    let pull = Factor.sum("pull of the core city", "", parts)
    guard pull.number != 0 else { return .reading("siphon of the core city", 0, "") }
    let product = Factor.product(
      "siphon of the core city", "",
      [
        .stated(
          "siphon", plan.model.siphon.value(at: instant, age: 0), "", "model", "siphon"),
        pull,
      ])
    return Factor(
      "siphon of the core city", .negation, .number(-product.number), "", parts: [product])
  }

  /// Numbers of the model that a reading has gone through.
  private func numbers(_ names: String...) -> [StatementKey] {
    names.map { StatementKey("model", $0) }
  }

  /// L of the siphon, years after a line has opened.
  private func drawn(after years: Double) -> Factor {
    let halfLife = plan.model.siphonHalfLife
    let value = Dynamics.felt(after: years, halfLife: halfLife)
    guard halfLife > 0, years >= 0 else { return .reading("part that is felt", value, "share") }
    return .formula(
      .felt, "part that is felt", value, "share",
      [
        .reading("years since it opened", years, "years"),
        .stated("siphon_half_life", halfLife, "years", "model", "siphon_half_life"),
      ])
  }

  /// L: how much of an effect is felt.
  func felt(since start: Double, halfLife: Double, at instant: Double, _ name: String) -> Factor {
    let years = (instant - start) / 12
    let value = Dynamics.felt(after: years, halfLife: halfLife)
    guard halfLife > 0, years >= 0, years.isFinite else {
      return .reading("part of \(typed: name) that is felt", value, "share")
    }
    return .formula(
      .felt, "part of \(typed: name) that is felt", value, "share",
      [
        .reading("years since it began", years, "years"),
        .stated("half_life", halfLife, "years", name, "half_life"),
      ])
  }

  /// Boost: one factor for each boost that acts.
  func boosts(_ portion: Portion) -> Factor {
    let instant = portion.instant
    let parts = portion.tenant.boosts.compactMap { index -> Factor? in
      let boost = plan.boosts[index]
      guard instant < boost.until else { return nil }
      let years = (instant - boost.from) / 12
      let felt = felt(since: boost.from, halfLife: boost.halfLife, at: instant, boost.name)
      let effect = boost.productivity.value(at: instant, age: years * 12)
      guard felt.number != 0, effect != 0 else { return nil }
      return .formula(
        .effect, Sentence(typed: boost.name), 1 + effect * felt.number, "",
        [.stated("productivity", effect, "share", boost.name, "productivity"), felt])
    }
    guard !parts.isEmpty else { return .reading("boosts", 1, "") }
    return parts.count == 1 ? parts[0] : .product("boosts", "", parts)
  }

  /// 1 + e: what lines with an end in the park's city add to its jobs.
  func people(ofPark park: Int, at instant: Double) -> Factor {
    let label: Sentence = "effect of lines on jobs"
    let whole = plan.employment(of: plan.parks[park].city, at: instant)
    guard let city = plan.parks[park].city, whole != 0 else {
      return .reading(label, 1 + whole, "")
    }
    let parts = plan.cities[city].ends.map { index in
      let rail = plan.rails[index]
      return Factor.product(
        Sentence(typed: rail.name), "share",
        [
          .stated(
            "employment", rail.employment.value(at: instant, age: 0), "share", rail.name,
            "employment"),
          felt(since: rail.opens, halfLife: rail.halfLife, at: instant, rail.name),
        ])
    }
    let sum = Factor.sum("share that lines add", "share", parts)
    guard sum.number == whole else {
      return .reading(label, 1 + whole, "", note: "no less than all jobs can go")
    }
    return .sum(label, "", [.reading("the jobs themselves", 1, ""), sum])
  }

  /// What links make of a park's indirect jobs.
  func links(ofPark park: Int, at instant: Double) -> Factor {
    let parts = plan.parks[park].links.compactMap { index -> Factor? in
      let link = plan.links[index]
      let felt = felt(since: link.from, halfLife: link.halfLife, at: instant, link.name)
      let effect = link.multiplier.value(at: instant, age: 0)
      let fit = link.complementarity.value(at: instant, age: 0)
      guard felt.number != 0, effect != 0, fit != 0 else { return nil }
      return .formula(
        .link, Sentence(typed: link.name), 1 + effect * fit * felt.number, "",
        [
          .stated("multiplier", effect, "share", link.name, "multiplier"),
          .stated("complementarity", fit, "share", link.name, "complementarity"), felt,
        ])
    }
    guard !parts.isEmpty else { return .reading("links", 1, "") }
    return parts.count == 1 ? parts[0] : .product("links", "", parts)
  }
}
