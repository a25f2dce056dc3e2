public import Diagnostics
import Quantities

extension Scenario {
  /// What is legal and yet hardly meant, in order of declaration.
  public func warnings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    let used = Set(all.flatMap(\.references) + model.references)
    for entity in all where entity.library == nil {
      found += unused(entity, used) + tooLate(entity) + tooMuchLand(entity) + withoutEffect(entity)
    }
    found += unreadKeys()
    if entities(.tax).isEmpty, !entities(.firm).isEmpty || !entities(.cohort).isEmpty {
      found.append(
        warning(
          "no tax is declared, so no firm pays any", at: header?.location,
          help: ["take up the taxes of China: `use china`"]))
    }
    return found
  }

  private func warning(
    _ message: String, at place: Location?, notes: [Diagnostic.Note] = [], help: [String] = []
  ) -> Diagnostic {
    Diagnostic("doubtful", message, at: place, severity: .warning, notes: notes, help: help)
  }

  /// Units and sectors that nothing is made of. An assumption may be there for a question alone.
  private func unused(_ entity: Declaration, _ used: Set<String>) -> [Diagnostic] {
    guard [.unit, .sector].contains(entity.kind), !used.contains(entity.name) else {
      return []
    }
    return [
      warning(
        "nothing uses the \(entity.kind.noun) `\(entity.name)`", at: entity.location,
        help: ["take it away: `remove \(entity.name)`"])
    ]
  }

  /// What happens after the last step.
  private func tooLate(_ entity: Declaration) -> [Diagnostic] {
    guard let header, case .period(let end)? = header[ScenarioHeader.end]?.value else { return [] }
    let row: AttributeRow
    switch entity.kind {
    case .firm: row = Firm.arrives
    case .cohort: row = Cohort.from
    case .phase: row = Phase.start
    case .rail: row = Rail.opens
    case .boost: row = Boost.from
    default: return []
    }
    guard let attribute = entity[row], case .period(let period) = attribute.value,
      period.start >= end.end
    else { return [] }
    return [
      warning(
        "`\(entity.name)` comes after the scenario's end, so it changes nothing",
        at: attribute.location)
    ]
  }

  /// Phases that together make more land ready than their park has.
  private func tooMuchLand(_ entity: Declaration) -> [Diagnostic] {
    guard entity.kind == .park, let area = entity[Park.area],
      case .constant(let land)? = area.number
    else { return [] }
    let phases = entities(.phase).filter { $0.reference(Phase.park) == entity.name }
    let sum = phases.reduce(0) { $0 + ($1.number(Phase.area)?.largest ?? 0) }
    guard sum > land * (1 + 1e-9) else { return [] }
    return [
      warning(
        "the phases of `\(entity.name)` have \(NumberFormat.significant(sum / 10_000)) ha, more "
          + "than the \(NumberFormat.significant(land / 10_000)) ha of the park",
        at: area.location,
        notes: phases.prefix(3).map { Diagnostic.Note("`\($0.name)`", at: $0.location) })
    ]
  }

  /// Lines that shorten no travel time, and cores that no time leads to.
  private func withoutEffect(_ entity: Declaration) -> [Diagnostic] {
    func hasTime(_ a: String, _ b: String) -> Bool {
      entities(.travel).contains { travel in
        let ends = [travel.reference(Travel.from), travel.reference(Travel.to)]
        return ends == [a, b] || ends == [b, a]
      }
    }
    func isMade(_ a: String, _ b: String) -> Bool {
      entities(.rail).contains { rail in
        guard rail[Rail.time] != nil, let home = rail.reference(Rail.from),
          case .names(let cities)? = rail[Rail.to]?.value
        else { return false }
        return cities.contains { [home, $0] == [a, b] || [$0, home] == [a, b] }
      }
    }
    switch entity.kind {
    case .rail:
      guard entity[Rail.saves] != nil, let home = entity.reference(Rail.from),
        case .names(let cities)? = entity[Rail.to]?.value
      else { return [] }
      return cities.filter { !hasTime(home, $0) && !isMade(home, $0) }.map { city in
        warning(
          "`\(entity.name)` saves time between `\(home)` and `\(city)`, but no time is declared",
          at: entity.location,
          help: ["declare it: `travel \(home)-\(city) from=\(home) to=\(city) time=75min`"])
      }
    case .city:
      guard let core = entity.reference(City.core), !hasTime(entity.name, core),
        !isMade(entity.name, core)
      else { return [] }
      return [
        warning(
          "no travel time leads from `\(entity.name)` to its core `\(core)`, so it feels no pull",
          at: entity[City.core]?.location,
          help: [
            "declare it: `travel \(entity.name)-\(core) from=\(entity.name) to=\(core) time=75min`"
          ])
      ]
    default: return []
    }
  }
}
