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
      state.readings[place] = before.moved(plan, tenant, to: window, opening: Number.zero)
    } else {
      state.readings[place] = Readings(plan, tenant, over: window, opening: Number.zero)
    }
  }

  /// Adds the flows of an establishment's vintages and their stocks at the end of the step.
  ///
  /// Those that are open throughout read alike: what they do is added, and then taxed at once, but for
  /// those taxes of a vintage that depend on credits and losses of its own.
  /// Those that open within the step are read at the middle of their own part of it. Lane by lane,
  /// so that a draw comes to the same whichever draws are worked out beside it.
  private func add(
    _ vintages: [Vintage<Number>], _ tenant: Tenant<Number>, _ shared: Readings<Number>,
    _ state: inout RunState<Number>, _ relief: inout Relief<Number>, to sums: inout Sums<Number>
  ) {
    let middle = Number((start + end) / 2)
    let size = plan.size(of: tenant, at: middle, age: Number.zero)
    let levies = plan.levies[tenant.index]
    let each = flows(.ofOneFirm(tenant), tenant, size, shared)
    let open = OpenReading(
      tenant: tenant, size: size, reading: shared, each: each,
      dues: plan.dues(each, shared, factor: size.taxFactor), levies: levies,
      window: Window(start: Number(start), end: Number(end)))
    var group = OpenThroughout<Number>(levies)
    var followers = Followers<Number>()
    var isAnyOpen = false
    for vintage in vintages {
      if vintage.opening.isUniform, vintage.opening[0] <= start {
        isAnyOpen = true
        add(vintage, open, .all, &state, &relief, to: &group, &followers, &sums)
        continue
      }
      let part = Part(vintage, from: start, to: end)
      if part.isWhole {
        isAnyOpen = true
        add(vintage, open, .all, &state, &relief, to: &group, &followers, &sums)
        continue
      }
      let own =
        part.opensWithin ? read(vintage, tenant, over: part.window, like: shared) : shared
      guard part.isMixed else {
        addLate(vintage, tenant, own, part, .all, &state.histories, &relief, to: &sums)
        continue
      }
      isAnyOpen = true
      let isLate = Number(start).isLess(than: vintage.opening)
      add(
        vintage.none(where: isLate), open, .opened(isLate), &state, &relief, to: &group,
        &followers, &sums)
      addLate(
        vintage.only(where: isLate), tenant, own, part, .late(isLate), &state.histories, &relief,
        to: &sums)
    }
    guard isAnyOpen else { return }
    follow(&followers, open, &state.histories, to: &sums)
    group.addUp()
    note(group, tenant, size, shared, to: &sums)
    let moved = tenant.relocation?.moved.value(at: middle, age: Number.zero)
    plan.tax(
      group, levies, each: each, shared, factor: size.taxFactor, moved: moved, to: &sums)
  }

  /// Takes one vintage to those that are open throughout, and adds its taxes that depend on its past.
  private func add(
    _ vintage: Vintage<Number>, _ open: OpenReading<Number>, _ turn: Turn<Number>,
    _ state: inout RunState<Number>, _ relief: inout Relief<Number>,
    to group: inout OpenThroughout<Number>, _ followers: inout Followers<Number>,
    _ sums: inout Sums<Number>
  ) {
    let tenant = open.tenant
    var life = life(of: vintage, open, &state.lives, &relief)
    let apart =
      tenant.countsProfit
      ? Number.one
      : plan.apartness(of: vintage.number, life.weights, open.reading, state.histories)
    if life.weights.spending.isSomething {
      group.spending += tenant.size.investment * vintage.count * life.weights.spending
    }
    guard let apart else {
      group.append(vintage.count, life, isApart: false)
      return
    }
    let isApart = Number(0.5).isLess(than: apart)
    if !Number.all(isApart) {
      group.append(
        Number.select(isApart, Number.zero, vintage.count), life, isApart: false)
    }
    let count = Number.select(isApart, vintage.count, Number.zero)
    if turn.isOfAll, let followed = life.followed, areFollowed(open) {
      followers.append(
        vintage.number, count, followed,
        makesProfit: plan.makesProfit(life.weights, open.reading, 0))
      group.append(count, life, isApart: true)
      return
    }
    // In the order of vintages.
    follow(&followers, open, &state.histories, to: &sums)
    let flows = PastFlows(open.each, of: count, life.weights)
    let passage = passage(vintage, tenant)
    var history = state.histories.take(vintage.number)
    let before = turn.isOfAll ? nil : history
    if before != nil { history = turn.begun(history) }
    plan.lower(flows, tenant, open.reading, step: step, &history, into: &sums.taxed)
    if tenant.countsProfit {
      plan.relieve(tenant, vintage, over: open.window, history.gains, into: &relief)
      life = Life(life.weights, relief, kept: life.kept, open.levies)
    }
    plan.taxAlone(
      flows, open.dues, open.reading, open.levies.alone, factor: open.size.taxFactor, life.relief,
      passage, &history, to: &sums)
    group.append(count, life, isApart: true)
    keep(history, before, turn, passage, of: vintage, &state.histories)
  }

  /// What one firm of a vintage that is open throughout does in the step; what is relieved from a first
  /// profit on is left out.
  private func life(
    of vintage: Vintage<Number>, _ open: OpenReading<Number>, _ lives: inout Lives<Number>,
    _ relief: inout Relief<Number>
  ) -> Life<Number> {
    let tenant = open.tenant
    let place = open.levies.place(
      of: vintage, tenant, agreed: plan.agreed(tenant, vintage), start: start)
    return lives.life(of: tenant.index, at: place) {
      if tenant.isRelieved, !tenant.countsProfit {
        plan.relieve(tenant, vintage, over: open.window, [], into: &relief)
      }
      return Life(
        LifeWeights(vintage, tenant, open.reading, start: start, end: end),
        tenant.isRelieved ? relief : nil, kept: passage(vintage, tenant).kept, open.levies)
    }
  }

  /// Whether vintages are followed whose draws have lives alike: where nothing of credits is refunded, and
  /// no year of a profit counts.
  private func areFollowed(_ open: OpenReading<Number>) -> Bool {
    !open.tenant.countsProfit && !open.reading.refundParts[0].isSomething
      && plan.lossMonths[0]?.isUniform ?? true
  }

  /// Adds the flows of those who are open throughout, and what is left of them at the end of the step.
  private func note(
    _ open: OpenThroughout<Number>, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    let activity = Activity(
      open: open[.open], running: open[.running], earning: open[.earning],
      employing: open[tenant.hasJobGrowth ? .employing : .running], spending: open.spending)
    note(flows(activity, tenant, size, reading), reading, to: &sums)
    if step == 0 { sums.investedBefore += tenant.size.investment * open[.spentBefore] }
    sums.invested += tenant.size.investment * open[.spent]
    employ(open[.working], alive: open[.alive], tenant, size, reading, to: &sums)
    sums.held += open[.held]
  }

  /// Adds the firms and jobs that are there at the end of the step. `working` are those alive at the
  /// ramp's share of full size, with the growth of their jobs.
  private func employ(
    _ working: Number, alive: Number, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    let jobs = size.jobs * working * people[tenant.park]
    sums.firms += alive
    sums.jobs += jobs
    sums.indirectJobs.add(jobs * reading.indirect, times: suppliers[tenant.park])
    sums.inducedJobs.add(jobs, times: reading.induced)
  }

  private func flows(
    _ activity: Activity<Number>, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>
  ) -> Flows<Number> {
    plan.flows(
      of: activity, tenant, size: size, reading, agglomeration: agglomeration[tenant.park])
  }

  private func passage(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>
  ) -> Passage<Number> {
    Passage(tenant: tenant, vintage: vintage, start: start, end: end)
  }

  /// The same where something goes by age, so that each vintage reads for itself.
  private func addEach(
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
  private func addLate(
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
  private func read(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, over window: Window<Number>,
    like shared: Readings<Number>
  ) -> Readings<Number> {
    guard tenant.isConstant else {
      return Readings(plan, tenant, over: window, opening: vintage.opening)
    }
    return shared.moved(plan, tenant, to: window, opening: vintage.opening)
  }

  /// Adds what one vintage does by itself.
  private func add(
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
    note(flows, reading, to: &sums)
    let moved = tenant.relocation?.moved.value(
      at: window.middle, age: window.middle - vintage.opening)
    plan.tax(
      flows, reading, factor: size.taxFactor, tenant.isRelieved ? relief : nil, moved: moved,
      passage, &history, to: &sums)
    keep(history, before, turn, passage, of: vintage, &histories)
  }

  /// Keeps what the taxes of a vintage remember: the losses of those who live on.
  private func keep(
    _ history: consuming TaxHistory<Number>, _ before: TaxHistory<Number>?, _ turn: Turn<Number>,
    _ passage: Passage<Number>, of vintage: Vintage<Number>,
    _ histories: inout TaxHistories<Number>
  ) {
    history.fade(passage)
    histories.keep(turn.ended(history, before), of: vintage.number)
  }

  private func note(
    _ flows: Flows<Number>, _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    sums.add(flows)
    sums.building.add(flows.investment, times: reading.buildingShare)
    sums.grants.add(flows.investment, times: reading.grant)
  }

  /// Adds a vintage's own investment; what is spent in the step, yuan.
  private func invest(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, to sums: inout Sums<Number>
  ) -> Number {
    let investment = tenant.size.investment * vintage.count
    if isSpent(vintage) {
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

  /// Whether a vintage opened before the step in every lane, so that nothing is left to spend.
  private func isSpent(_ vintage: Vintage<Number>) -> Bool {
    Number.all(vintage.opening.isLess(than: Number(start)))
  }

  /// Adds a vintage's stocks at the end of the step.
  private func stay(
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
