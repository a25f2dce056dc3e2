extension Array {
  /// Elements of one key together, the keys in the order in which they first came.
  func grouped(by key: (Element) -> Int) -> [[Element]] {
    var places: [Int: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let key = key(element)
      if let place = places[key] {
        groups[place].append(element)
      } else {
        places[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }

  /// Whether the elements have different keys.
  func differ(by key: (Element) -> Int) -> Bool {
    guard let first = first.map(key) else { return false }
    return contains { key($0) != first }
  }
}
