import ParkModel

/// What a run had in store for a firm, or for the firms of a cohort: for those who doubt it.
public struct Outlook: Sendable {
  /// Where land and floor can be had: a phase, or a park without phases.
  public struct Offer: Sendable {
    /// Nil for the land of a park without phases.
    public let phase: String?
    /// m².
    public let land: Double
    /// m².
    public let floor: Double
    /// Whether it can be let before the scenario's end.
    public let isInTime: Bool
  }

  public let name: String
  public let park: String
  public let city: String?
  public let sector: String
  /// Months since the scenario's start.
  public let arrives: Double
  /// The intended opening, months since the scenario's start.
  public let opens: Double
  public let isAdmitted: Bool
  public let isTurnedAway: Bool
  public let size: TenantSize
  /// A share of output.
  public let valueAdded: Double
  /// All taxes of a year at full operation, yuan; nil where nobody can know.
  public let tax: Double?
  /// What it may choose from.
  public let offers: [Offer]
}

extension Projection {
  /// Months from the start to the end.
  public var length: Double { calendar.start(of: calendar.count) }

  /// What was in store for each firm and cohort: firms, then cohorts, in order of declaration.
  public func outlooks() -> [Outlook] {
    let admitted = Set(establishments.map(\.tenant))
    let turnedAway = Set(events.filter { $0.kind == .rejected }.map(\.name))
    return plan.tenants.map { tenant in
      let park = plan.parks[tenant.park]
      let sites = tenant.site.map { [$0] } ?? park.sites
      return Outlook(
        name: tenant.name, park: park.name, city: park.city.map { plan.cities[$0].name },
        sector: plan.sectors[tenant.sector], arrives: tenant.arrives,
        opens: tenant.arrives + tenant.build, isAdmitted: admitted.contains(tenant.index),
        isTurnedAway: turnedAway.contains(tenant.name), size: TenantSize(tenant.size),
        valueAdded: tenant[.valueAdded].value(at: tenant.arrives, age: 0), tax: tax(tenant),
        offers: sites.map { place in
          let site = plan.sites[place]
          return Outlook.Offer(
            phase: site.phase.map { plan.phases[$0].name }, land: site.land, floor: site.floor,
            isInTime: site.complete < length)
        })
    }
  }

  /// How much more productive a park's size makes it at its best: 1 for not at all.
  public func largestAgglomeration(ofPark name: String) -> Double? {
    guard let place = plan.parks.firstIndex(where: { $0.name == name }) else { return nil }
    return agglomeration.map { $0[place] }.max()
  }

  /// All taxes of a year at full operation, yuan.
  private func tax(_ tenant: Tenant<Double>) -> Double? {
    let size = tenant.size
    let taxes = plan.taxAtFullOperation(
      plan.sizeRules[tenant.index], tenant.profile, plan.parks[tenant.park].isUrban,
      localOnly: false, stated: size.taxFactor == nil ? nil : size.output)
    return taxes.map { $0.constant + $0.slope * (size.taxFactor ?? size.output) }
  }
}

extension TenantSize {
  init(_ size: FirmSize<Double>) {
    self.init(
      output: size.output, jobs: size.jobs, land: size.land, floor: size.floor,
      investment: size.investment, taxFactor: size.taxFactor)
  }
}
