/// Two groups of draws with few between them: a park that stands on one platform (Model 9).
///
/// The density is taken as the share of draws within a window around each place, an eighth as wide as
/// the middle nine tenths of all draws; a density with one hump keeps one under such a window, however skewed
/// it is. Two humps are said where a valley has at most half as many draws as the lower of the peaks
/// beside it, both sides have 5 % of all draws, and the difference is five times what chance makes of it.
public struct Humps: Equatable, Sendable {
  /// A group of draws.
  public struct Hump: Equatable, Sendable {
    /// Which part of all draws it is.
    public var share: Double
    /// Half of its draws lie below.
    public var median: Double
  }

  public var lower: Hump
  public var upper: Hump
  /// Where the fewest draws lie between them.
  public var valley: Double

  private static let steps = 400
  private static let least = 0.05

  /// Nil where one hump explains what is seen.
  public init?(of column: ColumnStatistics) {
    self.init(of: column.order)
  }

  init?(of order: OrderStatistics) {
    guard let first = order.quantile(0.01), let last = order.quantile(0.99),
      let low = order.quantile(0.05), let high = order.quantile(0.95), low < high,
      (last - first).isFinite
    else { return nil }
    let half = (high - low) / 16
    // Places and how many draws lie around each.
    let places = (0...Humps.steps).map { step in
      OrderStatistics.between(first, last, Double(step) / Double(Humps.steps))
    }
    let density = places.map { place in
      order.share(below: place + half) - order.share(below: place - half)
    }
    // The highest peak from each place on towards either end.
    var before = density
    for i in before.indices.dropFirst() { before[i] = max(before[i], before[i - 1]) }
    var behind = density
    for i in behind.indices.dropLast().reversed() { behind[i] = max(behind[i], behind[i + 1]) }
    let count = Double(order.count)
    var deepest: (index: Int, depth: Double)?
    for (i, here) in density.enumerated() {
      let peak = min(before[i], behind[i])
      guard here <= peak / 2, count * (peak - here) >= 5 * (count * (peak + here)).squareRoot()
      else { continue }
      let share = order.share(below: places[i])
      guard share >= Humps.least, share <= 1 - Humps.least else { continue }
      if deepest.map({ peak - here > $0.depth }) ?? true { deepest = (i, peak - here) }
    }
    guard let deepest else { return nil }
    // The middle of an even floor.
    let floor = density[deepest.index]
    let end = density[deepest.index...].prefix { $0 == floor }.endIndex
    valley = places[(deepest.index + end - 1) / 2]
    let share = order.share(below: valley)
    guard let below = order.quantile(share / 2), let above = order.quantile((1 + share) / 2) else {
      return nil
    }
    lower = Hump(share: share, median: below)
    upper = Hump(share: 1 - share, median: above)
  }
}
