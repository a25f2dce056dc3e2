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
  /// With `fromZero`, it begins at nothing where that is near.
  init(
    _ extent: ClosedRange<Double>, most: Int, unit: String, _ style: FigureStyle,
    fromZero: Bool = true
  ) {
    // Numbers that differ by less than a millionth are one number as far as can be seen, and those
    // smaller than any that has a power of ten for a step are nothing.
    let tiny = 1e-290
    let low = extent.lowerBound.magnitude < tiny ? 0 : extent.lowerBound
    let high = extent.upperBound.magnitude < tiny ? 0 : extent.upperBound
    let least = max(low.magnitude, high.magnitude) * 1e-6
    let wide = low < high && high - low < least ? (low - least)...(high + least) : low...high
    axis = Axis(wide, most: max(2, most), unit: unit, style, fromZero: fromZero)
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

  /// The amounts of a waterfall, rounded together so that they lead to its totals as printed.
  func texts(of steps: [Chart.Step]) -> [String] {
    let plain = texts(steps.map(\.amount))
    guard !isFine, !plain.contains(where: { $0.contains("e") }) else { return plain }
    let decimals =
      plain.map { text in text.split(separator: ".").dropFirst().first?.count ?? 0 }
      .max() ?? 0
    return Waterfall.rounded(steps, decimals: decimals, divisor: divisor).map { amounts in
      amounts.map {
        NumberFormat.grouped(
          Double($0) / NumberFormat.scale(decimals: decimals), decimals: decimals)
      }
    } ?? plain
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
