import ParkModel

/// What of an establishment is read and taxed at once in a step: one vintage, or all those that
/// were open throughout and read alike. Model 4.
struct Portion {
  let tenant: Tenant<Double>
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
  /// Firm-years: open, at work, and at the share of full profit.
  let open: Factor
  let running: Factor
  let earning: Factor
  let employing: Factor
  /// Own spending in the step, yuan.
  let spending: Factor

  /// Its middle, where most is read.
  var instant: Double { window.middle }
  var age: Double { instant - opening }
}

extension FactorSource {
  /// The portions of an establishment in a step, in the order in which the stage adds them.
  func portions(of establishment: Establishment<Double>, step: Int) -> [Portion] {
    let tenant = plan.tenants[establishment.tenant]
    let common = common(tenant, step: step)
    let histories = tenant.countsProfit ? histories(of: establishment, before: step) : []
    var portions: [Portion] = []
    var together: [Work] = []
    for (index, vintage) in establishment.vintages.enumerated()
    where vintage.admitted < end(of: step) {
      let pass = pass(of: vintage, tenant, step: step, common)
      let work = Work(
        vintage: vintage, middle: pass.window.middle, years: pass.years,
        breakEven: pass.reading.breakEven, spending: spending(of: vintage, tenant, step: step))
      if pass.isShared, !tenant.isRelieved {
        together.append(work)
        continue
      }
      var history = histories.isEmpty ? TaxHistory() : histories[index]
      plan.remember(
        flows(of: vintage, tenant, pass, step: step), tenant, step: step, in: &history)
      portions.append(portion(of: work, tenant, step, pass, history))
    }
    if let common, !together.isEmpty {
      portions.append(
        joined(together, tenant, step, over: common.window, common.reading, common.size))
    }
    return portions
  }

  private func portion(
    of work: Work, _ tenant: Tenant<Double>, _ step: Int, _ pass: Pass,
    _ history: TaxHistory<Double>
  ) -> Portion {
    var relief: Relief<Double>?
    if tenant.isRelieved {
      var own = Relief<Double>(taxes: plan.taxes.count)
      plan.relieve(tenant, work.vintage, over: pass.window, history.gains, into: &own)
      relief = own
    }
    return Portion(
      tenant: tenant, step: step, window: pass.window, opening: work.vintage.opening,
      reading: pass.reading, size: pass.size, relief: relief, vintage: work.vintage,
      gains: history.gains,
      open: open(work, tenant), running: running(work, tenant), earning: earning(work, tenant),
      employing: employing(work, tenant), spending: work.spending)
  }

  /// Several vintages whose numbers are the same.
  private func joined(
    _ works: [Work], _ tenant: Tenant<Double>, _ step: Int, over window: Window<Double>,
    _ reading: Readings<Double>, _ size: FirmSize<Double>
  ) -> Portion {
    func all(_ label: String, _ each: (Work) -> Factor) -> Factor {
      let parts = works.map { work in
        each(work).named(tenant.stream == nil ? label : "those of \(month(of: work.vintage))")
      }
      return parts.count == 1 ? parts[0].named(label) : .sum(label, "firm-years", parts)
    }
    let spent = works.map(\.spending).filter { $0.number != 0 }
    return Portion(
      tenant: tenant, step: step, window: window,
      opening: works.count == 1 ? works[0].vintage.opening : 0, reading: reading, size: size,
      relief: nil, vintage: works.count == 1 ? works[0].vintage : nil, gains: [],
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
