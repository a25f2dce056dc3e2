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
  private let printing: AxisPrint

  /// Of what lies between two numbers, with about so many ticks at most, at least two. Where they lie
  /// close to nothing, as bars and areas always do, the axis begins there: curves far above nothing have an
  /// axis of their own.
  ///
  /// Differences of less than a hundred-thousandth of the largest number are no matter of a picture: the
  /// steps are never finer, so that all labels differ. What is beyond 1e305 is drawn there.
  /// Without `fromZero` it follows the numbers, as that of a tornado does, whose bars stand on no ground.
  init(
    _ extent: ClosedRange<Double>, most: Int, unit: String, _ style: FigureStyle,
    fromZero: Bool = true
  ) {
    var low = min(max(extent.lowerBound, -Axis.farthest), Axis.farthest)
    var high = min(max(extent.upperBound, -Axis.farthest), Axis.farthest)
    let span = high - low
    if low > 0, fromZero && low < span || span == 0 { low = 0 }
    if high < 0, fromZero && -high < span || span == 0 { high = 0 }
    if low == high { high = low + 1 }
    let intervals = Double(min(max(most, 2), 64) - 1)
    let finest = max(low.magnitude, high.magnitude) * 1e-5
    let step = RoundStep(atLeast: max((high - low) / intervals, finest, 1e-300))
    let (first, last) = step.multiples(around: low, high)
    ticks = (0...Int(last - first)).map { step.times(first + Double($0)) }
    let printing = AxisPrint(
      largest: max(ticks[0].magnitude, ticks[ticks.count - 1].magnitude), step: step.size,
      unit: unit, style)
    self.printing = printing
    self.unit = printing.unit
    labels = ticks.map { printing.text($0, decimals: printing.decimals) }
  }

  /// Beyond it, sums and differences would not be finite.
  static let farthest = 1e305

  /// Where a number lies between the first tick and the last: 0 to 1.
  func place(of value: Double) -> Double {
    guard let first = ticks.first, let last = ticks.last, value.isFinite else { return 0 }
    let within = min(max(value, first), last)
    return min(max((within - first) / (last - first), 0), 1)
  }

  /// A number as it is written beside a mark, a digit finer than the ticks unless the style has decimals
  /// of its own; whole counts stay whole.
  func text(_ value: Double) -> String {
    printing.text(value, decimals: printing.finerDecimals(value))
  }

  /// The amounts of a waterfall, rounded together so that they lead to its totals as printed.
  func texts(of steps: [Chart.Step]) -> [String] { printing.texts(of: steps) }

  /// The same with the digits of the ticks, where there is little room.
  func shortText(_ value: Double) -> String {
    printing.text(value, decimals: min(printing.decimals, printing.finerDecimals(value)))
  }
}

/// 1, 2, 2.5 or 5 times a power of ten.
private struct RoundStep {
  private let digits: Double
  private let exponent: Int

  /// The next that is no smaller.
  init(atLeast rough: Double) {
    var exponent = 0
    while PowerOfTen.of(exponent + 1) <= rough { exponent += 1 }
    while PowerOfTen.of(exponent) > rough { exponent -= 1 }
    let power = PowerOfTen.of(exponent)
    digits = [1, 2, 2.5, 5].first { $0 * power >= rough } ?? 10
    self.exponent = exponent
  }

  var size: Double { times(1) }

  /// A multiple, as near as binary64 comes to it: three times 0.1 is 0.3.
  func times(_ count: Double) -> Double {
    exponent < 0
      ? count * digits / PowerOfTen.of(-exponent) : count * digits * PowerOfTen.of(exponent)
  }

  /// Which multiple lies at or next below the low number, and which at or next above the high one.
  func multiples(around low: Double, _ high: Double) -> (Double, Double) {
    var first = (low / size).rounded()
    if times(first) > low { first -= 1 }
    var last = (high / size).rounded()
    if times(last) < high { last += 1 }
    return (first, max(last, first + 1))
  }
}

/// Powers of ten as binary64 has them nearest, which repeated multiplication misses.
private enum PowerOfTen {
  static func of(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}

/// The magnitude and the decimals of an axis.
private struct AxisPrint: Sendable {
  /// What a number is divided by before it is printed.
  private var divisor = 1.0
  private(set) var decimals = 0
  private(set) var unit: String
  /// Whether numbers are so large or small that they have powers of ten.
  private var hasPowers = false
  private let smallest: Double
  private let fixedDecimals: Int?

  init(largest: Double, step: Double, unit: String, _ style: FigureStyle) {
    let name = style.name(ofUnit: unit)
    self.unit = name
    smallest = step * 1e-6
    fixedDecimals = style.decimals
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
    func isWhole() -> Bool { (shown - shown.rounded()).magnitude <= 1e-6 * shown.magnitude }
    while decimals < 7, !isWhole() {
      shown *= 10
      decimals += 1
    }
    if decimals > 6 || largest / divisor >= 1e12 {
      hasPowers = true
      if unit != "share" { (divisor, self.unit) = (1, name) }
    }
  }

  func finerDecimals(_ value: Double) -> Int {
    if divisor == 1, value == value.rounded() { return 0 }
    return fixedDecimals ?? min(decimals + 1, 6)
  }

  func texts(of steps: [Chart.Step]) -> [String] {
    let decimals = steps.map { finerDecimals($0.amount) }.max() ?? 0
    guard !hasPowers,
      let amounts = Waterfall.rounded(steps, decimals: decimals, divisor: divisor)
    else { return steps.map { text($0.amount, decimals: finerDecimals($0.amount)) } }
    return zip(amounts, steps).map { amount, step in
      // What is too small for these digits has one of its own.
      guard amount != 0 || step.amount == 0 else {
        return text(step.amount, decimals: decimals)
      }
      return NumberFormat.grouped(
        Double(amount) / NumberFormat.scale(decimals: decimals), decimals: decimals)
    }
  }

  func text(_ value: Double, decimals: Int) -> String {
    guard hasPowers else {
      let shown = NumberFormat.grouped(value / divisor, decimals: decimals)
      let isLost = value.magnitude > smallest && !shown.contains { ("1"..."9").contains($0) }
      return isLost ? NumberFormat.significant(value / divisor, digits: 1) : shown
    }
    let size = (value / divisor).magnitude
    guard size > 0, value.magnitude > smallest else { return "0" }
    var exponent = 0
    while PowerOfTen.of(exponent + 1) <= size { exponent += 1 }
    while PowerOfTen.of(exponent) > size { exponent -= 1 }
    let digits = NumberFormat.significant(size / PowerOfTen.of(exponent), digits: 6)
    return "\(value < 0 ? "-" : "")\(digits)e\(exponent < 0 ? "" : "+")\(exponent)"
  }
}
