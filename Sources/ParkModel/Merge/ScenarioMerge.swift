public import Diagnostics
import Language

/// What makes of one scenario, ours, one that has the changes of another, theirs, too: three ways, since
/// both come from a common ancestor (Docs/Decisions/0155).
///
/// Things and attributes count, and not the order of statements: where only one side changed one, that
/// holds. New things stand behind ours, in their order. Where ours changed nothing, theirs comes out
/// exactly.
public struct ScenarioMerge: Sendable, Dismantling {
  public enum Side: String, Sendable, CaseIterable {
    case ours, theirs
  }

  /// The changes of ours. They hold where no conflict is left.
  public private(set) var edits: [ScenarioEdit] = []
  /// Comments behind the last statement.
  public private(set) var closing: [String] = []
  /// The same in the words of things and values.
  public private(set) var changes: [MergedChange] = []
  /// What is to be settled before anything is merged.
  public private(set) var conflicts: [MergeConflict] = []
  /// What was settled by keeping one side.
  public private(set) var settled: [MergeConflict] = []

  private let base: Scenario
  private let theirs: Scenario
  private let keep: Side?
  private let contested: Set<MergeConflict.Subject>
  private(set) var made: Scenario
  private let ours: Scenario
  /// Whether a unit has another size on both sides, so that values are read again.
  private let readsAgain: Bool
  private var declared: [Declaration] = []
  private var turned: [(from: Declaration, to: Declaration)] = []
  private var doomed: [String] = []
  private var replaced: [Declaration] = []

  /// - Parameters:
  ///   - keep: the side that counts where both changed the same; nil for neither.
  ///   - contested: what has no one ancestor, so that any difference in it is a conflict.
  public init(
    base: Scenario, ours: Scenario, theirs: Scenario, keep: Side? = nil,
    contested: Set<MergeConflict.Subject> = []
  ) {
    self.base = base.withoutClosing
    self.ours = ours
    self.theirs = theirs
    self.keep = keep
    self.contested = contested
    made = ours
    readsAgain = theirs.entities(.unit).contains { unit in
      ours.entity(named: unit.name).map { $0.canonical != unit.canonical } ?? false
    }
    guard self.base.script != theirs.withoutClosing.script else {
      mergeClosing()
      return
    }
    mergeLibraries()
    mergeThings()
    build()
    mergeClosing()
    guard contested.isEmpty else { return }
    let plain = self.base.plainScript
    // Where one side changed nothing, nothing stands against the other.
    if theirs.plainScript == plain { conflicts = [] }
    if ours.plainScript == plain {
      conflicts = []
      let exact = ScenarioDifference(from: ours, to: theirs, isExact: false)
      edits = exact.edits
      if !edits.isEmpty, changes.isEmpty { changes = [.order] }
    }
  }

  /// Makes ours the merged scenario. Nothing where there are conflicts.
  public func apply(to ours: inout Scenario) throws(Diagnostic) {
    guard conflicts.isEmpty else { return }
    for edit in edits { try edit.apply(to: &ours) }
    ours.close(with: closing)
  }

  private mutating func mergeClosing() {
    let old = base.closingComments.count
    let new = theirs.closingComments
    closing =
      new.count > old ? Array(new[old...]).filter { !ours.closingComments.contains($0) } : []
  }

  // MARK: Libraries

  private func uses(_ scenario: Scenario, _ library: String) -> Bool {
    scenario.libraries.contains { $0.name == library }
  }

  private mutating func mergeLibraries() {
    for use in theirs.libraries where !uses(base, use.name) && !uses(made, use.name) {
      let edit = ScenarioEdit.use(
        ScenarioEdit.Target(name: use.name, location: made.model.location), use.comments)
      do throws(Diagnostic) {
        try make(edit)
        changes.append(.library(use.name))
      } catch {
        conflicts.append(
          MergeConflict(
            .library(use.name), ours: .nothing, theirs: MergeConflict.Saying("use \(use.name)"),
            reason: error.message.text))
      }
    }
    // No statement takes a library out: who has it no more began from nothing.
    for use in base.libraries where uses(ours, use.name) != uses(theirs, use.name) {
      let saying = MergeConflict.Saying("use \(use.name)")
      let conflict = MergeConflict(
        .library(use.name), ours: uses(ours, use.name) ? saying : .nothing,
        theirs: uses(theirs, use.name) ? saying : .nothing, base: saying)
      if keep == .ours { settled.append(conflict) } else { conflicts.append(conflict) }
    }
  }

  /// A thing as a scenario has it, also where it stands in a library that only the other side took up.
  private func thing(_ name: String, in scenario: Scenario) -> Declaration? {
    if name == EntityKind.scenario.rawValue { return scenario.header }
    if let entity = scenario.entity(named: name) { return entity }
    guard let library = made.entity(named: name)?.library ?? theirs.entity(named: name)?.library,
      !uses(base, library), !uses(scenario, library)
    else { return nil }
    return Library.declarations(of: library).first { $0.name == name }.map(scenario.asInLibraries)
  }

  // MARK: Things

  private mutating func mergeThings() {
    var names = [EntityKind.scenario.rawValue, EntityKind.model.rawValue]
    var known = Set(names)
    for scenario in [theirs, made] {
      for name in scenario.names where known.insert(name).inserted { names.append(name) }
    }
    for name in base.names where known.insert(name).inserted { names.append(name) }
    // What a library took along that one side has no more is said once.
    let lost = Set(base.libraries.map(\.name)).filter { !uses(theirs, $0) || !uses(ours, $0) }
    for name in names {
      let old = thing(name, in: base)
      if let library = old?.library, lost.contains(library) { continue }
      merge(name, old, thing(name, in: made), thing(name, in: theirs))
    }
  }

  private mutating func merge(
    _ name: String, _ old: Declaration?, _ own: Declaration?, _ other: Declaration?
  ) {
    switch (own, other) {
    case (nil, nil): return
    case (nil, let other?):
      guard let old else { return declare(other) }
      if old.means(other), !contested.contains(.thing(name)) { return }
      if choose(.thing(name), own, other, old) { declare(other) }
    case (let own?, nil):
      guard let old else { return }
      if own.means(old), !contested.contains(.thing(name)) { return remove(own) }
      if choose(.thing(name), own, other, old) { remove(own) }
    case (let own?, let other?):
      guard own.kind == other.kind else {
        if let old, old.kind == other.kind, old.means(other) { return }
        if let old, old.kind == own.kind, old.means(own) { return replace(own, by: other) }
        if choose(.thing(name), own, other, old) { replace(own, by: other) }
        return
      }
      let merged = ThingMerge(
        base: old?.kind == own.kind ? old : nil, ours: own, theirs: other, keep: keep,
        contested: contested)
      if keep == nil {
        conflicts += merged.conflicts
      } else {
        settled += merged.conflicts
      }
      guard !merged.changes.isEmpty else { return }
      changes += merged.changes
      turned.append((own, merged.goal))
    }
  }

  /// Notes that both changed a thing as a whole; whether theirs is to be taken.
  private mutating func choose(
    _ subject: MergeConflict.Subject, _ own: Declaration?, _ other: Declaration?,
    _ old: Declaration?
  ) -> Bool {
    let conflict = MergeConflict(
      subject, ours: MergeConflict.Saying(own, besides: old),
      theirs: MergeConflict.Saying(other, besides: old), base: MergeConflict.Saying(old))
    guard let keep else {
      conflicts.append(conflict)
      return false
    }
    settled.append(conflict)
    return keep == .theirs
  }

  private mutating func declare(_ entity: Declaration) {
    declared.append(entity)
    changes.append(.declared(entity.name))
  }

  private mutating func remove(_ entity: Declaration) {
    guard entity.kind.isRemovable else {
      conflicts.append(
        MergeConflict(
          .thing(entity.name), ours: MergeConflict.Saying(entity), theirs: .nothing,
          base: MergeConflict.Saying(entity)))
      return
    }
    doomed.append(entity.name)
    changes.append(.removed(entity.name))
  }

  private mutating func replace(_ entity: Declaration, by other: Declaration) {
    remove(entity)
    replaced.append(other)
    changes.append(.declared(other.name))
  }

  // MARK: Statements

  private mutating func make(_ edit: ScenarioEdit) throws(Diagnostic) {
    var edit = edit
    if readsAgain, let statement = ScenarioMerge.statement(edit),
      let read = try StatementReader.edit(statement, in: made)
    {
      edit = read
    }
    try edit.apply(to: &made)
    edits.append(edit)
  }

  private static func statement(_ edit: ScenarioEdit) -> StatementText? {
    Script(SourceText(name: "merge", text: edit.statement)).statements.first
  }

  private mutating func build() {
    for entity in declared where entity.kind == .unit {
      attempt(entity.name) { (merge) throws(Diagnostic) in try merge.add(entity) }
    }
    // What changes or is new may name what is gone, which is then its side's own.
    var held = removeAll(Array(doomed.reversed()))
    for (from, to) in turned {
      attempt(from.name) { (merge) throws(Diagnostic) in try merge.turn(from, to) }
    }
    held = removeAll(held)
    for name in held {
      for other in made.referrers(to: name) where !held.contains(other.name) {
        conflicts.append(reference(of: other, to: name))
      }
    }
    for entity in declared where entity.kind != .unit {
      attempt(entity.name) { (merge) throws(Diagnostic) in try merge.add(entity) }
    }
    for entity in replaced where made.entity(named: entity.name) == nil {
      attempt(entity.name) { (merge) throws(Diagnostic) in try merge.add(entity) }
    }
    noteReferences()
    // Whether a thing that one side has removed comes along decides on what it names, too.
    let open = Set(conflicts.map(\.subject))
    conflicts.removeAll { conflict in
      if case .reference(let thing, _) = conflict.subject { return open.contains(.thing(thing)) }
      return false
    }
  }

  /// What is refused is a conflict of what both say of a thing.
  private mutating func attempt(
    _ name: String, _ body: (inout ScenarioMerge) throws(Diagnostic) -> Void
  ) {
    do throws(Diagnostic) {
      try body(&self)
    } catch {
      conflicts.append(
        MergeConflict(
          .together(name), ours: MergeConflict.Saying(thing(name, in: ours)),
          theirs: MergeConflict.Saying(thing(name, in: theirs)),
          base: MergeConflict.Saying(thing(name, in: base)), reason: error.message.text))
    }
  }

  private mutating func add(_ entity: Declaration) throws(Diagnostic) {
    var plain = entity
    plain.citations = []
    try make(entity.kind == .scenario ? .begin(plain) : .declare(plain))
    let target = ScenarioEdit.Target(name: entity.name, location: entity.location)
    for source in entity.citations { try make(.cite(target, source)) }
  }

  private mutating func turn(_ from: Declaration, _ to: Declaration) throws(Diagnostic) {
    try to.check()
    // Comments that need a statement and have none to stand at are left.
    for comments in [to.comments, from.comments] {
      let found = DeclarationDifference(from: from, to: to, comments: from.comments, comments)
      guard let found else { continue }
      for edit in found.edits { try make(edit) }
      return
    }
    throw Diagnostic("merge-conflict", "no statement makes both changes", at: from.location)
  }

  mutating func remove(_ name: String, cascade: Bool) -> Bool {
    guard let entity = made.entities[name] else { return true }
    let target = ScenarioEdit.Target(name: name, location: entity.location)
    let removal = ScenarioEdit.Removal(cascade: cascade)
    do throws(Diagnostic) {
      try make(.remove(target, removal, Comments()))
      return true
    } catch {
      return false
    }
  }

  // MARK: References

  /// Things of theirs that name what is gone of ours. What named it on one side alone is that one's own.
  /// What is of another kind by now is gone as well, and is named by nobody else yet.
  private mutating func noteReferences() {
    for old in base.all where made.entity(named: old.name)?.kind != old.kind {
      let isGone = made.entity(named: old.name) == nil
      for other in made.referrers(to: old.name) {
        let isOwn =
          isGone
          && [ours, theirs].contains { side in
            side.entity(named: old.name) == nil
              && side.entity(named: other.name)?.references.contains(old.name) == true
          }
        if !isOwn { conflicts.append(reference(of: other, to: old.name)) }
      }
    }
  }

  private func reference(of other: Declaration, to name: String) -> MergeConflict {
    func saying(_ scenario: Scenario) -> MergeConflict.Saying {
      guard scenario.entity(named: name) != nil,
        let entity = scenario.entity(named: other.name),
        let attribute = entity.attributes.first(where: { $0.references.contains(name) })
      else { return .nothing }
      return MergeConflict.Saying("\(other.name) \(attribute.canonical)", at: attribute.location)
    }
    return MergeConflict(
      .reference(thing: other.name, to: name), ours: saying(ours), theirs: saying(theirs),
      base: MergeConflict.Saying(base.entity(named: name)))
  }
}
