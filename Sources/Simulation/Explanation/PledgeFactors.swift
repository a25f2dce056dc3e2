import Diagnostics
import ParkModel

/// The taxes at full operation by which a pledge is turned round, as factors. Model 4, size.
extension FactorSource {
  /// What of them depends on output: on each yuan of it, or on the output that is stated.
  func slopes(
    _ label: Sentence, _ unit: String, _ taxes: [Affine<Double>], _ tenant: Tenant<Double>,
    isLocal: Bool, isStated: Bool
  ) -> Factor {
    let parts = taxes.indices.map { tax -> Factor in
      let value = taxes[tax].slope
      if !isStated, value != 0, let part = part(of: tax, tenant, isLocal: isLocal),
        part.number == value
      {
        return part
      }
      return .reading(
        Sentence(typed: plan.taxes[tax].name), value, unit,
        statements: statements(of: tax, tenant, isLocal))
    }
    return .sum(label, unit, parts, note: "at full operation, without incentives")
  }

  /// What of them does not.
  func constants(
    _ taxes: [Affine<Double>], _ tenant: Tenant<Double>, hasStatedJobs: Bool
  ) -> Factor {
    let isLocal = plan.sizeRules[tenant.index].localTax != nil
    let parts = taxes.indices.map { tax in
      Factor.reading(
        Sentence(typed: plan.taxes[tax].name), taxes[tax].constant, "yuan/year",
        statements: statements(of: tax, tenant, isLocal))
    }
    let jobs: Sentence = hasStatedJobs ? "stated jobs" : "jobs"
    return .sum(
      "taxes that do not depend on output", "yuan/year", parts,
      note: "on land, buildings and \(jobs), at full operation")
  }

  /// A tax on a yuan of output; nil for one on land or buildings.
  private func part(of tax: Int, _ tenant: Tenant<Double>, isLocal: Bool) -> Factor? {
    guard var factors = levied(tax, tenant) else { return nil }
    if isLocal {
      let opening = plan.sizeRules[tenant.index].opening
      let place = plan.levelCount - 1
      let name = plan.levels.all[place].name
      factors.append(
        .stated(
          "\(name) share", plan.taxes[tax].shares[place]?.value(at: opening, age: 0) ?? 0, "share",
          plan.taxes[tax].name, name))
    }
    return .product(Sentence(typed: plan.taxes[tax].name), "", factors)
  }

  /// What a tax is levied on of a yuan of output, and its rate.
  private func levied(_ tax: Int, _ tenant: Tenant<Double>) -> [Factor]? {
    let rule = plan.sizeRules[tenant.index]
    func read(_ number: Sector.Number) -> Double {
      tenant.profile[number.rawValue].value(at: rule.opening, age: 0)
    }
    func factor(_ number: Sector.Number, _ unit: String = "share") -> Factor {
      stated(number, tenant, read(number), unit)
    }
    let row = plan.taxes[tax]
    let base: [Factor]
    switch plan.bases[tax] {
    case .vat:
      let share = plan.vatShare(
        valueAdded: read(.valueAdded), creditable: read(.creditable), exports: read(.exports))
      base = [
        .formula(
          .vatShare, "part of output that VAT is levied on", share, "share",
          [factor(.valueAdded), factor(.creditable), factor(.exports)])
      ]
    case .profit:
      let deduction = row.researchDeduction?.value(at: rule.opening, age: 0) ?? 0
      let research = Factor.product(
        "research taken off once more", "share",
        [
          factor(.research),
          .stated("research_deduction", deduction, "share", row.name, "research_deduction"),
        ])
      guard research.number != 0 else {
        base = [factor(.margin)]
        break
      }
      base = [
        .remainder("margin less research", "share", of: factor(.margin), less: [research])
      ]
    case .output: base = [.reading("each yuan of output", 1, "")]
    case .valueAdded: base = [factor(.valueAdded)]
    case .tax(let other):
      guard let inner = levied(other, tenant) else { return nil }
      base = [.product(Sentence(typed: plan.taxes[other].name), "", inner)]
    case .payroll, .land, .building, .investment: return nil
    }
    let isUrban = plan.parks[tenant.park].isUrban
    let rate: Double
    switch row.rate(isUrban: isUrban) {
    case .curve(let curve): rate = curve.value(at: rule.opening, age: 0)
    case .sector(let number): rate = read(number)
    }
    return base + [
      Factor(
        "rate of \(typed: row.name)", .stated, .number(max(0, rate)), "share",
        statements: rateStatements(of: tax, tenant))
    ]
  }

  /// What says a tax's rate.
  func rateStatements(of tax: Int, _ tenant: Tenant<Double>) -> [StatementKey] {
    let isUrban = plan.parks[tenant.park].isUrban
    let row = plan.taxes[tax].countyRate == nil || isUrban ? "rate" : "county_rate"
    var statements = [StatementKey(plan.taxes[tax].name, row)]
    if case .sector(let number) = plan.taxes[tax].rate(isUrban: isUrban) {
      statements.append(StatementKey(tenant.name, number.row.name))
    }
    return statements
  }

  /// What says a tax at full operation that is not taken apart.
  private func statements(
    of tax: Int, _ tenant: Tenant<Double>, _ isLocal: Bool
  ) -> [StatementKey] {
    let numbers: [Sector.Number]
    switch plan.bases[tax] {
    case .vat: numbers = [.valueAdded, .creditable, .exports]
    case .profit: numbers = [.margin, .research]
    case .payroll: numbers = [.outputPerJob, .wage]
    case .output, .tax, .investment: numbers = []
    case .valueAdded: numbers = [.valueAdded]
    case .land: numbers = [.jobsPerArea]
    case .building: numbers = [.buildingShare, .investmentPerArea]
    }
    return rateStatements(of: tax, tenant)
      + (isLocal
        ? [StatementKey(plan.taxes[tax].name, plan.levels.all[plan.levelCount - 1].name)] : [])
      + numbers.map { StatementKey(tenant.name, $0.row.name) }
  }
}
