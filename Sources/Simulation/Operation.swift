import ParkModel

/// What the firms make, employ, pay and invest. Model 4, 6 and 7.
struct Operation<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>
  let step: Int
  /// Each park's factor of agglomeration in this step.
  let agglomeration: [Number]
  private let start: Double
  private let end: Double
  /// Job-years that a yuan of construction makes.
  private let jobsPerYuan: Number
  /// 1 + e of each park at the end of the step.
  private let people: [Number]
  /// What links make of each park's indirect jobs at the end of the step.
  private let suppliers: [Number]

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

  func run(_ state: inout RunState<Number>, _ sink: inout Sink) {
    var sums = Sums<Number>(
      taxes: plan.taxes.count, enclaves: plan.parks.map(\.enclaves.count).max() ?? 0)
    var relief = Relief<Number>(taxes: plan.taxes.count)
    for place in state.establishments.indices {
      let tenant = plan.tenants[state.establishments[place].tenant]
      sums.clear()
      if !tenant.isByAge { renew(tenant, &state) }
      add(state.establishments[place], tenant, state.readings, &relief, to: &sums)
      post(sums, &state.establishments[place], tenant, &sink)
    }
  }

  /// Reads what is read at the middle of the step, once for all who read alike.
  private func renew(_ tenant: Tenant<Number>, _ state: inout RunState<Number>) {
    let place = tenant.readings
    guard state.readIn[place] != step else { return }
    state.readIn[place] = step
    let middle = Number((start + end) / 2)
    if tenant.isConstant, state.readings[place] != nil {
      state.readings[place]?.move(plan, tenant, to: middle, opening: Number.zero)
    } else {
      state.readings[place] = Readings(plan, tenant, at: middle, opening: Number.zero)
    }
  }

  /// Adds the flows of an establishment's vintages and their stocks at the end of the step.
  ///
  /// Those that are open throughout read alike, unless something goes by age: their activities are
  /// added, and then taxed at once. The others are read at the middle of their own part of the
  /// step.
  private func add(
    _ establishment: Establishment<Number>, _ tenant: Tenant<Number>,
    _ readings: [Readings<Number>?], _ relief: inout Relief<Number>, to sums: inout Sums<Number>
  ) {
    let middle = Number((start + end) / 2)
    let shared = tenant.isByAge ? nil : readings[tenant.readings]
    let size = plan.size(of: tenant, at: middle, age: Number.zero)
    var together = Activity<Number>.none
    for vintage in establishment.vintages {
      let spending = invest(vintage, tenant, to: &sums)
      let isLate = Number(start).isLess(than: vintage.opening)
      if let shared {
        var activity = plan.activity(
          of: vintage, tenant, at: middle, years: Number(plan.calendar.stepYears),
          breakEven: shared.breakEven, spending: spending)
        activity = Activity.select(isLate, .none, activity)
        if tenant.isRelieved {
          add(
            activity, vintage, tenant, size, shared, age: middle - vintage.opening, &relief,
            to: &sums)
        } else {
          together.add(activity)
        }
        if wasOpen(vintage) {
          stay(vintage, tenant, size, shared, to: &sums)
          continue
        }
      }
      let part = plan.activePart(of: vintage, from: start, to: end)
      let age = part.middle - vintage.opening
      let reading = read(vintage, tenant, at: part.middle, like: shared)
      let own = plan.size(of: tenant, at: part.middle, age: age)
      var activity = plan.activity(
        of: vintage, tenant, at: part.middle, years: part.years, breakEven: reading.breakEven,
        spending: spending)
      if shared != nil { activity = Activity.select(isLate, activity, .none) }
      add(activity, vintage, tenant, own, reading, age: age, &relief, to: &sums)
      stay(vintage, tenant, own, reading, to: &sums)
    }
    if let shared, !tenant.isRelieved {
      let flows = plan.flows(
        of: together, tenant, size: size, shared, agglomeration: agglomeration[tenant.park])
      settle(flows, shared, nil, to: &sums)
    }
  }

  /// What is read of one vintage at an instant of its own; of a tenant without schedules, only what
  /// moves with time.
  private func read(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, at instant: Number,
    like shared: Readings<Number>?
  ) -> Readings<Number> {
    guard tenant.isConstant, var reading = shared else {
      return Readings(plan, tenant, at: instant, opening: vintage.opening)
    }
    reading.move(plan, tenant, to: instant, opening: vintage.opening)
    return reading
  }

  /// Whether a vintage was open throughout the step, in every lane.
  private func wasOpen(_ vintage: Vintage<Number>) -> Bool {
    for lane in 0..<Number.count where vintage.opening[lane] > start { return false }
    return true
  }

  /// Adds what one vintage does by itself.
  private func add(
    _ activity: Activity<Number>, _ vintage: Vintage<Number>, _ tenant: Tenant<Number>,
    _ size: FirmSize<Number>, _ reading: Readings<Number>, age: Number,
    _ relief: inout Relief<Number>, to sums: inout Sums<Number>
  ) {
    let flows = plan.flows(
      of: activity, tenant, size: size, reading, agglomeration: agglomeration[tenant.park])
    if tenant.isRelieved { plan.relieve(tenant, vintage, age: age, into: &relief) }
    settle(flows, reading, tenant.isRelieved ? relief : nil, to: &sums)
  }

  private func settle(
    _ flows: Flows<Number>, _ reading: Readings<Number>, _ relief: Relief<Number>?,
    to sums: inout Sums<Number>
  ) {
    sums.add(flows)
    sums.building += flows.investment * reading.buildingShare
    sums.grants += flows.investment * reading.grant
    plan.tax(flows, reading, relief, to: &sums)
  }

  /// Adds a vintage's own investment; what is spent in the step, yuan.
  private func invest(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, to sums: inout Sums<Number>
  ) -> Number {
    let before = tenant.invested(at: Number(start), admitted: vintage.admitted)
    let after = tenant.invested(at: Number(end), admitted: vintage.admitted)
    let investment = tenant.size.investment * vintage.count
    sums.investedBefore += investment * before
    sums.invested += investment * after
    return investment * (after - before)
  }

  /// Adds a vintage's stocks at the end of the step.
  private func stay(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    let age = Number(end) - vintage.opening
    let isYetToOpen = age.isLess(than: Number.zero)
    let alive = Number.select(isYetToOpen, Number.zero, vintage.count * tenant.survival(age))
    let jobs = size.jobs * tenant.ramp(age) * alive * people[tenant.park]
    sums.firms += alive
    sums.jobs += jobs
    sums.indirectJobs += jobs * reading.indirect * suppliers[tenant.park]
    sums.inducedJobs += jobs * reading.induced
    guard tenant.takesSpace else { return }
    let held = vintage.count * tenant.tenure(age)
    sums.land += tenant.size.land * held
    sums.floor += tenant.size.floor * held
  }

  // MARK: Posting

  private func post(
    _ sums: Sums<Number>, _ establishment: inout Establishment<Number>, _ tenant: Tenant<Number>,
    _ sink: inout Sink
  ) {
    let subject = establishment.subject
    if step == 0 {
      sink.post(
        investment: sums.investedBefore, publicShare: Number.zero, subject, step: -1)
    }
    sink.post(investment: sums.invested, publicShare: Number.zero, subject, step: step)
    sink.post(sums.output, .output, subject, step: step)
    sink.post(sums.valueAdded, .valueAdded, subject, step: step)
    sink.post(sums.profit, .profit, subject, step: step)
    sink.post(sums.payroll, .payroll, subject, step: step)
    for tax in plan.taxAccounts {
      sink.post(sums.taxes[tax.place], tax.account, subject, step: step)
    }
    if plan.parks[tenant.park].landPrice != nil {
      sink.post(establishment.sale, .landIncome, subject, step: step)
      establishment.sale = Number.zero
    }
    if !tenant.incentives.isEmpty {
      sink.post(sums.grants, .grants, subject, step: step)
      for tax in plan.taxes.indices {
        sink.post(sums.rebates[tax], .rebate(tax), subject, step: step)
      }
    }
    for (index, home) in establishment.homes.enumerated() {
      for tax in plan.taxes.indices {
        let amount = sums.transfers[index * plan.taxes.count + tax]
        sink.post(Number.zero - amount, .transfer(tax), subject, step: step)
        sink.post(amount, .transfer(tax), home, step: step)
      }
    }
    record(sums, subject, &sink)
  }

  private func record(_ sums: Sums<Number>, _ subject: Int32, _ sink: inout Sink) {
    sink.record(sums.jobs, .jobs, subject, step: step)
    sink.record(sums.indirectJobs, .indirectJobs, subject, step: step)
    sink.record(sums.inducedJobs, .inducedJobs, subject, step: step)
    sink.record(sums.firms, .firms, subject, step: step)
    sink.record(sums.land, .occupiedLand, subject, step: step)
    sink.record(sums.floor, .occupiedFloor, subject, step: step)
    sink.record(sums.energy, .energy, subject, step: step)
    sink.record(sums.emissions, .emissions, subject, step: step)
    sink.record(
      jobsPerYuan * sums.building, .constructionJobs, subject, step: step)
  }
}
