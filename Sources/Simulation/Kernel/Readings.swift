import ParkModel

/// What the numbers of a tenant are in one window, size and age apart: the same for all who share
/// a profile and a park. Most are read at its middle; those of taxes and enclaves are its means.
///
/// A class, and never changed once made: every establishment of a step is handed those that it shares.
final class Readings<Number: Lane> {
  let valueAdded: Number
  let margin: Number
  let wage: Number
  /// The part of output that VAT is levied on.
  let vatShare: Number
  let buildingShare: Number
  /// Share of output.
  let research: Number
  let breakEven: Number
  /// tce a yuan of value added.
  let energy: Number
  /// Tonnes a tce.
  let emissions: Number
  /// Jobs for each direct one.
  let indirect: Number
  let induced: Number
  /// By tax, then by level of government.
  let shares: [Number]
  /// By tax, never below 0.
  let rates: [Number]
  /// By tax on profit, what it takes off of research.
  let deductions: [Number]
  /// Where a firm at full size makes a loss.
  let isLosing: Number.Mask
  /// The least and the greatest margin of any draw, and by tax on profit the same of what it takes off
  /// output for research.
  let margins: (least: Double, greatest: Double)
  let deducted: [(least: Double, greatest: Double)]
  private let credits: CreditReadings<Number>
  private let motion: MovingReadings<Number>

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
    var shares: [Number] = []
    var rates: [Number] = []
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
    self.shares = shares
    self.rates = rates
    deductions = plan.profitTaxes.map { tax in
      plan.taxes[tax].researchDeduction?.mean(over: window, opening: opening) ?? Number.zero
    }
    isLosing = margin.isLess(than: Number.zero)
    margins = (margin.least, margin.greatest)
    deducted = deductions.map { [research] deduction in
      let part = research * deduction
      return (part.least, part.greatest)
    }
    credits = CreditReadings(
      plan, buildingShare: buildingShare, shares: shares, over: window, opening: opening)
    motion = MovingReadings(plan, tenant, over: window, opening: opening)
  }

  /// The same, with what moves with time though no number has a schedule as it is in another window.
  func moved(
    _ plan: Plan<Number>, _ tenant: Tenant<Number>, to window: Window<Number>, opening: Number,
    _ growths: inout GrowthMemory<Number>
  ) -> Readings {
    let growth = growths.factor(of: tenant, at: window.middle, opening: opening)
    return Readings(
      self, MovingReadings(plan, tenant, over: window, opening: opening, growth: growth))
  }

  private init(_ other: Readings, _ motion: MovingReadings<Number>) {
    valueAdded = other.valueAdded
    margin = other.margin
    wage = other.wage
    vatShare = other.vatShare
    buildingShare = other.buildingShare
    research = other.research
    breakEven = other.breakEven
    energy = other.energy
    emissions = other.emissions
    indirect = other.indirect
    induced = other.induced
    shares = other.shares
    rates = other.rates
    deductions = other.deductions
    isLosing = other.isLosing
    margins = other.margins
    deducted = other.deducted
    credits = other.credits
    self.motion = motion
  }
}

extension Readings {
  /// By tax with credits: the tax in a yuan of own spending.
  var inputs: [Number] { credits.inputs }
  /// By tax with credits: the part of what stands that is refunded in a step.
  var refundParts: [Number] { credits.refundParts }
  /// By tax with credits, then by level.
  var refundShares: [Number] { credits.refundShares }

  /// (1 + growth)^t
  var growth: Number { motion.growth }
  /// The same at the instant from which output grows; nil where it is the tenant's, whatever its age.
  var level: Number? { motion.level }
  var rail: Number { motion.rail }
  var boost: Number { motion.boost }
  /// 1 + e: what lines add to the city's jobs.
  var people: Number { motion.people }
  /// The share of own investment that is paid by the park.
  var grant: Number { motion.grant }
  /// The part of local tax that each enclave of the park passes on.
  var passedOn: [PassedOn<Number>] { motion.passedOn }
}

/// What is read of taxes with credits.
private struct CreditReadings<Number: Lane> {
  var inputs: [Number] = []
  var refundParts: [Number] = []
  var refundShares: [Number] = []

  init(
    _ plan: Plan<Number>, buildingShare: Number, shares: [Number], over window: Window<Number>,
    opening: Number
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
}

/// What moves with time though no number has a schedule.
private struct MovingReadings<Number: Lane> {
  var growth: Number
  var level: Number?
  var rail: Number
  var boost: Number
  var people: Number
  var grant: Number
  var passedOn: [PassedOn<Number>] = []

  init(
    _ plan: Plan<Number>, _ tenant: Tenant<Number>, over window: Window<Number>, opening: Number,
    growth known: Number? = nil
  ) {
    let instant = window.middle
    growth = known ?? tenant.growth(at: instant, opening: opening)
    level =
      tenant[.growth].isByAge ? tenant.growth(at: tenant.reference, opening: opening) : nil
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
