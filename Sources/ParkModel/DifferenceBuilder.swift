import Diagnostics

/// Makes the statements of a `ScenarioDifference`, one after another, on a scenario at work.
struct DifferenceBuilder: Dismantling {
  /// How what goes is removed. Which way leads to the right comments depends on how the second
  /// scenario came about.
  enum Removals: CaseIterable {
    /// From the first to the last; comments stay.
    case forward
    /// From the last to the first; comments stay.
    case backward
    /// Their comments go along.
    case withComments
  }

  /// Why it went no further.
  private enum Stop: Error {
    /// One that was to be changed in place has to be declared again, with all that follows.
    case at(Int)
    case everywhere
  }

  /// As many removals times declarations as are worth it: each looks through all of them.
  private static let dearest = 2_000_000

  private(set) var made: Scenario
  private let goal: Scenario
  private let removals: Removals
  /// Whether comments have to come out as the second scenario has them, and not only its meaning.
  private let isExact: Bool
  private var found = ScenarioDifference()

  private init(
    _ first: Scenario, _ second: Scenario, _ removals: Removals, isExact: Bool
  ) {
    self.isExact = isExact
    made = first
    goal = second
    self.removals = removals
  }

  /// The statements that change the first scenario in place; nil where there are none.
  static func difference(
    from first: Scenario, to second: Scenario, removing removals: Removals, isExact: Bool = true
  ) -> ScenarioDifference? {
    var limit = Int.max
    while true {
      var builder = DifferenceBuilder(first, second, removals, isExact: isExact)
      do throws(Stop) {
        try builder.build(keeping: limit)
        return builder.found
      } catch {
        guard case .at(let place) = error, place < limit else { return nil }
        limit = place
      }
    }
  }

  /// At most so many of the second scenario's statements are kept of the first.
  private mutating func build(keeping limit: Int) throws(Stop) {
    let items = goal.items
    var positions: [ScenarioItem: Int] = [:]
    for (place, item) in made.items.enumerated() { positions[item] = place }
    var kept = 0
    var last = -1
    for item in items.prefix(limit) {
      guard let place = positions[item], place > last, isOfSameKind(item) else { break }
      last = place
      kept += 1
    }
    let staying = Set(items.prefix(kept))
    var doomed: [String] = []
    for item in made.items where !staying.contains(item) {
      guard case .declaration(let name) = item else { throw .everywhere }
      doomed.append(name)
    }
    for use in made.libraries { doomed += try removed(of: use.name) }
    guard doomed.count * made.entities.count <= DifferenceBuilder.dearest else { throw .everywhere }
    doomed = remove(doomed)
    for case .library(let library) in items.prefix(kept) { try addChanges(of: library) }
    // What is new comes first, since what changes may be stated in a unit that is new, unless
    // something new can take its name only after a change.
    let isFree = doomed.isEmpty
    if isFree { for item in items.dropFirst(kept) { try add(item) } }
    for (place, item) in items.prefix(kept).enumerated() { try turn(item, place) }
    doomed = remove(doomed)
    if let first = doomed.first { throw stop(holding: first, items.prefix(kept)) }
    if !isFree { for item in items.dropFirst(kept) { try add(item) } }
    try turn(made.model, goal.model)
    guard goal.closingComments.starts(with: made.closingComments) else {
      if !isExact { return }
      throw .everywhere
    }
    found.closing = Array(goal.closingComments[made.closingComments.count...])
  }

  private mutating func make(_ edit: ScenarioEdit) throws(Stop) {
    do throws(Diagnostic) {
      try edit.apply(to: &made)
    } catch {
      throw .everywhere
    }
    found.edits.append(edit)
  }

  private func isOfSameKind(_ item: ScenarioItem) -> Bool {
    guard case .declaration(let name) = item else { return true }
    return made.entities[name]?.kind == goal.entities[name]?.kind
  }

  // MARK: What goes

  /// What the goal has no more of a library. What it has and the scenario has not comes back by no
  /// statement.
  private func removed(of library: String) throws(Stop) -> [String] {
    var names: [String] = []
    for entity in Library.declarations(of: library) {
      let isThere = made.entities[entity.name]?.library == library
      let isWanted = goal.entities[entity.name]?.library == library
      if isWanted, !isThere { throw .everywhere }
      if isThere, !isWanted { names.append(entity.name) }
    }
    return names
  }

  /// Removes in the order that is tried; what is left.
  private mutating func remove(_ doomed: [String]) -> [String] {
    removeAll(removals == .backward ? doomed.reversed() : doomed)
  }

  mutating func remove(_ name: String, cascade: Bool) -> Bool {
    guard let entity = made.entities[name] else { return true }
    let hasComments = !entity.comments.lines.isEmpty
    let removal = ScenarioEdit.Removal(
      cascade: cascade, comments: removals == .withComments && (hasComments || cascade))
    let target = ScenarioEdit.Target(name: name, location: entity.location)
    let comments = entity.library == nil ? Comments() : added(name)
    return (try? make(.remove(target, removal, comments))) != nil
  }

  /// Where to stop keeping, so that what holds one that has to go is declared again too.
  private func stop(holding name: String, _ kept: ArraySlice<ScenarioItem>) -> Stop {
    let holders = Set(made.referrers(to: name).map { ScenarioItem.declaration($0.name) })
    guard let place = kept.firstIndex(where: holders.contains) else { return .everywhere }
    return .at(place)
  }

  // MARK: What stays

  /// The comments to reach: those of before where statements cannot say others and need not.
  private func reachable(_ after: Comments, from before: Comments) -> Comments {
    isExact || after.remainder(behind: before) != nil ? after : before
  }

  private mutating func turn(_ item: ScenarioItem, _ place: Int) throws(Stop) {
    switch item {
    case .header:
      guard let old = made.header, let new = goal.header else { throw .everywhere }
      try turn(old, new)
    case .library(let library):
      let comments = { (scenario: Scenario) in
        scenario.libraries.first { $0.name == library }?.comments
      }
      guard
        !isExact
          || comments(made) == comments(goal)
            && zip(made.libraries(changing: library), goal.libraries(changing: library)).allSatisfy(
              {
                $0.comments == $1.comments
              })
      else { throw .everywhere }
      try turn(library: library)
    case .declaration(let name):
      guard let old = made.entities[name], let new = goal.entities[name] else { throw .at(place) }
      let edits = DeclarationDifference(
        from: old, to: new, comments: old.comments, reachable(new.comments, from: old.comments))
      guard let edits = edits?.edits else { throw .at(place) }
      do throws(Stop) {
        for edit in edits { try make(edit) }
      } catch {
        throw .at(place)
      }
    }
  }

  /// Changes the header, the model, or what a library declared.
  private mutating func turn(_ old: Declaration, _ new: Declaration) throws(Stop) {
    let isOwn = new.library == nil
    let before = isOwn ? old.comments : made.adjustmentComments[old.name] ?? Comments()
    let after = isOwn ? new.comments : goal.adjustmentComments[new.name] ?? Comments()
    let edits = DeclarationDifference(
      from: old, to: new, comments: before, reachable(after, from: before))
    guard let edits = edits?.edits else { throw .everywhere }
    for edit in edits { try make(edit) }
  }

  private mutating func turn(library: String) throws(Stop) {
    for entity in Library.declarations(of: library) {
      guard let old = made.entities[entity.name], let new = goal.entities[entity.name],
        old.library == library, new.library == library
      else { continue }
      try turn(old, new)
    }
  }

  // MARK: What comes

  private mutating func add(_ item: ScenarioItem) throws(Stop) {
    switch item {
    case .header:
      guard let header = goal.header else { return }
      try add(header, .begin(header.uncited))
    case .declaration(let name):
      guard let entity = goal.entities[name] else { return }
      try add(entity, .declare(entity.uncited))
    case .library(let library):
      guard let use = goal.libraries.first(where: { $0.name == library }) else { return }
      // The place is that of nothing: a library's statement has no place that outlives it.
      let nowhere = goal.model.location
      try make(.use(ScenarioEdit.Target(name: library, location: nowhere), use.comments))
      try addChanges(of: library)
      let held = remove(try removed(of: library).reversed())
      try turn(library: library)
      guard remove(held).isEmpty else { throw .everywhere }
    }
  }

  /// Takes up the libraries that change one and are not in use yet. What is in use stays so by every
  /// statement.
  private mutating func addChanges(of library: String) throws(Stop) {
    let uses = goal.libraries(changing: library)
    guard uses.map(\.name).starts(with: made.libraries(changing: library).map(\.name)) else {
      throw .everywhere
    }
    for use in uses.dropFirst(made.libraries(changing: library).count) {
      let target = ScenarioEdit.Target(name: use.name, location: goal.model.location)
      try make(.use(target, use.comments))
    }
  }

  private mutating func add(_ entity: Declaration, _ edit: ScenarioEdit) throws(Stop) {
    try make(edit)
    let target = ScenarioEdit.Target(name: entity.name, location: entity.location)
    for source in entity.citations { try make(.cite(target, source)) }
  }

  /// The comments that a removal of a library's thing has to add.
  private func added(_ name: String) -> Comments {
    let before = made.adjustmentComments[name] ?? Comments()
    let after = goal.adjustmentComments[name] ?? Comments()
    return after.remainder(behind: before) ?? Comments()
  }
}

extension Declaration {
  fileprivate var uncited: Declaration {
    var copy = self
    copy.citations = []
    return copy
  }
}
