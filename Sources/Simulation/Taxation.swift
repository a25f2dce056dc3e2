/// What taxes are levied on: one vintage's amounts of one step. Yuan, but for land: m² times
/// years. Model 6.
struct TaxBases<Number: Lane> {
  var vat: Number
  var profit: Number
  var payroll: Number
  var output: Number
  var valueAdded: Number
  var land: Number
  var building: Number
  var investment: Number
}

/// The flows and stocks of one establishment in one step.
struct Sums<Number: Lane> {
  var output = Number.zero
  var valueAdded = Number.zero
  var profit = Number.zero
  var payroll = Number.zero
  /// Own investment by the beginning of the step.
  var investedBefore = Number.zero
  /// Own investment by its end.
  var invested = Number.zero
  /// Own investment of the step that goes into buildings.
  var building = Number.zero
  var jobs = Number.zero
  var firms = Number.zero
  var land = Number.zero
  var floor = Number.zero
  /// By tax, then central, province, local.
  var taxes: [Number]
  /// Each tax of the vintage at hand, for surtaxes.
  var amounts: [Number]

  init(taxes count: Int) {
    taxes = Array(repeating: Number.zero, count: count * 3)
    amounts = Array(repeating: Number.zero, count: count)
  }

  /// Back to nothing, without giving memory back.
  mutating func clear() {
    output = Number.zero
    valueAdded = Number.zero
    profit = Number.zero
    payroll = Number.zero
    investedBefore = Number.zero
    invested = Number.zero
    building = Number.zero
    jobs = Number.zero
    firms = Number.zero
    land = Number.zero
    floor = Number.zero
    for index in taxes.indices { taxes[index] = Number.zero }
  }
}

extension Plan {
  /// Adds every tax of one vintage, divided among the levels of government.
  func tax(
    _ bases: TaxBases<Number>, _ reading: Readings<Number>, to sums: inout Sums<Number>
  ) {
    for index in self.bases.indices {
      let base: Number
      switch self.bases[index] {
      case .vat: base = bases.vat
      case .profit: base = bases.profit
      case .payroll: base = bases.payroll
      case .output: base = bases.output
      case .valueAdded: base = bases.valueAdded
      case .land: base = bases.land
      case .building: base = bases.building
      case .investment: base = bases.investment
      case .tax(let other): base = sums.amounts[other]
      }
      let amount = base.maximum(Number.zero) * reading.rates[index].maximum(Number.zero)
      sums.amounts[index] = amount
      for level in 0..<3 {
        sums.taxes[index * 3 + level] += amount * reading.shares[index * 3 + level]
      }
    }
  }
}
