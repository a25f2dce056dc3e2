/// A block of values by rank: so many of them in order, each of which stands for equally many.
///
/// Two summaries make one of the same size. How far ranks are off is added up with it, for any values
/// whatever: by 1 / (2 points) of all values each time two equal halves are joined.
struct RankSummary: Equatable, Sendable {
  /// How many values it stands for.
  var count: Int
  /// Some of them, from the lowest to the highest.
  var points: [Double]
  /// How far the rank of a point may be from the middle of those that it stands for.
  var error: Double

  /// How many values a point stands for.
  var weight: Double { points.isEmpty ? 0 : Double(count) / Double(points.count) }

  init(count: Int, points: [Double], error: Double) {
    self.count = count
    self.points = points
    self.error = error
  }

  /// Of values in order, of which at most `limit` are kept: those in the middle of equal parts.
  init(sorted values: [Double], limit: Int) {
    count = values.count
    guard count > limit else {
      points = values
      error = 0
      return
    }
    points = (0..<limit).map { values[(2 * $0 + 1) * values.count / (2 * limit)] }
    error = 1
  }

  /// Both together, in at most `limit` points.
  init(_ first: RankSummary, _ second: RankSummary, limit: Int) {
    count = first.count + second.count
    let isExact = first.points.count + second.points.count == count && count <= limit
    let total = min(limit, first.points.count + second.points.count)
    let (firstWeight, secondWeight) = (first.weight, second.weight)
    error = first.error + second.error + (isExact ? 0 : max(firstWeight, secondWeight))
    points = []
    points.reserveCapacity(total)
    var (i, j) = (0, 0)
    while points.count < total {
      let takesFirst =
        j == second.points.count || (i < first.points.count && first.points[i] <= second.points[j])
      let point = takesFirst ? first.points[i] : second.points[j]
      if takesFirst { i += 1 } else { j += 1 }
      let covered = Double(i) * firstWeight + Double(j) * secondWeight
      let isLast = i == first.points.count && j == second.points.count
      // The middle of each of the new parts belongs to the point that reaches beyond it.
      while points.count < total,
        isLast || (Double(points.count) + 0.5) * Double(count) / Double(total) < covered
      {
        points.append(point)
      }
    }
  }
}
