import Diagnostics

/// Correlations of parameters by their places, each pair once.
struct CorrelationPairs {
  struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) {
      low = min(a, b)
      high = max(a, b)
    }
  }

  private(set) var correlations: [Pair: Correlation] = [:]
  /// Parameters that are connected, each group in the order of their names' bytes.
  private(set) var groups: [[Int]] = []

  init(_ correlations: [Correlation], among names: [String]) throws(Diagnostic) {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
    for correlation in correlations {
      try add(correlation, places)
    }
    groups = connected(names)
  }

  /// The coefficient of two parameters, 0 where none is given.
  func coefficient(_ a: Int, _ b: Int) -> Double {
    correlations[Pair(a, b)]?.coefficient ?? 0
  }

  private mutating func add(
    _ correlation: Correlation, _ places: [String: Int]
  ) throws(Diagnostic) {
    var pair: [Int] = []
    for name in [correlation.a, correlation.b] {
      guard let place = places[name] else {
        let known = places.keys.sorted()
        throw Diagnostic(
          "unknown-name", "no uncertain number is called `\(name)`", at: correlation.location,
          notes: known.isEmpty ? [Diagnostic.Note("no number here is uncertain")] : [],
          help: didYouMean(name, among: known))
      }
      pair.append(place)
    }
    guard pair[0] != pair[1] else {
      throw Diagnostic(
        "bad-correlation", "`\(correlation.a)` cannot be correlated with itself",
        at: correlation.location)
    }
    guard (-1...1).contains(correlation.coefficient) else {
      throw Diagnostic(
        "bad-correlation", "a correlation is a number from -1 to 1", at: correlation.location)
    }
    if let before = correlations[Pair(pair[0], pair[1])] {
      throw Diagnostic(
        "bad-correlation",
        "`\(correlation.a)` and `\(correlation.b)` have a correlation already",
        at: correlation.location,
        notes: before.location.map { [Diagnostic.Note("it is given here", at: $0)] } ?? [])
    }
    correlations[Pair(pair[0], pair[1])] = correlation
  }

  private func connected(_ names: [String]) -> [[Int]] {
    var neighbours: [Int: [Int]] = [:]
    for pair in correlations.keys {
      neighbours[pair.low, default: []].append(pair.high)
      neighbours[pair.high, default: []].append(pair.low)
    }
    var seen: Set<Int> = []
    var groups: [[Int]] = []
    for start in neighbours.keys.sorted() where !seen.contains(start) {
      var group: [Int] = []
      var waiting = [start]
      seen.insert(start)
      while let next = waiting.popLast() {
        group.append(next)
        for other in neighbours[next] ?? [] where seen.insert(other).inserted {
          waiting.append(other)
        }
      }
      groups.append(
        group.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) })
    }
    return groups
  }
}
