import Diagnostics
import ParkModel
import Quantities

/// Doubts about what two numbers both count.
enum CountedTwice {
  static let railJobs = DoubtRow.unusual(
    "jobs-and-entry",
    "a line adds to jobs by `employment`, and by its saved time to arrivals or output too",
    usual: "one of the two",
    source: "Lin 2017's 7 % of jobs and Ahlfeldt & Feddersen 2018's 12.5 % of output measure the "
      + "same gain", evidence: "S", atOnce: false
  ) { context in
    context.own(.rail).compactMap { rail in
      guard let attribute = rail[Rail.employment], let share = attribute.number?.largest, share > 0,
        let home = rail.reference(Rail.from), let ends = context.names(Rail.to, of: rail),
        nearer(rail, context),
        let tenant = responding(in: [home] + ends, context)
      else { return nil }
      return Doubt(
        rail, at: attribute,
        "`\(rail.name)` adds \(DoubtText.percent(share)) to jobs, and brings `\(tenant.name)` more \(tenant.kind == .cohort ? "arrivals" : "output")"
          + " by the time that it saves: the same gain twice",
        help: [
          "choose one: `unset \(rail.name) employment`, or for `\(tenant.name)` "
            + "`set \(tenant.name) attraction_elasticity=0 rail_elasticity=0`"
        ])
    }
  }

  /// Whether a line saves time at all.
  private static func nearer(_ rail: Declaration, _ context: DoubtContext) -> Bool {
    let rows = [Rail.saves, Rail.time]
    return rows.contains { (rail[$0]?.number?.largest ?? 0) > 0 }
  }

  /// The first tenant of these cities that market potential brings something.
  private static func responding(in cities: [String], _ context: DoubtContext) -> Declaration? {
    let parks = context.own(.park).filter { cities.contains($0.reference(Park.city) ?? "") }
    return parks.flatMap { context.tenants(of: $0.name) }.first { tenant in
      let output = elasticity(.railElasticity, of: tenant, context)
      let entry = elasticity(.attractionElasticity, of: tenant, context)
      return output > 0 || (tenant.kind == .cohort && entry > 0)
    }
  }

  /// The tenant's own, else its sector's, else the model's or what holds by default.
  private static func elasticity(
    _ number: Sector.Number, of tenant: Declaration, _ context: DoubtContext
  ) -> Double {
    let sector = tenant.reference(Firm.sector).flatMap(context.entity)
    let stated = tenant[number.row] ?? sector?[number.row]
    let model = number == .railElasticity ? context.scenario.model[Model.railElasticity] : nil
    return (stated ?? model)?.number?.largest ?? 0
  }
}
