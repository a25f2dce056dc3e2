/// What is known of one figure over all draws: how many there are, which failed, mean, standard
/// deviation, quantiles, and the draws of its lowest and highest value.
///
/// It depends on the set of draws alone. Added in any order, or in parts that are merged, the same
/// draws give the same bits (Docs/Decisions/0120):
///
/// - sums of values and of squares have no rounding; the mean is off by at most one unit in the last
///   place, the standard deviation by two;
/// - each value is kept while `memory` holds them, and quantiles are exact; then summaries, whose bound
///   `rankError` says.
///
/// Draws come in any order, and each once. Blocks of draws are summed up once they are complete, so memory
/// is kept where draws come about in their order, over all threads.
///
/// A value that is not finite is counted as missing: no statistic is ever NaN or infinite, save the
/// standard deviation of values too far apart for a number, which is nil.
public struct ColumnStatistics: Equatable, Sendable {
  /// A value and the first draw that has it.
  public struct Extreme: Equatable, Sendable {
    public var value: Double
    public var draw: Int

    public init(value: Double, draw: Int) {
      self.value = value
      self.draw = draw
    }
  }

  /// The first draw that gave no value, and why.
  public struct Missing: Equatable, Sendable {
    public var draw: Int
    public var reason: String

    public init(draw: Int, reason: String) {
      self.draw = draw
      self.reason = reason
    }
  }

  /// Why a value is none.
  public static let notFinite = "it is not a finite number"

  /// Bytes for the values.
  public let memory: Int
  /// How many draws have a value.
  public internal(set) var count = 0
  /// How many have none.
  public internal(set) var missing = 0
  public internal(set) var firstMissing: Missing?
  public internal(set) var lowest: Extreme?
  public internal(set) var highest: Extreme?
  var blocks: ValueBlocks
  var sum = ExactSum(of: .values)
  var squares = ExactSum(of: .squares)

  /// - Parameter memory: bytes for the values (`StatisticsMemory.perColumn`); statistics that are merged
  ///   have the same.
  public init(memory: Int = StatisticsMemory.perColumn(of: 1)) {
    self.memory = memory
    blocks = ValueBlocks(memory: memory)
  }

  /// How many values are kept as they are.
  public var capacity: Int { blocks.capacity }

  // MARK: Adding

  /// Adds a draw's value.
  public mutating func add(_ value: Double, draw: Int) {
    withUnsafePointer(to: value) { add(UnsafeBufferPointer(start: $0, count: 1), firstDraw: draw) }
  }

  /// Adds the values of draws that follow each other.
  public mutating func add(_ values: [Double], firstDraw: Int) {
    values.withUnsafeBufferPointer { add($0, firstDraw: firstDraw) }
  }

  /// Adds the values of draws that follow each other.
  public mutating func add(_ values: UnsafeBufferPointer<Double>, firstDraw: Int) {
    var (low, high) = (Double.infinity, -Double.infinity)
    var (lowPlace, highPlace) = (0, 0)
    var nought = 0.0
    for (i, value) in values.enumerated() {
      // Stays nought, or becomes NaN for good.
      nought += value * 0
      if value < low { (low, lowPlace) = (value, i) }
      if value > high { (high, highPlace) = (value, i) }
    }
    guard nought == 0 else { return addFinite(of: values, firstDraw: firstDraw) }
    guard !values.isEmpty else { return }
    note(Extreme(value: low + 0, draw: firstDraw + lowPlace))
    note(Extreme(value: high + 0, draw: firstDraw + highPlace))
    sum.add(values)
    squares.add(values)
    count += values.count
    blocks.add(values, firstDraw: firstDraw)
  }

  /// Adds a draw that gave no value.
  public mutating func addMissing(_ reason: String, draw: Int) {
    missing += 1
    blocks.addMissing(draw: draw)
    note(Missing(draw: draw, reason: reason))
  }

  /// Adds other draws.
  ///
  /// - Precondition: the other has the same `memory`.
  public mutating func merge(_ other: ColumnStatistics) {
    precondition(memory == other.memory, "statistics of different sizes")
    missing += other.missing
    if let first = other.firstMissing { note(first) }
    if let extreme = other.lowest { note(extreme) }
    if let extreme = other.highest { note(extreme) }
    sum.merge(other.sum)
    squares.merge(other.squares)
    count += other.count
    blocks.merge(other.blocks)
  }

  // MARK: Asking

  /// Nil where no draw has a value.
  public var mean: Double? {
    guard count > 0 else { return nil }
    let total = sum.magnitude
    guard let (significand, exponent) = total.value.rounded else { return 0 }
    // Divided before it is scaled, for the sum may be too large for a number.
    let value = Double(
      sign: .plus, exponent: exponent + sum.unit, significand: significand / Double(count))
    return total.isNegative ? -value : value
  }

  /// The standard deviation of the draws, with one less than their number below the bar; nil where there
  /// are less than two.
  public var standardDeviation: Double? {
    guard count > 1 else { return nil }
    let total = sum.magnitude.value
    // Whole numbers of units, and so exact: n Σx² - (Σx)².
    let difference = WideInteger(UInt64(count)) * squares.magnitude.value - total * total
    guard let (significand, exponent) = difference.rounded else { return 0 }
    let variance = significand / (Double(count) * Double(count - 1))
    let power = exponent + squares.unit
    let odd = power & 1
    let root = (odd == 0 ? variance : variance * 2).squareRoot()
    let value = Double(sign: .plus, exponent: (power - odd) / 2, significand: root)
    return value.isFinite ? value : nil
  }

  /// The quantile of a probability from 0 to 1, by linear interpolation between the two values beside
  /// its rank (n - 1) p, as numpy does; nil where no draw has a value.
  public func quantile(_ probability: Double) -> Double? { quantiles([probability])[0] }

  /// The quantiles of several probabilities, which takes little longer than one.
  public func quantiles(_ probabilities: [Double]) -> [Double?] {
    guard !blocks.isFull else {
      let order = order
      return probabilities.map { order.quantile($0) }
    }
    guard count > 0 else { return probabilities.map { _ in nil } }
    let places = probabilities.map { OrderStatistics.place($0, of: count) }
    let ranks = places.flatMap { $0.part > 0 ? [$0.rank, $0.rank + 1] : [$0.rank] }
    let found = Selection.values(at: ranks, of: blocks.blocks.values.map(\.values))
    return places.map { (rank, part) in
      guard let low = found[rank] else { return nil }
      guard part > 0, let high = found[rank + 1] else { return low }
      return OrderStatistics.between(low, high, part)
    }
  }

  /// A statistic; nil where there are too few draws for it.
  public func value(of statistic: Statistic) -> Double? { values(of: [statistic])[0] }

  /// Several statistics at once.
  public func values(of statistics: [Statistic]) -> [Double?] {
    var probabilities: [Double] = []
    for case .percentile(let percent) in statistics { probabilities.append(percent / 100) }
    var rest = quantiles(probabilities)[...]
    return statistics.map { statistic in
      switch statistic {
      case .mean: mean
      case .sd: standardDeviation
      case .percentile: rest.removeFirst()
      }
    }
  }

  /// How far the rank of a quantile may be from the one that is asked, as a part of all draws: 0 while
  /// each value is kept. It holds for any values; with the usual memory and 120 columns it is below 0.001.
  public var rankError: Double { blocks.isFull ? order.rankError : 0 }

  /// The values by rank.
  var order: OrderStatistics {
    OrderStatistics(blocks, lowest: lowest?.value, highest: highest?.value)
  }
}

// MARK: Keeping

extension ColumnStatistics {
  private mutating func note(_ first: Missing) {
    if firstMissing.map({ first.draw < $0.draw }) ?? true { firstMissing = first }
  }

  /// Takes an extreme where it goes further, or is as far in an earlier draw.
  private mutating func note(_ extreme: Extreme) {
    if lowest.map({ (extreme.value, extreme.draw) < ($0.value, $0.draw) }) ?? true {
      lowest = extreme
    }
    if highest.map({ (-extreme.value, extreme.draw) < (-$0.value, $0.draw) }) ?? true {
      highest = extreme
    }
  }

  /// Adds those values of a row that are finite, one by one.
  private mutating func addFinite(of values: UnsafeBufferPointer<Double>, firstDraw: Int) {
    for (i, value) in values.enumerated() {
      if value.isFinite {
        add(UnsafeBufferPointer(rebasing: values[i...i]), firstDraw: firstDraw + i)
      } else {
        addMissing(ColumnStatistics.notFinite, draw: firstDraw + i)
      }
    }
  }
}
