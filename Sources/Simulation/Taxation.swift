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

  /// Adds every tax on some flows, divided among the levels of government, with what of it is
  /// relieved and paid back, and what of the local part is passed on and lost to another city.
  /// `factor` is f of the size, `moved` the share that is lost.
  func tax(
    _ flows: Flows<Number>, _ reading: Readings<Number>, factor: Number?, _ relief: Relief<Number>?,
    moved: Number?, to sums: inout Sums<Number>
  ) {
    for tax in bases.indices {
      let base = base(of: tax, flows, amounts: sums.amounts)
      var amount = base.maximum(Number.zero) * reading.rates[tax]
      if let factor, isOnOutput[tax] { amount = amount * factor }
      if let relief { amount = amount * relief.due[tax] }
      sums.amounts[tax] = amount
    }
    for (place, _) in taxAccounts {
      sums.taxes[place] += sums.amounts[place / 3] * reading.shares[place]
    }
    guard relief != nil || !reading.passedOn.isEmpty || moved != nil else { return }
    for tax in bases.indices {
      let local = sums.amounts[tax] * reading.shares[tax * 3 + Level.local.rawValue]
      if let relief { sums.rebates[tax] += local * relief.rebated[tax] }
      if let moved { sums.displaced[tax] += local * moved }
      for (index, part) in reading.passedOn.enumerated() {
        sums.transfers[index * bases.count + tax] += local * part
      }
    }
  }
}
