import Synchronization

/// What the taxes of an establishment's vintages remember, worked out again step by step.
struct Past: Sendable {
  /// Whose it is.
  var subject: Int32 = -1
  /// By step, what each vintage's taxes remember as it begins, in the order of the vintages.
  var steps: [[TaxHistory<Double>]] = []
}

extension FactorSource {
  /// What each vintage's taxes remember as a step begins, in the order of the vintages.
  func histories(
    of establishment: Establishment<Double>, before step: Int
  ) -> [TaxHistory<Double>] {
    past.withLock { past in
      if past.subject != establishment.subject {
        past = Past(subject: establishment.subject, steps: [begun(establishment)])
      }
      while past.steps.count <= step {
        past.steps.append(
          advanced(past.steps[past.steps.count - 1], establishment, past.steps.count - 1))
      }
      return past.steps[step]
    }
  }

  /// What is remembered as the scenario begins.
  private func begun(_ establishment: Establishment<Double>) -> [TaxHistory<Double>] {
    establishment.vintages.map { vintage in
      var history = TaxHistory<Double>()
      guard !plan.creditTaxes.isEmpty, vintage.admitted < 0 else { return history }
      history.credits = plan.firstCredits(of: vintage, plan.tenants[establishment.tenant])
      return history
    }
  }

  /// Amounts of which nothing is wanted but what is remembered after them.
  func scratch() -> Sums<Double> {
    Sums(
      taxes: plan.taxes.count, levels: plan.levelCount, enclaves: 0,
      credits: plan.creditTaxes.count,
      profits: plan.profitTaxes.count, hasRelocations: false)
  }

  private func advanced(
    _ histories: [TaxHistory<Double>], _ establishment: Establishment<Double>, _ step: Int
  ) -> [TaxHistory<Double>] {
    let tenant = plan.tenants[establishment.tenant]
    let common = common(tenant, step: step)
    var histories = histories
    var sums = scratch()
    for (index, vintage) in establishment.vintages.enumerated()
    where vintage.admitted < end(of: step) {
      let pass = pass(of: vintage, tenant, step: step, common)
      let passage = passage(vintage, tenant, step: step)
      let flows = flows(activity(of: vintage, tenant, pass, step: step), tenant, pass, step: step)
      plan.lower(
        flows.past, tenant, pass.reading, step: step, &histories[index], into: &sums.taxed)
      plan.taxAlone(
        flows.past, plan.dues(onVAT: flows.vat, pass.reading, factor: pass.size.taxFactor),
        pass.reading,
        plan.creditTaxes, factor: pass.size.taxFactor, nil, passage,
        &histories[index], to: &sums)
      histories[index].fade(passage)
    }
    return histories
  }
}

/// How a vintage is read in a step.
struct Pass {
  /// Its open part, or the step.
  var window: Window<Double>
  /// The length of its open part.
  var years: Double
  var reading: Readings<Double>
  var size: FirmSize<Double>
  /// Whether it is read like all who were open throughout.
  var isShared: Bool
}

extension FactorSource {
  /// How those are read who were open throughout a step; nil where each is read by itself.
  func common(_ tenant: Tenant<Double>, step: Int) -> Pass? {
    guard !tenant.isByAge else { return nil }
    let whole = Window(start: start(of: step), end: end(of: step))
    return Pass(
      window: whole, years: plan.calendar.stepYears,
      reading: Readings(plan, tenant, over: whole, opening: 0),
      size: plan.size(of: tenant, at: whole.middle, age: 0), isShared: true)
  }

  /// How one vintage is read in a step.
  func pass(
    of vintage: Vintage<Double>, _ tenant: Tenant<Double>, step: Int, _ common: Pass?
  ) -> Pass {
    if let common, vintage.opening <= start(of: step) { return common }
    let part = Part(vintage, from: start(of: step), to: end(of: step))
    return Pass(
      window: part.window, years: part.years,
      reading: reading(of: vintage, tenant, over: part.window, like: common?.reading),
      size: plan.size(of: tenant, at: part.middle, age: part.middle - vintage.opening),
      isShared: false)
  }

  /// What is read of one vintage in a window of its own.
  private func reading(
    of vintage: Vintage<Double>, _ tenant: Tenant<Double>, over window: Window<Double>,
    like shared: Readings<Double>?
  ) -> Readings<Double> {
    guard tenant.isConstant, let shared else {
      return Readings(plan, tenant, over: window, opening: vintage.opening)
    }
    var growths = GrowthMemory<Double>()
    return shared.moved(plan, tenant, to: window, opening: vintage.opening, &growths)
  }

  /// What one vintage does in a step.
  func activity(
    of vintage: Vintage<Double>, _ tenant: Tenant<Double>, _ pass: Pass, step: Int
  ) -> Activity<Double> {
    let spent =
      tenant.invested(at: end(of: step), admitted: vintage.admitted)
      - tenant.invested(at: start(of: step), admitted: vintage.admitted)
    return plan.activity(
      of: vintage, tenant, at: pass.window.middle, years: pass.years, pass.reading,
      spending: tenant.size.investment * vintage.count * spent)
  }

  /// What that comes to.
  func flows(
    _ activity: Activity<Double>, _ tenant: Tenant<Double>, _ pass: Pass, step: Int
  ) -> Flows<Double> {
    guard activity.isSomething else { return Flows(ofNothingBut: activity.spending) }
    let year = plan.year(
      of: tenant, size: pass.size, pass.reading,
      agglomeration: projection.agglomeration[step][tenant.park])
    return plan.flows(of: activity, year, pass.reading)
  }

  func passage(
    _ vintage: Vintage<Double>, _ tenant: Tenant<Double>, step: Int
  ) -> Passage<Double> {
    Passage(tenant: tenant, vintage: vintage, start: start(of: step), end: end(of: step))
  }
}
