import ParkModel

/// The taxes of vintages that read alike, worked out once for all of them but for those that depend on
/// the past of a vintage. Model 6.
extension Plan {
  // MARK: Those with a past

  /// Whether a vintage that reads like others cannot be taxed with them: by lane, 1 where it has
  /// credits or losses, or makes some; nil where it has none in any.
  func apartness(
    of vintage: Int, _ life: LifeWeights<Number>, _ reading: Readings<Number>,
    _ histories: TaxHistories<Number>
  ) -> Number? {
    var apart = Number.zero
    if !creditTaxes.isEmpty, life.spending.isSomething {
      apart = Number.select(life.spending.isEqual(to: Number.zero), apart, Number.one)
    }
    histories.mark(vintage, in: &apart)
    for place in profitTaxes.indices where !makesProfit(life, reading, place) {
      let profit = reading.margin * life.earning
      let taxed =
        deductsResearch[place]
        ? profit - reading.research * reading.deductions[place] * life.running : profit
      apart = Number.select(taxed.isLess(than: Number.zero), Number.one, apart)
    }
    return apart.isSomething ? apart : nil
  }

  /// Whether even the least margin and the most research leave something to be taxed, or nothing.
  func makesProfit(
    _ life: LifeWeights<Number>, _ reading: Readings<Number>, _ place: Int
  ) -> Bool {
    guard life.earning.isUniform, life.running.isUniform else { return false }
    let (earning, running) = (life.earning[0], life.running[0])
    guard earning >= 0, running >= 0 else { return false }
    let profit = reading.margins.least * earning
    return deductsResearch[place]
      ? profit - reading.deducted[place].greatest * running >= 0 : profit >= 0
  }

  /// Adds those taxes of a vintage that depend on its past; what each is levied on is in `sums.taxed`.
  /// The others are levied on all vintages together. `dues` are what is due of each tax with credits of
  /// one firm at full size in a year.
  func taxAlone(
    _ flows: PastFlows<Number>, _ dues: [Number], _ reading: Readings<Number>, _ taxes: [Int],
    factor: Number?,
    _ relief: Relief<Number>?, _ passage: Passage<Number>, _ history: inout TaxHistory<Number>,
    to sums: inout Sums<Number>
  ) {
    for tax in taxes {
      var amount: Number
      switch places[tax] {
      case .profit(let place): amount = due(sums.taxed[place], tax, reading, factor: factor)
      case .credit(let place):
        amount = pay(
          dues[place] * flows.running, place, flows.investment, reading, passage, &history,
          to: &sums)
      case .none:
        guard case .tax(let other) = bases[tax] else { continue }
        amount = due(sums.amounts[other], tax, reading, factor: factor)
      }
      if let relief { amount = amount * relief.due[tax] }
      sums.amounts[tax] = amount
      sums.apart[tax] += amount
      if let relief, relief.rebated[tax].isSomething {
        sums.apartRebated[tax].add(amount, times: relief.rebated[tax])
      }
    }
  }

  /// What is due of each tax with credits.
  func dues(
    onVAT base: Number, _ reading: Readings<Number>, factor: Number?
  ) -> [Number] {
    creditTaxes.map { due(base, $0, reading, factor: factor) }
  }

  // MARK: All together

  /// Adds every tax of those who are open throughout; what those pay who are taxed alone is in `sums`.
  func tax(
    _ group: OpenThroughout<Number>, _ open: OpenReading<Number>, moved: Number?,
    to sums: inout Sums<Number>
  ) {
    let (levies, each, reading) = (open.levies, open.each, open.reading)
    let factor = open.size.taxFactor
    /// What is due of a tax on sums of what firms do.
    func due(_ tax: Int, _ base: LevyPlan.Base, _ numbers: [Number]) -> Number {
      let number = numbers[base.sum]
      func levied(_ year: Number, _ part: Number = .one) -> Number {
        Number.levied(
          on: year, times: number, times: part, rate: reading.rates[tax],
          factor: isOnOutput[tax] ? factor ?? Number.one : Number.one)
      }
      switch bases[tax] {
      case .profit:
        guard case .profit(let place) = places[tax] else { return levied(each.profit) }
        let taxable = taxable(
          profit: each.profit * number,
          research: each.output * numbers[base.research] * reading.research, reading,
          profitPlace: place)
        return self.due(taxable, tax, reading, factor: factor)
      case .tax(let other):
        return self.due(due(other, base, numbers), tax, reading, factor: factor)
      case .vat: return levied(each.output, reading.vatShare)
      case .payroll: return levied(each.payroll)
      case .output: return levied(each.output)
      case .valueAdded: return levied(each.output, reading.valueAdded)
      case .land: return levied(each.land)
      case .building: return levied(each.building)
      case .investment: return levied(each.investment)
      }
    }
    func amount(
      _ tax: Int, _ base: LevyPlan.Base, _ numbers: [Number], _ amounts: [Number]
    ) -> Number {
      if let other = levies.followed[tax] {
        return self.due(amounts[other], tax, reading, factor: factor)
      }
      guard numbers[base.sum].isSomething else { return Number.zero }
      return due(tax, base, numbers)
    }
    for tax in bases.indices {
      let isAlone = levies.isOfPast[tax] && levies.followed[tax] == nil
      let numbers = isAlone ? group.plainSums : group.sums
      sums.amounts[tax] = amount(tax, levies.levied[tax], numbers, sums.amounts)
      sums.rebated[tax] =
        levies.rebated[tax].map { amount(tax, $0, numbers, sums.rebated) } ?? Number.zero
      guard isAlone else { continue }
      sums.amounts[tax] += sums.apart[tax]
      sums.rebated[tax] += sums.apartRebated[tax]
    }
    divide(reading, levies, moved: moved, to: &sums)
  }

  /// Divides `sums.amounts` among those who receive them.
  private func divide(
    _ reading: Readings<Number>, _ levies: LevyPlan, moved: Number?, to sums: inout Sums<Number>
  ) {
    sums.shares = reading.shares
    for tax in bases.indices {
      let isPaidBack = levies.rebated[tax] != nil
      guard isPaidBack || !reading.passedOn.isEmpty || moved != nil else { continue }
      let share = reading.shares[(tax + 1) * levelCount - 1]
      let local = sums.amounts[tax] * share
      let rebate = isPaidBack ? sums.rebated[tax] * share : Number.zero
      sums.rebates[tax] += rebate
      if let moved { sums.displaced[tax].add(local, times: moved) }
      for (index, passed) in reading.passedOn.enumerated() {
        let shared = passed.isNet && isPaidBack ? local - rebate : local
        sums.transfers[index * bases.count + tax].add(shared, times: passed.part)
      }
    }
  }
}
