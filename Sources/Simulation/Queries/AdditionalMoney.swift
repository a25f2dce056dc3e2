/// Money of which a part is not additional. Model 6, net local.
extension Query {
  /// Some amounts, less 1 − A of others, in whole fen of each step.
  func additional(
    _ amounts: [MetricRow.Amount], judged: [MetricRow.Amount], over periods: [Range<Int>]
  ) -> [[Figure]] {
    let each = (0..<projection.calendar.count).map { $0..<$0 + 1 }
    let columns = zip(figures(.money(amounts), over: each), figures(.money(judged), over: each))
    return columns.map { whole, parts in
      let fen = zip(whole, parts).enumerated().map { step, pair in
        pair.0.fen - projection.notAdditional(of: pair.1.fen, step: step)
      }
      return periods.map { .money(fen: fen[$0].reduce(0, +)) }
    }
  }
}

extension Projection {
  /// What of an amount of a step is not additional, half-even to the fen: 1 − A of it.
  public func notAdditional(of fen: Int64, step: Int) -> Int64 {
    Int64((Double(fen) * (1 - additionality(step: step).share)).rounded(.toNearestOrEven))
  }
}

extension Figure {
  /// The fen of an amount of money.
  fileprivate var fen: Int64 {
    if case .money(let fen) = self { return fen }
    return 0
  }
}
