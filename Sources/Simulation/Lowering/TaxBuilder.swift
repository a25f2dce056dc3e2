import Diagnostics
import ParkModel

/// Lowers taxes, bases before the surtaxes on them. Model 6.
extension PlanBuilder {
  func taxes(_ plan: inout Plan<Number>) throws(Diagnostic) {
    plan.levels = scenario.levels
    let shares = Tax.shares(of: plan.levels)
    var places: [String: Int] = [:]
    var waiting = scenario.entities(.tax)
    if waiting.count > Account.mostTaxes {
      throw Diagnostic(
        "out-of-range", "a scenario has at most \(Account.mostTaxes) taxes",
        at: waiting[Account.mostTaxes].location)
    }
    // No circle is left (Scenario.problems), so each round takes at least one.
    while !waiting.isEmpty {
      var later: [Declaration] = []
      for tax in waiting {
        if case .base(.tax(let other))? = tax[Tax.base]?.value, places[other] == nil {
          later.append(tax)
        } else {
          places[tax.name] = plan.taxes.count
          plan.bases.append(base(tax, places))
          plan.taxes.append(self.tax(tax, shares))
        }
      }
      guard later.count < waiting.count else { return }
      waiting = later
    }
    plan.isOnInvestment = []
    for base in plan.bases {
      switch base {
      case .investment: plan.isOnInvestment.append(true)
      case .tax(let other): plan.isOnInvestment.append(plan.isOnInvestment[other])
      default: plan.isOnInvestment.append(false)
      }
    }
    plan.profitTaxes = plan.bases.indices.filter { index in
      if case .profit = plan.bases[index] { return true }
      return false
    }
    plan.lossMonths = plan.profitTaxes.map { plan.taxes[$0].carriesLosses }
    plan.deductsResearch = plan.profitTaxes.map { plan.taxes[$0].researchDeduction != nil }
    plan.creditTaxes = plan.taxes.indices.filter { plan.taxes[$0].credit != nil }
    plan.places = plan.taxes.indices.map { tax in
      if let place = plan.profitTaxes.firstIndex(of: tax) { return .profit(place) }
      if let place = plan.creditTaxes.firstIndex(of: tax) { return .credit(place) }
      return .none
    }
    plan.isOnOutput = plan.bases.map(\.dependsOnOutput)
    for (index, tax) in plan.taxes.enumerated() {
      for level in 0..<plan.levelCount where tax.shares[level] != nil {
        plan.taxAccounts.append(
          (index * plan.levelCount + level, index, .tax(index, Level(level, of: plan.levelCount))))
      }
    }
  }

  private func tax(_ entity: Declaration, _ shares: [AttributeRow]) -> TaxPlan<Number> {
    TaxPlan(
      name: entity.name,
      rate: rate(entity[Tax.rate]) ?? .curve(Curve(Number.zero)),
      countyRate: rate(entity[Tax.countyRate]),
      shares: shares.map { row in
        guard let number = entity.number(row), isAboveNothing(number) else { return nil }
        return curve(number)
      }, carriesLosses: some(Tax.carryLosses, of: entity)?.constant,
      researchDeduction: some(Tax.researchDeduction, of: entity), credit: credit(entity))
  }

  /// A number that is stated and not nothing throughout.
  private func some(_ row: AttributeRow, of entity: Declaration) -> Curve<Number>? {
    guard entity[row] != nil, let number = entity.number(row), isAboveNothing(number) else {
      return nil
    }
    return curve(number)
  }

  private func credit(_ entity: Declaration) -> CreditPlan<Number>? {
    let equipment = some(Tax.inputEquipment, of: entity)
    let buildings = some(Tax.inputBuildings, of: entity)
    guard equipment != nil || buildings != nil else { return nil }
    return CreditPlan(
      equipment: equipment ?? Curve(Number.zero), buildings: buildings ?? Curve(Number.zero),
      refund: some(Tax.refund, of: entity),
      refundLocal: entity[Tax.refundLocal] == nil ? nil : curve(Tax.refundLocal, of: entity))
  }

  private func base(_ entity: Declaration, _ places: [String: Int]) -> TaxBase {
    guard case .base(let base)? = entity[Tax.base]?.value else { return .output }
    switch base {
    case .vat: return .vat
    case .profit: return .profit
    case .payroll: return .payroll
    case .output: return .output
    case .valueAdded: return .valueAdded
    case .land: return .land
    case .building: return .building
    case .investment: return .investment
    case .tax(let name): return .tax(places[name] ?? 0)
    }
  }

  private func rate(_ attribute: Attribute?) -> TaxPlan<Number>.Rate? {
    guard case .rate(let rate)? = attribute?.value else { return nil }
    switch rate {
    case .share(let number), .perArea(let number): return .curve(curve(number))
    case .sector(let number): return .sector(number)
    // Worked out before a plan is built.
    case .formula: return nil
    }
  }
}
