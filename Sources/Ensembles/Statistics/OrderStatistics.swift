/// Values by rank, of a column that is held as it is or summed up.
///
/// A quantile is the linear interpolation between the two values beside its rank: of n values sorted,
/// that of probability p lies at rank (n - 1) p, counted from 0 (type 7 of Hyndman and Fan, and what
/// numpy does where nothing else is asked).
struct OrderStatistics: Sendable {
  /// Values in order.
  private let values: [Double]
  /// The rank of each; empty where it is its index.
  private let ranks: [Double]
  /// How many values there are.
  let count: Int
  /// How far a rank may be off, as a part of all.
  let rankError: Double

  /// Of values in any order, which are sorted.
  init(_ values: [Double]) {
    self.values = OrderedBits.sorted(values)
    ranks = []
    count = values.count
    rankError = 0
  }

  /// Of blocks whose lowest and highest value are known.
  init(_ blocks: ValueBlocks, lowest: Double?, highest: Double?) {
    count = blocks.count
    guard blocks.isFull, let lowest, let highest else {
      values = OrderedBits.sorted(blocks.blocks.values.flatMap(\.values))
      ranks = []
      rankError = 0
      return
    }
    // In the order of the tree, so that sums and errors are the same each time.
    var points: [(value: Double, weight: Double)] = []
    var error = 0.0
    for (_, summary) in blocks.summaries.sorted(by: { $0.key < $1.key }) {
      let weight = summary.weight
      points += summary.points.map { ($0, weight) }
      error += summary.error + (weight > 1 ? weight : 0)
    }
    for block in blocks.blocks.values { points += block.values.map { ($0, 1) } }
    points.sort { $0 < $1 }
    rankError = lowest == highest ? 0 : error / Double(count)
    // The lowest and the highest value are known by themselves.
    var values = [lowest]
    var ranks = [0.0]
    var covered = 0.0
    for (value, weight) in points {
      let rank = covered + weight / 2 - 0.5
      covered += weight
      guard rank > 0, rank < Double(count - 1) else { continue }
      values.append(value)
      ranks.append(rank)
    }
    self.values = values + [highest]
    self.ranks = ranks + [Double(count - 1)]
  }

  /// The quantile of a probability from 0 to 1; nil where there is no value.
  func quantile(_ probability: Double) -> Double? {
    guard count > 0 else { return nil }
    guard !ranks.isEmpty else {
      let (index, part) = OrderStatistics.place(probability, of: count)
      return part > 0
        ? OrderStatistics.between(values[index], values[index + 1], part) : values[index]
    }
    let rank = Double(count - 1) * min(1, max(0, probability))
    let index = OrderStatistics.last(of: ranks) { $0 <= rank }
    guard index >= 0 else { return values[0] }
    guard index + 1 < ranks.count else { return values[index] }
    let part = (rank - ranks[index]) / (ranks[index + 1] - ranks[index])
    return OrderStatistics.between(values[index], values[index + 1], part)
  }

  /// How many of all values lie below a number, from 0 to 1; 0 where there is none.
  func share(below number: Double) -> Double {
    guard count > 0 else { return 0 }
    let index = OrderStatistics.last(of: values) { $0 < number }
    guard !ranks.isEmpty else { return Double(index + 1) / Double(count) }
    guard index >= 0 else { return 0 }
    guard index + 1 < values.count else { return 1 }
    let (low, high) = (values[index], values[index + 1])
    // Halves, for the difference itself may be too large for a number.
    let part = low < high ? (number / 2 - low / 2) / (high / 2 - low / 2) : 1
    return OrderStatistics.between(ranks[index], ranks[index + 1], part) / Double(count - 1)
  }

  /// The rank below a quantile, and how far behind it the quantile lies, from 0 to 1.
  static func place(_ probability: Double, of count: Int) -> (rank: Int, part: Double) {
    let rank = Double(count - 1) * min(1, max(0, probability))
    let whole = rank.rounded(.down)
    let index = min(count - 1, Int(whole))
    return index == count - 1 ? (index, 0) : (index, rank - whole)
  }

  /// A number between two, without overflow, and between them also after rounding.
  static func between(_ low: Double, _ high: Double, _ part: Double) -> Double {
    let width = high - low
    guard width.isFinite else { return low * (1 - part) + high * part }
    return part < 0.5 ? low + width * part : high - width * (1 - part)
  }

  /// The last index at which something holds that holds up to some place; -1 where it never does.
  private static func last(of elements: [Double], where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
