import Diagnostics
import ParkModel
import Quantities
import Simulation

/// Doubts about tax over the land that is taken: of a firm its own, of a park and of the whole that of
/// their worst year.
enum TaxOverLand {
  private static let mu = 10_000.0 / 15
  /// Yuan a mu and year.
  private static let bound = 5e6

  static let taxPerMu = DoubtRow.unusual(
    "tax-per-mu",
    "a firm pays more than 5M yuan of tax a mu of its land and year, or a park, or all parks"
      + " together, a mu of occupied land in some year",
    usual: "0.1 to 1.2M yuan a mu and year",
    source: "DRC report 170/2018: 255,000 yuan a mu, Zhejiang's industry in 2017", evidence: "S",
    in: .library("china")
  ) { context in
    var said: Set<String> = []
    let firms = context.ofTenants { outlook, entity in
      guard outlook.size.land > 0, let tax = outlook.tax else { return nil }
      let each = tax / outlook.size.land * mu
      guard each > bound else { return nil }
      said.insert(outlook.park)
      return Doubt(
        entity,
        at: Amounts.cause(
          entity, Firm.land, Firm.totalTax, Firm.localTax, Firm.output, Firm.jobs),
        "`\(entity.name)` pays \(DoubtText.yuan(each)) of tax a mu and year at full operation",
        help: context.projection?.calendar.years.last.flatMap { last in
          servicedLand(of: outlook.park, in: last, context, below: 0.25)
        } ?? [])
    }
    return firms + ofPlaces(context, besides: said)
  }

  /// Parks, or else all of them together, whose tax is mostly that of firms without land. A park with a
  /// firm that is doubted by itself is not doubted again.
  private static func ofPlaces(_ context: DoubtContext, besides said: Set<String>) -> [Doubt] {
    guard let projection = context.projection,
      let metric = MetricTable.metric("tax_per_mu", taxes: [])
    else { return [] }
    let years = projection.calendar.years
    /// The highest of a series above the bound, and its year.
    func worst(_ series: Series) -> (each: Double, year: Range<Int>)? {
      zip(series.figures, years).compactMap { figure, year in
        figure.value.map { (each: $0, year: year) }
      }.filter { $0.each > bound }.max { $0.each < $1.each }
    }
    let parks = projection.series(metric, by: .park, over: years).filter { !$0.isRemainder }
    let found = parks.compactMap { series -> Doubt? in
      guard !said.contains(series.part), let park = context.entity(series.part),
        let (each, year) = worst(series)
      else { return nil }
      return Doubt(
        park,
        "`\(park.name)` pays \(DoubtText.yuan(each)) of tax a mu of occupied land in "
          + projection.calendar.label(year),
        notes: landless(in: park.name, context),
        help: servicedLand(of: park.name, in: year, context, below: .infinity)
      ).later
    }
    guard found.isEmpty, said.isEmpty, parks.count > 1, let header = context.scenario.header,
      let (each, year) = worst(projection.series(metric, over: years)[0])
    else { return found }
    let text: Sentence =
      "all parks together pay \(DoubtText.yuan(each)) of tax a mu of occupied land in "
      + projection.calendar.label(year)
    return [
      Doubt(
        about: header.name,
        Diagnostic(
          "doubtful", text, at: header.location, severity: .warning,
          notes: landless(in: nil, context),
          help: ["`table tax_per_serviced_mu` is over all serviced land"])
      ).later
    ]
  }

  /// Who pays there and takes no land; of a park or of all.
  private static func landless(in park: String?, _ context: DoubtContext) -> [Diagnostic.Note] {
    let names = context.outlooks.filter { outlook in
      (park ?? outlook.park) == outlook.park && outlook.isAdmitted && outlook.size.land == 0
        && outlook.tax ?? 0 > 0
    }.map(\.name)
    guard !names.isEmpty else { return [] }
    let list = DoubtText.list(Array(names.prefix(3)))
    return [
      Diagnostic.Note(
        names.count > 3
          ? "what these pay is over the land of others, since they take none: \(list) and \(names.count - 3) more"
          : "what these pay is over the land of others, since they take none: \(list)")
    ]
  }

  /// That a park's tax is over little of its land: less than a share of it is taken in a year.
  private static func servicedLand(
    of name: String, in year: Range<Int>, _ context: DoubtContext, below most: Double
  ) -> [Sentence] {
    guard let projection = context.projection, let park = projection.scope(name),
      let metric = MetricTable.metric("occupancy", taxes: []),
      let part = projection.series(metric, in: [park], over: [year])[0].figures[0].value,
      part < most
    else { return [] }
    return [
      "\(DoubtText.percent(part)) of the serviced land of `\(name)` is occupied: "
        + "`table tax_per_serviced_mu[\(name)]` is over all of it"
    ]
  }
}
