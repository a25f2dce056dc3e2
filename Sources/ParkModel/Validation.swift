public import Diagnostics
import Language

extension Scenario {
  /// What does not hold between declarations: names that nothing bears or that bear the wrong
  /// kind of thing, and surtaxes that run in a circle. In order of declaration.
  ///
  /// Checked when figures are asked for and at the end of a script, not before: a script may name
  /// a city before it declares it. Where `stop` asks, not all are found.
  public func problems(stop: StopSignal = StopSignal()) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var known: [EntityKind: [String]] = [:]
    for entity in all where !stop.isAsked {
      for attribute in entity.attributes {
        found += problems(of: attribute, in: entity, &known)
      }
      found += phaseProblems(of: entity)
    }
    if found.isEmpty { found += expressionProblems(stop: stop) }
    if found.isEmpty { found += correlationProblems() }
    if found.isEmpty {
      found +=
        rampProblems() + surtaxProblems() + travelProblems() + enclaveProblems() + screenProblems()
    }
    return found
  }

  /// `known` keeps the names of each kind, so that many errors do not collect them again and again.
  private func problems(
    of attribute: Attribute, in entity: Declaration, _ known: inout [EntityKind: [String]]
  ) -> [Diagnostic] {
    switch attribute.value {
    case .name, .names, .base: break
    default: return []
    }
    guard let row = entity.kind.row.attribute(named: attribute.name) else { return [] }
    switch (row.form, attribute.value) {
    case (.entity(let kind), .name(let name)):
      return problem(name, kind, at: attribute.location, &known)
    case (.entities(let kind), .names(let names)):
      var found: [Diagnostic] = []
      for (index, name) in names.enumerated() {
        found += problem(name, kind, at: attribute.location(ofItem: index), &known)
      }
      return found
    case (.taxBase, .base(.tax(let name))):
      return problem(name, .tax, at: attribute.location, &known)
    default: return []
    }
  }

  private func problem(
    _ name: String, _ kind: EntityKind, at place: Location,
    _ known: inout [EntityKind: [String]]
  ) -> [Diagnostic] {
    if entities.kind(of: name) == kind { return [] }
    guard let entity = entity(named: name) else {
      let names = known[kind] ?? entities(kind).map(\.name)
      known[kind] = names
      return [.unknownName(name, expected: kind, known: names, in: self, at: place)]
    }
    return [.otherKind(entity, expected: kind, at: place)]
  }

  /// A tenant's phase has to be one of its park's.
  private func phaseProblems(of entity: Declaration) -> [Diagnostic] {
    guard entity.kind == .firm || entity.kind == .cohort, let chosen = entity[Firm.phase],
      let name = entity.reference(Firm.phase), let phase = self.entity(named: name),
      phase.kind == .phase, let park = entity.reference(Firm.park),
      let other = phase.reference(Phase.park), other != park
    else { return [] }
    return [
      Diagnostic(
        "wrong-park", "phase `\(name)` is of park `\(other)`, not of `\(park)`",
        at: chosen.location)
    ]
  }

  /// Two travel times between the same cities.
  private func travelProblems() -> [Diagnostic] {
    var known: [Set<String>: Declaration] = [:]
    for travel in entities(.travel) {
      let ends = Set(
        [travel.reference(Travel.from), travel.reference(Travel.to)].compactMap(\.self))
      if let first = known[ends] {
        return [
          Diagnostic(
            "declared-twice", "`\(travel.name)` and `\(first.name)` are between the same cities",
            at: travel.location, notes: [Diagnostic.Note("here", at: first.location)],
            help: ["keep one: `remove \(travel.name)`"])
        ]
      }
      known[ends] = travel
    }
    return []
  }

  /// Whether what is declared may open at a share of its full size.
  static func opensByRamp(_ kind: EntityKind) -> Bool { [.cohort, .firm, .sector].contains(kind) }

  /// Openings at a share of full size that the ramp is to reach only later.
  private func rampProblems() -> [Diagnostic] {
    guard let reached = model[Model.rampShare], let share = reached.number?.smallest else {
      return []
    }
    let first = Sector.Number.first.row
    return all.compactMap { entity in
      guard Scenario.opensByRamp(entity.kind), let opening = entity[first],
        let largest = opening.number?.largest, largest >= share
      else { return nil }
      return Diagnostic(
        "conflict",
        "`\(entity.name)` opens at `first`, \(opening.expression.canonical), and the ramp leads only to"
          + " `ramp_share`, \(reached.expression.canonical)",
        at: opening.location,
        notes: [Diagnostic.Note("`ramp_share` is here", at: reached.location)],
        help: ["state a `first` below \(reached.expression.canonical)"])
    }
  }

  /// Surtaxes that are levied on each other.
  private func surtaxProblems() -> [Diagnostic] {
    for tax in entities(.tax) {
      var path = [tax.name]
      var current = tax
      while case .base(.tax(let next))? = current[Tax.base]?.value {
        path.append(next)
        if next == tax.name {
          return [
            Diagnostic(
              "circular-tax",
              "these taxes are levied on each other: " + path.joined(separator: " → "),
              at: tax[Tax.base]?.location ?? tax.location)
          ]
        }
        guard path.count <= entities.count, let entity = entity(named: next) else { break }
        current = entity
      }
    }
    return []
  }
}
