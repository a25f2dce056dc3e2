/// Who is turned away, and what those who are let in pay for their land. Model 5 and 6.
extension Arrivals {
  /// Screens a firm as it comes: 1 in the draws in which it passes; in the others it is counted.
  func letThrough(_ index: Int, _ state: inout RunState<Number>) -> Number {
    let firm = plan.tenants[index]
    guard !plan.parks[firm.park].screens.isEmpty else { return Number.one }
    var passes = Number.one
    let lanes = screenedLanes(of: firm)
    for lane in lanes {
      let faults = plan.faults(of: firm, at: firm.arrives, lane: lane)
      guard !faults.isEmpty else { continue }
      if lanes.count == 1 { passes = Number.zero } else { passes[lane] = 0 }
      if Sink.keepsEvents, lane == 0 { tellRejection(firm, at: firm.arrives, faults, &state) }
    }
    state.rejected[index] += Number.one - passes
    return passes.settled
  }

  /// Screens those of a cohort who want to come in each month: counts those who fail and takes them
  /// off.
  func turnAway(
    _ index: Int, _ intakes: inout [Intake], _ state: inout RunState<Number>
  ) {
    let cohort = plan.tenants[index]
    guard !plan.parks[cohort.park].screens.isEmpty else { return }
    let lanes = screenedLanes(of: cohort)
    for place in intakes.indices {
      let intake = intakes[place]
      let isAlike =
        lanes.count == 1 && intake.amount.isUniform && intake.middle.isUniform
      for lane in isAlike ? 0..<1 : 0..<Number.count where intake.amount[lane] > 0 {
        let faults = plan.faults(of: cohort, at: intake.middle[lane], lane: lane)
        guard !faults.isEmpty else { continue }
        let whole = Double(intake.month) + 0.5
        if isAlike {
          state.rejected[index] += intake.amount
          intakes[place].amount = Number.zero
          intakes[place].middle = Number(whole)
        } else {
          state.rejected[index][lane] += intake.amount[lane]
          intakes[place].amount[lane] = 0
          intakes[place].middle[lane] = whole
        }
        if Sink.keepsEvents, lane == 0, state.toldRejections.insert(index).inserted {
          tellRejection(cohort, at: intake.middle[lane], faults, &state)
        }
      }
    }
  }

  /// The lanes to be screened one by one: the first for all where nothing that screens look at differs.
  private func screenedLanes(of tenant: Tenant<Number>) -> Range<Int> {
    let isAlike =
      tenant.isUniform && plan.sizeRules[tenant.index].opening.isUniform
      && plan.parks[tenant.park].screens.allSatisfy { plan.screens[$0].isUniform }
    return isAlike ? 0..<1 : 0..<Number.count
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
    let before = state.establishments[place].vintages[vintage].sold
    state.establishments[place].vintages[vintage].sold = Number.select(takes, sold, before).settled
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
