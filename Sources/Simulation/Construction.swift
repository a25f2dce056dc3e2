/// What the phases cost, and when. Model 3.
struct Construction<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>

  /// Posts what was spent before the scenario's start.
  func open(_ sink: inout Sink) {
    for phase in plan.phases.indices { _ = post(phase, until: 0, step: -1, &sink) }
  }

  func run(step: Int, _ sink: inout Sink) {
    let start = plan.calendar.start(of: step)
    let end = plan.calendar.start(of: step + 1)
    let jobsPerYuan = plan.model.constructionJobs.value(
      at: Number((start + end) / 2), age: Number.zero)
    for phase in plan.phases.indices {
      let subject = post(phase, until: end, step: step, &sink)
      let spending = spent(phase, at: end) - spent(phase, at: start)
      sink.record(
        jobsPerYuan * spending, .constructionJobs, subject, step: step)
      if let opex = plan.opex(of: phase, step: step) {
        sink.post(opex, .opex, subject, step: step)
      }
    }
    for site in plan.sites {
      let isYetToCome = Number(end).isLess(than: site.complete)
      let subject = sink.place(of: plan.subject(of: site))
      sink.record(
        Number.select(isYetToCome, Number.zero, site.land), .servicedLand, subject, step: step)
      sink.record(
        Number.select(isYetToCome, Number.zero, site.floor), .servicedFloor, subject, step: step)
    }
  }

  private func spent(_ index: Int, at instant: Double) -> Number {
    let phase = plan.phases[index]
    let span = phase.complete - Number(phase.start)
    let u = (Number(instant - phase.start) / span).clamped(0, 1)
    return phase.budget * Dynamics.spent(u, isLinear: phase.isLinear)
  }

  private func post(_ index: Int, until instant: Double, step: Int, _ sink: inout Sink) -> Int32 {
    let subject = sink.place(of: plan.subject(phase: index))
    sink.post(
      investment: spent(index, at: instant), publicShare: plan.phases[index].publicShare, subject,
      step: step)
    return subject
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
