import Quantities

/// The amounts of a waterfall as they are printed.
enum Waterfall {
  /// In whole units of the last decimal: totals to the nearest, and the steps between two of them rounded
  /// together so that they lead from one to the other. Nil where numbers are too large for that.
  static func rounded(
    _ steps: [Chart.Step], decimals: Int, divisor: Double
  ) -> [Int64]? {
    let scale = NumberFormat.scale(decimals: decimals)
    let amounts = steps.map { ($0.amount.isFinite ? $0.amount : 0) / divisor }
    let stands = Chart.stands(steps).flatMap { [$0.from, $0.to] }
    guard (amounts + stands.map { $0 / divisor }).allSatisfy({ ($0 * scale).magnitude < 9e15 })
    else { return nil }
    var rounded = amounts.map { NumberFormat.rounded($0, decimals: decimals) }
    var before = 0.0
    var begin = 0
    for (place, step) in steps.enumerated() where step.isTotal {
      adjust(begin..<place, amounts, from: before, to: amounts[place], decimals, &rounded)
      (before, begin) = (amounts[place], place + 1)
    }
    return rounded
  }

  /// Rounds some steps together where they do lead from one stand to another.
  private static func adjust(
    _ range: Range<Int>, _ amounts: [Double], from before: Double, to total: Double,
    _ decimals: Int, _ rounded: inout [Int64]
  ) {
    let sum = amounts[range].reduce(before, +)
    let size = amounts[range].reduce(before.magnitude) { max($0, $1.magnitude) }
    guard !range.isEmpty, (sum - total).magnitude <= 1e-9 * max(size, total.magnitude) else {
      return
    }
    let missing =
      NumberFormat.rounded(total, decimals: decimals)
      - NumberFormat.rounded(before, decimals: decimals)
    let parts = LargestRemainder.round(Array(amounts[range]), decimals: decimals, to: missing)
    for (place, part) in zip(range, parts) { rounded[place] = part }
  }
}
