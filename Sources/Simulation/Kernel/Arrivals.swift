import Diagnostics
import ParkModel

/// Who comes, who waits, and where they go. Model 5.
///
/// Who comes in a step, who of them still waits and where they go differs between draws; what is the same
/// in all of them is decided once.
struct Arrivals<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>

  func run(
    step: Int, _ state: inout RunState<Number>, _ sink: inout Sink, stop: StopSignal
  ) {
    var free = freeSpace(step, state)
    admitFirms(step, &free, &state, &sink, stop: stop)
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
    let next = Number(plan.calendar.start(of: step + 1))
    var space = Space(land: [], floor: [])
    for site in plan.sites {
      let isOpen = site.complete.isLess(than: next)
      space.land.append(Number.select(isOpen, site.land, Number.zero))
      space.floor.append(Number.select(isOpen, site.floor, Number.zero))
    }
    for ordered in state.order {
      guard let site = state.establishments[ordered.place].site else { continue }
      let tenant = plan.tenants[state.establishments[ordered.place].tenant]
      let held = state.establishments[ordered.place].held
      space.land[site].subtract(held, times: tenant.size.land)
      space.floor[site].subtract(held, times: tenant.size.floor)
    }
    return space
  }

  // MARK: Named firms

  /// Lets a firm in where `comes` is 1: of the sites that are complete within the step and have room it
  /// goes to that which takes it first, of several to the first. 1 in the draws in which it has to wait.
  func admit(
    _ index: Int, where comes: Number, _ step: Int, _ free: inout Space,
    _ state: inout RunState<Number>, _ sink: inout Sink
  ) -> Number {
    let firm = plan.tenants[index]
    let now = plan.calendar.start(of: step)
    // Those who come in the first step may have come before it.
    let earliest = step == 0 ? firm.arrives : firm.arrives.maximum(Number(now))
    var waits = comes
    if firm.site == nil {
      let unroomed = Number.select(
        firm.size.land.isEqual(to: Number.zero),
        Number.select(firm.size.floor.isEqual(to: Number.zero), comes, Number.zero), Number.zero
      ).settled
      if unroomed.isSomething {
        settle(index, nil, unroomed, earliest, nil, &state, &sink)
        waits = waits - unroomed
      }
    }
    let chosen = choices(for: firm, where: waits, earliest, step, free)
    for choice in chosen where choice.count.isSomething {
      let count = choice.count.settled
      waits = waits - count
      let admitted = choice.admitted
      // One that came years before the scenario may have left some of it by now.
      let held = count * firm.tenure(Number(now) - admitted - firm.build)
      let site = choice.site
      free.land[site] = (free.land[site] - firm.size.land * held).settled
      free.floor[site] = (free.floor[site] - firm.size.floor * held).settled
      settle(index, site, count, admitted, nil, &state, &sink)
    }
    return waits.settled
  }

  /// Where a firm may go: 1 in the draws in which it goes there, and when.
  private typealias Choice = (site: Int, count: Number, admitted: Number)

  /// In which draws a firm goes to which site.
  private func choices(
    for firm: Tenant<Number>, where comes: Number, _ earliest: Number, _ step: Int, _ free: Space
  ) -> [Choice] {
    guard comes.isSomething else { return [] }
    let (zero, one) = (Number.zero, Number.one)
    let next = Number(plan.calendar.start(of: step + 1))
    var best = Number(.infinity)
    var choices: [Choice] = []
    for site in firm.site.map({ [$0] }) ?? plan.parks[firm.park].sites {
      let place = plan.sites[site]
      let isOpen = place.complete.isLess(than: next)
      guard Number.any(isOpen) else { continue }
      let land = fits(firm.size.land, in: free.land[site], of: place.land)
      let floor = fits(firm.size.floor, in: free.floor[site], of: place.floor)
      let isFree = Number.select(
        isOpen, Number.select(land, Number.select(floor, comes, zero), zero), zero)
      let admitted = earliest.maximum(place.complete)
      let isBetter = Number.select(admitted.isLess(than: best), isFree, zero)
      let goes = zero.isLess(than: isBetter)
      guard Number.any(goes) else { continue }
      for index in choices.indices {
        choices[index].count = Number.select(goes, zero, choices[index].count)
      }
      choices.append((site, Number.select(goes, one, zero), admitted))
      best = Number.select(goes, admitted, best)
    }
    return choices
  }

  /// Where a need fits into what is free. Eleven firms of a mu fit into eleven mu, though taking
  /// them away one by one leaves a little less than the last needs.
  private func fits(_ need: Number, in free: Number, of capacity: Number) -> Number.Mask {
    let most = need - Number(1e-11) * capacity
    let isShort = Number.select(free.isLess(than: most), Number.one, Number.zero)
    return Number.select(need.isEqual(to: Number.zero), Number.zero, isShort).isEqual(
      to: Number.zero)
  }

  // MARK: Settling

  /// Puts so many of a tenant at a site, as a vintage of a month, or as the one of a firm, in the draws
  /// in which there are any.
  func settle(
    _ index: Int, _ site: Int?, _ count: Number, _ admitted: Number, _ month: Int?,
    hasWaited: Bool = false, _ state: inout RunState<Number>, _ sink: inout Sink
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
    let vintage = vintage(of: month ?? 0, hasWaited, at: place, &state)
    let isHere = Number.zero.isLess(than: count)
    state.establishments[place].vintages[vintage] =
      state.establishments[place].vintages[vintage].adding(
        count, admitted, opening: admitted + tenant.build, where: isHere)
    if let site {
      sell(tenant, site, count, admitted, where: isHere, place, vintage, &state)
    }
    if Sink.keepsEvents, tenant.stream == nil { tell(index, site, admitted[0], &state) }
  }

  /// The place of a month's vintage, which is made where there is none. They stand in order of month,
  /// those who waited in a step before the others of it.
  private func vintage(
    of month: Int, _ hasWaited: Bool, at establishment: Int, _ state: inout RunState<Number>
  ) -> Int {
    func vintage(before place: Int) -> Vintage<Number> {
      state.establishments[establishment].vintages[place - 1]
    }
    func isLater(_ other: Vintage<Number>) -> Bool {
      other.month == month ? hasWaited && !other.hasWaited : other.month > month
    }
    var place = state.establishments[establishment].vintages.count
    while place > 0, isLater(vintage(before: place)) { place -= 1 }
    if place > 0, vintage(before: place).month == month,
      vintage(before: place).hasWaited == hasWaited
    {
      return place - 1
    }
    let number = state.nextVintage()
    state.establishments[establishment].vintages.insert(
      Vintage<Number>(number: number, month: month, hasWaited: hasWaited), at: place)
    return place
  }

  /// Counts those who wait and those who were turned away.
  private func recordWaiting(
    _ step: Int, _ state: RunState<Number>, _ sink: inout Sink
  ) {
    for (index, tenant) in plan.tenants.enumerated() {
      let isFirm = tenant.stream == nil
      let isWaiting = !isFirm || state.waits[index].isSomething
      let isScreened = !plan.parks[tenant.park].screens.isEmpty
      guard isWaiting || isScreened else { continue }
      let subject = sink.place(of: plan.subject(tenant: index, site: tenant.site))
      if isWaiting {
        let count = isFirm ? state.waits[index] : state.queues[index]
        sink.record(count, .waiting, subject, step: step)
      }
      if isScreened { sink.record(state.rejected[index], .rejected, subject, step: step) }
    }
  }
}
