import Diagnostics
import ParkModel
import Quantities
import Simulation

/// Doubts about sales that a city has no room for: of a firm, of all firms of a cohort, of all that is
/// there.
enum Sales {
  /// Of the city's GDP.
  private static let bound = 0.1

  static let largeFirm = DoubtRow.unusual(
    "large-firm",
    "the sales of a firm, of a cohort's firms or of all firms of a city together are more than"
      + " 10 % of its city's GDP",
    usual: "below 10 % of its city's GDP", source: "a bound against slips; no figure was found",
    evidence: "A"
  ) { context in
    guard let projection = context.projection else { return [] }
    return context.own(.city).flatMap { city -> [Doubt] in
      guard let gdp = context.number(City.gdp, of: city), gdp >= 1e8 else { return [] }
      let tenants = context.outlooks.filter { $0.city == city.name }
      return doubts(of: tenants, in: city, gdp, context, projection)
    }
  }

  /// Of each firm and cohort that is too large by itself, and of all others together.
  private static func doubts(
    of tenants: [Outlook], in city: Declaration, _ gdp: Double, _ context: DoubtContext,
    _ projection: Projection
  ) -> [Doubt] {
    let room = gdp * bound
    // Firms that never come together to that much need no look at the years.
    let isCohort = tenants.map { context.entity($0.name)?.kind == .cohort }
    let most = zip(tenants, isCohort).reduce(0.0) { $0 + ($1.1 ? .infinity : $1.0.size.output) }
    guard most > room else { return [] }
    let open = openFirms(projection)
    let years = projection.calendar.years
    var found: [Doubt] = []
    var rest = years.map { _ in 0.0 }
    for (tenant, isCohort) in zip(tenants, isCohort) {
      guard let entity = context.entity(tenant.name), let counts = open[tenant.name] else {
        continue
      }
      let sales = counts.map { $0 * tenant.size.output }
      let largest = isCohort ? sales.max() ?? 0 : tenant.size.output
      guard largest > room else {
        rest = zip(rest, sales).map { $0 + $1 }
        continue
      }
      let part = share(largest, gdp, city)
      found.append(
        Doubt(
          entity,
          at: Amounts.cause(
            entity, isCohort ? Cohort.firms : Firm.output, Firm.output, Firm.totalTax,
            Firm.localTax, Firm.jobs, Firm.land),
          isCohort
            ? "the firms of `\(entity.name)` together sell \(part)"
            : "`\(entity.name)` sells \(part)"))
    }
    guard let worst = rest.max(), worst > room, let year = rest.firstIndex(of: worst) else {
      return found
    }
    let who = found.isEmpty ? "all firms" : "all other firms"
    return found + [
      Doubt(
        city, at: city[City.gdp],
        "\(who) of `\(city.name)` together sell \(share(worst, gdp, city)), in "
          + projection.calendar.label(years[year]))
    ]
  }

  private static func share(_ sales: Double, _ gdp: Double, _ city: Declaration) -> Sentence {
    "\(DoubtText.yuan(sales)) a year, \(DoubtText.percent(sales / gdp)) of the GDP of `\(city.name)`"
  }

  /// How many firms of each name are expected to be open at the end of each year. At full size and
  /// without growth, since a GDP does not grow either.
  private static func openFirms(_ projection: Projection) -> [String: [Double]] {
    guard let metric = MetricTable.metric("firms", taxes: []) else { return [:] }
    let series = projection.series(metric, by: .firm, over: projection.calendar.years)
    return Dictionary(
      series.map { ($0.part, $0.figures.map { $0.value ?? 0 }) }, uniquingKeysWith: { a, _ in a })
  }
}
