/// The named entities of a scenario in the order of their declaration, found by name, by kind and by
/// what they refer to.
///
/// Each stands in a slot for good: what is removed leaves an empty one, and what is renamed keeps
/// its own, so that neither moves the others. A slot is therefore also a place in the script.
struct EntityTable: Sendable {
  private var slots: [Declaration?] = []
  private var places: [String: Int] = [:]
  /// The slots of those that refer to a name. Nil until somebody asks: most scenarios never do.
  private var referring: [String: Set<Int>]?
  /// What stood in slots before they changed, the oldest first; nil where nobody keeps it.
  private var old: [Former]?

  /// What a slot held before a change.
  struct Former: Sendable {
    let slot: Int
    let entity: Declaration?
  }

  var count: Int { places.count }
  var isEmpty: Bool { places.isEmpty }
  /// The place behind all of them.
  var end: Int { slots.count }

  /// Every one, in order of declaration.
  var values: some Sequence<Declaration> { slots.lazy.compactMap(\.self) }
  var names: some Sequence<String> { slots.lazy.compactMap { $0?.name } }

  func place(of name: String) -> Int? { places[name] }

  /// What stands in a slot; nil where that was removed.
  func entity(at place: Int) -> Declaration? { slots[place] }

  func kind(of name: String) -> EntityKind? { places[name].flatMap { slots[$0]?.kind } }

  /// Those of a kind. By place: a filter would copy every declaration only to look at its kind.
  func all(_ kind: EntityKind) -> [Declaration] {
    var found: [Declaration] = []
    for place in slots.indices where slots[place]?.kind == kind {
      if let entity = slots[place] { found.append(entity) }
    }
    return found
  }

  /// Puts an entity in the place of the one of its name, or at the end; nil takes it away.
  subscript(name: String) -> Declaration? {
    get { places[name].flatMap { slots[$0] } }
    set {
      if let place = places[name] {
        if newValue == nil { places[name] = nil }
        write(newValue, at: place)
      } else if let newValue {
        places[name] = slots.count
        slots.append(nil)
        write(newValue, at: slots.count - 1)
      }
    }
  }

  /// Gives an entity another name, in its place.
  mutating func rename(_ name: String, to new: String, _ entity: Declaration) {
    guard let place = places.removeValue(forKey: name) else { return }
    places[new] = place
    write(entity, at: place)
  }

  /// Changes an entity where it stands, in what no other refers by: its comments and sources.
  mutating func annotate(_ place: Int, _ body: (inout Declaration) -> Void) {
    guard var entity = slots[place] else { return }
    // Out of its slot meanwhile, so that a long list of sources is not copied.
    slots[place] = nil
    body(&entity)
    slots[place] = entity
  }

  private mutating func write(_ entity: Declaration?, at place: Int) {
    let before = slots[place]
    old?.append(Former(slot: place, entity: before))
    if referring != nil {
      for name in before?.references ?? [] { referring?[name]?.remove(place) }
      for name in entity?.references ?? [] { referring?[name, default: []].insert(place) }
    }
    slots[place] = entity
  }

  /// Moves some entities, all of which stand behind a place, to it; how many there were.
  mutating func move(to place: Int, where isMoved: (Declaration) -> Bool) -> Int {
    let block = slots.indices.filter { slots[$0].map(isMoved) ?? false }
    let moved = block.map { slots[$0] }
    for index in block.reversed() { slots.remove(at: index) }
    slots.insert(contentsOf: moved, at: place)
    for (index, entity) in slots.enumerated() {
      if let entity { places[entity.name] = index }
    }
    referring = nil
    return block.count
  }

  // MARK: References

  /// Keeps from now on who refers to whom, so that `referrers` need not look at all of them.
  mutating func indexReferences() {
    guard referring == nil else { return }
    var found: [String: Set<Int>] = [:]
    for place in slots.indices {
      for name in slots[place]?.references ?? [] { found[name, default: []].insert(place) }
    }
    referring = found
  }

  /// What refers to a name, in order of declaration.
  func referrers(to name: String) -> [Declaration] {
    guard let referring else { return values.filter { $0.references.contains(name) } }
    return (referring[name] ?? []).sorted().compactMap { slots[$0] }
  }

  // MARK: Taking back

  /// Keeps what slots hold before they change, until `endRecording`.
  mutating func beginRecording() { old = [] }

  /// What slots held before the changes since `beginRecording`, the oldest first.
  mutating func endRecording() -> [Former] {
    defer { old = nil }
    return old ?? []
  }

  /// Puts back what slots held before, and forgets the slots from an end on.
  mutating func restore(_ former: [Former], end: Int) {
    for change in former.reversed() {
      if let now = slots[change.slot] { places[now.name] = nil }
      write(change.entity, at: change.slot)
      if let entity = change.entity { places[entity.name] = change.slot }
    }
    if end < slots.count { slots.removeSubrange(end...) }
  }
}
