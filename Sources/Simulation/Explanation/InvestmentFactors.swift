import Diagnostics
import ParkModel

/// Investment: what was spent to date, rounded, and what that grew by in a step.
/// Docs/Decisions/0003-investment-by-differences.md.
extension FactorSource {
  func investment(_ account: Account, _ subject: Int32, step: Int) -> [Factor] {
    let owner = projection.ledger.subjects[Int(subject)]
    let part: (Int) -> Factor
    if owner.tenant < 0 {
      guard owner.phase >= 0 else { return [] }
      part = { [self] in toDate(phase: Int(owner.phase), account, step: $0) }
    } else {
      guard let establishment = establishment(of: subject), account == .privateInvestment else {
        return []
      }
      part = { [self] in toDate(establishment, step: $0) }
    }
    let after = part(step)
    if step < 0 { return [after] }
    let before = part(step - 1)
    if before.fen == 0 { return [after] }
    return [
      .growth(
        "spent in the period", from: before, to: after,
        note: "running totals are rounded, so that a budget comes out to the fen")
    ]
  }

  // MARK: Phases

  /// Yuan, with the overrun.
  func budget(of place: Int) -> Factor {
    let phase = plan.phases[place]
    let label: Sentence = "budget of \(typed: phase.name)"
    let stated: (Sentence) -> Factor = { [self] label in
      phase.spending == nil
        ? .stated(label, phase.investment, "yuan", phase.name, "investment")
        : addedUp(label, phase, phase.investment, to: phase.complete)
    }
    guard phase.overrun != 0 else { return stated(label) }
    return .product(
      label, "yuan",
      [stated(phase.spending == nil ? "investment" : "spending"), withOverrun(phase)])
  }

  private func withOverrun(_ phase: PhasePlan<Double>) -> Factor {
    .sum(
      "with the overrun", "",
      [
        .reading("the budget itself", 1, ""),
        .stated("overrun", phase.overrun, "share", phase.name, "overrun"),
      ])
  }

  /// A phase's `spending` from its start to an instant, yuan.
  private func addedUp(
    _ label: Sentence, _ phase: PhasePlan<Double>, _ value: Double, to instant: Double
  ) -> Factor {
    let delay = phase.spending?.delay ?? 0
    let first = phase.start + delay
    let last = instant.clamped(first, max(first, phase.complete))
    return .reading(
      label, value, "yuan",
      note: delay == 0
        ? "`spending` added up from \(day(first)) to \(day(last))"
        : "`spending` added up from \(day(first)) to \(day(last)), shifted by the delay",
      statements: ["spending", "start", "complete", "delay"].map { StatementKey(phase.name, $0) })
  }

  /// What a phase has spent by an instant: the factors that multiplied make it.
  func spent(byPhase place: Int, at instant: Double) -> [Factor] {
    let phase = plan.phases[place]
    guard let spending = phase.spending else {
      return [budget(of: place), spent(ofPhase: place, at: instant)]
    }
    let value = spending.spent(by: instant, since: phase.start)
    let sum = addedUp("spending so far", phase, value, to: instant)
    return phase.overrun == 0 ? [sum] : [sum, withOverrun(phase)]
  }

  /// The part of a budget that is spent by an instant.
  private func spent(ofPhase place: Int, at instant: Double) -> Factor {
    let phase = plan.phases[place]
    let span = phase.complete - phase.start
    let u = ((instant - phase.start) / span).clamped(0, 1)
    let passed = Factor(
      "part of the building time that has passed", .reading, .number(u), "share",
      statements: ["start", "complete", "delay"].map { StatementKey(phase.name, $0) },
      note: "from \(day(phase.start)) to \(day(phase.complete))")
    guard !phase.isLinear, u > 0, u < 1 else { return passed.named("part spent") }
    return .formula(
      .sCurve, "part spent", Dynamics.spent(u, isLinear: false), "share", [passed])
  }

  private func toDate(phase place: Int, _ account: Account, step: Int) -> Factor {
    let phase = plan.phases[place]
    let instant = step < 0 ? 0 : end(of: step)
    let whole = Factor.rounding(
      "spent by \(day(instant))",
      .product("before rounding", "yuan", spent(byPhase: place, at: instant)))
    let ours = Factor.rounding(
      "public part by \(day(instant))",
      Factor(
        "before rounding, in fen", .product,
        .number(Double(whole.fen) * phase.publicShare), "fen",
        parts: [
          whole, .stated("public", phase.publicShare, "share", phase.name, "public"),
        ]), scale: 1)
    if account == .publicInvestment { return ours }
    return Factor(
      "private part by \(day(instant))", .difference, .fen(whole.fen - ours.fen), "yuan",
      parts: [whole, ours], note: "what is not public")
  }

  // MARK: Firms

  /// What a vintage spends of its own in a step, yuan.
  func spending(of vintage: Vintage<Double>, _ tenant: Tenant<Double>, step: Int) -> Factor {
    let before = invested(vintage, tenant, at: start(of: step))
    let after = invested(vintage, tenant, at: end(of: step))
    let label: Sentence = "own investment in the period"
    // Shown as engine and ledger have it: what all of them invest, times the part of the period.
    guard after.number != before.number, tenant.size.investment != 0 else {
      return .reading(label, 0, "yuan")
    }
    let part =
      before.number == 0
      ? after
      : Factor(
        "part spent in the period", .difference, .number(after.number - before.number), "share",
        parts: [after, before])
    return .product(label, "yuan", [fullInvestment(tenant), count(vintage, tenant), part])
  }

  /// The share of its own investment that a vintage has spent by an instant.
  func invested(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, at instant: Double
  ) -> Factor {
    let value = tenant.invested(at: instant, admitted: vintage.admitted)
    let label: Sentence = "part spent by \(day(instant))"
    guard tenant.build > 0, value > 0, value < 1 else {
      return .reading(label, value, "share", note: "admitted \(day(vintage.admitted))")
    }
    return .formula(
      .sCurve, label, value, "share",
      [
        Factor(
          "part of the building time that has passed", .reading,
          .number(((instant - vintage.admitted) / tenant.build).clamped(0, 1)), "share",
          statements: [StatementKey(tenant.name, "build")],
          note: "admitted \(day(vintage.admitted))")
      ])
  }

  private func toDate(_ establishment: Establishment<Double>, step: Int) -> Factor {
    let tenant = plan.tenants[establishment.tenant]
    let instant = step < 0 ? 0 : end(of: step)
    let order = order(of: establishment, step: max(0, step))
    func title(_ vintage: Vintage<Double>) -> Sentence {
      tenant.stream == nil ? Sentence(typed: tenant.name) : "those of \(month(of: vintage))"
    }
    var parts = order.alone.map { place in
      let vintage = establishment.vintages[place]
      return Factor.product(
        title(vintage), "yuan",
        [
          fullInvestment(tenant), count(vintage, tenant), invested(vintage, tenant, at: instant),
        ])
    }
    let together = (order.plain + order.apart).map { place in
      let vintage = establishment.vintages[place]
      return Factor.product(
        title(vintage), "firms",
        [invested(vintage, tenant, at: instant), count(vintage, tenant)])
    }
    if !together.isEmpty {
      let firms =
        together.count == 1 ? together[0] : .sum("firms that have spent all", "firms", together)
      parts.append(
        .product(
          together.count == 1 ? firms.label : "those open all the time", "yuan",
          [fullInvestment(tenant), firms]))
    }
    parts = parts.filter { $0.number != 0 }
    let label: Sentence = "before rounding"
    let sum = parts.count == 1 ? parts[0].named(label) : Factor.sum(label, "yuan", parts)
    return .rounding("spent by \(day(instant))", sum)
  }
}
