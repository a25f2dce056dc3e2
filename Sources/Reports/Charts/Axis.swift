import Quantities

/// The numbers beside a chart: round ones, and what they are called in one magnitude.
struct Axis: Sendable {
  /// Round numbers that reach from below the least to above the most, ascending, evenly apart, in base
  /// units.
  let ticks: [Double]
  /// The ticks in words, without their unit: `1.5`, `2.0`.
  let labels: [String]
  /// The unit with its magnitude: `M yuan`, `亿元`, `%`.
  let unit: String
  /// What a number is divided by before it is printed.
  private let divisor: Double
  private let decimals: Int

  /// Of what lies between two numbers, with about so many ticks at most, at least two. Where they lie
  /// close to nothing, as bars and areas always do, the axis begins there: curves far above nothing have an
  /// axis of their own.
  init(_ extent: ClosedRange<Double>, most: Int, unit: String, _ style: FigureStyle) {
    var (low, high) = (extent.lowerBound, extent.upperBound)
    let span = high - low
    if low > 0, low < span || span == 0 { low = 0 }
    if high < 0, -high < span || span == 0 { high = 0 }
    if low == high { high = low + 1 }
    let step = Axis.step(of: (high - low) / Double(max(1, most - 1)))
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    let count = min(64, max(1, Int(last - first)))
    ticks = (0...count).map { (first + Double($0)) * step }
    let largest = max(ticks[0].magnitude, ticks[count].magnitude)
    let style = AxisStyle(largest: largest, step: step, unit: unit, style)
    (divisor, decimals, self.unit) = (style.divisor, style.decimals, style.unit)
    labels = ticks.map { [divisor, decimals] tick in
      NumberFormat.grouped(tick / divisor, decimals: decimals)
    }
  }

  /// Where a number lies between the first tick and the last: 0 to 1.
  func place(of value: Double) -> Double {
    guard let first = ticks.first, let last = ticks.last, value.isFinite else { return 0 }
    return min(max((value - first) / (last - first), 0), 1)
  }

  /// A number as it is written beside a mark, a digit finer than the ticks.
  func text(_ value: Double) -> String {
    NumberFormat.grouped(value / divisor, decimals: min(decimals + 1, 6))
  }

  /// The round number next above: 1, 2, 2.5 or 5 times a power of ten.
  private static func step(of rough: Double) -> Double {
    guard rough.isFinite, rough > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    return power * ([1, 2, 2.5, 5].first { $0 * power >= rough } ?? 10)
  }
}

/// The magnitude and the decimals of an axis.
private struct AxisStyle {
  var divisor = 1.0
  var decimals = 0
  var unit: String

  init(largest: Double, step: Double, unit: String, _ style: FigureStyle) {
    let name = style.name(ofUnit: unit)
    self.unit = name
    if unit == "share" {
      divisor = 0.01
      self.unit = "%"
    } else if unit.hasPrefix("yuan"),
      let magnitude = style.steps.first(where: { largest >= $0.power })
    {
      divisor = magnitude.power
      let isApart = name.unicodeScalars.first?.isASCII ?? true
      self.unit = magnitude.word + (isApart ? " " : "") + name
    }
    var shown = step / divisor
    while decimals < 6, (shown - shown.rounded()).magnitude > 1e-6 * shown.magnitude.rounded(.up) {
      shown *= 10
      decimals += 1
    }
  }
}
