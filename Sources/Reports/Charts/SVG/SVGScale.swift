import Quantities

/// The numbers beside a picture, and figures in words; whatever the numbers are.
struct SVGScale {
  let axis: Axis
  /// A word for each tick, all different.
  let labels: [String]
  let unit: String
  private let style: FigureStyle
  /// Of the figures: `yuan`.
  private let own: String
  private let isFine: Bool
  /// What a number is divided by beside the axis.
  private let divisor: Double

  /// Of what lies between two numbers, with about so many ticks at most.
  init(_ extent: ClosedRange<Double>, most: Int, unit: String, _ style: FigureStyle) {
    // Numbers that differ by less than a millionth are one number as far as can be seen, and those
    // smaller than any that has a power of ten for a step are nothing.
    let tiny = 1e-290
    let low = extent.lowerBound.magnitude < tiny ? 0 : extent.lowerBound
    let high = extent.upperBound.magnitude < tiny ? 0 : extent.upperBound
    let least = max(low.magnitude, high.magnitude) * 1e-6
    let wide = low < high && high - low < least ? (low - least)...(high + least) : low...high
    axis = Axis(wide, most: max(2, most), unit: unit, style)
    self.unit = axis.unit
    self.style = style
    own = unit
    isFine = Set(axis.labels).count < axis.labels.count
    let size = unit == "share" ? 100.0 : 1
    divisor = SVGScale.divisor(axis, unit, style)
    labels =
      isFine
      ? axis.ticks.map { SVGScale.short(NumberFormat.shortest($0 * size)) }
      : axis.labels.map(SVGScale.short)
  }

  /// Numbers in the magnitude of the axis, without their unit: the largest to about four digits, all with
  /// as many decimals as one of them needs.
  func texts(_ values: [Double]) -> [String] {
    if isFine { return values.map { SVGScale.short(style.number($0)) } }
    var decimals = style.decimals ?? 3
    if style.decimals == nil {
      var size = (values.map(\.magnitude).max() ?? 0) / divisor
      while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
      while size > 0, size < 1, decimals < 6 { (size, decimals) = (size * 10, decimals + 1) }
    }
    var texts = values.map { NumberFormat.grouped($0 / divisor, decimals: decimals) }
    while decimals > 0, texts.allSatisfy({ $0.contains(".") && $0.hasSuffix("0") }) {
      decimals -= 1
      texts = texts.map { String($0.dropLast(decimals == 0 ? 2 : 1)) }
    }
    return texts.map(SVGScale.short)
  }

  /// A number in the magnitude that suits it, with its unit: `1.234亿元`.
  func figure(_ value: Double) -> String {
    SVGScale.short(style.text(Table.Measured(value, own)))
  }

  /// The magnitude in which the ticks are printed.
  private static func divisor(_ axis: Axis, _ unit: String, _ style: FigureStyle) -> Double {
    guard unit != "share" else { return 0.01 }
    let printed = axis.labels.map { Double($0.filter { $0 != "," }) ?? 0 }
    guard let (tick, number) = zip(axis.ticks, printed).max(by: { $0.0.magnitude < $1.0.magnitude })
    else { return 1 }
    let fits = { (power: Double) in (tick / power - number).magnitude <= 1e-3 * number.magnitude }
    return style.steps.map(\.power).first(where: fits) ?? 1
  }

  /// A text that begins with a number, whose digits before an exponent are a few: `1.23e+288tn yuan`.
  static func short(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e"), let mantissa = Double(text[..<mark]),
      let next = text[text.index(after: mark)...].first, next == "+" || next == "-"
    else { return text }
    return NumberFormat.significant(mantissa, digits: 3) + text[mark...]
  }
}

extension Chart {
  /// The largest number that a picture has room for.
  private static let most = 1e300

  private static func drawable(_ value: Double?) -> Double? {
    value.flatMap { $0.magnitude <= most ? $0 : nil }
  }

  /// The same with as many values as there are periods, and none that cannot be drawn: what is not a
  /// number, or is out of all proportion, is undefined.
  var drawable: Chart {
    func values(_ values: [Double?], _ count: Int) -> [Double?] {
      (0..<count).map { $0 < values.count ? Chart.drawable(values[$0]) : nil }
    }
    func curves(_ curves: [Curve], _ count: Int) -> [Curve] {
      curves.map { curve in
        let band = curve.band.map {
          Band(low: values($0.low, count), high: values($0.high, count))
        }
        return Curve(name: curve.name, values: values(curve.values, count), band: band)
      }
    }
    var chart = self
    switch marks {
    case .curves(let own, let periods):
      chart.marks = .curves(curves(own, periods.count), periods: periods)
    case .areas(let own, let periods):
      chart.marks = .areas(curves(own, periods.count), periods: periods)
    case .bars(let own, let periods):
      chart.marks = .bars(curves(own, periods.count), periods: periods)
    case .waterfall(let steps):
      chart.marks = .waterfall(steps.filter { Chart.drawable($0.amount) != nil })
    case .tornado(let swings, let central):
      let kept = swings.filter { Chart.drawable($0.low) != nil && Chart.drawable($0.high) != nil }
      chart.marks = .tornado(Chart.drawable(central) == nil ? [] : kept, central: central)
    }
    return chart
  }

  /// What is drawn, or nil where there is nothing: no figure is defined, or no rows are.
  var drawableExtent: ClosedRange<Double>? {
    switch marks {
    case .curves(let curves, _), .areas(let curves, _), .bars(let curves, _):
      let isDefined = curves.contains { curve in
        (curve.values + (curve.band?.low ?? []) + (curve.band?.high ?? []))
          .contains { $0 != nil }
      }
      return isDefined ? extent : nil
    case .waterfall(let steps): return steps.isEmpty ? nil : extent
    case .tornado(let swings, _): return swings.isEmpty ? nil : extent
    }
  }
}
