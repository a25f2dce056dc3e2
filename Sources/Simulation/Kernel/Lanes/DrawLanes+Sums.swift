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
  static func add(
    _ counts: ArraySlice<DrawLanes>, _ weights: [[Double]], to sums: inout [DrawLanes]
  ) {
    let rows = counts.compactMap { $0.buffer.map { UnsafePointer($0.base) } }
    var targets: [UnsafeMutablePointer<Vector>] = []
    var factors: [Double] = []
    let recorder = RunRecorder.current
    var recorded: [(buffer: LaneBuffer, before: Int32)] = []
    for sum in sums.indices {
      guard weights.contains(where: { $0[sum] != 0 }) else { continue }
      let before = recorder?.operand(sums[sum])
      let own = sums[sum].ownBuffer()
      targets.append(own.base)
      for row in weights { factors.append(row[sum]) }
      if let before { recorded.append((own, before)) }
    }
    if let recorder { recorder.weigh(recorded, counts.map(recorder.operand), factors) }
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
    let recorder = RunRecorder.current
    let counts = followers.counts.map(\.column)
    let operands = [
      firm.dues, firm.profit, firm.research?.spent ?? .zero, firm.research?.deduction ?? .zero,
      firm.rate, firm.factor ?? .one, firm.investment, firm.input,
    ].map(\.column)
    // What is written, with what stands in it before; nothing of it is given back before all is done.
    var rows: [(buffer: LaneBuffer, before: Int32?)] = []
    func take(_ lanes: inout DrawLanes) -> UnsafeMutablePointer<Vector> {
      let before = recorder?.operand(lanes)
      rows.append((lanes.ownBuffer(), before))
      return rows[rows.count - 1].buffer.base
    }
    func takeBlank(_ lanes: inout DrawLanes) -> UnsafeMutablePointer<Vector> {
      let blank = LaneBuffer()
      lanes = DrawLanes(blank)
      rows.append((blank, nil))
      return blank.base
    }
    // What is paid back nowhere needs no column.
    var (none, nothing) = (DrawLanes.zero, DrawLanes.zero)
    let isCreditRebated = followers.lives.contains { $0.creditRebated != 0 }
    let isProfitRebated = followers.lives.contains { $0.profitRebated != 0 }
    let totals = [
      take(&sums.credit), isCreditRebated ? take(&sums.creditRebated) : take(&none),
      take(&sums.profit), isProfitRebated ? take(&sums.profitRebated) : take(&nothing),
    ]
    // Of each vintage, where it is known to have something, its credit, then its losses.
    var columns: [UnsafeMutablePointer<Vector>] = []
    var lengths: [Int] = []
    for place in pasts.indices {
      columns.append(takeBlank(&pasts[place].known))
      columns.append(take(&pasts[place].credit))
      for loss in pasts[place].losses.indices {
        columns.append(take(&pasts[place].losses[loss].amount))
      }
      if firm.carriesLosses, !followers.profits[place] {
        var lost = DrawLanes.zero
        columns.append(takeBlank(&lost))
        pasts[place].losses.append(firm.loss(of: lost))
        lengths.append(-pasts[place].losses.count)
      } else {
        lengths.append(pasts[place].losses.count)
      }
    }
    recorder?.follow(
      rows, counts.map { recorder?.operand($0) ?? 0 }, operands.map { recorder?.operand($0) ?? 0 },
      lengths, followers.lives.flatMap(\.numbers))
    var agreements = [VectorLoops.Agreement](repeating: .some, count: pasts.count)
    withExtendedLifetime((counts, operands, rows)) {
      VectorLoops.Followed.with(
        totals, columns, lengths, counts.map { UnsafePointer($0.base) },
        followers.lives.flatMap(\.numbers), operands.map { UnsafePointer($0.base) }, &agreements
      ) { loops.follow($0, LaneBuffer.vectors) }
    }
    for (place, agreement) in agreements.enumerated() {
      guard agreement != .some else {
        if let known = pasts[place].known.buffer {
          recorder?.witnesses.keep(ofDifferent: known)
        }
        continue
      }
      let known: DrawLanes = agreement == .all ? .one : .zero
      if let recorder {
        recorder.expect(recorder.operand(pasts[place].known), toBe: known.value)
      }
      pasts[place].known = known
    }
  }
}
