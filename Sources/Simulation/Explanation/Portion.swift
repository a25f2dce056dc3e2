import Diagnostics
import ParkModel

/// What of an establishment is read and taxed at once in a step: one vintage, or all those that
/// were open throughout and read alike. Model 4.
struct Portion {
  let tenant: Tenant<Double>
  /// The establishment's.
  let subject: Int32
  let step: Int
  /// Where it is read, months since the scenario's start.
  let window: Window<Double>
  /// When it opened; nought where vintages of several ages are together.
  let opening: Double
  let reading: Readings<Double>
  let size: FirmSize<Double>
  /// Nil where nothing is relieved.
  let relief: Relief<Double>?
  /// The one vintage; nil where there are several.
  let vintage: Vintage<Double>?
  /// When its taxable profit began, by place in `Plan.profitTaxes`.
  let gains: [FirstGain<Double>]
  /// What the taxes of the one vintage remember as the step begins.
  let history: TaxHistory<Double>
  /// How many steps further back what its taxes remember is taken apart.
  var chain = Portion.longestChain
  /// Of several, those whose taxes do not depend on their past, together; at most one. Empty where
  /// `apart` is, too.
  var plain: [Portion] = []
  /// Of several, those whose taxes do, each by itself.
  var apart: [Portion] = []
  /// Firm-years: open, at work, and at the share of full profit.
  let open: Factor
  let running: Factor
  let earning: Factor
  let employing: Factor
  /// Own spending in the step, yuan.
  let spending: Factor

  /// Each step that credits and losses are followed back makes a tree larger by a step's tax.
  static let longestChain = 12

  /// Its middle, where most is read.
  var instant: Double { window.middle }
  var age: Double { instant - opening }
}

extension FactorSource {
  /// The portions of an establishment in a step, in the order in which the stage adds them. Where what
  /// they pay is relieved each vintage pays its own taxes, and is one by itself where those are asked for.
  func portions(
    of establishment: Establishment<Double>, step: Int, forTaxes: Bool = true
  ) -> [Portion] {
    let tenant = plan.tenants[establishment.tenant]
    let common = common(tenant, step: step)
    let order = order(of: establishment, step: step, common)
    let histories = remembers ? histories(of: establishment, before: step) : []
    func work(_ index: Int) -> (Work, Pass) {
      let vintage = establishment.vintages[index]
      let pass = pass(of: vintage, tenant, step: step, common)
      let work = Work(
        vintage: vintage, middle: pass.window.middle, years: pass.years, reading: pass.reading,
        spending: spending(of: vintage, tenant, step: step))
      return (work, pass)
    }
    func portion(_ index: Int) -> Portion {
      let (work, pass) = work(index)
      return self.portion(
        of: work, establishment, step, pass,
        histories.isEmpty ? TaxHistory() : histories[index])
    }
    var portions = order.alone.map(portion)
    let together = order.plain + order.apart
    guard let common, !together.isEmpty else { return portions }
    if tenant.isRelieved, forTaxes { return portions + together.map(portion) }
    var joined = joined(together.map { work($0).0 }, establishment, step, common)
    if !order.apart.isEmpty, !tenant.isRelieved {
      joined.plain =
        order.plain.isEmpty
        ? [] : [self.joined(order.plain.map { work($0).0 }, establishment, step, common)]
      joined.apart = order.apart.map(portion)
    }
    portions.append(joined)
    return portions
  }

  /// The vintages of an establishment in a step, by their places.
  struct Order {
    /// Those that are read by themselves: they open within the step, or a number goes by age.
    var alone: [Int] = []
    /// Those that read alike and whose taxes do not depend on their past; then those whose taxes do.
    var plain: [Int] = []
    var apart: [Int] = []
  }

  /// The order in which the stage adds the vintages that were admitted by the end of a step.
  func order(of establishment: Establishment<Double>, step: Int) -> Order {
    let tenant = plan.tenants[establishment.tenant]
    return order(of: establishment, step: step, common(tenant, step: step))
  }

  /// The same where it is known how those are read who were open throughout.
  private func order(
    of establishment: Establishment<Double>, step: Int, _ common: Pass?
  ) -> Order {
    let tenant = plan.tenants[establishment.tenant]
    let histories = remembers ? histories(of: establishment, before: step) : []
    var order = Order()
    for (index, vintage) in establishment.vintages.enumerated()
    where vintage.admitted < end(of: step) {
      let pass = pass(of: vintage, tenant, step: step, common)
      if !pass.isShared {
        order.alone.append(index)
      } else if tenant.countsProfit
        || isApart(vintage, tenant, pass, histories.isEmpty ? TaxHistory() : histories[index], step)
      {
        order.apart.append(index)
      } else {
        order.plain.append(index)
      }
    }
    return order
  }

  /// One vintage in an earlier step; nil where it was not there yet.
  func portion(ofVintage number: Int, _ subject: Int32, step: Int, chain: Int) -> Portion? {
    guard step >= 0, let establishment = establishment(of: subject),
      let place = establishment.vintages.firstIndex(where: { $0.number == number }),
      establishment.vintages[place].admitted < end(of: step)
    else { return nil }
    let vintage = establishment.vintages[place]
    let tenant = plan.tenants[establishment.tenant]
    let pass = pass(of: vintage, tenant, step: step, common(tenant, step: step))
    let work = Work(
      vintage: vintage, middle: pass.window.middle, years: pass.years, reading: pass.reading,
      spending: spending(of: vintage, tenant, step: step))
    var portion = portion(
      of: work, establishment, step, pass, histories(of: establishment, before: step)[place])
    portion.chain = chain
    return portion
  }

  /// Whether taxes depend on the past of who pays them.
  private var remembers: Bool { !plan.profitTaxes.isEmpty || !plan.creditTaxes.isEmpty }

  /// Whether a vintage cannot be taxed with others that read alike.
  private func isApart(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, _ pass: Pass,
    _ history: TaxHistory<Double>, _ step: Int
  ) -> Bool {
    var histories = TaxHistories<Double>()
    histories.keep(history, of: vintage.number)
    let life = LifeWeights(
      vintage, tenant, pass.reading, start: start(of: step), end: end(of: step))
    return plan.apartness(of: vintage.number, life, pass.reading, histories) != nil
  }

  private func portion(
    of work: Work, _ establishment: Establishment<Double>, _ step: Int, _ pass: Pass,
    _ history: TaxHistory<Double>
  ) -> Portion {
    let tenant = plan.tenants[establishment.tenant]
    var relief: Relief<Double>?
    var gains: [FirstGain<Double>] = []
    if tenant.isRelieved {
      var after = history
      var taxed = scratch().taxed
      let activity = activity(of: work.vintage, tenant, pass, step: step)
      plan.lower(
        flows(activity, tenant, pass, step: step).past, tenant, pass.reading, step: step, &after,
        into: &taxed)
      gains = after.gains
      var own = Relief<Double>(taxes: plan.taxes.count)
      plan.relieve(tenant, work.vintage, over: pass.window, gains, into: &own)
      relief = own
    }
    return Portion(
      tenant: tenant, subject: establishment.subject, step: step, window: pass.window,
      opening: work.vintage.opening,
      reading: pass.reading, size: pass.size, relief: relief, vintage: work.vintage,
      gains: gains, history: history,
      open: open(work, tenant), running: running(work, tenant), earning: earning(work, tenant),
      employing: employing(work, tenant), spending: work.spending)
  }

  /// Several vintages whose numbers are the same.
  private func joined(
    _ works: [Work], _ establishment: Establishment<Double>, _ step: Int, _ pass: Pass
  ) -> Portion {
    let tenant = plan.tenants[establishment.tenant]
    func all(_ label: Sentence, _ each: (Work) -> Factor) -> Factor {
      let parts = works.map { work in
        each(work).named(tenant.stream == nil ? label : "those of \(month(of: work.vintage))")
      }
      return parts.count == 1 ? parts[0].named(label) : .sum(label, "firm-years", parts)
    }
    let spent = works.map(\.spending).filter { $0.number != 0 }
    return Portion(
      tenant: tenant, subject: establishment.subject, step: step, window: pass.window,
      opening: works.count == 1 ? works[0].vintage.opening : 0, reading: pass.reading,
      size: pass.size, relief: nil, vintage: works.count == 1 ? works[0].vintage : nil, gains: [],
      history: TaxHistory(),
      open: all(Work.openLabel) { open($0, tenant) },
      running: all(Work.runningLabel) { running($0, tenant) },
      earning: all(Work.earningLabel) { earning($0, tenant) },
      employing: all(tenant.hasJobGrowth ? Work.employingLabel : Work.runningLabel) {
        employing($0, tenant)
      },
      spending: spent.count == 1 ? spent[0] : .sum("own investment", "yuan", spent))
  }

  /// The month of a vintage's intake, `2021-03`; the day on which those came who waited for land.
  func month(of vintage: Vintage<Double>) -> String {
    vintage.hasWaited ? day(vintage.admitted) : String(day(Double(vintage.month)).dropLast(3))
  }
}
