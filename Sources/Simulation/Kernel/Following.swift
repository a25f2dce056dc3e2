import ParkModel

/// What is read of the life of a vintage whose credit is followed: of one firm, the same in every draw.
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
    running = life.running[0]
    earning = life.earning[0]
    spending = life.spending[0]
    self.kept = kept[0]
    creditDue = numbers[0][0]
    creditRebated = numbers[1][0]
    profitDue = numbers[2][0]
    profitRebated = numbers[3][0]
  }
}

/// What the credits of an establishment's vintages are followed with in a step: of one firm at full size
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
}

/// What followed vintages pay, and what of it is paid back.
public struct FollowedSums<Number: Lane> {
  var credit = Number.zero
  var creditRebated = Number.zero
  var profit = Number.zero
  var profitRebated = Number.zero
}

/// Vintages that are open throughout a step, make a profit, and have nothing behind them but a credit.
public struct Followers<Number: Lane> {
  private(set) var numbers: [Int] = []
  private(set) var counts: [Number] = []
  private(set) var lives: [FollowedLife] = []

  var isEmpty: Bool { numbers.isEmpty }

  mutating func append(_ number: Int, _ count: Number, _ life: FollowedLife) {
    numbers.append(number)
    counts.append(count)
    lives.append(life)
  }

  mutating func clear() {
    numbers.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    lives.removeAll(keepingCapacity: true)
  }
}

extension Lane {
  /// One vintage after another, as `Plan.taxAlone` has it.
  public static func follow(
    _ followers: Followers<Self>, _ firm: FollowedFirm<Self>, credits: inout [Self],
    to sums: inout FollowedSums<Self>
  ) -> [Bool] {
    for (place, life) in followers.lives.enumerated() {
      let count = followers.counts[place]
      let running = count * Self(life.running)
      let input =
        life.spending == 0
        ? Self.zero : firm.investment * (count * Self(life.spending)) * firm.input
      let (paid, left) = Self.paid(firm.dues * running, credit: credits[place], input: input)
      credits[place] = left * Self(life.kept)
      let paidNow = paid * Self(life.creditDue)
      sums.credit += paidNow
      sums.creditRebated.add(paidNow, times: Self(life.creditRebated))
      var taxable = firm.profit * (count * Self(life.earning))
      if let research = firm.research {
        taxable = taxable - research.spent * running * research.deduction
      }
      var levied = taxable.positive(times: firm.rate)
      if let factor = firm.factor { levied = levied * factor }
      levied = levied * Self(life.profitDue)
      sums.profit += levied
      sums.profitRebated.add(levied, times: Self(life.profitRebated))
    }
    return credits.map { credit in
      Self.all(Self.zero.isLess(than: credit))
    }
  }
}

extension Operation {
  /// Adds what those pay whose credits are followed, and keeps what is left of them.
  func follow(
    _ followers: inout Followers<Number>, _ open: OpenReading<Number>,
    _ histories: inout TaxHistories<Number>, to sums: inout Sums<Number>
  ) {
    guard !followers.isEmpty, let taxes = open.levies.followable else { return }
    var credits = followers.numbers.map { histories.takeCredit($0) }
    var paid = FollowedSums<Number>()
    paid.credit = sums.apart[taxes.credit]
    paid.creditRebated = sums.apartRebated[taxes.credit]
    paid.profit = sums.apart[taxes.profit]
    paid.profitRebated = sums.apartRebated[taxes.profit]
    let stands = Number.follow(followers, open.followed(plan), credits: &credits, to: &paid)
    sums.apart[taxes.credit] = paid.credit
    sums.apartRebated[taxes.credit] = paid.creditRebated
    sums.apart[taxes.profit] = paid.profit
    sums.apartRebated[taxes.profit] = paid.profitRebated
    for (place, number) in followers.numbers.enumerated() {
      var history = TaxHistory<Number>()
      history.credits = [credits[place]]
      history.stands = stands[place]
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
  let each: Flows<Number>
  /// What is due of it of each tax with credits.
  let dues: [Number]
  let levies: LevyPlan
  let window: Window<Number>

  /// Of a plan whose credits can be followed.
  func followed(_ plan: Plan<Number>) -> FollowedFirm<Number> {
    let tax = plan.profitTaxes[0]
    return FollowedFirm(
      dues: dues[0], profit: each.profit,
      research: plan.deductsResearch[0] ? (each.research, reading.deductions[0]) : nil,
      rate: reading.rates[tax], factor: plan.isOnOutput[tax] ? size.taxFactor : nil,
      investment: each.investment, input: reading.inputs[0])
  }
}
