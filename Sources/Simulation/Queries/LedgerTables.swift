extension Ledger {
  /// The fen of a table, by column and by step, what lies before the start first.
  func amounts(
    _ places: LeafPlaces, weights: [Int64], steps: Int
  ) -> [[Int64]] {
    let columns = subjects.map(places.column(of:))
    var table = [[Int64]](
      repeating: [Int64](repeating: 0, count: steps + 1), count: places.width)
    for posting in postings {
      let weight = weights[Int(posting.account.index)]
      guard weight != 0, let own = columns[Int(posting.subject)],
        let column = places.column(own, posting.account, weight: weight)
      else { continue }
      table[column][Int(posting.step) + 1] += weight * posting.fen
    }
    return table
  }

  /// The counts of a table, by column and step.
  func counts(_ places: LeafPlaces, _ measure: Measure, steps: Int) -> [[Double]] {
    let columns = subjects.map(places.column(of:))
    var table = [[Double]](repeating: [Double](repeating: 0, count: steps), count: places.width)
    for record in records where record.measure == measure {
      guard let column = columns[Int(record.subject)] else { continue }
      table[column][Int(record.step)] += record.value
    }
    return table
  }
}
