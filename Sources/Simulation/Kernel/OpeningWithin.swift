import ParkModel

/// Vintages that are read by themselves: they open within the step, or a number goes by age.
extension Operation {
  /// The same where something goes by age, so that each vintage reads for itself.
  func addEach(
    _ vintages: [Vintage<Number>], _ tenant: Tenant<Number>,
    _ histories: inout TaxHistories<Number>, _ relief: inout Relief<Number>,
    to sums: inout Sums<Number>
  ) {
    for vintage in vintages {
      let spending = invest(vintage, tenant, to: &sums)
      let part = Part(vintage, from: start, to: end)
      let age = part.middle - vintage.opening
      let reading = Readings(plan, tenant, over: part.window, opening: vintage.opening)
      let size = plan.size(of: tenant, at: part.middle, age: age)
      let activity = plan.activity(
        of: vintage, tenant, at: part.middle, years: part.years, reading, spending: spending)
      add(
        activity, vintage, tenant, size, reading, over: part.window, .all, &histories, &relief,
        to: &sums)
      stay(vintage, tenant, size, reading, to: &sums)
    }
  }

  /// Adds a vintage that was not open when the step began, in the lanes of its turn.
  func addLate(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, _ reading: Readings<Number>,
    _ part: Part<Number>, _ turn: Turn<Number>, _ histories: inout TaxHistories<Number>,
    _ relief: inout Relief<Number>, to sums: inout Sums<Number>
  ) {
    let spending = invest(vintage, tenant, to: &sums)
    let age = part.middle - vintage.opening
    let size = plan.size(of: tenant, at: part.middle, age: age)
    let activity = plan.activity(
      of: vintage, tenant, at: part.middle, years: part.years, reading, spending: spending)
    add(
      activity, vintage, tenant, size, reading, over: part.window, turn, &histories, &relief,
      to: &sums)
    stay(vintage, tenant, size, reading, to: &sums)
  }

  /// What is read of one vintage at an instant of its own; of a tenant without schedules, only what
  /// moves with time.
  func read(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, over window: Window<Number>,
    like shared: Readings<Number>, _ growths: inout GrowthMemory<Number>
  ) -> Readings<Number> {
    guard tenant.isConstant else {
      return Readings(plan, tenant, over: window, opening: vintage.opening)
    }
    return shared.moved(plan, tenant, to: window, opening: vintage.opening, &growths)
  }

  /// Adds what one vintage does by itself.
  func add(
    _ activity: Activity<Number>, _ vintage: Vintage<Number>, _ tenant: Tenant<Number>,
    _ size: FirmSize<Number>, _ reading: Readings<Number>,
    over window: Window<Number>, _ turn: Turn<Number>, _ histories: inout TaxHistories<Number>,
    _ relief: inout Relief<Number>, to sums: inout Sums<Number>
  ) {
    let flows = flows(activity, tenant, size, reading)
    let passage = passage(vintage, tenant)
    var history = histories.take(vintage.number)
    let before = turn.isOfAll ? nil : history
    if before != nil { history = turn.begun(history) }
    plan.lower(flows.past, tenant, reading, step: step, &history, into: &sums.taxed)
    if tenant.isRelieved {
      plan.relieve(tenant, vintage, over: window, history.gains, into: &relief)
    }
    sums.made += flows.made
    invest(flows.investment, reading, to: &sums)
    let moved = tenant.relocation?.moved.value(
      at: window.middle, age: window.middle - vintage.opening)
    plan.tax(
      flows, reading, factor: size.taxFactor, tenant.isRelieved ? relief : nil, moved: moved,
      passage, &history, to: &sums)
    keep(history, before, turn, passage, of: vintage, &histories)
  }

  /// Keeps what the taxes of a vintage remember: the losses of those who live on.
  func keep(
    _ history: consuming TaxHistory<Number>, _ before: TaxHistory<Number>?, _ turn: Turn<Number>,
    _ passage: Passage<Number>, of vintage: Vintage<Number>,
    _ histories: inout TaxHistories<Number>
  ) {
    history.fade(passage)
    histories.keep(turn.ended(history, before), of: vintage.number)
  }

  /// Adds what is built of own spending, and what of it is paid by the park.
  func invest(
    _ investment: Number, _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    sums.building.add(investment, times: reading.buildingShare)
    sums.grants.add(investment, times: reading.grant)
  }

  /// Adds a vintage's stocks at the end of the step.
  func stay(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    let last = Number(end)
    let isYetToOpen = last.isLess(than: vintage.opening)
    let survival = vintage.survival(tenant, at: last)
    var share = survival * vintage.ramp(tenant, at: last)
    if tenant.hasJobGrowth {
      share = share * tenant.jobGrowth(at: last, opening: vintage.opening)
    }
    let alive = Number.select(isYetToOpen, Number.zero, vintage.count * survival)
    let working = Number.select(isYetToOpen, Number.zero, vintage.count * share)
    employ(working, alive: alive, tenant, size, reading, to: &sums)
    if tenant.takesSpace { sums.held += vintage.count * vintage.tenure(tenant, at: last) }
  }
}
