/// What is due, paid back and passed on. Model 6.
extension Plan {
  /// What a tax is levied on; `amounts` holds the taxes before it.
  func base(of tax: Int, _ flows: Flows<Number>, amounts: [Number]) -> Number {
    switch bases[tax] {
    case .vat: flows.vat
    case .profit: flows.profit
    case .payroll: flows.payroll
    case .output: flows.output
    case .valueAdded: flows.valueAdded
    case .land: flows.land
    case .building: flows.building
    case .investment: flows.investment
    case .tax(let other): amounts[other]
    }
  }

  /// A tax on a base, before credits and holidays. `factor` is f of the size.
  func due(
    _ base: Number, _ tax: Int, _ reading: Readings<Number>, factor: Number?
  ) -> Number {
    let amount = base.positive(times: reading.rates[tax])
    guard let factor, isOnOutput[tax] else { return amount }
    return amount * factor
  }

  /// Profit as a tax sees it: less what it takes off for research.
  func taxable(
    profit: Number, research: Number, _ reading: Readings<Number>, profitPlace place: Int
  ) -> Number {
    guard deductsResearch[place] else { return profit }
    return profit - research * reading.deductions[place]
  }

  /// What each tax on profit is levied on in a step, after the losses of earlier ones: by place in
  /// `profitTaxes`, below nothing for a loss.
  func lower(
    _ flows: PastFlows<Number>, _ tenant: Tenant<Number>, _ reading: Readings<Number>, step: Int,
    _ history: inout TaxHistory<Number>, into taxed: inout [Number]
  ) {
    let middle = calendar.middle(of: step)
    let year = calendar.calendarYear(ofStep: step)
    for place in profitTaxes.indices {
      let whole = taxable(
        profit: flows.profit, research: flows.research, reading, profitPlace: place)
      var within = Number.zero
      var rest = whole
      if let months = lossMonths[place] {
        if place < history.losses.count || whole.minimum(Number.zero).isSomething {
          while history.losses.count < profitTaxes.count { history.losses.append(KeptLosses()) }
          let outcome = history.losses[place].lower(
            whole, at: middle, year: year, months: months)
          (rest, within) = (outcome.rest, outcome.within)
        }
      }
      taxed[place] = rest
      guard tenant.countsProfit else { continue }
      while history.gains.count < profitTaxes.count { history.gains.append(FirstGain()) }
      history.gains[place].add(rest + within, step: step, calendar)
    }
  }

  /// Adds every tax on the flows of one vintage, divided among the levels of government, with what of
  /// it is relieved and paid back, and what of the local part is passed on and lost to another city, of
  /// which `moved` is the share. `sums.taxed` holds what taxes on profit are levied on.
  func tax(
    _ flows: Flows<Number>, _ reading: Readings<Number>, factor: Number?, _ relief: Relief<Number>?,
    moved: Number?, _ passage: Passage<Number>, _ history: inout TaxHistory<Number>,
    to sums: inout Sums<Number>
  ) {
    for tax in bases.indices {
      var amount: Number
      switch places[tax] {
      case .profit(let place): amount = due(sums.taxed[place], tax, reading, factor: factor)
      case .credit(let place):
        amount = due(flows.vat, tax, reading, factor: factor)
        amount = pay(amount, place, flows.investment, reading, passage, &history, to: &sums)
      case .none:
        amount = due(
          base(of: tax, flows, amounts: sums.amounts), tax, reading, factor: factor)
      }
      if let relief { amount = amount * relief.due[tax] }
      sums.amounts[tax] = amount
    }
    divide(reading, relief, moved: moved, to: &sums)
  }

  /// What is paid of a tax with credits; adds what of them is refunded.
  func pay(
    _ due: Number, _ place: Int, _ investment: Number, _ reading: Readings<Number>,
    _ passage: Passage<Number>, _ history: inout TaxHistory<Number>, to sums: inout Sums<Number>
  ) -> Number {
    let input = investment * reading.inputs[place]
    let paid = history.pay(due, creditPlace: place, input: input)
    guard place < history.credits.count, history.credits[place].isSomething else { return paid }
    let refund = history.refund(
      creditPlace: place, kept: passage.kept, part: reading.refundParts[place])
    if refund.isSomething {
      for index in place * levelCount..<(place + 1) * levelCount {
        sums.refunds[index].add(refund, times: reading.refundShares[index])
      }
    }
    return paid
  }

  /// Divides `sums.amounts` among those who receive them.
  private func divide(
    _ reading: Readings<Number>, _ relief: Relief<Number>?, moved: Number?,
    to sums: inout Sums<Number>
  ) {
    for (place, tax, _) in taxAccounts {
      sums.taxes[place].add(sums.amounts[tax], times: reading.shares[place])
    }
    guard relief != nil || !reading.passedOn.isEmpty || moved != nil else { return }
    for tax in bases.indices {
      var rebated: Number?
      if let relief, relief.rebated[tax].isSomething { rebated = relief.rebated[tax] }
      guard rebated != nil || !reading.passedOn.isEmpty || moved != nil else { continue }
      let local = sums.amounts[tax] * reading.shares[(tax + 1) * levelCount - 1]
      if let rebated { sums.rebates[tax].add(local, times: rebated) }
      if let moved { sums.displaced[tax].add(local, times: moved) }
      for (index, passed) in reading.passedOn.enumerated() {
        var shared = local
        if passed.isNet, let rebated { shared = local * (Number.one - rebated) }
        sums.transfers[index * bases.count + tax].add(shared, times: passed.part)
      }
    }
  }
}
