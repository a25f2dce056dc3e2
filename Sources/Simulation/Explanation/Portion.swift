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
  /// The portions of an establishment in a step, in the order in which the stage adds them.
  func portions(of establishment: Establishment<Double>, step: Int) -> [Portion] {
    let tenant = plan.tenants[establishment.tenant]
    let common = common(tenant, step: step)
    let histories = remembers ? histories(of: establishment, before: step) : []
    var portions: [Portion] = []
    var together: [Work] = []
    var plain: [Work] = []
    var apart: [Portion] = []
    for (index, vintage) in establishment.vintages.enumerated()
    where vintage.admitted < end(of: step) {
      let pass = pass(of: vintage, tenant, step: step, common)
      let work = Work(
        vintage: vintage, middle: pass.window.middle, years: pass.years, reading: pass.reading,
        spending: spending(of: vintage, tenant, step: step))
      let history = histories.isEmpty ? TaxHistory() : histories[index]
      guard pass.isShared, !tenant.isRelieved else {
        portions.append(portion(of: work, establishment, step, pass, history))
        continue
      }
      together.append(work)
      if isApart(vintage, tenant, pass, history, step) {
        apart.append(portion(of: work, establishment, step, pass, history))
      } else {
        plain.append(work)
      }
    }
    if let common, !together.isEmpty {
      var joined = joined(together, establishment, step, common)
      if !apart.isEmpty {
        joined.plain = plain.isEmpty ? [] : [self.joined(plain, establishment, step, common)]
        joined.apart = apart
      }
      portions.append(joined)
    }
    return portions
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
    let activity = activity(of: vintage, tenant, pass, step: step)
    return plan.apartness(of: vintage, activity, pass.reading, histories) != nil
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
        flows(activity, tenant, pass, step: step), tenant, pass.reading, step: step, &after,
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

  /// The month of a vintage's intake, `2021-03`.
  func month(of vintage: Vintage<Double>) -> String {
    String(day(Double(vintage.month)).dropLast(3))
  }
}
