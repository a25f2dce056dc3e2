/// What one vintage of a firm or cohort does in one step, factor by factor: worked out anew from the
/// plan, by the functions that the run itself uses. The vintages of a tenant in a phase add up to its
/// postings and counts of that step, but for the rounding of each posting.
public struct VintageFactors: Sendable {
  /// What is due of one tax.
  public struct Tax: Sendable {
    /// The place of the tax in the plan.
    public let index: Int
    /// What it is levied on: yuan, for land m² times years.
    public let base: Double
    /// A share, for land yuan a m² and year.
    public let rate: Double
    /// The part that holidays leave.
    public let due: Double
    /// Base · rate · due, yuan.
    public let amount: Double
    /// Central, province, local.
    public let shares: [Double]
    /// The part of the local share that is paid back.
    public let rebated: Double
    /// The part of the local share that each enclave of the park passes on.
    public let passedOn: [Double]
  }

  /// The phase that it is in; nil for none.
  public let phase: Int?
  /// Firms, fractions included.
  public let count: Double
  /// Months since the scenario's start.
  public let admitted: Double
  /// Months since the scenario's start.
  public let opening: Double
  /// The middle of its open part of the step, months since the start; of one that is yet to open, the
  /// middle of the step.
  public let middle: Double
  /// The length of that part.
  public let years: Double
  /// A firm at full size, output and jobs as read at the middle, the rest as at its arrival.
  public let size: TenantSize
  /// R at the middle.
  public let ramp: Double
  /// S at the middle.
  public let survival: Double
  /// (1 + growth)^t at the middle.
  public let growth: Double
  public let agglomeration: Double
  public let rail: Double
  public let boost: Double
  /// 1 + e at the middle: what lines add to jobs.
  public let people: Double
  /// max(0, (R − break_even)/(1 − break_even))
  public let earning: Double
  /// Value added and margin as shares of output, pay of a job and year.
  public let valueAddedShare: Double
  public let margin: Double
  public let wage: Double
  /// Yuan.
  public let output: Double
  public let valueAdded: Double
  public let profit: Double
  public let payroll: Double
  /// tce
  public let energy: Double
  /// Tonnes.
  public let emissions: Double
  /// Its own spending in the step, yuan.
  public let spending: Double
  /// The share of its spending that is granted.
  public let granted: Double
  /// Yuan.
  public let landIncome: Double
  public let taxes: [Tax]
  /// R, S, 1 + e, and what links make of indirect jobs, at the end of the step.
  public let rampAtEnd: Double
  public let survivalAtEnd: Double
  public let peopleAtEnd: Double
  public let suppliers: Double
  /// Direct, indirect and induced, at the end of the step.
  public let jobs: Double
  public let indirectJobs: Double
  public let inducedJobs: Double
}

extension Projection {
  /// The vintages of a firm or cohort in a step, in order of admission; empty for one that is not
  /// admitted by its end.
  public func factors(of tenant: Int, step: Int) -> [VintageFactors] {
    establishments.filter { $0.tenant == tenant }.flatMap { place in
      place.vintages
        .filter { $0.admitted < calendar.start(of: step + 1) && $0.count > 0 }
        .map { plan.factors(of: $0, in: place, step: step, agglomeration: agglomeration[step]) }
    }
  }
}

extension Plan where Number == Double {
  /// The factors of a vintage in a step, given each park's agglomeration in it.
  func factors(
    of vintage: Vintage<Double>, in place: Establishment<Double>, step: Int,
    agglomeration: [Double]
  ) -> VintageFactors {
    let tenant = tenants[place.tenant]
    let (start, end) = (calendar.start(of: step), calendar.start(of: step + 1))
    let part = Part(vintage, from: start, to: end)
    let age = part.middle - vintage.opening
    let reading = Readings(self, tenant, at: part.middle, opening: vintage.opening)
    let size = size(of: tenant, at: part.middle, age: age)
    let before = tenant.invested(at: start, admitted: vintage.admitted)
    let after = tenant.invested(at: end, admitted: vintage.admitted)
    let spending = tenant.size.investment * vintage.count * (after - before)
    let activity = activity(
      of: vintage, tenant, at: part.middle, years: part.years, breakEven: reading.breakEven,
      spending: spending)
    let flows = flows(
      of: activity, tenant, size: size, reading, agglomeration: agglomeration[tenant.park])
    let taxes = taxes(on: flows, vintage, tenant, reading, age: age)

    let endAge = end - vintage.opening
    let isOpen = endAge >= 0
    let rampAtEnd = tenant.ramp(endAge)
    let survivalAtEnd = tenant.survival(endAge)
    let peopleAtEnd = 1 + employment(of: parks[tenant.park].city, at: end)
    let jobs =
      isOpen ? size.jobs * vintage.count * rampAtEnd * survivalAtEnd * peopleAtEnd : 0
    let suppliers = link(of: tenant.park, at: end, .indirectJobs)
    let above = (tenant.ramp(age) - reading.breakEven) / (1 - reading.breakEven)
    let isSold = vintage.admitted >= max(0, start)
    return VintageFactors(
      phase: place.site.flatMap { sites[$0].phase }, count: vintage.count,
      admitted: vintage.admitted, opening: vintage.opening, middle: part.middle,
      years: part.years,
      size: TenantSize(
        output: size.output, jobs: size.jobs, land: tenant.size.land, floor: tenant.size.floor,
        investment: tenant.size.investment),
      ramp: tenant.ramp(age), survival: tenant.survival(age), growth: reading.growth,
      agglomeration: agglomeration[tenant.park], rail: reading.rail, boost: reading.boost,
      people: reading.people, earning: max(0, above), valueAddedShare: reading.valueAdded,
      margin: reading.margin, wage: reading.wage, output: flows.output,
      valueAdded: flows.valueAdded, profit: flows.profit, payroll: flows.payroll,
      energy: flows.energy, emissions: flows.emissions, spending: spending,
      granted: reading.grant,
      landIncome: isSold ? vintage.sold * landPrice(in: tenant.park, at: vintage.admitted) : 0,
      taxes: taxes, rampAtEnd: rampAtEnd, survivalAtEnd: survivalAtEnd, peopleAtEnd: peopleAtEnd,
      suppliers: suppliers, jobs: jobs, indirectJobs: jobs * reading.indirect * suppliers,
      inducedJobs: jobs * reading.induced)
  }

  private func taxes(
    on flows: Flows<Double>, _ vintage: Vintage<Double>, _ tenant: Tenant<Double>,
    _ reading: Readings<Double>, age: Double
  ) -> [VintageFactors.Tax] {
    var relief = Relief<Double>(taxes: taxes.count)
    if tenant.isRelieved { relieve(tenant, vintage, age: age, into: &relief) }
    var sums = Sums<Double>(taxes: taxes.count, enclaves: parks[tenant.park].enclaves.count)
    tax(flows, reading, relief, to: &sums)
    return taxes.indices.map { index in
      VintageFactors.Tax(
        index: index, base: max(0, base(of: index, flows, amounts: sums.amounts)),
        rate: reading.rates[index], due: relief.due[index], amount: sums.amounts[index],
        shares: Array(reading.shares[index * 3..<index * 3 + 3]), rebated: relief.rebated[index],
        passedOn: reading.passedOn)
    }
  }
}
