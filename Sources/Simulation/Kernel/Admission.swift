/// Who is turned away, and what those who are let in pay for their land. Model 5 and 6.
extension Arrivals {
  /// Screens a firm as it comes, in the draws in which `comes` is 1: 1 in those in which it passes; in
  /// the others it is counted.
  func letThrough(
    _ index: Int, where comes: Number, _ state: inout RunState<Number>
  ) -> Number {
    let firm = plan.tenants[index]
    guard !plan.parks[firm.park].screens.isEmpty else { return comes }
    let fails = comes * plan.turnedAway(firm, at: firm.arrives)
    state.rejected[index] += fails
    if Sink.keepsEvents, fails[0] > 0 { tellRejection(firm, at: firm.arrives[0], &state) }
    return (comes - fails).settled
  }

  /// Screens those of a cohort who want to come in each month: counts those who fail and takes them
  /// off.
  func turnAway(
    _ index: Int, _ intakes: inout [Intake], _ state: inout RunState<Number>
  ) {
    let cohort = plan.tenants[index]
    guard !plan.parks[cohort.park].screens.isEmpty else { return }
    let zero = Number.zero
    for place in intakes.indices {
      let intake = intakes[place]
      let comes = Number.select(zero.isLess(than: intake.amount), Number.one, zero)
      let fails = comes * plan.turnedAway(cohort, at: intake.middle)
      guard fails.isSomething else { continue }
      let isTurnedAway = zero.isLess(than: fails)
      state.rejected[index] += Number.select(isTurnedAway, intake.amount, zero)
      intakes[place].amount = Number.select(isTurnedAway, zero, intake.amount).settled
      let whole = Number(Double(intake.month) + 0.5)
      intakes[place].middle = Number.select(isTurnedAway, whole, intake.middle).settled
      if Sink.keepsEvents, fails[0] > 0, state.toldRejections.insert(index).inserted {
        tellRejection(cohort, at: intake.middle[0], &state)
      }
    }
  }

  /// Sells what is still unsold of the land that some firms take. Land taken before the scenario
  /// is sold by then, and for nothing that counts.
  func sell(
    _ tenant: Tenant<Number>, _ site: Int, _ count: Number, _ admitted: Number,
    where isHere: Number.Mask, _ place: Int, _ vintage: Int, _ state: inout RunState<Number>
  ) {
    let zero = Number.zero
    guard plan.parks[tenant.park].landPrice != nil else { return }
    let taken = Number.select(isHere, count * tenant.size.land, zero)
    guard taken.isSomething else { return }
    let takes = zero.isLess(than: taken)
    let unsold = state.unsold[site]
    // Rounding takes nothing off the last plot, as it keeps nobody from it.
    let isShort = unsold.isLess(than: taken - Number(1e-11) * plan.sites[site].land)
    let sold = Number.select(takes, Number.select(isShort, unsold, taken), zero)
    state.unsold[site] =
      Number.select(takes, (unsold - sold).maximum(zero), unsold).settled
    state.establishments[place].vintages[vintage] =
      state.establishments[place].vintages[vintage].buying(sold, where: takes)
    let isPaid = admitted.isLess(than: zero)
    let income = Number.select(
      isPaid, zero, sold * plan.landPrice(in: tenant.park, at: admitted))
    state.establishments[place].sale += income
    guard plan.parks[tenant.park].landSetAside != nil else { return }
    state.establishments[place].setAside +=
      income * plan.landSetAside(in: tenant.park, at: admitted)
  }
}

extension Plan {
  /// The share of a park's land income that is set aside at an instant.
  func landSetAside(in park: Int, at instant: Number) -> Number {
    parks[park].landSetAside?.value(at: instant, age: Number.zero) ?? Number.zero
  }

  /// The price of a park's land at an instant, yuan a m².
  func landPrice(in park: Int, at instant: Number) -> Number {
    parks[park].landPrice?.value(at: instant, age: Number.zero) ?? Number.zero
  }
}
