import Diagnostics
import ParkModel

/// What a portion makes, earns and pays in a step, as factors. Model 4 and 6.
extension FactorSource {
  /// What every flow of output begins with, before firm-years.
  private func full(_ portion: Portion) -> [Factor] {
    [
      fullOutput(portion.tenant, portion.size, at: portion.instant, age: portion.age),
      outputGrowth(portion), agglomeration(ofPark: portion.tenant.park, step: portion.step),
      rail(portion), boosts(portion),
    ]
  }

  func output(_ portion: Portion) -> [Factor] { full(portion) + [portion.running] }

  func valueAdded(_ portion: Portion) -> [Factor] {
    output(portion)
      + [stated(.valueAdded, portion.tenant, portion.reading.valueAdded, "share")]
  }

  func profit(_ portion: Portion) -> [Factor] {
    full(portion)
      + [stated(.margin, portion.tenant, portion.reading.margin, "share"), portion.earning]
  }

  func payroll(_ portion: Portion) -> [Factor] {
    let tenant = portion.tenant
    return [
      fullJobs(tenant, portion.size, at: portion.instant, age: portion.age),
      people(ofPark: tenant.park, at: portion.instant),
      stated(.wage, tenant, portion.reading.wage, "yuan/year"),
      growth(portion), portion.employing,
    ]
  }

  func energy(_ portion: Portion) -> [Factor] {
    valueAdded(portion)
      + [stated(.energy, portion.tenant, portion.reading.energy, "tce/yuan")]
  }

  func emissions(_ portion: Portion) -> [Factor] {
    energy(portion)
      + [stated(.emissions, portion.tenant, portion.reading.emissions, "tCO2/tce")]
  }

  /// Buildings that are taxed.
  private func building(_ portion: Portion) -> [Factor] {
    [
      stated(.buildingShare, portion.tenant, portion.reading.buildingShare, "share"),
      fullInvestment(portion.tenant), portion.open,
    ]
  }

  // MARK: Taxes

  /// What a tax is levied on.
  func base(of tax: Int, _ portion: Portion) -> [Factor] {
    switch plan.bases[tax] {
    case .vat: output(portion) + [vatShare(portion)]
    case .profit: taxable(of: tax, portion)
    case .payroll: payroll(portion)
    case .output: output(portion)
    case .valueAdded: valueAdded(portion)
    case .land: [fullLand(portion.tenant), portion.open]
    case .building: building(portion)
    case .investment: [portion.spending]
    case .tax(let other): amount(of: other, portion)
    }
  }

  private func vatShare(_ portion: Portion) -> Factor {
    func read(_ number: Sector.Number) -> Double {
      portion.tenant[number].value(at: portion.instant, age: portion.age)
    }
    return .formula(
      .vatShare, "part of output that VAT is levied on", portion.reading.vatShare, "share",
      [
        stated(.valueAdded, portion.tenant, portion.reading.valueAdded, "share"),
        stated(.creditable, portion.tenant, read(.creditable), "share"),
        stated(.exports, portion.tenant, read(.exports), "share"),
      ], note: "the creditable part of what is bought goes free, and so do exports")
  }

  /// The factors of a tax of a portion; one of nothing where there is nothing to levy it on.
  func amount(of tax: Int, _ portion: Portion) -> [Factor] {
    if !portion.apart.isEmpty {
      switch plan.places[tax] {
      case .profit, .credit:
        if portion.plain.isEmpty, portion.apart.count == 1 {
          return amount(of: tax, portion.apart[0])
        }
        return [amountOfAll(tax, portion)]
      case .none: break
      }
    }
    var factors = due(of: tax, portion)
    if case .credit(let place) = plan.places[tax] {
      factors = paid(factors, creditPlace: place, portion)
    }
    guard Factor.product("", "", factors).number > 0 else { return factors }
    if portion.relief != nil { factors.append(due(tax, portion)) }
    return factors
  }

  /// A tax before credits and holidays.
  func due(of tax: Int, _ portion: Portion) -> [Factor] {
    let base = base(of: tax, portion)
    guard Factor.product("", "", base).number > 0 else { return [nothing(of: tax, base, portion)] }
    var factors = base + [rate(of: tax, portion)]
    if plan.isOnOutput[tax],
      let factor = taxFactor(
        portion.tenant, portion.size, at: portion.instant, age: portion.age)
    {
      factors.append(factor)
    }
    return factors
  }

  /// Why there is nothing to levy a tax on.
  private func nothing(of tax: Int, _ base: [Factor], _ portion: Portion) -> Factor {
    let amount = Factor.product("", "", base).number
    if amount < 0 { return untaxed(base, by: tax, portion) }
    if case .formula(.remainder)? = base.first?.kind, base.count == 1 { return base[0] }
    return .reading("nothing to tax", 0, "yuan")
  }

  private func rate(of tax: Int, _ portion: Portion) -> Factor {
    let unit: String
    if case .land = plan.bases[tax] { unit = "yuan/m2/year" } else { unit = "share" }
    return Factor(
      "rate of \(typed: plan.taxes[tax].name)", .stated, .number(portion.reading.rates[tax]), unit,
      statements: rateStatements(of: tax, portion.tenant))
  }

  /// The part of a tax that goes to a level of government.
  func share(of tax: Int, _ level: Level, _ portion: Portion) -> Factor {
    let index = level.index(of: plan.levelCount)
    let name = plan.levels.all[index].name
    return .stated(
      "\(name) share", portion.reading.shares[tax * plan.levelCount + index], "share",
      plan.taxes[tax].name, name)
  }
}
