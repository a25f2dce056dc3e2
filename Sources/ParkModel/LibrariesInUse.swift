extension Scenario {
  /// What libraries say of what the scenario uses: their taxes, and the sectors that a firm or cohort is of.
  public var usedOfLibraries: [Declaration] {
    let tenants = entities(.firm) + entities(.cohort)
    let sectors = Set(tenants.compactMap { $0.reference(Firm.sector) })
    return all.filter { entity in
      entity.library != nil && (entity.kind != .sector || sectors.contains(entity.name))
    }
  }
}
