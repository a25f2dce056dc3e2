/// Where the `use` of a library stands among what the scenario declares itself.
extension Scenario {
  /// What a library declares and this scenario does not have of it.
  func removedNames(of library: String) -> Set<String> {
    Set(
      Library.declarations(of: library).map(\.name).filter { entities[$0]?.library != library })
  }

  /// Whether something of a library was removed, so that the library may have to move.
  var lacksOfLibraries: Bool {
    libraries.contains { use in
      Library.declarations(of: use.name).contains { entities[$0.name]?.library != use.name }
    }
  }

  /// Puts each library before what refers to a name that was removed of it: there the name is
  /// something else's by now. In a script of the old order, `remove` would find it in use.
  mutating func placeLibraries() {
    guard lacksOfLibraries else { return }
    for index in libraries.indices {
      let use = libraries[index]
      let removed = removedNames(of: use.name)
      guard !removed.isEmpty else { continue }
      let first = (0..<use.position).first { place in
        guard let entity = entities.entity(at: place), entity.library == nil else {
          return false
        }
        return !removed.isDisjoint(with: entity.references)
      }
      if let first { move(libraryAt: index, to: first) }
    }
  }

  private mutating func move(libraryAt index: Int, to place: Int) {
    let use = libraries[index]
    let count = entities.move(to: place) { $0.library == use.name }
    if place < headerPosition, headerPosition <= use.position { headerPosition += count }
    for other in libraries.indices where other != index {
      let position = libraries[other].position
      if place <= position, position <= use.position { libraries[other].position += count }
    }
    libraries[index].position = place
  }
}
