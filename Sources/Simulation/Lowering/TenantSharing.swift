import ParkModel

/// What tenants have in common, so that it is worked out once: readings and tables by age.
struct TenantSharing<Number: Lane> {
  let taxes: TaxSchedules<Number>
  private(set) var readingsCount = 0
  private var readingsOfSector: [Int: Int] = [:]
  private var rampsOfSector: [Int: AgeTable<Number>] = [:]
  private var survivalsOfSector: [Int: AgeTable<Number>] = [:]
  private let sectors: [Declaration]
  private let profiles: [[Curve<Number>]]
  private let parks: Int
  /// Ages up to here stand in tables, months: those of firms of the last twenty years.
  private let months: Int

  init(_ builder: PlanBuilder<Number>, _ plan: Plan<Number>) {
    taxes = TaxSchedules(plan.taxes)
    sectors = builder.scenario.entities(.sector)
    profiles = builder.sectorProfiles
    parks = plan.parks.count
    months = plan.calendar.count * plan.calendar.stepMonths + 240
  }

  /// The place of a tenant's readings: that of its sector and park, or one of its own where it
  /// states a number of the profile itself.
  mutating func readings(_ entity: Declaration, _ sector: Int, _ park: Int) -> Int {
    let isOwn = entity.attributes.contains { Sector.number(named: $0.name) != nil }
    let key = sector * parks + park
    if !isOwn, let known = readingsOfSector[key] { return known }
    if !isOwn { readingsOfSector[key] = readingsCount }
    readingsCount += 1
    return readingsCount - 1
  }

  /// R by age: of the sector, or a cohort's own.
  mutating func ramps(
    _ entity: Declaration, _ sector: Int, first: Number, speed: Number
  ) -> AgeTable<Number>? {
    let isShared = isShared([.first, .ramp], entity, sector)
    guard isShared || entity.kind == .cohort else { return nil }
    if isShared, let known = rampsOfSector[sector] { return known }
    let table = AgeTable(months: months) { Dynamics.ramp($0, first: first, speed: speed) }
    if isShared { rampsOfSector[sector] = table }
    return table
  }

  /// S by age: of the sector, or a cohort's own.
  mutating func survivals(
    _ entity: Declaration, _ sector: Int, _ profile: [Curve<Number>], scale: Number
  ) -> AgeTable<Number>? {
    let isShared = isShared([.survivalScale], entity, sector) && !states(.hazard, entity)
    guard isShared || entity.kind == .cohort else { return nil }
    if isShared, let known = survivalsOfSector[sector] { return known }
    let hazard = profile[Sector.Number.hazard.rawValue]
    let table = AgeTable(months: months, hazard: hazard, scale: scale)
    if isShared { survivalsOfSector[sector] = table }
    return table
  }

  private func states(_ number: Sector.Number, _ entity: Declaration) -> Bool {
    entity[number.row] != nil
  }

  /// Whether some numbers are those of the sector, whenever they are read.
  private func isShared(
    _ numbers: [Sector.Number], _ entity: Declaration, _ sector: Int
  ) -> Bool {
    numbers.allSatisfy { number in
      !states(number, entity) && profiles[sector][number.rawValue].schedule == nil
    }
  }
}

/// How the taxes of a plan change, which all its tenants share.
struct TaxSchedules<Number: Lane> {
  let goByAge: Bool
  let areConstant: Bool

  init(_ taxes: [TaxPlan<Number>]) {
    var goByAge = false
    var areConstant = true
    for tax in taxes {
      var curves = tax.shares.compactMap(\.self)
      if case .curve(let curve) = tax.rate { curves.append(curve) }
      if case .curve(let curve)? = tax.countyRate { curves.append(curve) }
      let credit = tax.credit
      curves += [
        tax.researchDeduction, credit?.equipment, credit?.buildings, credit?.refund,
        credit?.refundLocal,
      ].compactMap(\.self)
      for curve in curves where curve.schedule != nil {
        areConstant = false
        goByAge = goByAge || curve.isByAge
      }
    }
    self.goByAge = goByAge
    self.areConstant = areConstant
  }
}
