import OrderedCollections

/// Where the `use` of a library stands among what the scenario declares itself.
extension Scenario {
  /// What a library declares and this scenario does not have of it.
  func removedNames(of library: String) -> Set<String> {
    Set(
      Library.declarations(of: library).map(\.name).filter { entities[$0]?.library != library })
  }

  /// Puts a library before what refers to a name that was removed of it: there the name is something
  /// else's by now. In a script of the old order, `remove` would find it in use.
  mutating func placeLibraries() {
    for index in libraries.indices {
      let use = libraries[index]
      let removed = removedNames(of: use.name)
      guard !removed.isEmpty else { continue }
      let first = entities.values[..<use.position].firstIndex {
        $0.library == nil && !removed.isDisjoint(with: $0.references)
      }
      if let first { move(libraryAt: index, to: first) }
    }
  }

  private mutating func move(libraryAt index: Int, to place: Int) {
    let use = libraries[index]
    let block = entities.filter { $0.value.library == use.name }
    for name in block.keys { entities.removeValue(forKey: name) }
    for (offset, element) in block.enumerated() {
      entities.updateValue(element.value, forKey: element.key, insertingAt: place + offset)
    }
    if place < headerPosition, headerPosition <= use.position { headerPosition += block.count }
    for other in libraries.indices where other != index {
      let position = libraries[other].position
      if place <= position, position <= use.position { libraries[other].position += block.count }
    }
    libraries[index].position = place
  }
}
