import Diagnostics
import ParkModel

/// Who comes, who waits, and where they go. Model 5.
///
/// What is free is worked out for all lanes at once; who gets it, lane by lane.
struct Arrivals<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>

  func run(
    step: Int, _ state: inout RunState<Number>, _ sink: inout Sink, stop: StopSignal
  ) {
    var free = freeSpace(step, state)
    let last = plan.calendar.start(of: step + 1)
    var newcomers: [Int] = []
    while state.nextFirm < plan.firmsByArrival.count,
      plan.tenants[plan.firmsByArrival[state.nextFirm]].arrives < last
    {
      newcomers.append(plan.firmsByArrival[state.nextFirm])
      state.nextFirm += 1
    }
    for lane in 0..<Number.count {
      let queued = state.waiting[lane]
      state.waiting[lane] = []
      for firm in queued where !stop.isAsked {
        admit(firm, hasWaited: true, lane, step, &free, &state, &sink)
      }
      for firm in newcomers where !stop.isAsked && !isTurnedAway(firm, lane, &state) {
        admit(firm, hasWaited: false, lane, step, &free, &state, &sink)
      }
    }
    for tenant in plan.tenants.indices where plan.tenants[tenant].stream != nil && !stop.isAsked {
      stream(tenant, step, &free, &state, &sink)
    }
    state.putInOrder()
    recordWaiting(step, state, &sink)
  }

  // MARK: Space

  struct Space {
    var land: [Number]
    var floor: [Number]
  }

  /// Capacity of the sites complete before the step's end, less what is taken at its beginning.
  private func freeSpace(_ step: Int, _ state: RunState<Number>) -> Space {
    let now = Number(plan.calendar.start(of: step))
    let next = Number(plan.calendar.start(of: step + 1))
    var space = Space(land: [], floor: [])
    for site in plan.sites {
      let isOpen = site.complete.isLess(than: next)
      space.land.append(Number.select(isOpen, site.land, Number.zero))
      space.floor.append(Number.select(isOpen, site.floor, Number.zero))
    }
    for ordered in state.order {
      let establishment = state.establishments[ordered.place]
      guard let site = establishment.site else { continue }
      let tenant = plan.tenants[establishment.tenant]
      for vintage in establishment.vintages {
        let held = vintage.count * tenant.tenure(now - vintage.opening)
        space.land[site] = space.land[site] - held * tenant.size.land
        space.floor[site] = space.floor[site] - held * tenant.size.floor
      }
    }
    return space
  }

  // MARK: Named firms

  private func admit(
    _ index: Int, hasWaited: Bool, _ lane: Int, _ step: Int, _ free: inout Space,
    _ state: inout RunState<Number>, _ sink: inout Sink
  ) {
    let firm = plan.tenants[index]
    let now = plan.calendar.start(of: step)
    let next = plan.calendar.start(of: step + 1)
    let land = firm.size.land[lane]
    let floor = firm.size.floor[lane]
    let earliest = hasWaited ? max(firm.arrives, now) : firm.arrives
    if land == 0, floor == 0, firm.site == nil {
      settle(index, nil, 1, earliest, nil, lane, &state, &sink)
      return
    }
    var best: (site: Int, admitted: Double)?
    for site in firm.site.map({ [$0] }) ?? plan.parks[firm.park].sites {
      let complete = plan.sites[site].complete[lane]
      guard complete < next,
        fits(land, in: free.land[site][lane], of: plan.sites[site].land[lane]),
        fits(floor, in: free.floor[site][lane], of: plan.sites[site].floor[lane])
      else { continue }
      let admitted = max(earliest, complete)
      if best.map({ admitted < $0.admitted }) ?? true { best = (site, admitted) }
    }
    guard let best else {
      state.waiting[lane].append(index)
      if lane == 0, !hasWaited { tellWaiting(firm, &state) }
      return
    }
    // One that came years before the scenario may have left some of it by now.
    let age = now - best.admitted - firm.build[lane]
    let held = firm.tenure(Number(age))[lane]
    free.land[best.site][lane] -= land * held
    free.floor[best.site][lane] -= floor * held
    settle(index, best.site, 1, best.admitted, nil, lane, &state, &sink)
  }

  /// Whether a need fits into what is free. Eleven firms of a mu fit into eleven mu, though taking
  /// them away one by one leaves a little less than the last needs.
  private func fits(_ need: Double, in free: Double, of capacity: Double) -> Bool {
    need == 0 || free >= need - 1e-11 * capacity
  }

  // MARK: Cohorts

  /// The firms of a cohort that come in one step, month by month.
  private func stream(
    _ index: Int, _ step: Int, _ free: inout Space, _ state: inout RunState<Number>,
    _ sink: inout Sink
  ) {
    let cohort = plan.tenants[index]
    let first = Int(plan.calendar.start(of: step))
    let months = first..<first + plan.calendar.stepMonths
    let wishes = months.map { wanted(cohort, month: $0) }
    let followers = months.map { following(cohort, month: $0, state) }
    let halfway = Number(Double(months.lowerBound + months.upperBound) / 2)
    let keep = Number.power(
      Number.one - plan.model.queueDecay.value(at: halfway, age: Number.zero),
      Number(plan.calendar.stepYears))
    for lane in 0..<Number.count {
      var intakes = zip(months, zip(wishes, followers)).map { month, wanted in
        let wish = wanted.0[lane]
        return Intake(
          month: month, amount: wish + wanted.1[lane], middle: middle(of: month, cohort, wish))
      }
      turnAway(index, &intakes, lane, &state)
      intakes[0].amount += state.queues[index][lane]
      let sum = intakes.reduce(0) { $0 + $1.amount }
      guard sum > 0 else {
        state.queues[index][lane] = 0
        continue
      }
      let left = allocate(cohort, index, intakes, sum, step, lane, &free, &state, &sink)
      state.queues[index][lane] = left * keep[lane]
      if lane == 0, left >= 0.01 { tellQueue(index, left, step, &state) }
    }
  }

  /// Those of a cohort who want to come in a month.
  struct Intake {
    var month: Int
    var amount: Double
    /// When they come: the middle of the month's active part, or of the month where none come but
    /// those who wait or follow others.
    var middle: Double
  }

  private func middle(of month: Int, _ cohort: Tenant<Number>, _ wish: Double) -> Double {
    guard wish > 0, let (low, high) = active(cohort, month) else { return Double(month) + 0.5 }
    return (low + high) / 2
  }

  /// How many want to come in a month. Model 5, cohorts.
  private func wanted(_ cohort: Tenant<Number>, month: Int) -> Number {
    guard let stream = cohort.stream, let (low, high) = active(cohort, month) else {
      return Number.zero
    }
    let span = stream.until - cohort.arrives
    let share: Number
    if let bass = stream.bass {
      func adopted(_ months: Double) -> Number {
        let decay = Number.exponential(
          Number.zero - (bass.innovation + bass.imitation) * Number(months / 12))
        return (Number.one - decay)
          / (Number.one + bass.imitation / bass.innovation * decay)
      }
      share =
        (adopted(high - cohort.arrives) - adopted(low - cohort.arrives)) / adopted(span)
    } else {
      share = Number((high - low) / span)
    }
    let middle = Number((low + high) / 2)
    return stream.firms * share * attraction(cohort, at: middle)
  }

  /// The part of a month in which a cohort comes.
  private func active(_ cohort: Tenant<Number>, _ month: Int) -> (Double, Double)? {
    guard let stream = cohort.stream else { return nil }
    let low = max(Double(month), cohort.arrives)
    let high = min(Double(month + 1), stream.until)
    return low < high ? (low, high) : nil
  }

  private func attraction(_ cohort: Tenant<Number>, at instant: Number) -> Number {
    let boost =
      plan.boost(cohort, at: instant, .attraction).maximum(Number.zero)
      * plan.link(of: cohort.park, at: instant, .arrivals)
    guard let city = plan.parks[cohort.park].city, !plan.rails.isEmpty else { return boost }
    let elasticity = cohort[.attractionElasticity].value(at: instant, age: Number.zero)
    return boost * Number.exponential(elasticity * plan.uplift(of: city, at: instant))
  }

  /// Gives land and floor to those who want to come, phase by phase; how many are left over.
  private func allocate(
    _ cohort: Tenant<Number>, _ index: Int, _ intakes: [Intake], _ sum: Double, _ step: Int,
    _ lane: Int, _ free: inout Space, _ state: inout RunState<Number>,
    _ sink: inout Sink
  ) -> Double {
    let land = cohort.size.land[lane]
    let floor = cohort.size.floor[lane]
    let next = plan.calendar.start(of: step + 1)
    var left = sum
    func settleMonths(
      _ site: Int?, _ admitted: Double, _ state: inout RunState<Number>, _ sink: inout Sink
    ) {
      let complete = site.map { plan.sites[$0].complete[lane] } ?? -.infinity
      for intake in intakes where intake.amount > 0 {
        settle(
          index, site, admitted * (intake.amount / sum), max(intake.middle, complete),
          intake.month, lane, &state, &sink)
      }
    }
    if land == 0, floor == 0, cohort.site == nil {
      settleMonths(nil, sum, &state, &sink)
      return 0
    }
    for site in cohort.site.map({ [$0] }) ?? plan.parks[cohort.park].sites {
      guard left > 0, plan.sites[site].complete[lane] < next else { continue }
      var room = Double.infinity
      if land > 0 { room = min(room, free.land[site][lane] / land) }
      if floor > 0 { room = min(room, free.floor[site][lane] / floor) }
      let admitted = min(left, room)
      // Less than a billionth of a firm is what rounding leaves of a full site.
      guard admitted > 1e-9 else { continue }
      free.land[site][lane] -= admitted * land
      free.floor[site][lane] -= admitted * floor
      left = admitted == left ? 0 : left - admitted
      settleMonths(site, admitted, &state, &sink)
    }
    return left
  }

  // MARK: Settling

  /// Puts so many of a tenant at a site, as a vintage of a month, or as the one of a firm.
  private func settle(
    _ index: Int, _ site: Int?, _ count: Double, _ admitted: Double, _ month: Int?, _ lane: Int,
    _ state: inout RunState<Number>, _ sink: inout Sink
  ) {
    let tenant = plan.tenants[index]
    let key = index * (plan.sites.count + 1) + (site ?? plan.sites.count)
    let place: Int
    if let known = state.places[key] {
      place = known
    } else {
      place = state.establishments.count
      state.places[key] = place
      state.order.append((key, place))
      let subject = plan.subject(tenant: index, site: site)
      let homes = plan.parks[tenant.park].enclaves.map { enclave in
        var home = subject
        home.jurisdiction = Int32(plan.enclaves[enclave].home)
        return sink.place(of: home)
      }
      let origin = tenant.relocation.map { relocation in
        var origin = subject
        origin.jurisdiction = Int32(relocation.origin)
        return sink.place(of: origin)
      }
      state.establishments.append(
        Establishment(
          tenant: index, site: site, subject: sink.place(of: subject), homes: homes,
          origin: origin))
    }
    let month = month ?? 0
    let vintage = vintage(of: month, at: place, &state)
    state.establishments[place].vintages[vintage].count[lane] = count
    state.establishments[place].vintages[vintage].admitted[lane] = admitted
    state.establishments[place].vintages[vintage].opening[lane] = admitted + tenant.build[lane]
    if let site {
      sell(tenant, site, count, admitted, lane, place, vintage, &state)
    }
    if lane == 0, tenant.stream == nil { tell(index, site, admitted, &state) }
  }

  /// The place of a month's vintage, which is made where there is none. They stand in order of
  /// month, whichever lane came to them first.
  private func vintage(
    of month: Int, at establishment: Int, _ state: inout RunState<Number>
  ) -> Int {
    func monthBefore(_ place: Int) -> Int {
      state.establishments[establishment].vintages[place - 1].month
    }
    var place = state.establishments[establishment].vintages.count
    while place > 0, monthBefore(place) > month { place -= 1 }
    if place > 0, monthBefore(place) == month { return place - 1 }
    let number = state.nextVintage()
    state.establishments[establishment].vintages.insert(
      Vintage<Number>(
        number: number, month: month, count: Number.zero, admitted: Vintage<Number>.never,
        opening: Vintage<Number>.never),
      at: place)
    return place
  }

  /// Counts those who wait and those who were turned away.
  private func recordWaiting(
    _ step: Int, _ state: RunState<Number>, _ sink: inout Sink
  ) {
    var counts: [Int: Number] = [:]
    for lane in 0..<Number.count {
      for firm in state.waiting[lane] {
        counts[firm, default: Number.zero][lane] += 1
      }
    }
    for (index, tenant) in plan.tenants.enumerated() {
      let count = tenant.stream == nil ? counts[index] : state.queues[index]
      let isScreened = !plan.parks[tenant.park].screens.isEmpty
      guard count != nil || isScreened else { continue }
      let subject = sink.place(of: plan.subject(tenant: index, site: tenant.site))
      if let count { sink.record(count, .waiting, subject, step: step) }
      if isScreened { sink.record(state.rejected[index], .rejected, subject, step: step) }
    }
  }
}
