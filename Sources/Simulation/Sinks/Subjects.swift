extension Plan {
  /// Whom the amounts of a tenant at a site belong to.
  func subject(tenant index: Int, site: Int?) -> Subject {
    let tenant = tenants[index]
    let phase = site.flatMap { sites[$0].phase }
    return Subject(
      park: Int32(tenant.park), phase: Int32(phase ?? -1), tenant: Int32(index),
      sector: Int32(tenant.sector), jurisdiction: Int32(parks[tenant.park].jurisdiction ?? -1))
  }

  /// Whom the amounts of a phase belong to.
  func subject(phase index: Int) -> Subject { place(phases[index].park, phase: index) }

  /// Whom the amounts of a city's whole budget belong to.
  func subject(ofCity city: Int) -> Subject {
    Subject(park: -1, phase: -1, tenant: -1, sector: -1, jurisdiction: Int32(city))
  }

  /// Whom what a park brings or costs one city belongs to.
  func subject(ofPark park: Int, city: Int) -> Subject {
    Subject(park: Int32(park), phase: -1, tenant: -1, sector: -1, jurisdiction: Int32(city))
  }

  /// Whom the land of a site belongs to.
  func subject(of site: Site<Number>) -> Subject { place(site.park, phase: site.phase) }

  private func place(_ park: Int, phase: Int?) -> Subject {
    Subject(
      park: Int32(park), phase: Int32(phase ?? -1), tenant: -1, sector: -1,
      jurisdiction: Int32(parks[park].jurisdiction ?? -1))
  }
}
