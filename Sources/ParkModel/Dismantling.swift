/// Makes a scenario, and takes things out of it that refer to each other.
protocol Dismantling {
  /// What is made so far.
  var made: Scenario { get }

  /// Removes one thing, with what refers to it where that goes along; false where it cannot be.
  mutating func remove(_ name: String, cascade: Bool) -> Bool
}

extension Dismantling {
  /// Removes what nothing refers to, as long as there is any; what is left.
  mutating func removeAll(_ doomed: [String]) -> [String] {
    var left = doomed
    var count = -1
    while left.count != count {
      count = left.count
      left = left.filter { name in !remove(name, cascade: false) }
      // Things that refer to each other go together.
      if left.count == count, let first = left.first(where: { isAlone($0, in: left) }) {
        _ = remove(first, cascade: true)
        left.removeAll { made.entities[$0] == nil }
      }
    }
    return left
  }

  /// Whether all that refers to a thing, and to that, is to go too.
  private func isAlone(_ name: String, in doomed: [String]) -> Bool {
    let doomed = Set(doomed)
    var reached: Set<String> = [name]
    var open = [name]
    while let next = open.popLast() {
      for other in made.referrers(to: next) where reached.insert(other.name).inserted {
        guard doomed.contains(other.name) else { return false }
        open.append(other.name)
      }
    }
    return true
  }
}
