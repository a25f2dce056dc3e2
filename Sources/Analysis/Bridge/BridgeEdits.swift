import Diagnostics
import Language
import ParkModel
import Quantities

/// One thing in which two scenarios differ.
public enum BridgeItem: Sendable, Equatable {
  /// A value that is another, that is new (no `from`) or that is not said any more (no `to`).
  case value(name: String, from: String?, to: String?)
  case declared(name: String)
  case removed(name: String)
  case library(String)

  /// What tells it from others, whatever the order in which they came.
  var key: String {
    switch self {
    case .value(let name, _, _): name
    case .declared(let name), .removed(let name), .library(let name): name
    }
  }
}

/// The changes that lead from one scenario to another, those together that make no sense apart.
///
/// What is compared is what things say, whatever the order of statements: the same two scenarios have the
/// same changes, however one was made of the other.
struct BridgeEdits {
  /// Changes that are made together or not at all.
  struct Group {
    var items: [BridgeItem]
    var changes: [VariationAxis.Change]
    /// Where it changes plain numbers alone: what each is without it and with it.
    var numbers: [VariationAxis.Numbers]?

    var key: String { items.first?.key ?? "" }

    func joined(_ other: Group) -> Group {
      let both = numbers.flatMap { own in other.numbers.map { own + $0 } }
      return Group(
        items: (items + other.items).sorted { $0.key < $1.key },
        changes: changes + other.changes, numbers: both)
    }
  }

  /// Sorted by what they change.
  private(set) var groups: [Group] = []

  private let first: Scenario
  private let second: Scenario
  /// What each group needs that is new, and what it takes a reference from.
  private var needs: [Set<String>] = []
  private var rank = 0

  /// - Parameter used: the names that the figure reads, of which the scenario's own metrics count.
  init(from first: Scenario, to second: Scenario, used: Set<String>) {
    self.first = first
    self.second = second
    let gone = Set(first.libraries.map(\.name)).subtracting(second.libraries.map(\.name))
    for library in second.libraries
    where !first.libraries.contains(where: { $0.name == library.name }) {
      add(
        .library(library.name),
        [.use(ScenarioEdit.Target(name: library.name, location: BridgeEdits.place), Comments())],
        needs: [BridgeEdits.library])
    }
    addDeclared(used)
    if let old = first.header, let new = second.header {
      addChanges(from: old, to: new, skipping: BridgeEdits.horizon)
    }
    addChanges(from: first.model, to: second.model)
    for new in second.all {
      guard let old = first.entity(named: new.name), isCompared(new, used) else { continue }
      if old.kind == new.kind {
        addChanges(from: old, to: new)
      } else {
        add(
          .declared(name: new.name), [removal(of: old.name), .declare(new)], late: true,
          needs: [new.name])
      }
    }
    addRemoved(used, gone)
    join()
    groups.sort { $0.key < $1.key }
  }

  /// What decides which periods there are.
  static let horizon = ["end", "start", "step"]
  private static let place = Location(SourceText(name: "bridge", text: ""), Span(0, 0))
  /// Stands for whatever a library that is new declares.
  private static let library = "use "

  private func isCompared(_ entity: Declaration, _ used: Set<String>) -> Bool {
    switch entity.kind {
    case .ensemble, .correlate, .unit: false
    case .metric: used.contains(entity.name)
    default: true
    }
  }

  private func removal(of name: String) -> ScenarioEdit {
    .remove(
      ScenarioEdit.Target(name: name, location: BridgeEdits.place),
      ScenarioEdit.Removal(cascade: false, comments: true), Comments())
  }

  // MARK: Changes

  private mutating func add(
    _ item: BridgeItem, _ edits: [ScenarioEdit], late: Bool = false, needs: Set<String>,
    numbers: [VariationAxis.Numbers]? = nil
  ) {
    var changes: [VariationAxis.Change] = []
    for edit in edits {
      rank += 1
      changes.append(VariationAxis.Change(rank: rank + (late ? 1_000_000 : 0), edit))
    }
    groups.append(Group(items: [item], changes: changes, numbers: numbers))
    self.needs.append(needs)
  }

  private mutating func addDeclared(_ used: Set<String>) {
    for new in second.all
    where new.library == nil && first.entity(named: new.name) == nil && isCompared(new, used) {
      add(
        .declared(name: new.name), [.declare(new)],
        needs: Set(new.references).filter(isNew).union([new.name]))
    }
  }

  /// Whether only the second scenario knows a name; names of a library that is new go by its word.
  private func isNew(_ name: String) -> Bool {
    first.entity(named: name) == nil && second.entity(named: name) != nil
  }

  private mutating func addChanges(
    from old: Declaration, to new: Declaration, skipping: [String] = []
  ) {
    let target = ScenarioEdit.Target(name: new.name, location: BridgeEdits.place)
    // What is not said any more goes first: `land` before `jobs` takes its place.
    for attribute in old.attributes
    where new.attribute(named: attribute.name) == nil && !skipping.contains(attribute.name) {
      let name = "\(old.name).\(attribute.name)"
      add(
        .value(name: name, from: attribute.expression.canonical, to: nil),
        [.unset(target, [attribute.name], Comments())], needs: references(nil, attribute),
        numbers: numbers(old, attribute, nil))
    }
    for attribute in new.attributes where !skipping.contains(attribute.name) {
      let former = old.attribute(named: attribute.name)
      guard former?.expression.canonical != attribute.expression.canonical else { continue }
      let name = new.kind == .assume ? new.name : "\(new.name).\(attribute.name)"
      add(
        .value(
          name: name, from: former?.expression.canonical, to: attribute.expression.canonical),
        [.set(target, title: nil, [attribute], Comments())],
        needs: references(attribute, former),
        numbers: numbers(new, former, attribute))
    }
  }

  /// What a value names that is new, and what the one before named that is gone.
  private func references(_ new: Attribute?, _ old: Attribute?) -> Set<String> {
    let needed = Set(new?.references ?? []).filter(isNew)
    let freed = Set(old?.references ?? []).filter { second.entity(named: $0) == nil }
    return needed.union(freed)
  }

  /// Both values as numbers in one unit, of which one that is not said is what holds then.
  private func numbers(
    _ entity: Declaration, _ old: Attribute?, _ new: Attribute?
  ) -> [VariationAxis.Numbers]? {
    guard let name = (new ?? old)?.name, let row = entity.kind.row.attribute(named: name) else {
      return nil
    }
    let input = NamedInput(entity, row, at: entity.location)
    func number(_ attribute: Attribute?) -> Quantity? {
      guard let attribute else { return input.fallback }
      return try? input.number(attribute.expression, attribute.location.source)
    }
    guard let one = number(old), let two = number(new), one.unit == two.unit else { return nil }
    return [VariationAxis.Numbers(input, [one.value, two.value], one.unit)]
  }

  /// In the other order, so that what refers goes before what it refers to.
  private mutating func addRemoved(_ used: Set<String>, _ gone: Set<String>) {
    for old in Array(first.all).reversed() where second.entity(named: old.name) == nil {
      if let library = old.library, gone.contains(library) { continue }
      guard isCompared(old, used) else { continue }
      let referred = Set(old.references).filter { second.entity(named: $0) == nil }
      add(
        .removed(name: old.name), [removal(of: old.name)], late: true,
        needs: referred.union([old.name]))
    }
  }

  // MARK: Groups

  /// Joins what names the same new or vanished thing.
  private mutating func join() {
    var owner = Array(groups.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while owner[index] != index { index = owner[index] }
      return index
    }
    var byName: [String: Int] = [:]
    for index in groups.indices {
      var names = needs[index]
      // What a new library declares comes with its `use`.
      if names.contains(where: { second.entity(named: $0)?.library != nil && isNew($0) }) {
        names.insert(BridgeEdits.library)
      }
      for name in names.sorted() {
        guard let other = byName[name] else {
          byName[name] = index
          continue
        }
        owner[root(index)] = root(other)
      }
    }
    var joined: [Int: Group] = [:]
    for index in groups.indices {
      let place = root(index)
      joined[place] = joined[place].map { $0.joined(groups[index]) } ?? groups[index]
    }
    groups = joined.sorted { $0.key < $1.key }.map(\.value)
  }
}
