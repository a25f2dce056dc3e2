import Diagnostics

/// Libraries that change what another declares, or the model: `china-ranges` of `china`.
///
/// Such a library stands behind the one that it changes, wherever its `use` was said, and what the
/// scenario says itself stands before both: a number that it has set, or a thing that it has removed,
/// is left as it is.
extension Scenario {
  /// The libraries in use that change another.
  var changingLibraries: [LibraryUse] { libraries.filter { !Library.needs(of: $0.name).isEmpty } }

  /// Those that are said behind a library: the last one that they need.
  func libraries(changing library: String) -> [LibraryUse] {
    changingLibraries.filter { Library.needs(of: $0.name).last == library }
  }

  /// Refuses a library whose needs are not in use.
  func checkNeeds(of content: Library.Content, at place: Location) throws(Diagnostic) {
    let missing = content.needs.filter { need in !libraries.contains { $0.name == need } }
    guard let first = missing.first else { return }
    throw Diagnostic(
      "library-needed",
      "library `\(content.name)` changes numbers of library `\(first)`, which is not in use",
      at: place,
      help: [
        "write `" + (missing + [content.name]).map { "use \($0)" }.joined(separator: "; ") + "`"
      ])
  }

  /// Makes the changes of a library.
  mutating func takeChanges(of content: Library.Content) {
    for change in content.changes {
      if change.kind == .model {
        model = model.taking(change)
      } else if let entity = entities[change.name],
        entity.library.map(content.needs.contains) ?? false
      {
        entities[change.name] = entity.taking(change)
      }
    }
  }

  /// What the libraries in use say of a thing that one of them declares, or of the model.
  func asInLibraries(_ original: Declaration) -> Declaration {
    changingLibraries.reduce(original) { entity, use in
      Library.changes(of: use.name).first { $0.name == entity.name && $0.kind == entity.kind }
        .map(entity.taking) ?? entity
    }
  }
}

extension Declaration {
  /// This with the numbers of a library's change in the place of those that are a library's, and with
  /// its sources.
  fileprivate func taking(_ change: Declaration) -> Declaration {
    var entity = self
    for new in change.attributes {
      // What is unset stays so.
      guard let index = entity.attributes.firstIndex(where: { $0.name == new.name }) else {
        continue
      }
      if entity.attributes[index].isOfLibrary { entity.attributes[index] = new }
    }
    // A source goes with what is unset: where there is none, it was.
    for source in change.citations {
      let place = entity.citations.firstIndex { $0.isBuiltIn && $0.attribute == source.attribute }
      if let place { entity.citations[place] = source }
    }
    return entity
  }
}

extension Attribute {
  /// Whether a built-in library says it, and not the scenario.
  public var isOfLibrary: Bool { location.source.name.hasPrefix(Library.source(of: "")) }

  /// The library that says it; nil for what the scenario says.
  public var library: String? {
    isOfLibrary ? String(location.source.name.dropFirst(Library.source(of: "").count)) : nil
  }
}
