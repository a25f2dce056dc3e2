import ParkModel

/// The vintages of an establishment that are open throughout a step and read alike.
struct OpenThroughout<Number: Lane> {
  /// Those whose taxes do not depend on their past, and those whose taxes do.
  private var plain: WeightedCounts<Number>
  private var apart: WeightedCounts<Number>
  /// What `plain` comes to, by sum of a levy plan; then what all come to.
  private(set) var plainSums: [Number]
  private(set) var sums: [Number]
  /// Their own spending, yuan.
  var spending = Number.zero

  init(_ levies: LevyPlan) {
    plain = WeightedCounts()
    apart = plain
    plainSums = Array(repeating: Number.zero, count: levies.width)
    sums = plainSums
  }

  mutating func append(_ count: Number, _ life: Life<Number>, isApart: Bool) {
    if isApart {
      apart.append(count, life)
    } else {
      plain.append(count, life)
    }
  }

  /// Adds those up who were given.
  mutating func addUp() {
    plain.add(to: &plainSums)
    sums = plainSums
    apart.add(to: &sums)
  }

  subscript(act: LevyPlan.Act) -> Number { sums[act.rawValue] }
}

extension Operation {
  /// Adds the flows of an establishment's vintages and their stocks at the end of the step.
  ///
  /// Those that are open throughout read alike: what they do is added, and then taxed at once, but for
  /// those taxes of a vintage that depend on credits and losses of its own.
  /// Those that open within the step are read at the middle of their own part of it. Lane by lane,
  /// so that a draw comes to the same whichever draws are worked out beside it.
  func add(
    _ vintages: [Vintage<Number>], _ tenant: Tenant<Number>, _ shared: Readings<Number>,
    _ state: inout RunState<Number>, _ relief: inout Relief<Number>, to sums: inout Sums<Number>
  ) {
    let middle = Number((start + end) / 2)
    let size = plan.size(of: tenant, at: middle, age: Number.zero)
    let levies = plan.levies[tenant.index]
    let open = OpenReading(
      tenant: tenant, size: size, reading: shared, each: year(of: tenant, size, shared),
      levies: levies,
      window: Window(start: Number(start), end: Number(end)))
    var group = OpenThroughout<Number>(levies)
    var followers = Followers<Number>()
    var isAnyOpen = false
    for vintage in vintages {
      guard start < vintage.lastOpening else {
        isAnyOpen = true
        add(vintage, open, .all, &state, &relief, to: &group, &followers, &sums)
        continue
      }
      let part = Part(vintage, from: start, to: end)
      let own =
        part.opensWithin
        ? read(vintage, tenant, over: part.window, like: shared, &state.growths) : shared
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
    note(group, open, to: &sums)
    let moved = tenant.relocation?.moved.value(at: middle, age: Number.zero)
    plan.tax(group, open, moved: moved, to: &sums)
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
    let flows = PastFlows(open.each, of: count, life.weights, open.reading)
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
      flows, open.dues(plan), open.reading, open.levies.alone, factor: open.size.taxFactor,
      life.relief,
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
      let isRelieved = tenant.isRelieved && !tenant.countsProfit
      if isRelieved { plan.relieve(tenant, vintage, over: open.window, [], into: &relief) }
      return Life(
        LifeWeights(vintage, tenant, open.reading, start: start, end: end),
        isRelieved ? relief : nil, kept: passage(vintage, tenant).kept, open.levies)
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
    _ group: OpenThroughout<Number>, _ open: OpenReading<Number>, to sums: inout Sums<Number>
  ) {
    let tenant = open.tenant
    let activity = Activity(
      open: group[.open], running: group[.running], earning: group[.earning],
      employing: group[tenant.hasJobGrowth ? .employing : .running], spending: group.spending)
    if activity.isSomething { sums.made += open.each.made(by: activity, open.reading) }
    invest(group.spending, open.reading, to: &sums)
    if step == 0 { sums.investedBefore += tenant.size.investment * group[.spentBefore] }
    sums.invested += tenant.size.investment * group[.spent]
    employ(
      group[.working], alive: group[.alive], tenant, open.size, open.reading, to: &sums)
    sums.held += group[.held]
  }

  /// Adds the firms and jobs that are there at the end of the step. `working` are those alive at the
  /// ramp's share of full size, with the growth of their jobs.
  func employ(
    _ working: Number, alive: Number, _ tenant: Tenant<Number>, _ size: FirmSize<Number>,
    _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    let jobs = size.jobs * working * people[tenant.park]
    sums.firms += alive
    sums.jobs += jobs
    sums.indirectJobs.add(jobs * reading.indirect, times: suppliers[tenant.park])
    sums.inducedJobs.add(jobs, times: reading.induced)
  }
}
