/// A factor of a park or a city.
enum PlaceFactor { case agglomeration, uplift, potential }

/// Where a query reads: the ledger of a run, or what the draws of a block came to.
extension Projection {
  func amounts(_ leaf: LeafTable, _ places: LeafPlaces, _ weights: [Int64]) -> [[Int64]] {
    if let known = draw?.amounts(leaf) { return known }
    note { $0.note(leaf) }
    return storedLedger.amounts(places, weights: weights, steps: calendar.count)
  }

  func counts(_ leaf: LeafTable, _ places: LeafPlaces, _ measure: Measure) -> [[Double]] {
    if let known = draw?.counts(leaf) { return known }
    note { $0.note(leaf) }
    return storedLedger.counts(places, measure, steps: calendar.count)
  }

  /// By the place of the park or the city.
  func factor(_ kind: PlaceFactor, step: Int, of place: Int) -> Double {
    guard let draw, !draw.tables.agglomeration.isEmpty else {
      note { $0.noteFactors() }
      switch kind {
      case .agglomeration: return agglomeration[step][place]
      case .uplift: return uplift[step][place]
      case .potential: return potential[step][place]
      }
    }
    switch kind {
    case .agglomeration: return draw.tables.agglomeration[step][place][draw.lane]
    case .uplift: return draw.tables.uplift[step][place][draw.lane]
    case .potential: return draw.tables.potential[step][place][draw.lane]
    }
  }

  /// Notes what is read of a whole run; of a draw, that it is not there.
  private func note(_ body: (LeafRecorder) -> Void) {
    guard let recorder else { return }
    if draw == nil { body(recorder) } else { recorder.noteWhole() }
  }
}
