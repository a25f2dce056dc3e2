import ParkModel

/// The pages of built-in libraries, made from what they declare.
enum LibraryHelp {
  /// The page of a library; nil where there is none of that name.
  static func page(_ name: String) -> String? {
    guard Library.names.contains(name),
      let library = try? Library.all().first(where: { $0.name == name })
    else { return nil }
    var text = "\(name)  a built-in library: `use \(name)` takes up what it declares\n\n"
    if let levels = Levels.known.first(where: { $0.library == name }) {
      text += "levels of government: \(levels.names.joined(separator: ", "))\n"
    }
    for kind in EntityKind.allCases {
      let names = library.declarations.filter { $0.kind == kind }.map(\.name)
      guard let first = names.first else { continue }
      text += "\(names.count) of the kind \(kind): \(names.joined(separator: ", "))\n"
      text += "`show \(first)` says what one is, with its sources; `set` changes it\n"
    }
    return text + HelpTopics.examples(["use \(name)"])
  }
}
