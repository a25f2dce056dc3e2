import ParkModel

/// What the numbers of a tenant are in one window, size and age apart: the same for all who share
/// a profile and a park. Most are read at its middle; those of taxes and enclaves are its means.
struct Readings<Number: Lane> {
  var valueAdded: Number
  var margin: Number
  var wage: Number
  /// The part of output that VAT is levied on.
  var vatShare: Number
  var buildingShare: Number
  /// Share of output.
  var research: Number
  var breakEven: Number
  /// tce a yuan of value added.
  var energy: Number
  /// Tonnes a tce.
  var emissions: Number
  /// Jobs for each direct one.
  var indirect: Number
  var induced: Number
  /// By tax, then by level of government.
  var shares: [Number]
  /// By tax, never below 0.
  var rates: [Number]
  /// By tax on profit, what it takes off of research.
  var deductions: [Number]
  /// By tax with credits: the tax in a yuan of own spending.
  var inputs: [Number]
  /// By tax with credits: the part of what stands that is refunded in a step.
  var refundParts: [Number]
  /// By tax with credits, then by level.
  var refundShares: [Number]

  /// (1 + growth)^t
  var growth: Number
  /// The same at the instant from which output grows; nil where it is the tenant's, whatever its age.
  var level: Number?
  var rail: Number
  var boost: Number
  /// 1 + e: what lines add to the city's jobs.
  var people: Number
  /// The share of own investment that is paid by the park.
  var grant: Number
  /// The part of local tax that each enclave of the park passes on.
  var passedOn: [PassedOn<Number>]

  /// Reads everything anew.
  init(
    _ plan: Plan<Number>, _ tenant: Tenant<Number>, over window: Window<Number>, opening: Number
  ) {
    let instant = window.middle
    let age = instant - opening
    func read(_ number: Sector.Number) -> Number { tenant[number].value(at: instant, age: age) }
    valueAdded = read(.valueAdded)
    margin = read(.margin)
    wage = read(.wage)
    vatShare = plan.vatShare(
      valueAdded: valueAdded, creditable: read(.creditable), exports: read(.exports))
    buildingShare = read(.buildingShare)
    research = read(.research)
    breakEven = read(.breakEven)
    energy = read(.energy)
    emissions = read(.emissions)
    indirect = read(.indirect)
    induced = read(.induced)
    shares = []
    rates = []
    shares.reserveCapacity(plan.taxes.count * plan.levelCount)
    rates.reserveCapacity(plan.taxes.count)
    for tax in plan.taxes {
      let rate: Number
      switch tax.rate(isUrban: plan.parks[tenant.park].isUrban) {
      case .curve(let curve): rate = curve.mean(over: window, opening: opening)
      case .sector(let number): rate = tenant[number].mean(over: window, opening: opening)
      }
      rates.append(rate.maximum(Number.zero))
      for share in tax.shares {
        shares.append(share?.mean(over: window, opening: opening) ?? Number.zero)
      }
    }
    deductions = plan.profitTaxes.map { tax in
      plan.taxes[tax].researchDeduction?.mean(over: window, opening: opening) ?? Number.zero
    }
    inputs = []
    refundParts = []
    refundShares = []
    growth = Number.one
    rail = Number.one
    boost = Number.one
    people = Number.one
    grant = Number.zero
    passedOn = []
    readCredits(plan, over: window, opening: opening)
    move(plan, tenant, to: window, opening: opening)
  }

  private mutating func readCredits(
    _ plan: Plan<Number>, over window: Window<Number>, opening: Number
  ) {
    for tax in plan.creditTaxes {
      guard let credit = plan.taxes[tax].credit else { continue }
      inputs.append(
        credit.input(buildingShare: buildingShare, over: window, opening: opening))
      var part = Number.zero
      if let refund = credit.refund {
        let left = Number.one - refund.mean(over: window, opening: opening)
        part = Number.one - Number.power(left, Number(plan.calendar.stepYears))
      }
      refundParts.append(part)
      if let curve = credit.refundLocal {
        let local = curve.mean(over: window, opening: opening)
        // The rest is the nation's; of a single level it is all.
        let first = refundShares.count
        refundShares += Array(repeating: Number.zero, count: plan.levelCount)
        refundShares[first + plan.levelCount - 1] = local
        refundShares[first] += Number.one - local
      } else {
        refundShares += shares[tax * plan.levelCount..<(tax + 1) * plan.levelCount]
      }
    }
  }

  /// Reads what moves with time though no number has a schedule.
  mutating func move(
    _ plan: Plan<Number>, _ tenant: Tenant<Number>, to window: Window<Number>, opening: Number
  ) {
    let instant = window.middle
    growth = tenant.growth(at: instant, opening: opening)
    if tenant[.growth].isByAge {
      level = tenant.growth(at: tenant.reference, opening: opening)
    }
    rail = plan.railFactor(tenant, at: instant, age: instant - opening)
    boost = plan.boost(tenant, at: instant, .productivity)
    people = Number.one + plan.employment(of: plan.parks[tenant.park].city, at: instant)
    grant = plan.grant(to: tenant, at: instant)
    if !plan.parks[tenant.park].enclaves.isEmpty {
      passedOn = plan.passedOn(by: tenant.park, over: window)
    }
  }
}

extension Plan {
  /// The size of a tenant as it is read at an instant and an age, both in months.
  func size(of tenant: Tenant<Number>, at instant: Number, age: Number) -> FirmSize<Number> {
    tenant.sizeVaries ? sizeOf(tenant, at: instant, age: age) : tenant.size
  }

  /// The size of a tenant where it changes over time. A pledge that no longer holds, because a
  /// schedule moved below it, gives the size at arrival.
  private func sizeOf(
    _ tenant: Tenant<Number>, at instant: Number, age: Number
  ) -> FirmSize<Number> {
    let size = try? size(
      sizeRules[tenant.index], profile: tenant.profile, isUrban: parks[tenant.park].isUrban,
      at: instant, age: age)
    return size ?? tenant.size
  }
}
