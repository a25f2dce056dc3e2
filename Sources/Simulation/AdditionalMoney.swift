/// Money of which a part is not additional. Model 6, net local.
extension Query {
  /// Some amounts, less 1 − A of others, in whole fen of each step.
  func additional(
    _ amounts: [MetricRow.Amount], judged: [MetricRow.Amount], over periods: [Range<Int>]
  ) -> [[Figure]] {
    let each = (0..<projection.calendar.count).map { $0..<$0 + 1 }
    let lost = each.map { 1 - projection.additionality(step: $0.lowerBound).share }
    let columns = zip(figures(.money(amounts), over: each), figures(.money(judged), over: each))
    return columns.map { whole, parts in
      let fen = zip(zip(whole, parts), lost).map { pair, share in
        pair.0.fen - Query.lost(share, of: pair.1.fen)
      }
      return periods.map { .money(fen: fen[$0].reduce(0, +)) }
    }
  }

  /// A share of an amount, half-even to the fen.
  static func lost(_ share: Double, of fen: Int64) -> Int64 {
    Int64((Double(fen) * share).rounded(.toNearestOrEven))
  }
}

extension Figure {
  /// The fen of an amount of money.
  fileprivate var fen: Int64 {
    if case .money(let fen) = self { return fen }
    return 0
  }
}
