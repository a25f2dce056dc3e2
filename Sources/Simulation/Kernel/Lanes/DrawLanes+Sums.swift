import Vectors

// Sums over vintages, several of them in one loop over the draws.

extension DrawLanes {
  /// Counts that follow each other with weights that are the same in every draw are added in one loop.
  static func add(_ counts: WeightedCounts<DrawLanes>, to sums: inout [DrawLanes]) {
    var first = 0
    while first < counts.counts.count {
      var end = first
      while end < counts.counts.count, !counts.counts[end].isUniform,
        counts.lives[end].numbers != nil
      {
        end += 1
      }
      if end > first {
        add(
          counts.counts[first..<end], counts.lives[first..<end].compactMap(\.numbers), to: &sums)
        first = end
        continue
      }
      let weights = counts.lives[first].columns
      for sum in sums.indices {
        let weight = weights[sum]
        if weight.isUniform, weight.value == 0 { continue }
        sums[sum].add(counts.counts[first], times: weight)
      }
      first += 1
    }
  }

  /// Of columns, with one number for each and each sum. What counts nowhere in a sum is left out.
  private static func add(
    _ counts: ArraySlice<DrawLanes>, _ weights: [[Double]], to sums: inout [DrawLanes]
  ) {
    let rows = counts.compactMap { $0.buffer.map { UnsafePointer($0.base) } }
    var targets: [UnsafeMutablePointer<Vector>] = []
    var factors: [Double] = []
    for sum in sums.indices {
      guard weights.contains(where: { $0[sum] != 0 }) else { continue }
      targets.append(sums[sum].ownColumn())
      for row in weights { factors.append(row[sum]) }
    }
    withExtendedLifetime(counts) {
      rows.withUnsafeBufferPointer { rows in
        factors.withUnsafeBufferPointer { factors in
          targets.withUnsafeBufferPointer { targets in
            guard let row = rows.baseAddress, let factor = factors.baseAddress,
              let target = targets.baseAddress
            else { return }
            loops.weigh(target, targets.count, row, rows.count, factor, LaneBuffer.vectors)
          }
        }
      }
    }
  }

  static func follow(
    _ followers: Followers<DrawLanes>, _ firm: FollowedFirm<DrawLanes>,
    credits: inout [DrawLanes], to sums: inout FollowedSums<DrawLanes>
  ) -> [Bool] {
    let counts = followers.counts.map(\.column)
    let operands = [
      firm.dues, firm.profit, firm.research?.spent ?? .zero, firm.research?.deduction ?? .zero,
      firm.rate, firm.factor ?? .one, firm.investment, firm.input,
    ].map(\.column)
    // What is paid back nowhere needs no column.
    var none = DrawLanes.zero
    let isCreditRebated = followers.lives.contains { $0.creditRebated != 0 }
    let isProfitRebated = followers.lives.contains { $0.profitRebated != 0 }
    let totals = [
      sums.credit.ownColumn(),
      isCreditRebated ? sums.creditRebated.ownColumn() : none.ownColumn(),
      sums.profit.ownColumn(),
      isProfitRebated ? sums.profitRebated.ownColumn() : none.ownColumn(),
    ]
    let columns = credits.indices.map { credits[$0].ownColumn() }
    var stands = [Bool](repeating: true, count: credits.count)
    withExtendedLifetime((counts, operands, none)) {
      counts.map { UnsafePointer($0.base) }.withUnsafeBufferPointer { counts in
        operands.map { UnsafePointer($0.base) }.withUnsafeBufferPointer { operands in
          followers.lives.withUnsafeBufferPointer { lives in
            stands.withUnsafeMutableBufferPointer { stands in
              guard let count = counts.baseAddress, let operand = operands.baseAddress,
                let life = UnsafeRawPointer(lives.baseAddress), let stand = stands.baseAddress
              else { return }
              columns.withUnsafeBufferPointer { columns in
                totals.withUnsafeBufferPointer { totals in
                  guard let column = columns.baseAddress, let total = totals.baseAddress else {
                    return
                  }
                  loops.follow(
                    total, column, count, counts.count,
                    life.assumingMemoryBound(to: Double.self), operand, stand, LaneBuffer.vectors)
                }
              }
            }
          }
        }
      }
    }
    return stands
  }
}
