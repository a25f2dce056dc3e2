/// Which bar stands in which column: periods in groups of their curves, a blank between groups where there
/// is room for one.
struct BarColumns {
  /// What a column shows: where more bars than one fall into it, as far as they reach.
  struct Bar {
    var curve: Int
    var high: Double
    var low: Double
  }

  /// Nil between the groups and where a value is undefined.
  private(set) var bars: [Bar?]
  private let curves: Int
  /// Columns from one group to the next, and of one bar; nil where they are fewer than bars.
  private let spaced: (pitch: Int, bar: Int)?
  /// The middle columns of the periods.
  let middles: [Int]

  private static let widest = 8

  /// - Parameter values: of each curve, as many as there are periods.
  init(periods: Int, curves: Int, across: Int, values: [[Double?]]) {
    self.curves = curves
    bars = Array(repeating: nil, count: across)
    let total = periods * curves
    let spaced: (pitch: Int, bar: Int)?
    if total <= across, total > 0 {
      let pitch = min(across / periods, (BarColumns.widest + 1) * curves + 2)
      spaced = pitch > curves ? (pitch, max(1, (pitch - 1) / curves)) : (pitch, 1)
    } else {
      spaced = nil
    }
    self.spaced = spaced
    middles = (0..<periods).map { period in
      if let spaced { return period * spaced.pitch + (spaced.pitch - 1) / 2 }
      return min(across - 1, (2 * period + 1) * across / max(1, 2 * periods))
    }
    for period in 0..<periods {
      for curve in 0..<curves {
        guard let value = values[curve][period] else { continue }
        if spaced != nil {
          for column in columns(period: period, curve: curve) where column < across {
            add(value, curve, column)
          }
        } else {
          add(value, curve, (period * curves + curve) * across / total)
        }
      }
    }
  }

  /// How wide a value may be; nil where there are more bars than columns.
  var roomForValues: Int? {
    spaced.map { curves == 1 ? $0.pitch - 1 : $0.bar }
  }

  /// The middle column of a bar.
  func middle(period: Int, curve: Int) -> Int {
    let own = columns(period: period, curve: curve)
    return (own.lowerBound + own.upperBound) / 2
  }

  private func columns(period: Int, curve: Int) -> Range<Int> {
    guard let spaced else { return 0..<0 }
    let margin = (spaced.pitch - spaced.bar * curves) / 2
    let start = period * spaced.pitch + margin + curve * spaced.bar
    return start..<start + spaced.bar
  }

  private mutating func add(_ value: Double, _ curve: Int, _ column: Int) {
    guard let old = bars[column] else {
      bars[column] = Bar(curve: curve, high: max(value, 0), low: min(value, 0))
      return
    }
    let isFarther = value.magnitude > max(old.high, -old.low)
    bars[column] = Bar(
      curve: isFarther ? curve : old.curve, high: max(value, old.high), low: min(value, old.low))
  }
}
