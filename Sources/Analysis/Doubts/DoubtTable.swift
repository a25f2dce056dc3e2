public import ParkModel
public import Simulation

/// Every kind of doubt.
public enum DoubtTable {
  public static let rows: [DoubtRow] = [
    Unread.agreementsOver,
    Amounts.bannedRebate,
    Rates.bareShare,
    BeyondSpan.beginsLate,
    BeyondSpan.completeLate,
    Rates.discount,
    Rates.growth,
    Rates.inflation,
    Unread.idleAttribute,
    CountedTwice.railJobs,
    Room.landWithoutPhase,
    Deals.largeContribution,
    Sales.largeFirm,
    Unread.noEffect,
    Lines.noGain,
    Unread.noTax,
    Unread.corelessCity,
    Unread.nobody,
    BeyondSpan.opensLate,
    Amounts.outputPerJob,
    BeyondSpan.overBeforeStart,
    BeyondSpan.pastCohort,
    Room.phasesBeyondPark,
    Unread.referenceNeverReached,
    Gates.rejectsAll,
    Amounts.savesAll,
    Unread.savesNothing,
    Amounts.smallMarket,
    Amounts.sunkCost,
    Amounts.taxPerJob,
    TaxOverLand.taxPerMu,
    Amounts.taxShare,
    Lines.timeFloor,
    Deals.unpaidContribution,
    Deals.unpaidFixed,
    Unread.keys,
    Unread.unused,
    Room.waitsForEver,
  ]

  /// What is doubted in a scenario, in order of declaration. Without its run, less is known.
  public static func doubts(of scenario: Scenario, run projection: Projection?) -> [Doubt] {
    let context = DoubtContext(scenario, projection)
    let found = rows.flatMap { $0.doubts(context) }
    let places = Dictionary(
      scenario.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return found.enumerated().sorted { a, b in
      (places[a.element.entity] ?? .max, a.offset) < (places[b.element.entity] ?? .max, b.offset)
    }.map(\.element)
  }
}
