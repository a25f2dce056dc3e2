public import Diagnostics
import Language
import Synchronization

/// The built-in libraries: scripts inside the program, read when they are first used.
public enum Library {
  /// The scripts, by name: that of the model's own numbers first, then those that `use` takes.
  static let scripts: [(name: String, utf8: [UInt8])] = [
    (EntityKind.model.rawValue, PackageResources.model_park),
    ("china", PackageResources.china_park), ("germany", PackageResources.germany_park),
  ]

  /// Those that `use` takes.
  public static let names = scripts.dropFirst().map(\.name)

  /// Every built-in library, that of the model's own numbers first, with all that it declares.
  public static func all() throws(Diagnostic) -> [(name: String, declarations: [Declaration])] {
    var libraries = [(name: EntityKind.model.rawValue, declarations: [defaults])]
    for name in names { libraries.append((name, try named(name) ?? [])) }
    return libraries
  }

  /// What a library declares; nil where there is none of that name.
  static func named(_ name: String) throws(Diagnostic) -> [Declaration]? {
    names.contains(name) ? declarations(of: name) : nil
  }

  /// The model's own numbers.
  static let defaults: Declaration = {
    var model = Declaration(
      kind: .model, name: EntityKind.model.rawValue, title: nil, attributes: [],
      location: Location(SourceText(name: "library model", text: ""), Span(0, 0)),
      comments: Comments(), library: "model")
    var scenario = Scenario(model: model)
    run(PackageResources.model_park, name: "model", in: &scenario)
    model = scenario.model
    for index in model.citations.indices { model.citations[index].isBuiltIn = true }
    return model
  }()

  /// What libraries declare, of those that were asked for.
  private static let read = Mutex<[String: [Declaration]]>([:])

  private static func read(_ name: String, _ utf8: [UInt8]) -> [Declaration] {
    var scenario = Scenario(model: defaults)
    scenario.loading = Levels.brought(by: name)
    run(utf8, name: name, in: &scenario)
    return scenario.all.map { entity in
      var entity = entity
      entity.library = name
      entity.comments = Comments()
      for index in entity.citations.indices { entity.citations[index].isBuiltIn = true }
      return entity
    }
  }

  /// Runs a built-in script. It cannot fail for a user: a test reads every library.
  private static func run(_ utf8: [UInt8], name: String, in scenario: inout Scenario) {
    let source = SourceText(name: "library \(name)", utf8: utf8)
    for statement in Script(source).statements where !Levels.declares(statement) {
      do {
        guard let edit = try StatementReader.edit(statement, in: scenario) else {
          preconditionFailure("library \(name): \(statement.text)")
        }
        try edit.apply(to: &scenario)
      } catch {
        preconditionFailure("library \(name): \(DiagnosticRenderer().render(error))")
      }
    }
  }
}

extension Scenario {
  /// An empty scenario with these numbers of the model.
  fileprivate init(model: Declaration) {
    self.model = model
  }
}

extension Library {
  /// What a library or the model declared under a name, before any change.
  static func original(_ name: String) -> Declaration? {
    guard name != EntityKind.model.rawValue else { return defaults }
    return names.lazy.compactMap { declarations(of: $0).first { $0.name == name } }.first
  }

  /// The names of everything that a library declares.
  public static func declaredNames(of library: String) -> [String] {
    declarations(of: library).map(\.name)
  }

  /// Everything that a library declares.
  static func declarations(of library: String) -> [Declaration] {
    guard library != EntityKind.model.rawValue,
      let script = scripts.first(where: { $0.name == library })
    else { return [] }
    if let known = read.withLock({ $0[library] }) { return known }
    let declarations = read(library, script.utf8)
    return read.withLock { known in
      known[library] = declarations
      return declarations
    }
  }

  /// Whether `use` would bring a thing of a name.
  public static func has(
    _ name: String, _ kind: EntityKind? = nil, in scenario: Scenario
  ) -> Bool {
    unused(kind, in: scenario).contains { $0.declaration.name == name }
  }

  /// What `use` would bring of a kind, with the library that has it, in its order; of every kind where
  /// none is said. Libraries in use bring no more.
  public static func unused(
    _ kind: EntityKind? = nil, in scenario: Scenario
  ) -> [(library: String, declaration: Declaration)] {
    names.filter { name in !scenario.libraries.contains { $0.name == name } }.flatMap { name in
      declarations(of: name).filter { kind == nil || $0.kind == kind }.map { (name, $0) }
    }
  }

  /// The way to a thing that the scenario lacks and a library has, under its name or one like it; nothing
  /// where none has.
  public static func help(
    for name: String, _ kind: EntityKind? = nil, in scenario: Scenario
  ) -> [String] {
    let offers = unused(kind, in: scenario)
    if let found = offers.first(where: { $0.declaration.name == name }) {
      return ["`use \(found.library)` has it"]
    }
    guard let near = nearest(to: name, in: offers.map(\.declaration.name)).first,
      let found = offers.first(where: { $0.declaration.name == near })
    else { return [] }
    return ["`use \(found.library)` has `\(near)`"]
  }
}
