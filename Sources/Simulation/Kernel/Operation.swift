import Diagnostics
import ParkModel

/// What the firms make, employ, pay and invest. Model 4, 6 and 7.
struct Operation<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>
  let step: Int
  /// Each park's factor of agglomeration in this step.
  let agglomeration: [Number]
  let start: Double
  let end: Double
  /// Job-years that a yuan of construction makes.
  let jobsPerYuan: Number
  /// 1 + e of each park at the end of the step.
  let people: [Number]
  /// What links make of each park's indirect jobs at the end of the step.
  let suppliers: [Number]

  init(plan: Plan<Number>, step: Int, agglomeration: [Number]) {
    self.plan = plan
    self.step = step
    self.agglomeration = agglomeration
    start = plan.calendar.start(of: step)
    end = plan.calendar.start(of: step + 1)
    let last = Number(end)
    jobsPerYuan = plan.model.constructionJobs.value(
      at: Number((start + end) / 2), age: Number.zero)
    people = plan.parks.map { Number.one + plan.employment(of: $0.city, at: last) }
    suppliers = plan.parks.indices.map { plan.link(of: $0, at: last, .indirectJobs) }
  }

  /// Ends early where `stop` asks: once a firm, which costs too little to be measured.
  func run(
    _ state: inout RunState<Number>, _ sink: inout Sink, stop: StopSignal = StopSignal()
  ) {
    var sums = Sums<Number>(
      taxes: plan.taxes.count, levels: plan.levelCount,
      enclaves: plan.parks.map { $0.enclaves.count }.max() ?? 0,
      credits: plan.creditTaxes.count, profits: plan.profitTaxes.count,
      hasRelocations: plan.tenants.contains { $0.relocation != nil })
    let isHandedOver = !plan.handingOver.isEmpty
    var local = Array(
      repeating: Number.zero, count: isHandedOver ? state.establishments.count : 0)
    if step == 0 { begin(&state) }
    state.growths.clear()
    var relief = Relief<Number>(taxes: plan.taxes.count)
    // In an order that no draw changes: counts are added so.
    for (_, place) in state.order where !stop.isAsked {
      let tenant = plan.tenants[state.establishments[place].tenant]
      let vintages = state.establishments[place].vintages
      sums.clear()
      if tenant.isByAge {
        addEach(vintages, tenant, &state.histories, &relief, to: &sums)
      } else {
        renew(tenant, &state)
        if let shared = state.readings[tenant.readings] {
          add(vintages, tenant, shared, &state, &relief, to: &sums)
        }
      }
      post(sums, &state.establishments[place], tenant, &sink)
      if isHandedOver { local[place] = sums.localTax }
    }
    handOver(local, &state, &sink)
  }

  /// Notes the credits of those who came before the scenario and open in it.
  private func begin(_ state: inout RunState<Number>) {
    guard !plan.creditTaxes.isEmpty else { return }
    for establishment in state.establishments {
      for vintage in establishment.vintages {
        var history = TaxHistory<Number>()
        history.credits = plan.firstCredits(of: vintage, plan.tenants[establishment.tenant])
        state.histories.keep(history, of: vintage.number)
      }
    }
  }

  /// Reads what is read at the middle of the step, once for all who read alike.
  private func renew(_ tenant: Tenant<Number>, _ state: inout RunState<Number>) {
    let place = tenant.readings
    guard state.readIn[place] != step else { return }
    state.readIn[place] = step
    let window = Window(start: Number(start), end: Number(end))
    if tenant.isConstant, let before = state.readings[place] {
      state.readings[place] = before.moved(
        plan, tenant, to: window, opening: Number.zero, &state.growths)
    } else {
      state.readings[place] = Readings(plan, tenant, over: window, opening: Number.zero)
    }
  }

  /// What one firm of a tenant at full size and full profit makes in a year.
  func year(
    of tenant: Tenant<Number>, _ size: FirmSize<Number>, _ reading: Readings<Number>
  ) -> FirmYear<Number> {
    plan.year(of: tenant, size: size, reading, agglomeration: agglomeration[tenant.park])
  }

  func flows(
    _ activity: Activity<Number>, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>
  ) -> Flows<Number> {
    guard activity.isSomething else { return Flows(ofNothingBut: activity.spending) }
    return plan.flows(of: activity, year(of: tenant, size, reading), reading)
  }

  func passage(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>
  ) -> Passage<Number> {
    Passage(tenant: tenant, vintage: vintage, start: start, end: end)
  }

  /// Adds a vintage's own investment; what is spent in the step, yuan.
  func invest(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, to sums: inout Sums<Number>
  ) -> Number {
    let investment = tenant.size.investment * vintage.count
    // Nothing is left to spend of those who opened before the step in every lane.
    if vintage.lastOpening < start {
      sums.investedBefore += investment
      sums.invested += investment
      return Number.zero
    }
    let before = tenant.invested(at: Number(start), admitted: vintage.admitted)
    let after = tenant.invested(at: Number(end), admitted: vintage.admitted)
    sums.investedBefore.add(investment, times: before)
    sums.invested.add(investment, times: after)
    return investment * (after - before)
  }
}
