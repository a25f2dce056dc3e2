public import Diagnostics
import Language
import ParkModel
import Quantities

/// Doubts about shares and rates, where a `%` was probably meant.
public enum Rates {
  /// The library whose country the usual rates are drawn from.
  private static let home = "china"
  private static let highestDiscount = 0.5
  private static let highestGrowth = 0.5
  private static let highestInflation = 0.3

  static let discount = DoubtRow.unusual(
    "high-discount", "the discount rate is above 50 % a year",
    usual: "6 to 8 % a year", source: "Methods and Parameters, 3rd edition: 8 %; SL72-2013: 6 %",
    evidence: "S", in: .boundElsewhere(library: home)
  ) { context in
    guard let attribute = context.scenario.model[Model.discount],
      let rate = attribute.number?.largest, rate > highestDiscount
    else { return [] }
    return [
      Doubt(
        context.scenario.model, at: attribute, sentence("discount", rate),
        help: meant(attribute).map { ["did you mean `set model discount=\($0)`?"] } ?? [])
    ]
  }

  static let growth = DoubtRow.unusual(
    "high-growth", "output per job grows by more than 50 % a year", usual: "up to 12 % a year",
    source: "Quzhou, 2016 to 2021: industrial output 8.9 %, fiscal revenue 11.9 %", evidence: "S",
    in: .boundElsewhere(library: home)
  ) { context in
    let row = Sector.Number.growth.row
    return (context.own(.sector, .firm, .cohort) + changedSectors(context)).compactMap { entity in
      guard let attribute = entity[row], let rate = attribute.number?.largest, rate > highestGrowth
      else { return nil }
      return Doubt(
        entity, at: attribute, sentence("growth", rate, of: entity),
        help: meant(attribute).map { ["did you mean `set \(entity.name) growth=\($0)`?"] } ?? [])
    }
  }

  static let inflation = DoubtRow.unusual(
    "high-inflation", "prices rise by more than 30 % a year", usual: "0 to 5 % a year",
    source: "National Bureau of Statistics: consumer prices rose 0.2 to 2.9 % a year, 2012 to 2024",
    evidence: "M", in: .boundElsewhere(library: home)
  ) { context in
    guard let attribute = context.scenario.model[Model.inflation],
      let rate = attribute.number?.largest, rate > highestInflation
    else { return [] }
    return [
      Doubt(
        context.scenario.model, at: attribute, sentence("inflation", rate),
        help: meant(attribute).map { ["did you mean `set model inflation=\($0)`?"] } ?? [])
    ]
  }

  static let bareShare = DoubtRow.unusual(
    "bare-share", "a share is written as a bare number above 1, which is more than 100 %",
    usual: "below 100 %", source: "a share is written with `%`: Language 2", evidence: "A"
  ) { context in
    (context.own(.park, .phase, .rail, .boost, .link, .sector, .firm, .cohort)
      + changedSectors(
        context))
      .flatMap { entity in
        shares(of: entity.kind).compactMap { row -> Doubt? in
          guard let attribute = entity[row], let share = attribute.number?.largest, share > 1,
            meant(attribute) != nil, !attribute.expression.canonical.contains("%")
          else { return nil }
          return Doubt(
            entity, at: attribute, sentence(row.name, share, of: entity),
            help: meant(attribute).map { ["did you mean `set \(entity.name) \(row.name)=\($0)`?"] }
              ?? [])
        }
      }
  }

  /// The rate that an appraisal is given for itself.
  public static func doubt(discount rate: DiscountRate, at place: Location) -> Diagnostic? {
    guard rate.largest > highestDiscount else { return nil }
    return Diagnostic("doubtful", sentence("discount", rate.largest), at: place, severity: .warning)
  }

  private static func sentence(
    _ name: String, _ share: Double, of entity: Declaration? = nil
  ) -> String {
    "`\(name)`" + (entity.map { " of `\($0.name)`" } ?? "") + " is \(DoubtText.percent(share))"
  }

  /// The same with a `%` behind a bare number; nil for what is no number alone.
  private static func meant(_ attribute: Attribute) -> String? {
    guard case .quantity(let quantity, let text) = attribute.expression.kind,
      quantity.dimension == .number, !text.contains("%"), !text.contains(" ")
    else { return nil }
    return text + "%"
  }

  /// Sectors of libraries, of which a scenario may change a number.
  private static func changedSectors(_ context: DoubtContext) -> [Declaration] {
    context.scenario.entities(.sector).filter { $0.library != nil }
  }

  /// Shares that may be more than all, by kind.
  private static func shares(of kind: EntityKind) -> [AttributeRow] {
    switch kind {
    case .boost: [Boost.productivity, Boost.attraction]
    case .link: [Link.attraction, Link.multiplier]
    case .park: [Park.opex]
    case .phase: [Phase.overrun]
    case .rail: [Rail.employment]
    case .cohort, .firm, .sector: [Sector.Number.hazard.row]
    default: []
    }
  }
}
