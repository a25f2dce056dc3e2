import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// What a row of doubts looks at.
struct DoubtContext {
  /// With its expressions worked out, where they can be.
  let scenario: Scenario
  /// As written.
  let written: Scenario
  /// Nil where it does not run.
  let projection: Projection?
  /// What the run had in store for firms and cohorts; empty without one.
  let outlooks: [Outlook]
  private let declarations: [String: Declaration]
  private let byKind: [EntityKind: [Declaration]]
  private let tenantsByPark: [String: [Declaration]]

  init(_ scenario: Scenario, _ projection: Projection?) {
    written = scenario
    let known = (try? scenario.evaluated()) ?? scenario
    self.scenario = known
    self.projection = projection
    outlooks = projection?.outlooks() ?? []
    declarations = Dictionary(known.all.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    byKind = Dictionary(grouping: known.all.filter { $0.library == nil }, by: \.kind)
    tenantsByPark = Dictionary(
      grouping: (byKind[.firm] ?? []) + (byKind[.cohort] ?? []),
      by: { $0.reference(Firm.park) ?? "" })
  }

  /// The scenario's own things of some kinds: kind by kind, in order of declaration.
  func own(_ kinds: EntityKind...) -> [Declaration] { kinds.flatMap { byKind[$0] ?? [] } }

  /// Firms and cohorts of a park.
  func tenants(of park: String?) -> [Declaration] {
    park.flatMap { tenantsByPark[$0] } ?? []
  }

  func entity(_ name: String) -> Declaration? { declarations[name] }

  /// Whether what is usual in a library's country may be held against the scenario: the library is in
  /// use, or none is, and so no other country.
  func isAtHome(_ library: String) -> Bool {
    written.libraries.isEmpty || written.libraries.contains { $0.name == library }
  }

  var start: CalendarDate? {
    scenario.header.flatMap { period(ScenarioHeader.start, of: $0)?.start }
  }

  /// The first day behind the scenario.
  var end: CalendarDate? { scenario.header.flatMap { period(ScenarioHeader.end, of: $0)?.end } }

  func period(_ row: AttributeRow, of entity: Declaration) -> CalendarPeriod? {
    guard case .period(let period)? = entity[row]?.value else { return nil }
    return period
  }

  func names(_ row: AttributeRow, of entity: Declaration) -> [String]? {
    guard case .names(let names)? = entity[row]?.value else { return nil }
    return names
  }

  /// A number in the unit of its row, the first of a schedule; nil where it is not known.
  func number(_ row: AttributeRow, of entity: Declaration) -> Double? {
    entity.number(row)?.values.first
  }

  /// Whether an attribute differs from draw to draw, so that the number at hand is one of many.
  func isUncertain(_ attribute: Attribute) -> Bool {
    guard !attribute.expression.isConstant else { return false }
    let checker = TypeChecker(
      source: attribute.location.source, context: ScenarioContext(written))
    return (try? checker.type(attribute.expression))?.traits.contains(.uncertain) ?? false
  }

  /// What is found of each firm and cohort that the run knows.
  func ofTenants(_ find: (Outlook, Declaration) -> Doubt?) -> [Doubt] {
    outlooks.compactMap { outlook in
      entity(outlook.name).flatMap { find(outlook, $0) }
    }
  }
}

/// Numbers in sentences of doubts.
enum DoubtText {
  static func hectares(_ area: Double) -> String {
    NumberFormat.significant(area / 10_000) + " ha"
  }

  static func floor(_ area: Double) -> String { NumberFormat.significant(area) + " m2" }

  static func yuan(_ amount: Double) -> String {
    switch amount.magnitude {
    case 1e9...: NumberFormat.significant(amount / 1e9) + "bn yuan"
    case 1e6...: NumberFormat.significant(amount / 1e6) + "M yuan"
    default: NumberFormat.significant(amount) + " yuan"
    }
  }

  static func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent.isFinite
      ? NumberFormat.significant(percent) + " %" : NumberFormat.significant(share) + " times 100 %"
  }

  static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
