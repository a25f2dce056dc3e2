import Diagnostics
import Quantities

/// The lower triangle L with LLᵀ the correlations of a group (A.-L. Cholesky), where they can be.
///
/// A correlation of exactly 1 or −1, or one that others determine, is legal: then one parameter is
/// wholly given by those before it.
struct CorrelationFactor {
  /// Row by row, each up to its diagonal.
  private(set) var rows: [[Double]] = []

  /// What rounding may leave of a number that is nought.
  private static let rounding = 1e-12

  init(_ group: [Int], _ pairs: CorrelationPairs, _ names: [String]) throws(Diagnostic) {
    for (i, parameter) in group.enumerated() {
      var row: [Double] = []
      for (j, other) in group.prefix(i).enumerated() {
        let rest = pairs.coefficient(parameter, other) - CorrelationFactor.sum(row, rows[j])
        guard rows[j][j] == 0 else {
          row.append(rest / rows[j][j])
          continue
        }
        guard rest.magnitude <= CorrelationFactor.rounding.squareRoot() else {
          throw CorrelationFactor.impossible(group, pairs, names)
        }
        row.append(0)
      }
      let rest = 1 - row.reduce(0) { $0 + $1 * $1 }
      guard rest >= -CorrelationFactor.rounding else {
        throw CorrelationFactor.impossible(group, pairs, names)
      }
      row.append(rest <= CorrelationFactor.rounding ? 0 : rest.squareRoot())
      rows.append(row)
    }
  }

  private static func sum(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Why: where three exclude each other, those, with what the third may be.
  private static func impossible(
    _ group: [Int], _ pairs: CorrelationPairs, _ names: [String]
  ) -> Diagnostic {
    let members = Set(group)
    let all = pairs.correlations.filter { members.contains($0.key.low) }.values
    let last = all.filter { $0.location != nil }.max {
      ($0.location?.span.lower ?? 0) < ($1.location?.span.lower ?? 0)
    }
    for (place, a) in group.enumerated() {
      for (next, b) in group.enumerated().dropFirst(place + 1) {
        for c in group.dropFirst(next + 1) {
          if let found = triple([a, b, c], pairs, names) { return found }
        }
      }
    }
    let list = group.map { "`\(names[$0])`" }.joined(separator: ", ")
    return Diagnostic(
      "bad-correlation", "the correlations of \(list) exclude each other", at: last?.location,
      notes: [Diagnostic.Note("two that have no correlation of their own count as 0")],
      help: ["bring them nearer to 0"])
  }

  /// What is said of three, the weakest pair last; nil where they can be.
  private static func triple(
    _ three: [Int], _ pairs: CorrelationPairs, _ names: [String]
  ) -> Diagnostic? {
    let sides = [(0, 1, 2), (0, 2, 1), (1, 2, 0)].map { (three[$0.0], three[$0.1], three[$0.2]) }
    let values = sides.map { pairs.coefficient($0.0, $0.1) }
    let squares = values.reduce(0) { $0 + $1 * $1 }
    let determinant = 1 + 2 * values[0] * values[1] * values[2] - squares
    guard determinant < -rounding else { return nil }
    let weakest = values.indices.min { values[$0].magnitude < values[$1].magnitude } ?? 0
    let (a, b, c) = sides[weakest]
    let (r, s) = (pairs.coefficient(a, c), pairs.coefficient(b, c))
    let room = ((1 - r * r) * (1 - s * s)).squareRoot()
    // Rounded inwards, so that what is offered is accepted.
    let low = (max(-1, r * s - room) * 1000 - 1e-9).rounded(.up) / 1000
    let high = (min(1, r * s + room) * 1000 + 1e-9).rounded(.down) / 1000
    func text(_ value: Double) -> String { NumberFormat.significant(value, digits: 4) }
    let own = pairs.correlations[CorrelationPairs.Pair(a, b)]
    let others = [(a, c), (b, c)].compactMap {
      pairs.correlations[CorrelationPairs.Pair($0.0, $0.1)]
    }
    let place = own?.location ?? others.compactMap(\.location).max { $0.span.lower < $1.span.lower }
    var notes = others.compactMap { other in
      other.location.map {
        Diagnostic.Note("`\(other.a)` and `\(other.b)` have \(text(other.coefficient))", at: $0)
      }
    }
    if own == nil {
      notes.append(
        Diagnostic.Note(
          "`\(names[a])` and `\(names[b])` have no correlation of their own, which counts as 0"))
    }
    let nearest = values[weakest] < low ? low : high
    return Diagnostic(
      "bad-correlation",
      "with \(text(r)) and \(text(s)) to `\(names[c])`, the correlation of `\(names[a])` and "
        + "`\(names[b])` lies between \(text(low)) and \(text(high))",
      at: place, notes: notes, help: ["`correlate \(names[a]) \(names[b]) \(text(nearest))`"])
  }
}
