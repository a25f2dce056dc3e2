/// The periods below a picture: where each is, and which are named.
struct SVGPeriods {
  let names: [String]
  /// The middle of each.
  let places: [Double]
  /// From one to the next.
  let step: Double

  /// Periods from the left edge to the right; those of bars stand in the middle of their share.
  init(_ names: [String], from left: Double, to right: Double, shares: Bool) {
    self.names = names
    let count = Double(max(1, names.count))
    let width = right - left
    if shares || names.count == 1 {
      step = width / count
      places = names.indices.map { [step] in left + (Double($0) + 0.5) * step }
    } else {
      step = width / max(1, count - 1)
      places = names.indices.map { [step] in left + Double($0) * step }
    }
  }

  /// The names that are shown below a line, so far apart that they never touch, within the picture.
  func labels(baseline: Double, within width: Double) -> [(period: Int, label: SVGLabel)] {
    let all = names.map { SVGText.name($0) }
    let texts = all.map { SVGTextWidth.clipped($0, to: SVGPeriods.widest, size: 12) }
    let widths = texts.map { SVGTextWidth.of($0, size: 12) }
    let room = (widths.max() ?? 0) + 12
    let every = SVGPeriods.distances(names).first { Double($0) * step >= room } ?? names.count
    guard every > 0 else { return [] }
    return stride(from: start(every), to: names.count, by: every).compactMap { period in
      let label = SVGLabel(
        x: places[period], y: baseline, anchor: .middle, color: "q", text: texts[period],
        whole: texts[period] == all[period] ? nil : names[period])
      let half = widths[period] / 2
      guard label.x - half >= 2, label.x + half <= width - 2 else { return nil }
      return (period, label)
    }
  }

  private static let widest = 96.0

  /// Every how many periods may be named: years by fives and tens, months by quarters and years.
  private static func distances(_ names: [String]) -> [Int] {
    let tens = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000]
    let isMonthly = names.contains { $0.hasSuffix("-02") }
    return (isMonthly ? [1, 3, 6] + tens.map { $0 * 12 } : tens).filter { $0 < names.count }
  }

  /// The first period that is named: the year that such a number divides, or a January.
  private func start(_ every: Int) -> Int {
    guard every > 1 else { return 0 }
    let isRound = { (index: Int) -> Bool in
      let name = names[index]
      if let year = Int(name) { return year % every == 0 }
      guard name.hasSuffix("-01"), let year = Int(name.dropLast(3)) else { return false }
      return every < 12 || year % (every / 12) == 0
    }
    return names.indices.prefix(every).first(where: isRound) ?? 0
  }
}
