import Diagnostics
import Language
public import Quantities

/// A scenario: everything that was declared, as a value. Changed only by a `ScenarioEdit`.
public struct Scenario: Sendable {
  /// The title, span and step; nil until they are declared.
  public internal(set) var header: Declaration?
  /// Where the header stands in the script: the place of the entity behind it.
  var headerPosition = 0
  /// The model's own numbers, as the built-in library `model` sets them and `set model` changes.
  public internal(set) var model: Declaration
  /// Every named entity, in order of declaration.
  var entities = EntityTable()
  /// The built-in libraries in use, in order.
  public internal(set) var libraries: [LibraryUse] = []
  /// Comments of `set`, `unset` and `remove` statements about what a library declared.
  var adjustmentComments: [String: Comments] = [:]
  /// The units that numbers may have: the built-in ones and the scenario's own.
  public internal(set) var units = UnitScope()
  /// Every name that an expression ever used.
  var usedNames: Set<String> = []
  /// The levels of government of a library that is being read; nil but then.
  var loading: Levels?
  /// Comments after the last statement.
  public internal(set) var closingComments: [String] = []

  /// A library and where its `use` stands in the script.
  public struct LibraryUse: Sendable {
    public var name: String
    var comments: Comments
    var position: Int
  }

  /// An empty scenario with the model's defaults.
  public init() {
    model = Library.defaults
  }

  // MARK: Reading

  /// The entity of this name.
  public func entity(named name: String) -> Declaration? {
    name == EntityKind.model.rawValue ? model : entities[name]
  }

  /// Every named entity, in order of declaration.
  public var all: some Sequence<Declaration> { entities.values }

  /// The names of all entities, in order of declaration.
  public var names: some Sequence<String> { entities.names }

  /// The entities of one kind, in order of declaration.
  public func entities(_ kind: EntityKind) -> [Declaration] {
    entities.all(kind)
  }

  public var isEmpty: Bool { header == nil && entities.isEmpty }

  /// Title of the header, or an empty text.
  public var title: String { header?.title ?? "" }

  /// What refers to an entity, in order of declaration.
  public func referrers(to name: String) -> [Declaration] {
    entities.referrers(to: name)
  }
}
