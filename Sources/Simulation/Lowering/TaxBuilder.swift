import Diagnostics
import ParkModel

/// Lowers taxes, bases before the surtaxes on them. Model 6.
extension PlanBuilder {
  func taxes(_ parts: inout PlanParts<Number>) throws(Diagnostic) {
    parts.levels = scenario.levels
    let shares = Tax.shares(of: parts.levels)
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
          places[tax.name] = parts.taxes.count
          parts.bases.append(base(tax, places))
          parts.taxes.append(self.tax(tax, shares))
        }
      }
      guard later.count < waiting.count else { return }
      waiting = later
    }
    parts.isOnInvestment = []
    for base in parts.bases {
      switch base {
      case .investment: parts.isOnInvestment.append(true)
      case .tax(let other): parts.isOnInvestment.append(parts.isOnInvestment[other])
      default: parts.isOnInvestment.append(false)
      }
    }
    parts.profitTaxes = parts.bases.indices.filter { index in
      if case .profit = parts.bases[index] { return true }
      return false
    }
    parts.lossMonths = parts.profitTaxes.map { parts.taxes[$0].carriesLosses }
    parts.deductsResearch = parts.profitTaxes.map { parts.taxes[$0].researchDeduction != nil }
    parts.creditTaxes = parts.taxes.indices.filter { parts.taxes[$0].credit != nil }
    parts.places = parts.taxes.indices.map { tax in
      if let place = parts.profitTaxes.firstIndex(of: tax) { return .profit(place) }
      if let place = parts.creditTaxes.firstIndex(of: tax) { return .credit(place) }
      return .none
    }
    parts.isOnOutput = parts.bases.map(\.dependsOnOutput)
    for (index, tax) in parts.taxes.enumerated() {
      for level in 0..<parts.levelCount where tax.shares[level] != nil {
        parts.taxAccounts.append(
          (index * parts.levelCount + level, index, .tax(index, Level(level, of: parts.levelCount)))
        )
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
