/// Counts that are added up to several sums at once, each with a weight of its own in every sum.
///
/// One count after another is added, in the order in which they were given, so that a lane comes to the
/// same bits whichever lanes stand beside it.
struct WeightedCounts<Number: Lane> {
  /// How many sums there are.
  let width: Int
  private var counts: [Number] = []
  /// Count after count, sum by sum.
  private var weights: [Number] = []

  init(width: Int) { self.width = width }

  var isEmpty: Bool { counts.isEmpty }

  /// Takes a count whose weights are given next, one for each sum.
  mutating func append(_ count: Number) { counts.append(count) }
  mutating func weigh(_ weight: Number) { weights.append(weight) }

  mutating func clear() {
    counts.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  /// Adds them all.
  func add(to sums: inout [Number]) {
    if !counts.isEmpty { Number.add(counts, times: weights, to: &sums) }
  }
}
