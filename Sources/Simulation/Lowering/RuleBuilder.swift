import ParkModel

/// Lowers what parks ask, give and share: links, screens, enclaves and incentives. Model 5 and 6.
extension PlanBuilder {
  func rules(_ parts: inout PlanParts<Number>) {
    for (index, entity) in scenario.entities(.link).enumerated() {
      parts.links.append(link(entity))
      for park in names(Link.between, of: entity) ?? [] { parts.parks[park].links.append(index) }
    }
    for (index, entity) in scenario.entities(.screen).enumerated() {
      parts.screens.append(screen(entity))
      if let park = place(Screen.park, of: entity) { parts.parks[park].screens.append(index) }
    }
    for entity in scenario.entities(.enclave) { enclave(entity, &parts) }
    for entity in scenario.entities(.incentive) { incentive(entity, &parts) }
  }

  /// The places of the names that a row holds; nil where it holds none.
  private func names(_ row: AttributeRow, of entity: Declaration) -> [Int]? {
    guard case .names(let names)? = entity[row]?.value else { return nil }
    return names.compactMap(place)
  }

  private func given(_ row: AttributeRow, of entity: Declaration) -> Curve<Number>? {
    entity[row] == nil ? nil : curve(row, of: entity)
  }

  private func link(_ entity: Declaration) -> LinkPlan<Number> {
    let from = instant(Link.from, of: entity)
    return LinkPlan(
      name: entity.name, from: from ?? Number(-.infinity),
      halfLife: number(Link.halfLife, of: entity, at: from ?? Number.zero),
      complementarity: curve(Link.complementarity, of: entity),
      attraction: curve(Link.attraction, of: entity),
      multiplier: curve(Link.multiplier, of: entity))
  }

  private func screen(_ entity: Declaration) -> ScreenPlan<Number> {
    ScreenPlan(
      name: entity.name, sectors: names(Screen.sectors, of: entity),
      maximumEnergy: given(Screen.maximumEnergy, of: entity),
      minimumTax: given(Screen.minimumTax, of: entity),
      minimumInvestment: given(Screen.minimumInvestment, of: entity),
      maximumEmissions: given(Screen.maximumEmissions, of: entity))
  }

  private func enclave(_ entity: Declaration, _ parts: inout PlanParts<Number>) {
    guard let park = place(Enclave.park, of: entity), let home = place(Enclave.home, of: entity)
    else { return }
    parts.parks[park].jurisdiction = place(Enclave.host, of: entity)
    parts.parks[park].enclaves.append(parts.enclaves.count)
    parts.enclaves.append(
      EnclavePlan(
        name: entity.name, park: park, home: home, share: curve(Enclave.share, of: entity),
        isNet: entity.choice(Enclave.net) == "yes", honour: curve(Enclave.honour, of: entity),
        fixed: given(Enclave.fixed, of: entity),
        contribution: entity[Enclave.contribution].map { _ in
          number(Enclave.contribution, of: entity)
        }))
  }

  private func incentive(_ entity: Declaration, _ parts: inout PlanParts<Number>) {
    guard let form = Incentive.form(of: entity), let park = place(Incentive.park, of: entity)
    else { return }
    let tax = entity.reference(Incentive.tax).flatMap { name in
      parts.taxes.firstIndex { $0.name == name }
    }
    parts.incentives.append(
      IncentivePlan(
        name: entity.name, park: park, sectors: names(Incentive.sectors, of: entity), form: form,
        tax: tax, schedule: curve(Incentive.schedule, of: entity),
        counting: Incentive.counting(of: entity),
        profitTax: tax.flatMap { parts.profitTaxes.firstIndex(of: $0) }
          ?? (parts.profitTaxes.isEmpty ? nil : 0),
        share: curve(Incentive.share, of: entity),
        agreementsUntil: instant(Incentive.agreementsUntil, of: entity) ?? Number(.infinity)))
  }
}
