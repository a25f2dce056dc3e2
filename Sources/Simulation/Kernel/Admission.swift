/// Who is turned away, and what those who are let in pay for their land. Model 5 and 6.
extension Arrivals {
  /// Screens a firm as it comes; true, and counted, where it fails.
  func isTurnedAway(_ index: Int, _ lane: Int, _ state: inout RunState<Number>) -> Bool {
    let firm = plan.tenants[index]
    guard !plan.parks[firm.park].screens.isEmpty else { return false }
    let faults = plan.faults(of: firm, at: firm.arrives, lane: lane)
    guard !faults.isEmpty else { return false }
    state.rejected[index][lane] += 1
    if lane == 0 { tellRejection(firm, at: firm.arrives, faults, &state) }
    return true
  }

  /// Screens those of a cohort who want to come in each month: counts those who fail and takes them
  /// off.
  func turnAway(
    _ index: Int, _ intakes: inout [Intake], _ lane: Int, _ state: inout RunState<Number>
  ) {
    let cohort = plan.tenants[index]
    guard !plan.parks[cohort.park].screens.isEmpty else { return }
    for place in intakes.indices where intakes[place].amount > 0 {
      let intake = intakes[place]
      let faults = plan.faults(of: cohort, at: intake.middle, lane: lane)
      guard !faults.isEmpty else { continue }
      state.rejected[index][lane] += intake.amount
      intakes[place].amount = 0
      intakes[place].middle = Double(intake.month) + 0.5
      if lane == 0, state.toldRejections.insert(index).inserted {
        tellRejection(cohort, at: intake.middle, faults, &state)
      }
    }
  }

  /// Sells what is still unsold of the land that some firms take. Land taken before the scenario
  /// is sold by then, and for nothing that counts.
  func sell(
    _ tenant: Tenant<Number>, _ site: Int, _ count: Double, _ admitted: Double, _ lane: Int,
    _ place: Int, _ vintage: Int, _ state: inout RunState<Number>
  ) {
    let taken = count * tenant.size.land[lane]
    guard taken > 0, plan.parks[tenant.park].landPrice != nil else { return }
    let unsold = state.unsold[site][lane]
    // Rounding takes nothing off the last plot, as it keeps nobody from it.
    let isWhole = unsold >= taken - 1e-11 * plan.sites[site].land[lane]
    let sold = isWhole ? taken : unsold
    state.unsold[site][lane] = max(0, unsold - sold)
    state.establishments[place].vintages[vintage].sold[lane] = sold
    guard admitted >= 0 else { return }
    let income = sold * plan.landPrice(in: tenant.park, at: Number(admitted))[lane]
    state.establishments[place].sale[lane] += income
    guard plan.parks[tenant.park].landSetAside != nil else { return }
    state.establishments[place].setAside[lane] +=
      income * plan.landSetAside(in: tenant.park, at: Number(admitted))[lane]
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
