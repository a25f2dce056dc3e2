import ParkModel

/// What a park forgoes or pays. Model 6, incentives.
struct IncentivePlan<Number: Lane>: Sendable {
  var name: String
  var park: Int
  /// Nil for all.
  var sectors: [Int]?
  var form: Incentive.Form
  /// Its place in the plan; nil for every tax.
  var tax: Int?
  /// Share by age, of a holiday or a rebate.
  var schedule: Curve<Number>
  /// What those ages are.
  var counting: Incentive.Counting
  /// The tax whose profit may be what counts, by its place in `Plan.profitTaxes`; nil where no tax is
  /// on profit.
  var profitTax: Int?
  /// Share of own investment, of a grant.
  var share: Curve<Number>
  /// Rebates are for those who come before; infinite without an end.
  var agreementsUntil: Number
}

/// What incentives leave of a vintage's taxes and give back of them, by tax.
struct Relief<Number: Lane>: Sendable {
  /// The part of each tax that is still due.
  var due: [Number]
  /// The part of the local share of each tax that is paid back.
  var rebated: [Number]

  init(taxes: Int) {
    due = Array(repeating: Number.one, count: taxes)
    rebated = Array(repeating: Number.zero, count: taxes)
  }
}

extension Plan {
  /// Works out the relief of a vintage over its part of a step; none before it has opened. Of several
  /// holidays the largest mean counts, and rebates add up to the whole at most. Model 6.
  func relieve(
    _ tenant: Tenant<Number>, _ vintage: Vintage<Number>, over window: Window<Number>,
    _ gains: [FirstGain<Number>], into relief: inout Relief<Number>
  ) {
    for tax in taxes.indices {
      relief.due[tax] = Number.one
      relief.rebated[tax] = Number.zero
    }
    let isYetToOpen = window.middle.isLess(than: vintage.opening)
    for index in tenant.incentives {
      let form = incentives[index].form
      guard form != .capex else { continue }
      var share = share(of: incentives[index], vintage, over: window, gains)
      share = Number.select(isYetToOpen, Number.zero, share)
      if form == .holiday {
        guard let tax = incentives[index].tax else { continue }
        relief.due[tax] = relief.due[tax].minimum(Number.one - share)
        continue
      }
      share = Number.select(
        agreed(tenant, vintage).isLess(than: incentives[index].agreementsUntil), share,
        Number.zero)
      let only = incentives[index].tax
      for tax in taxes.indices where !isOnInvestment[tax] {
        guard only ?? tax == tax else { continue }
        relief.rebated[tax] = (relief.rebated[tax] + share).minimum(Number.one)
      }
    }
  }

  /// The mean of an incentive's schedule over a window, by what it counts. Model 6.
  func share(
    of incentive: IncentivePlan<Number>, _ vintage: Vintage<Number>, over window: Window<Number>,
    _ gains: [FirstGain<Number>]
  ) -> Number {
    guard incentive.counting != .age else {
      return incentive.schedule.mean(over: window, opening: vintage.opening)
    }
    let first = firstYear(of: incentive, vintage, gains)
    return incentive.schedule.mean(over: window, yearsSince: first, calendar)
  }

  /// The calendar year that counts as 0.
  func firstYear(
    of incentive: IncentivePlan<Number>, _ vintage: Vintage<Number>, _ gains: [FirstGain<Number>]
  ) -> Number {
    if incentive.counting == .years {
      return Number.each(of: [vintage.opening], makes: 1) { [calendar] in
        [calendar.calendarYear(at: $0[0])]
      }[0]
    }
    guard let place = incentive.profitTax, place < gains.count else { return FirstGain.never }
    return gains[place].year
  }

  /// When a firm made its agreement: at its arrival; a cohort's vintage at its admission.
  func agreed(_ tenant: Tenant<Number>, _ vintage: Vintage<Number>) -> Number {
    tenant.stream == nil ? tenant.arrives : vintage.admitted
  }

  /// The share of its own investment that a tenant is paid at an instant, never more than all.
  func grant(to tenant: Tenant<Number>, at instant: Number) -> Number {
    var sum = Number.zero
    for index in tenant.incentives where incentives[index].form == .capex {
      sum += incentives[index].share.value(at: instant, age: Number.zero)
    }
    return sum.minimum(Number.one)
  }
}
