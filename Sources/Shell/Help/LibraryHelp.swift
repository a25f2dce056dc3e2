import ParkModel

/// The pages of built-in libraries, made from what they declare and change.
enum LibraryHelp {
  /// The page of a library; nil where there is none of that name.
  static func page(_ name: String) -> String? {
    guard Library.names.contains(name),
      let library = Library.all().first(where: { $0.name == name })
    else { return nil }
    let needs = Library.needs(of: name)
    return needs.isEmpty ? page(name, declaring: library.declarations) : page(name, changing: needs)
  }

  private static func page(_ name: String, declaring declarations: [Declaration]) -> String {
    var text = "\(name)  a built-in library: `use \(name)` takes up what it declares\n\n"
    if let levels = Levels.known.first(where: { $0.library == name }) {
      text += "levels of government: \(levels.names.joined(separator: ", "))\n"
    }
    for kind in EntityKind.allCases {
      let names = declarations.filter { $0.kind == kind }.map(\.name)
      guard let first = names.first else { continue }
      text += "\(names.count) of the kind \(kind): \(names.joined(separator: ", "))\n"
      text += "`show \(first)` says what one is, with its sources; `set` changes it\n"
    }
    return text + HelpTopics.examples(["use \(name)"])
  }

  private static func page(_ name: String, changing needs: [String]) -> String {
    let others = needs.map { "`\($0)`" }.joined(separator: ", ")
    var text =
      "\(name)  a built-in library: `use \(name)` behind \(others) puts ranges in the place of numbers\n\n"
      + "Each goes from low to high round the central value. Without draws the central value counts,"
      + " so a run's figures stay as they were. What the scenario sets itself stays.\n\n"
    for change in Library.changes(of: name) {
      text += "\(change.name): \(change.attributes.map(\.name).joined(separator: ", "))\n"
    }
    text +=
      "`show \(Library.changes(of: name)[0].name)` says them, with their sources; `set` changes one\n"
    return text
      + HelpTopics.examples([(needs + [name]).map { "use \($0)" }.joined(separator: "; ")])
  }
}
