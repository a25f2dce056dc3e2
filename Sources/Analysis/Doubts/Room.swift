import Diagnostics
import ParkModel
import Quantities
import Simulation

/// Doubts about land and floor.
enum Room {
  static let waitsForEver = DoubtRow.idle(
    "waits-for-ever", "a firm, or a whole cohort, is never admitted for want of land or floor",
    model: "5"
  ) { context in
    guard let projection = context.projection else { return [] }
    return context.ofTenants { outlook, entity in
      guard !outlook.isAdmitted, !outlook.isTurnedAway, outlook.arrives < projection.length else {
        return nil
      }
      if let start = context.start, let until = context.period(Cohort.until, of: entity)?.end,
        entity.kind == .cohort, until <= start
      {
        return nil
      }
      if entity.kind == .cohort, context.number(Cohort.firms, of: entity) == 0 { return nil }
      let size = outlook.size
      var needs: [Sentence] = []
      if size.land > 0 { needs.append("\(DoubtText.hectares(size.land)) of land") }
      if size.floor > 0 { needs.append("\(DoubtText.floor(size.floor)) of floor") }
      guard !needs.isEmpty else { return nil }
      let need = Sentence.list(needs, " and ", last: " and ")
      let each = entity.kind == .cohort ? "each of its firms" : "it"
      return Doubt(
        entity, at: cause(of: outlook, entity),
        "`\(entity.name)` waits for ever: \(each) needs \(need), and \(reason(outlook))",
        help: help(outlook, context))
    }
  }

  static let phasesBeyondPark = DoubtRow.unusual(
    "phases-beyond-park", "the phases of a park have more land than the park",
    usual: "phases that come to the park's area, or to less",
    source: "Model 3: phases are parts of it",
    evidence: "D"
  ) { context in
    areas(context).compactMap { park, land, phases, sum in
      guard sum > land * (1 + 1e-9) else { return nil }
      return Doubt(
        park, at: park[Park.area],
        "the phases of `\(park.name)` have \(DoubtText.hectares(sum)), more than the "
          + "\(DoubtText.hectares(land)) of the park",
        notes: phases.prefix(3).map { Diagnostic.Note("`\($0.name)`", at: $0.location) })
    }
  }

  static let landWithoutPhase = DoubtRow.idle(
    "land-without-phase",
    "the phases of a park have less land than the park: the rest is on offer to"
      + " nobody", model: "3", atOnce: false
  ) { context in
    areas(context).compactMap { park, land, _, sum in
      guard sum < land * (1 - 0.01) else { return nil }
      return Doubt(
        park, at: park[Park.area],
        "\(DoubtText.hectares(land - sum)) of the \(DoubtText.hectares(land)) of `\(park.name)` are in "
          + "no phase, so nobody can come there")
    }
  }

  /// Parks that state their area and have phases: the area, the phases and what these have.
  private static func areas(
    _ context: DoubtContext
  ) -> [(park: Declaration, land: Double, phases: [Declaration], sum: Double)] {
    let phases = Dictionary(grouping: context.own(.phase)) { $0.reference(Phase.park) ?? "" }
    return context.own(.park).compactMap { park in
      guard let land = park[Park.area]?.number?.values.first, let own = phases[park.name] else {
        return nil
      }
      return (park, land, own, own.reduce(0) { $0 + (context.number(Phase.area, of: $1) ?? 0) })
    }
  }

  /// What is offered instead.
  private static func reason(_ outlook: Outlook) -> Sentence {
    let (size, offers, park) = (outlook.size, outlook.offers, outlook.park)
    let land = offers.map(\.land).max() ?? 0
    let floor = offers.map(\.floor).max() ?? 0
    if size.land > 0, land == 0 { return "`\(park)` offers no land" }
    if size.floor > 0, floor == 0 { return "`\(park)` offers no floor" }
    let place: Sentence =
      offers.contains { $0.phase != nil } ? "the largest phase of `\(park)`" : "`\(park)`"
    if size.land > land { return "\(place) has \(DoubtText.hectares(land))" }
    if size.floor > floor { return "\(place) has \(DoubtText.floor(floor))" }
    let fits = offers.filter { $0.land >= size.land && $0.floor >= size.floor }
    if fits.isEmpty { return "no phase of `\(park)` has both" }
    return fits.contains(where: \.isInTime)
      ? "others have what `\(park)` offers until the scenario's end"
      : "`\(park)` offers it after the scenario's end only"
  }

  /// The attribute that states what is too large.
  private static func cause(of outlook: Outlook, _ entity: Declaration) -> Attribute? {
    let land = outlook.offers.map(\.land).max() ?? 0
    let direct = outlook.size.land > land || outlook.size.floor == 0 ? Firm.land : Firm.floor
    let rest = [Firm.jobs, Firm.output, Firm.localTax, Firm.totalTax, Firm.land, Firm.floor]
    return ([direct] + rest).compactMap { entity[$0] }.first
  }

  private static func help(_ outlook: Outlook, _ context: DoubtContext) -> [Sentence] {
    let land = outlook.offers.map(\.land).max() ?? 0
    guard outlook.size.land > land, outlook.size.land < 1e12 else { return [] }
    let largest = outlook.offers.first { $0.land == land }
    guard largest?.phase == nil || land > 0 else { return [] }
    let enough = NumberFormat.grouped((outlook.size.land / 10_000).rounded(.up), decimals: 0)
    return [
      "for more land: `set \(largest?.phase ?? outlook.park) area=\(enough)ha`"
    ]
  }
}
