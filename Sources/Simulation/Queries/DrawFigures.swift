// The figures of draws that stand side by side, column by column.

extension Projection {
  /// What this draw of a block and those behind it, so many in all, have of a metric over periods, in their
  /// order: amounts in yuan to the fen, or numbers. Nil where it is more than a sum of what the block has.
  public func columns(
    _ metric: Metric, in scopes: [Scope], over periods: [Range<Int>], draws count: Int
  ) -> [[Double]]? {
    guard let draw else { return nil }
    let query = Query(projection: self, metric: metric, scopes: scopes, division: nil)
    let lanes = draw.lane..<draw.lane + count
    let formula = metric.row.formula
    let reach = query.reach(of: formula, over: periods)
    switch formula {
    case .money, .moneyToDate, .tax:
      let leaf = LeafTable(
        kind: .money(weights: query.weights(in: formula)), scopes: scopes, division: nil)
      guard let steps = draw.tables.table(leaf)?.first else { return nil }
      return reach.map { period in
        var sums = [Int64](repeating: 0, count: count)
        // Amounts begin with what lies before the start.
        for step in steps[(period.lowerBound + 1)...period.upperBound] {
          let numbers = step.numbers(in: lanes)
          for place in sums.indices { sums[place] += Int64(numbers[place]) }
        }
        return sums.map { Double($0) / 100 }
      }
    case .measure(let measure), .measureToDate(let measure):
      let leaf = LeafTable(kind: .count(measure), scopes: scopes, division: nil)
      guard let steps = draw.tables.table(leaf)?.first else { return nil }
      let scale = metric.row.scale
      return reach.map { period in
        var sums = steps[period.upperBound - 1].numbers(in: lanes)
        if measure.isFlow {
          sums = [Double](repeating: 0, count: count)
          for step in steps[period] {
            let numbers = step.numbers(in: lanes)
            for place in sums.indices { sums[place] += numbers[place] }
          }
        }
        return scale == 1 ? sums : sums.map { $0 / scale }
      }
    case .total, .additional, .additionalMoney, .difference, .quotient, .agglomeration, .uplift,
      .potential:
      return nil
    }
  }
}

extension DrawLanes {
  /// The numbers of some draws.
  fileprivate func numbers(in lanes: Range<Int>) -> [Double] {
    guard let buffer else { return Array(repeating: value, count: lanes.count) }
    return Array(UnsafeBufferPointer(start: buffer.numbers + lanes.lowerBound, count: lanes.count))
  }
}
