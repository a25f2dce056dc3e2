/// The statistics of a column in a part file. `Docs/Ensembles.md` has the layout.
extension PartBytes {
  mutating func put(_ column: ColumnStatistics) {
    put(UInt64(column.count))
    put(UInt64(column.missing))
    if let first = column.firstMissing {
      put(UInt64(first.draw))
      put(first.reason)
    }
    if let lowest = column.lowest, let highest = column.highest {
      for extreme in [lowest, highest] {
        put(extreme.value)
        put(UInt64(extreme.draw))
      }
    }
    for sum in [column.sum, column.squares] {
      let (magnitude, isNegative) = sum.magnitude
      put(UInt8(isNegative ? 1 : 0))
      put(UInt32(magnitude.digits.count))
      for digit in magnitude.digits { put(digit) }
    }
    put(UInt32(column.blocks.blocks.count))
    for (index, block) in column.blocks.blocks.sorted(by: { $0.key < $1.key }) {
      put(UInt64(index))
      put(UInt64(block.draws))
      put(block.sorted)
    }
    put(UInt32(column.blocks.summaries.count))
    for (node, summary) in column.blocks.summaries.sorted(by: { $0.key < $1.key }) {
      put(UInt8(node.level))
      put(UInt64(node.index))
      put(UInt64(summary.count))
      put(summary.error)
      put(summary.points)
    }
  }
}

extension PartReader {
  /// Nil where the bytes are no statistics of such a column.
  mutating func column(memory: Int, draws range: Range<Int>) -> ColumnStatistics? {
    var column = ColumnStatistics(memory: memory)
    guard let count = count(), let missing = self.count(), count <= range.count,
      missing == range.count - count
    else { return nil }
    column.count = count
    column.missing = missing
    if missing > 0 {
      guard let draw = self.count(), range.contains(draw), let reason = text() else { return nil }
      column.firstMissing = .init(draw: draw, reason: reason)
    }
    if count > 0 {
      guard let low = extreme(range), let high = extreme(range), low.value <= high.value else {
        return nil
      }
      column.lowest = low
      column.highest = high
    }
    guard let sum = sum(.values), let squares = self.sum(.squares),
      let blocks = blocks(memory: memory, count: count, draws: range)
    else { return nil }
    column.sum = sum
    column.squares = squares
    column.blocks = blocks
    return column
  }

  private mutating func extreme(_ range: Range<Int>) -> ColumnStatistics.Extreme? {
    guard let value = value(), let draw = count(), range.contains(draw) else { return nil }
    return .init(value: value, draw: draw)
  }

  private mutating func sum(_ of: ExactSum.Of) -> ExactSum? {
    guard let sign = number(UInt8.self), sign <= 1, let size = number(UInt32.self), size < 256
    else { return nil }
    var digits: [UInt32] = []
    for _ in 0..<size {
      guard let digit = number(UInt32.self) else { return nil }
      digits.append(digit)
    }
    return ExactSum(of: of, magnitude: WideInteger(digits: digits), isNegative: sign == 1)
  }

  private mutating func blocks(
    memory: Int, count: Int, draws range: Range<Int>
  ) -> ValueBlocks? {
    let size = ValueBlocks(memory: memory).size
    /// Whether draws from `index` of `width` blocks on touch those of the part.
    func isInside(_ index: Int, _ width: Int) -> Bool {
      let (draws, isWide) = size.multipliedReportingOverflow(by: width)
      let (start, isFar) = index.multipliedReportingOverflow(by: draws)
      return !isWide && !isFar && start < range.upperBound
    }
    var total = 0
    var blocks: [Int: ValueBlocks.Block] = [:]
    guard let blockCount = number(UInt32.self) else { return nil }
    for _ in 0..<blockCount {
      guard let index = self.count(), isInside(index, 1), let draws = self.count(),
        draws <= size, let values = values(), values.count <= draws, blocks[index] == nil,
        values.count <= range.count - total
      else { return nil }
      blocks[index] = .init(values: values, draws: draws)
      total += values.count
    }
    var summaries: [ValueBlocks.Node: RankSummary] = [:]
    guard let summaryCount = number(UInt32.self) else { return nil }
    for _ in 0..<summaryCount {
      guard let level = number(UInt8.self), level < 40, let index = self.count(),
        isInside(index, 1 << Int(level)), let count = self.count(), let error = value(), error >= 0,
        let points = values(), points.count <= count, count <= range.count - total
      else { return nil }
      let node = ValueBlocks.Node(level: Int(level), index: index)
      guard summaries[node] == nil else { return nil }
      summaries[node] = .init(count: count, points: points, error: error)
      total += count
    }
    guard total == count else { return nil }
    return ValueBlocks(memory: memory, count: count, blocks: blocks, summaries: summaries)
  }
}
