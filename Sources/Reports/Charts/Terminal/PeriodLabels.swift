import Diagnostics

/// Which periods are named below a picture: every nth, as many as have room, and always the first and
/// the last.
struct PeriodLabels {
  /// Each with the column that it begins in.
  private(set) var shown: [(text: String, column: Int, period: Int)] = []

  /// Blanks between two labels.
  private static let gap = 2

  /// Of periods whose middles are in ascending columns of a line.
  init(_ periods: [String], centres: [Int], width: Int) {
    guard periods.count == centres.count, !periods.isEmpty else { return }
    var places = periods.indices.map { period -> Range<Int> in
      let taken = displayWidth(periods[period])
      let start = max(0, min(centres[period] - taken / 2, width - taken))
      return start..<start + taken
    }
    let last = periods.count - 1
    PeriodLabels.moveApart(&places, width: width)
    var chosen = [0]
    for step in 1...max(1, last) {
      if let regular = PeriodLabels.every(step, of: places) {
        chosen = regular
        break
      }
    }
    shown = chosen.map { (periods[$0], places[$0].lowerBound, $0) }
  }

  /// Moves the first to the left and the last to the right where they touch, as far as the line goes.
  private static func moveApart(_ places: inout [Range<Int>], width: Int) {
    let last = places.count - 1
    guard last > 0, places[0].upperBound >= places[last].lowerBound else { return }
    let (first, taken) = (places[0].count, places[last].count)
    let start = max(0, places[last].lowerBound - 1 - first)
    places[0] = start..<start + first
    let end = max(places[last].lowerBound, min(places[0].upperBound + 1, width - taken))
    places[last] = end..<end + taken
  }

  /// Every nth, and the last instead of those that it would touch; nil where others touch each other, or
  /// the last the first.
  private static func every(_ step: Int, of places: [Range<Int>]) -> [Int]? {
    let last = places.count - 1
    var chosen = Array(stride(from: 0, to: max(last, 1), by: step))
    for (a, b) in zip(chosen, chosen.dropFirst())
    where places[a].upperBound + gap > places[b].lowerBound { return nil }
    guard last > 0 else { return chosen }
    while let before = chosen.last, places[before].upperBound + gap > places[last].lowerBound {
      chosen.removeLast()
    }
    if chosen.isEmpty {
      return places[0].upperBound < places[last].lowerBound ? [0, last] : nil
    }
    return chosen + [last]
  }
}

/// Where periods are along some dots: the first at the left, the last at the right, one alone in the middle.
struct PeriodPlaces {
  let dots: [Int]

  init(_ count: Int, across: Int) {
    dots =
      count == 1
      ? [across / 2]
      : (0..<count).map { ($0 * (across - 1) * 2 + count - 1) / (2 * (count - 1)) }
  }
}
