import ParkModel

/// The firms of a cohort that come in one step, month by month. Model 5, cohorts.
extension Arrivals {
  func stream(
    _ index: Int, _ step: Int, _ free: inout Space, _ state: inout RunState<Number>,
    _ sink: inout Sink
  ) {
    let cohort = plan.tenants[index]
    let first = Int(plan.calendar.start(of: step))
    let months = first..<first + plan.calendar.stepMonths
    let halfway = Number(Double(months.lowerBound + months.upperBound) / 2)
    let keep = Number.power(
      Number.one - plan.model.queueDecay.value(at: halfway, age: Number.zero),
      Number(plan.calendar.stepYears))
    let followers = following(cohort, in: months, state)
    var intakes = months.map { month in
      let wish = wanted(cohort, month: month)
      return Intake(
        month: month, amount: wish + followers[month - first],
        middle: middle(of: month, cohort, wish))
    }
    turnAway(index, &intakes, &state)
    intakes[0].amount += state.queues[index]
    let sum = intakes.reduce(Number.zero) { $0 + $1.amount }
    let coming = Number.select(Number.zero.isLess(than: sum), sum, Number.zero)
    let left =
      coming.isSomething
      ? allocate(cohort, intakes, coming, step, &free, &state, &sink) : Number.zero
    state.queues[index] = left * keep
    if Sink.keepsEvents, left[0] >= 0.01 { tellQueue(index, left[0], step, &state) }
  }

  /// Those of a cohort who want to come in a month.
  struct Intake {
    var month: Int
    var amount: Number
    /// When they come: the middle of the month's active part, or of the month where none come but
    /// those who wait or follow others.
    var middle: Number
  }

  private func middle(of month: Int, _ cohort: Tenant<Number>, _ wish: Number) -> Number {
    let whole = Number(Double(month) + 0.5)
    guard let active = active(cohort, month) else { return whole }
    return Number.select(Number.zero.isLess(than: wish), active.part.middle, whole)
  }

  /// How many want to come in a month.
  private func wanted(_ cohort: Tenant<Number>, month: Int) -> Number {
    guard let stream = cohort.stream, let (part, isActive) = active(cohort, month) else {
      return Number.zero
    }
    let span = stream.until - cohort.arrives
    let share: Number
    if let bass = stream.bass {
      func adopted(_ months: Number) -> Number {
        let decay = Number.exponential(
          Number.zero - (bass.innovation + bass.imitation) * (months / Number(12)))
        return (Number.one - decay)
          / (Number.one + bass.imitation / bass.innovation * decay)
      }
      share =
        (adopted(part.end - cohort.arrives) - adopted(part.start - cohort.arrives))
        / adopted(span)
    } else {
      share = (part.end - part.start) / span
    }
    let wanted = stream.firms * share * attraction(cohort, at: part.middle)
    return Number.select(isActive, wanted, Number.zero)
  }

  /// The part of a month in which a cohort comes, and the draws in which it is any.
  private func active(
    _ cohort: Tenant<Number>, _ month: Int
  ) -> (part: Window<Number>, isActive: Number.Mask)? {
    guard let stream = cohort.stream else { return nil }
    let part = Window(
      start: Number(Double(month)).maximum(cohort.arrives),
      end: Number(Double(month + 1)).minimum(stream.until))
    let isActive = part.start.isLess(than: part.end)
    return Number.any(isActive) ? (part, isActive) : nil
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
    _ cohort: Tenant<Number>, _ intakes: [Intake], _ sum: Number, _ step: Int,
    _ free: inout Space, _ state: inout RunState<Number>, _ sink: inout Sink
  ) -> Number {
    let zero = Number.zero
    let land = cohort.size.land
    let floor = cohort.size.floor
    let next = Number(plan.calendar.start(of: step + 1))
    let isAnyone = zero.isLess(than: sum)
    let whole = Number.select(isAnyone, sum, Number.one)
    var left = sum
    func settleMonths(_ site: Int?, _ admitted: Number, _ complete: Number) {
      var waited = zero
      for intake in intakes {
        let comes = Number.select(zero.isLess(than: intake.amount), intake.amount, zero)
        var count = admitted * (comes / whole)
        // Those who find no land yet come together, when it is complete.
        let waits = intake.middle.isLess(than: complete)
        if Number.any(waits) {
          waited += Number.select(waits, count, zero)
          count = Number.select(waits, zero, count)
        }
        count = count.settled
        guard count.isSomething else { continue }
        settle(cohort.index, site, count, intake.middle, intake.month, &state, &sink)
      }
      waited = waited.settled
      guard waited.isSomething else { return }
      settle(
        cohort.index, site, waited, complete, intakes[0].month, hasWaited: true, &state, &sink)
    }
    if cohort.site == nil {
      // Those who need no room come in full.
      let unroomed = Number.select(
        land.isEqual(to: zero), Number.select(floor.isEqual(to: zero), left, zero), zero
      ).settled
      if unroomed.isSomething {
        settleMonths(nil, unroomed, Number(-Double.infinity))
        left = (left - unroomed).settled
      }
    }
    for site in cohort.site.map({ [$0] }) ?? plan.parks[cohort.park].sites {
      guard left.isSomething else { break }
      let isOpen = plan.sites[site].complete.isLess(than: next)
      guard Number.any(isOpen) else { continue }
      var room = Number(.infinity)
      func limit(_ free: Number, _ need: Number) {
        let isNeeded = zero.isLess(than: need)
        let fitting = free / Number.select(isNeeded, need, Number.one)
        room = Number.select(isNeeded, room.minimum(fitting), room)
      }
      limit(free.land[site], land)
      limit(free.floor[site], floor)
      var admitted = Number.select(isOpen, left.minimum(room), zero)
      // Less than a billionth of a firm is what rounding leaves of a full site.
      admitted = Number.select(Number(1e-9).isLess(than: admitted), admitted, zero).settled
      guard admitted.isSomething else { continue }
      free.land[site] = free.land[site] - admitted * land
      free.floor[site] = free.floor[site] - admitted * floor
      left = (left - admitted).settled
      settleMonths(site, admitted, plan.sites[site].complete)
    }
    return left
  }
}
