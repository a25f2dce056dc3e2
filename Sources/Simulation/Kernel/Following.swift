import ParkModel

/// What is read of the life of a vintage whose past is followed: of one firm, the same in every draw.
public struct FollowedLife: Sendable {
  var running: Double
  var earning: Double
  /// The share of its own investment that is spent in the step.
  var spending: Double
  /// The share that lives through it.
  var kept: Double
  /// What is still due of the tax with credits, and paid back of it; the same of the tax on profit.
  var creditDue: Double
  var creditRebated: Double
  var profitDue: Double
  var profitRebated: Double

  /// In the order in which a loop reads them.
  var numbers: [Double] {
    [
      running, earning, spending, kept, creditDue, creditRebated, profitDue, profitRebated,
    ]
  }
}

extension FollowedLife {
  /// Nil where draws differ, or where there are other taxes to follow.
  init?<Number: Lane>(
    _ life: LifeWeights<Number>, _ relief: Relief<Number>?, kept: Number, _ levies: LevyPlan
  ) {
    guard let taxes = levies.followable, kept.isUniform else { return nil }
    let one = Number.one
    let numbers = [
      relief?.due[taxes.credit] ?? one, relief?.rebated[taxes.credit] ?? Number.zero,
      relief?.due[taxes.profit] ?? one, relief?.rebated[taxes.profit] ?? Number.zero,
    ]
    guard numbers.allSatisfy(\.isUniform) else { return nil }
    self.init(
      running: life.running[0], earning: life.earning[0], spending: life.spending[0],
      kept: kept[0], creditDue: numbers[0][0], creditRebated: numbers[1][0],
      profitDue: numbers[2][0], profitRebated: numbers[3][0])
  }
}

/// What the pasts of an establishment's vintages are followed with in a step: of one firm at full size
/// and full profit in a year.
public struct FollowedFirm<Number: Lane> {
  /// What is due of the tax with credits.
  var dues: Number
  var profit: Number
  /// What is spent on research, and the part of it that is taken off profit; nil where none is.
  var research: (spent: Number, deduction: Number)?
  /// The rate of the tax on profit, and f where it is multiplied by it.
  var rate: Number
  var factor: Number?
  var investment: Number
  /// The tax in a yuan of that.
  var input: Number
  /// Whether losses lower what is taxed later.
  var carriesLosses: Bool
  /// The step's middle, months since the start, and the calendar year to which it counts.
  var middle: Double
  var year: Double

  /// What is lost in the step.
  func loss(of amount: Number) -> KeptLosses<Number>.Loss {
    KeptLosses.Loss(middle: middle, year: year, amount: amount)
  }
}

/// What followed vintages pay, and what of it is paid back.
public struct FollowedSums<Number: Lane> {
  var credit = Number.zero
  var creditRebated = Number.zero
  var profit = Number.zero
  var profitRebated = Number.zero
}

/// Vintages that are open throughout a step and have nothing behind them but a credit and losses.
public struct Followers<Number: Lane> {
  private(set) var numbers: [Int] = []
  private(set) var counts: [Number] = []
  private(set) var lives: [FollowedLife] = []
  /// Whether each makes a profit in every lane, so that it adds no loss.
  private(set) var profits: [Bool] = []

  var isEmpty: Bool { numbers.isEmpty }

  mutating func append(
    _ number: Int, _ count: Number, _ life: FollowedLife, makesProfit: Bool
  ) {
    numbers.append(number)
    counts.append(count)
    lives.append(life)
    profits.append(makesProfit)
  }

  mutating func clear() {
    numbers.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    lives.removeAll(keepingCapacity: true)
    profits.removeAll(keepingCapacity: true)
  }
}

/// What a followed vintage has behind it.
public struct FollowedPast<Number: Lane> {
  var credit: Number
  /// The oldest first; behind a step, with what was lost in it where that may be.
  var losses: [KeptLosses<Number>.Loss]
  /// 1 in the lanes in which it has something behind it, once a step is followed.
  var known = Number.zero
}

extension Lane {
  /// One vintage after another, as `Plan.lower` and `Plan.taxAlone` have it.
  public static func follow(
    _ followers: Followers<Self>, _ firm: FollowedFirm<Self>, _ pasts: inout [FollowedPast<Self>],
    to sums: inout FollowedSums<Self>
  ) {
    for (place, life) in followers.lives.enumerated() {
      let count = followers.counts[place]
      let kept = Self(life.kept)
      let running = count * Self(life.running)
      let input =
        life.spending == 0
        ? Self.zero : firm.investment * (count * Self(life.spending)) * firm.input
      let (paid, left) = Self.paid(firm.dues * running, credit: pasts[place].credit, input: input)
      pasts[place].credit = left * kept
      let paidNow = paid * Self(life.creditDue)
      sums.credit += paidNow
      sums.creditRebated.add(paidNow, times: Self(life.creditRebated))
      var taxable = firm.profit * (count * Self(life.earning))
      if let research = firm.research {
        taxable = taxable - research.spent * running * research.deduction
      }
      var rest = taxable.maximum(Self.zero)
      for index in pasts[place].losses.indices {
        let loss = pasts[place].losses[index].amount
        let used = rest.minimum(loss)
        pasts[place].losses[index].amount = (loss - used) * kept
        rest = rest - used
      }
      if firm.carriesLosses, !followers.profits[place] {
        let lost = (Self.zero - taxable).maximum(Self.zero) * kept
        pasts[place].losses.append(firm.loss(of: lost))
      }
      var levied = rest.positive(times: firm.rate)
      if let factor = firm.factor { levied = levied * factor }
      levied = levied * Self(life.profitDue)
      sums.profit += levied
      sums.profitRebated.add(levied, times: Self(life.profitRebated))
      var known = Self.zero
      for amount in [pasts[place].credit] + pasts[place].losses.map(\.amount) {
        known = Self.select(amount.isEqual(to: Self.zero), known, Self.one)
      }
      pasts[place].known = known
    }
  }
}

extension Operation {
  /// Adds what those pay who are followed, and keeps what is left behind them.
  func follow(
    _ followers: inout Followers<Number>, _ open: OpenReading<Number>,
    _ histories: inout TaxHistories<Number>, to sums: inout Sums<Number>
  ) {
    guard !followers.isEmpty, let taxes = open.levies.followable else { return }
    let middle = plan.calendar.middle(of: step)
    let months = plan.lossMonths[0]?[0]
    var pasts: [FollowedPast<Number>] = []
    for number in followers.numbers {
      let history = histories.take(number)
      let losses = months.flatMap { history.losses.first?.carried(at: middle, months: $0) } ?? []
      pasts.append(
        FollowedPast(credit: history.credits.first ?? Number.zero, losses: losses))
    }
    var paid = FollowedSums<Number>()
    swap(&paid.credit, &sums.apart[taxes.credit])
    swap(&paid.creditRebated, &sums.apartRebated[taxes.credit])
    swap(&paid.profit, &sums.apart[taxes.profit])
    swap(&paid.profitRebated, &sums.apartRebated[taxes.profit])
    let year = plan.calendar.calendarYear(ofStep: step)
    Number.follow(
      followers, open.followed(plan, middle: middle, year: year), &pasts, to: &paid)
    swap(&paid.credit, &sums.apart[taxes.credit])
    swap(&paid.creditRebated, &sums.apartRebated[taxes.credit])
    swap(&paid.profit, &sums.apart[taxes.profit])
    swap(&paid.profitRebated, &sums.apartRebated[taxes.profit])
    for (place, number) in followers.numbers.enumerated() {
      let past = pasts[place]
      var history = TaxHistory<Number>()
      if past.credit.isSomething { history.credits = [past.credit] }
      let kept = KeptLosses(past.losses)
      if !kept.isEmpty { history.losses = [kept] }
      history.known = past.known
      histories.keep(history, of: number)
    }
    followers.clear()
  }
}

/// How an establishment's vintages that are open throughout a step are read.
struct OpenReading<Number: Lane> {
  let tenant: Tenant<Number>
  let size: FirmSize<Number>
  let reading: Readings<Number>
  /// What one firm at full size and full profit makes in a year.
  let each: FirmYear<Number>
  let levies: LevyPlan
  let window: Window<Number>

  /// What is due of each tax with credits on what one firm makes.
  func dues(_ plan: Plan<Number>) -> [Number] {
    plan.dues(onVAT: each.vat(reading), reading, factor: size.taxFactor)
  }

  /// Of a plan whose vintages can be followed.
  func followed(
    _ plan: Plan<Number>, middle: Double, year: Double
  ) -> FollowedFirm<Number> {
    let tax = plan.profitTaxes[0]
    return FollowedFirm(
      dues: dues(plan)[0], profit: each.profit,
      research: plan.deductsResearch[0] ? (each.research(reading), reading.deductions[0]) : nil,
      rate: reading.rates[tax], factor: plan.isOnOutput[tax] ? size.taxFactor : nil,
      investment: each.investment, input: reading.inputs[0],
      carriesLosses: plan.lossMonths[0].map { $0[0] > 0 } ?? false, middle: middle, year: year)
  }
}
