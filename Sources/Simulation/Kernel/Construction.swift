/// What the phases cost, and when. Model 3.
struct Construction<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>

  /// Posts what was spent before the scenario's start.
  func open(_ sink: inout Sink) {
    for phase in plan.phases.indices { _ = post(phase, until: 0, step: -1, &sink) }
    openEnclaves(&sink)
  }

  func run(step: Int, _ sink: inout Sink) {
    let start = plan.calendar.start(of: step)
    let end = plan.calendar.start(of: step + 1)
    let jobsPerYuan = plan.model.constructionJobs.value(
      at: Number((start + end) / 2), age: Number.zero)
    for phase in plan.phases.indices {
      let subject = post(phase, until: end, step: step, &sink)
      let spending = plan.phases[phase].spent(by: end) - plan.phases[phase].spent(by: start)
      sink.record(
        jobsPerYuan * spending, .constructionJobs, subject, step: step)
      if let opex = plan.opex(of: phase, step: step) {
        sink.post(opex, .opex, subject, step: step)
      }
    }
    runEnclaves(step: step, &sink)
    for site in plan.sites {
      let isYetToCome = Number(end).isLess(than: site.complete)
      let subject = sink.place(of: plan.subject(of: site))
      sink.record(
        Number.select(isYetToCome, Number.zero, site.land), .servicedLand, subject, step: step)
      sink.record(
        Number.select(isYetToCome, Number.zero, site.floor), .servicedFloor, subject, step: step)
    }
  }

  private func post(_ index: Int, until instant: Double, step: Int, _ sink: inout Sink) -> Int32 {
    let subject = sink.place(of: plan.subject(phase: index))
    sink.post(
      investment: plan.phases[index].spent(by: instant),
      publicShare: plan.phases[index].publicShare, subject,
      step: step)
    return subject
  }
}

extension PhasePlan {
  /// What is spent by an instant, with the overrun, since the phase's own start; yuan. Model 3.
  func spent(by instant: Double) -> Number {
    if let spending { return spending.spent(by: instant, since: start) * (Number.one + overrun) }
    let u = ((Number(instant) - start) / (complete - start)).clamped(0, 1)
    return budget * Dynamics.spent(u, isLinear: isLinear)
  }
}

extension PhasePlan.Spending {
  /// What is spent by an instant, without the overrun, yuan. A delay shifts all of it.
  func spent(by instant: Double, since start: Number) -> Number {
    let shifted = (Number(instant) - delay).maximum(start).minimum(end)
    return rate.integral(from: start, to: shifted)
  }
}

extension Plan {
  /// What it costs to run a phase in a step, yuan: a share of the public money in it, from its
  /// completion on; nil in a park where nothing is spent on that. Model 6, net local.
  func opex(of index: Int, step: Int) -> Number? {
    let phase = phases[index]
    guard let opex = parks[phase.park].opex else { return nil }
    let start = calendar.start(of: step)
    let middle = Number((start + calendar.start(of: step + 1)) / 2)
    let spending =
      opex.value(at: middle, age: Number.zero) * Number(calendar.stepYears) * phase.budget
      * phase.publicShare
    return Number.select(Number(start).isLess(than: phase.complete), Number.zero, spending)
  }
}
