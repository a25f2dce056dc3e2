import Diagnostics

/// Parameters that go together: each normal score as a weighted sum of independent ones.
///
/// In a group of parameters that are connected by correlations, those whose name comes later in
/// the order of bytes follow those before it; so the first keeps its draws, and no order of
/// declarations or statements matters. Two that have no correlation of their own have 0.
/// Parameters of no group are not touched (Docs/Decisions/0116).
struct GaussianCopula: Sendable {
  /// By parameter; nil where its draws are its own.
  private let rows: [[(parameter: Int, weight: Double)]?]

  /// What the normal score of a parameter is made of; nil where its draws are its own.
  func weights(of parameter: Int) -> [(parameter: Int, weight: Double)]? { rows[parameter] }

  /// - Throws: `bad-correlation` where no such distribution exists: beyond −1 or 1, of a parameter
  ///   with itself, twice of the same pair, or several that exclude each other; `unknown-name` for
  ///   a name that no parameter has. At the place of the correlation.
  init(_ correlations: [Correlation], among names: [String]) throws(Diagnostic) {
    var rows = [[(parameter: Int, weight: Double)]?](repeating: nil, count: names.count)
    let pairs = try CorrelationPairs(correlations, among: names)
    for group in pairs.groups {
      let factor = try CorrelationFactor(group, pairs, names)
      for (place, parameter) in group.enumerated().dropFirst() {
        let row = factor.rows[place]
        // All before count 0: its draws are its own, to the last bit.
        guard row.dropLast().contains(where: { $0 != 0 }) else { continue }
        rows[parameter] = zip(group, row).filter { $0.1 != 0 }.map { ($0.0, $0.1) }
      }
    }
    self.rows = rows
  }
}
