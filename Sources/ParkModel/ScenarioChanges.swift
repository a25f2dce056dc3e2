public import Diagnostics
import Language
import OrderedCollections

/// What edits do: each changes the scenario, or throws and leaves it as it was.
extension Scenario {
  mutating func begin(_ declaration: Declaration) throws(Diagnostic) {
    if let header {
      throw Diagnostic(
        "declared-twice", "the scenario is declared already", at: declaration.location,
        notes: [Diagnostic.Note("here", at: header.location)],
        help: [
          Redeclaration(of: header, as: declaration).flatMap {
            $0.statements.isEmpty ? nil : "change it with `\($0.line)`"
          } ?? "change it with `set scenario end=2040`"
        ])
    }
    header = declaration
    headerPosition = entities.end
  }

  mutating func declare(_ declaration: Declaration) throws(Diagnostic) {
    if let first = entities[declaration.name], !first.kind.isNamed {
      let change = declaration.attributes.last?.canonical ?? ""
      throw Diagnostic(
        "declared-twice",
        first.isThereAlready,
        at: declaration.location, notes: [Diagnostic.Note("here", at: first.location)],
        help: change.isEmpty ? [] : ["change it with `set \(first.name) \(change)`"])
    }
    if let first = entities[declaration.name] {
      throw Diagnostic(
        "declared-twice", "`\(declaration.name)` is declared already, as \(first.kind.phrase)",
        at: declaration.location, notes: [Diagnostic.Note("here", at: first.location)],
        help: [wayOut(of: first, as: declaration)])
    }
    try checkIsNoLevel(declaration.name, at: declaration.location)
    try checkLevels(of: declaration)
    entities[declaration.name] = declaration
    if declaration.kind == .unit { try renewUnits() }
    noteNames(of: declaration)
  }

  /// What to do about a name that is taken.
  private func wayOut(of first: Declaration, as second: Declaration) -> Sentence {
    let other: Sentence = "choose another name"
    guard first.kind == second.kind else { return other }
    guard let change = Redeclaration(of: first, as: second) else {
      return referrers(to: first.name).isEmpty && first.library == nil
        ? "take it away first: `remove \(first.name)`, or choose another name" : other
    }
    return change.statements.isEmpty
      ? other : "change it with `\(change.line)`, or choose another name"
  }

  /// Keeps the names that expressions use, so that a change of one knows whether anything is worked
  /// out from it.
  private mutating func noteNames(of entity: Declaration) {
    for attribute in entity.attributes where attribute.value.isFormula || entity.kind == .assume {
      usedNames.formUnion(attribute.expression.names)
    }
  }

  /// Changes a copy of an entity, checks it, and puts it back.
  mutating func change(
    _ target: ScenarioEdit.Target, _ comments: Comments,
    _ body: (inout Declaration) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let before = try declared(target)
    var entity = before
    try body(&entity)
    do throws(Diagnostic) {
      try checkLevels(of: entity)
      try entity.check()
    } catch {
      throw error.unsetting(before, for: entity).brought(by: target, entity)
        .completed(entity, target, city: originOf(entity))
    }
    if entity.library == nil {
      entity.comments = entity.comments.joined(comments)
    } else {
      note(comments, on: target.name)
    }
    // What names a unit is read again, all of it or nothing.
    let earlier = entity.kind == .unit ? self : nil
    store(entity)
    noteNames(of: entity)
    placeLibraries()
    guard let earlier else { return }
    do throws(Diagnostic) {
      try remeasure(entity.name)
    } catch {
      self = earlier
      throw error
    }
  }

  /// A city from which a tenant could have come: another than its park's, if there is one.
  private func originOf(_ tenant: Declaration) -> String? {
    let home = tenant.reference(Firm.park).flatMap(entity(named:))?.reference(Park.city)
    let cities = entities(.city).map(\.name)
    return cities.first { $0 != home } ?? cities.first
  }

  /// Keeps the comments of a statement about what a library declared.
  private mutating func note(_ comments: Comments, on name: String) {
    let joined = (adjustmentComments[name] ?? Comments()).joined(comments)
    if joined != Comments() { adjustmentComments[name] = joined }
  }

  private mutating func store(_ entity: Declaration) {
    switch entity.kind {
    case .scenario: header = entity
    case .model: model = entity
    default: entities[entity.name] = entity
    }
  }

  /// The entity of a name, or the scenario's header, or the model.
  public func declared(_ target: ScenarioEdit.Target) throws(Diagnostic) -> Declaration {
    if target.name == EntityKind.scenario.rawValue, let header { return header }
    if let entity = entity(named: target.name) { return entity }
    if target.name == EntityKind.scenario.rawValue {
      throw Diagnostic(
        "no-scenario", "the scenario is not declared yet", at: target.location,
        help: ["for example `\(EntityKind.scenario.row.example)`"])
    }
    if target.name == EntityKind.ensemble.rawValue {
      throw Diagnostic(
        "not-set", "there is no ensemble yet", at: target.location,
        help: ["for example `\(EntityKind.ensemble.row.example)`"])
    }
    if Observation.isName(target.name) {
      let known = entities(.observe).map(\.name)
      throw Diagnostic(
        "not-set", "there is no `\(target.name)`", at: target.location,
        help: known.isEmpty
          ? ["`help observe` says how facts are kept"] : ["`list observe` lists them"])
    }
    if target.name.hasPrefix(EntityKind.correlate.rawValue + " ") {
      throw Diagnostic("not-set", "there is no `\(target.name)`", at: target.location)
    }
    throw .unknownName(
      target.name, expected: nil, known: Array(entities.names), in: self, at: target.location)
  }

  mutating func remove(
    _ target: ScenarioEdit.Target, _ removal: ScenarioEdit.Removal, _ comments: Comments
  ) throws(Diagnostic) {
    let entity = try declared(target)
    guard entity.kind.isRemovable else {
      throw Diagnostic(
        "cannot-remove", "the \(entity.kind) can be changed, not removed", at: target.location)
    }
    entities.indexReferences()
    var doomed: OrderedSet<String> = [entity.name]
    var next = 0
    while next < doomed.count {
      for other in referrers(to: doomed[next]) where !doomed.contains(other.name) {
        guard removal.cascade else {
          throw Diagnostic(
            "in-use", "`\(entity.name)` is in use", at: target.location,
            notes: referrers(to: entity.name).prefix(3).map {
              Diagnostic.Note("`\($0.name)` refers to it", at: $0.location)
            },
            help: ["remove what refers to it too: `remove \(entity.name) --cascade`"])
        }
        doomed.append(other.name)
      }
      next += 1
    }
    // The model cannot go along, and is not measured in what is not there.
    let units = doomed.filter { entities.kind(of: $0) == .unit }
    if !units.isEmpty,
      let attribute = model.attributes.first(where: { !$0.expression.names.isDisjoint(with: units) }
      )
    {
      let unit = units.first { attribute.expression.names.contains($0) } ?? entity.name
      throw Diagnostic(
        "in-use", "`\(unit)` is in use", at: target.location,
        notes: [Diagnostic.Note("the model is measured in it", at: attribute.location)],
        help: ["state it in another unit first: `set model \(attribute.canonical)`"])
    }
    let hadUnits = !units.isEmpty
    defer { if hadUnits { try? renewUnits() } }
    for name in doomed where entities[name]?.library != nil { note(comments, on: name) }
    if !removal.comments { bequeath(doomed) }
    for name in doomed { entities[name] = nil }
    if entity.library == nil { closingComments += comments.lines }
  }

  /// Hands the comments of those that go to the one behind each, or to the end of the script.
  private mutating func bequeath(_ doomed: OrderedSet<String>) {
    let places = doomed.compactMap(entities.place(of:)).sorted()
    let going = Set(places)
    var waiting: [String] = []
    for place in places {
      guard let entity = entities.entity(at: place), entity.library == nil else { continue }
      waiting += entity.comments.lines
      let heir = (place + 1..<entities.end).first {
        entities.entity(at: $0).map { $0.library == nil } ?? false
      }
      guard !waiting.isEmpty, heir.map({ !going.contains($0) }) ?? true else { continue }
      if let heir, var next = entities.entity(at: heir) {
        next.comments.leading.insert(contentsOf: waiting, at: 0)
        entities[next.name] = next
      } else {
        closingComments += waiting
      }
      waiting = []
    }
  }

  mutating func use(
    _ target: ScenarioEdit.Target, _ comments: Comments
  ) throws(Diagnostic) {
    guard let content = Library.named(target.name) else {
      let known = TypedChinese.candidates(Library.names, for: target.name, at: .choice)
      let guesses = nearest(to: target.name, in: known)
      throw Diagnostic(
        "unknown-library", "there is no library `\(target.name)`", at: target.location,
        help: [
          guesses.count == 1
            ? "write `use \(guesses[0])`" : "libraries are \(choices: Library.names)"
        ])
    }
    guard !libraries.contains(where: { $0.name == target.name }) else {
      throw Diagnostic("twice", "library `\(target.name)` is in use already", at: target.location)
    }
    try checkNeeds(of: content, at: target.location)
    let library = content.declarations
    let taken = library.compactMap { entities[$0.name] }
    if let own = taken.first {
      let renamed = taken.map { "rename \($0.name) \(freeName(like: $0.name, library))" }
        .joined(separator: "; ")
      throw Diagnostic(
        "declared-twice", "library `\(target.name)` declares `\(own.name)` too",
        at: target.location, notes: [Diagnostic.Note("it is declared here", at: own.location)],
        help: ["give yours another name: `\(renamed); use \(target.name)`"])
    }
    try checkLevels(using: library, target)
    libraries.append(
      LibraryUse(name: target.name, comments: comments, position: entities.end))
    for entity in library { entities[entity.name] = entity }
    takeChanges(of: content)
  }

  /// A name that neither the scenario nor a library has.
  private func freeName(like name: String, _ library: [Declaration]) -> String {
    let names = (1...).lazy.map { $0 == 1 ? "own-\(name)" : "own-\(name)-\($0)" }
    return names.first { candidate in
      entities[candidate] == nil && !library.contains { $0.name == candidate }
        && !usedNames.contains(candidate)
    } ?? name
  }

  mutating func cite(
    _ target: ScenarioEdit.Target, _ citation: Citation
  ) throws(Diagnostic) {
    let kind = try declared(target).kind
    let row = kind.row(in: self)
    if let attribute = citation.attribute, row.listed(attribute) == nil {
      throw .unknownAttribute(attribute, of: kind, among: row.attributes, at: target.location)
    }
    // In place, so that thousands of sources of one thing do not copy each other.
    switch kind {
    case .scenario: header?.citations.append(citation)
    case .model: model.citations.append(citation)
    default:
      if let place = entities.place(of: target.name) {
        entities.annotate(place) { $0.citations.append(citation) }
      }
    }
  }

  /// Adds comments that stand after the last statement.
  public mutating func close(with comments: [String]) {
    closingComments += comments
  }
}

extension Diagnostic {
  /// A conflict of what is set with what was there: what to take away first.
  fileprivate func unsetting(_ before: Declaration, for after: Declaration) -> Diagnostic {
    // A number of the model is never taken away: both are stated.
    guard slug == "conflict", before.kind != .model,
      let change = Redeclaration(of: before, as: after), change.statements.count > 1
    else { return self }
    var copy = self
    copy.help = ["take the other away first: `\(change.line)`"]
    return copy
  }

  /// The same message with a whole statement as its help, where what is missing is known here.
  fileprivate func completed(
    _ entity: Declaration, _ target: ScenarioEdit.Target, city: @autoclosure () -> String?
  ) -> Diagnostic {
    var copy = self
    func isNew(_ attribute: Attribute) -> Bool {
      attribute.location.source === target.location.source
        && attribute.location.span.lower >= target.location.span.lower
    }
    if slug == "shares-do-not-add-up" {
      let kept = Set(entity.attributes.filter(isNew).map(\.name))
      if let shares = Tax.adding(up: entity, kept: kept) {
        let text = shares.map { "\($0.name)=\($0.text)" }.joined(separator: " ")
        copy.help = ["write for example `set \(entity.name) \(text)`"]
      } else {
        copy.help = ["they have to add up from each of their dates on, and in every draw"]
      }
    }
    if slug == "conflict", let moved = entity[Firm.moved], entity[Firm.origin] == nil,
      isNew(moved), let city = city()
    {
      copy.help = [
        "name the city that loses the tax, for example "
          + "`set \(entity.name) origin=\(city) \(moved.canonical)`"
      ]
    }
    return copy
  }

  /// The same message where a change says what it is about, with the older place that it goes against.
  fileprivate func brought(by target: ScenarioEdit.Target, _ entity: Declaration) -> Diagnostic {
    let start = target.location
    func isNew(_ place: Location) -> Bool {
      place.source === start.source && place.span.lower >= start.span.lower
    }
    guard let old = location, !isNew(old) else { return self }
    let new = entity.attributes.first { isNew($0.location) }
    return brought(by: new?.location ?? start)
  }
}

extension Diagnostic {
  /// The same message at the change that brought it, with the place that it breaks.
  public func brought(by place: Location) -> Diagnostic {
    var copy = self
    copy.location = place
    if let location, location.address != place.address {
      copy.notes.insert(Note("this goes against what is said here", at: location), at: 0)
    }
    return copy
  }
}

extension Declaration {
  /// That there is one already of what has no name of its own.
  fileprivate var isThereAlready: Sentence {
    switch kind {
    case .ensemble: "the ensemble is on already"
    case .observe: "this fact is kept already: `\(canonical)`"
    default: "these two are correlated already: `\(canonical)`"
    }
  }
}
