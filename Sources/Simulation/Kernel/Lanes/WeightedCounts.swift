/// Counts of vintages that are added up to several sums at once, each with what one firm adds to every sum.
///
/// One count after another is added, in the order in which they were given, so that a lane comes to the
/// same bits whichever lanes stand beside it.
public struct WeightedCounts<Number: Lane> {
  private(set) var counts: [Number] = []
  private(set) var lives: [Life<Number>] = []

  mutating func append(_ count: Number, _ life: Life<Number>) {
    counts.append(count)
    lives.append(life)
  }

  /// Adds them all.
  func add(to sums: inout [Number]) {
    if !counts.isEmpty { Number.add(self, to: &sums) }
  }
}
