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

  /// The sum of counts, each times a weight: those that follow each other with weights that are the same
  /// in every draw in one loop.
  static func add(_ counts: [DrawLanes], times weights: [DrawLanes]) -> DrawLanes {
    var sums = [DrawLanes.zero]
    var first = 0
    while first < counts.count {
      var end = first
      while end < counts.count, !counts[end].isUniform, weights[end].isUniform { end += 1 }
      if end > first {
        add(counts[first..<end], weights[first..<end].map { [$0.value] }, to: &sums)
        first = end
        continue
      }
      sums[0].add(counts[first], times: weights[first])
      first += 1
    }
    return sums[0]
  }

  static func follow(
    _ followers: Followers<DrawLanes>, _ firm: FollowedFirm<DrawLanes>,
    _ pasts: inout [FollowedPast<DrawLanes>], to sums: inout FollowedSums<DrawLanes>
  ) {
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
    // Of each vintage, where it is known to have something, its credit, then its losses.
    var columns: [UnsafeMutablePointer<Vector>] = []
    var lengths: [Int] = []
    for place in pasts.indices {
      if firm.carriesLosses, !followers.profits[place] {
        pasts[place].losses.append(firm.loss(of: .blank()))
      }
      pasts[place].known = .blank()
      columns.append(pasts[place].known.ownColumn())
      columns.append(pasts[place].credit.ownColumn())
      for loss in pasts[place].losses.indices {
        columns.append(pasts[place].losses[loss].amount.ownColumn())
      }
      let carried = pasts[place].losses.count
      lengths.append(firm.carriesLosses && !followers.profits[place] ? -carried : carried)
    }
    var agreements = [VectorLoops.Agreement](repeating: .some, count: pasts.count)
    withExtendedLifetime((counts, operands, none)) {
      VectorLoops.Followed.with(
        totals, columns, lengths, counts.map { UnsafePointer($0.base) },
        followers.lives.flatMap(\.numbers), operands.map { UnsafePointer($0.base) }, &agreements
      ) { loops.follow($0, LaneBuffer.vectors) }
    }
    for (place, agreement) in agreements.enumerated() {
      switch agreement {
      case .none: pasts[place].known = .zero
      case .some: break
      case .all: pasts[place].known = .one
      }
    }
  }
}
