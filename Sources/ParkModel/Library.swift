public import Diagnostics
import Language
import Synchronization

/// The built-in libraries: scripts inside the program, read when they are first used.
///
/// A library declares things, or it takes up another one and changes numbers of it.
public enum Library {
  /// The scripts, by name: that of the model's own numbers first, then those that `use` takes.
  static let scripts: [(name: String, utf8: [UInt8])] = [
    (EntityKind.model.rawValue, PackageResources.model_park),
    ("china", PackageResources.china_park), ("germany", PackageResources.germany_park),
    ("china-ranges", PackageResources.china_ranges_park),
  ]

  /// Those that `use` takes.
  public static let names = scripts.dropFirst().map(\.name)

  /// The script of a library, or of the model's own numbers; nil where there is none of that name.
  public static func script(of name: String) -> [UInt8]? {
    scripts.first { $0.name == name }?.utf8
  }

  /// What a library says.
  struct Content: Sendable {
    let name: String
    /// What it declares.
    var declarations: [Declaration] = []
    /// What it changes of another's things or of the model, each with the changed numbers and their
    /// sources only.
    var changes: [Declaration] = []
    /// The libraries whose things it changes.
    var needs: [String] = []
  }

  /// Every built-in library, that of the model's own numbers first, with all that it declares or
  /// changes.
  public static func all() -> [(name: String, declarations: [Declaration])] {
    [(name: EntityKind.model.rawValue, declarations: [defaults])]
      + names.compactMap(named).map { ($0.name, $0.declarations + $0.changes) }
  }

  /// What libraries say, of those that were asked for.
  private static let read = Mutex<[String: Content]>([:])

  /// What a library says; nil where there is none of that name.
  static func named(_ name: String) -> Content? {
    guard names.contains(name), let script = scripts.first(where: { $0.name == name }) else {
      return nil
    }
    if let known = read.withLock({ $0[name] }) { return known }
    let content = read(name, script.utf8)
    return read.withLock { known in
      known[name] = content
      return content
    }
  }

  private static func read(_ name: String, _ utf8: [UInt8]) -> Content {
    var scenario = Scenario(model: defaults)
    scenario.loading = Levels.brought(by: name)
    let needs = run(utf8, name: name, in: &scenario)
    return Content(name, scenario, needs: needs)
  }

  /// The model's own numbers.
  static let defaults: Declaration = {
    var model = Declaration(
      kind: .model, name: EntityKind.model.rawValue, title: nil, attributes: [],
      location: Location(SourceText(name: source(of: "model"), text: ""), Span(0, 0)),
      comments: Comments(), library: "model")
    var scenario = Scenario(model: model)
    _ = run(PackageResources.model_park, name: "model", in: &scenario)
    model = scenario.model
    for index in model.citations.indices { model.citations[index].isBuiltIn = true }
    return model
  }()

  /// What messages call a library's script.
  static func source(of library: String) -> String { "library \(library)" }

  /// Runs a built-in script; which others it takes up. It cannot fail for a user: a test reads every
  /// library.
  private static func run(
    _ utf8: [UInt8], name: String, in scenario: inout Scenario
  ) -> [String] {
    let source = SourceText(name: source(of: name), utf8: utf8)
    var needs: [String] = []
    for statement in Script(source).statements where !Levels.declares(statement) {
      do {
        guard let edit = try StatementReader.edit(statement, in: scenario) else {
          preconditionFailure("library \(name): \(statement.text)")
        }
        // Read from its own script, and in use by no `use`: the list of all is only being made.
        if case .use(let other, _) = edit,
          let script = scripts.first(where: { $0.name == other.name })
        {
          needs += run(script.utf8, name: script.name, in: &scenario) + [script.name]
        } else {
          try edit.apply(to: &scenario)
        }
      } catch {
        preconditionFailure("library \(name): \(DiagnosticRenderer().render(error))")
      }
    }
    return needs
  }
}

extension Library.Content {
  /// What a library's script came to.
  fileprivate init(_ name: String, _ scenario: Scenario, needs: [String]) {
    self.name = name
    self.needs = needs
    for entity in Array(scenario.all) + [scenario.model] {
      var entity = entity
      for index in entity.citations.indices { entity.citations[index].isBuiltIn = true }
      let isOwn = entity.location.source.name == Library.source(of: name)
      if !isOwn {
        entity.attributes.removeAll { $0.location.source.name != Library.source(of: name) }
      }
      guard isOwn || !entity.attributes.isEmpty else { continue }
      entity.comments = Comments()
      entity.library = name
      if isOwn {
        declarations.append(entity)
      } else {
        // The library's own sources stand behind those of what it took up.
        entity.citations = entity.attributes.compactMap { attribute in
          entity.citations.last { $0.attribute == attribute.name }
        }
        changes.append(entity)
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
  /// The names of everything that a library declares.
  public static func declaredNames(of library: String) -> [String] {
    declarations(of: library).map(\.name)
  }

  /// Everything that a library declares.
  static func declarations(of library: String) -> [Declaration] {
    named(library)?.declarations ?? []
  }

  /// What a library changes of another's things or of the model, each with the changed numbers only.
  public static func changes(of library: String) -> [Declaration] {
    named(library)?.changes ?? []
  }

  /// The libraries whose things a library changes, which have to be in use before.
  public static func needs(of library: String) -> [String] { named(library)?.needs ?? [] }

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
  ) -> [Sentence] {
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
