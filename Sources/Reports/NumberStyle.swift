import Quantities

/// How the numbers of one column are printed: one magnitude and one number of decimals for all.
struct NumberStyle {
  private var divisor = 1.0
  private var decimals = 0
  /// The unit with its magnitude: `M yuan`, `亿元`.
  let heading: String

  init(_ cells: [Table.Cell], unit: String, _ style: FigureStyle) {
    var largest = 0.0
    var (isWhole, isOfHundredths) = (true, true)
    for cell in cells {
      let value: Double
      switch cell {
      case .money(let fen): value = Double(fen) / 100
      case .number(let number): value = number
      case .text, .measured, .undefined: continue
      }
      largest = max(largest, value.magnitude)
      isWhole = isWhole && value == value.rounded() && value.magnitude < 1e15
      isOfHundredths = isOfHundredths && value == (value * 100).rounded() / 100
    }
    if unit == "share" {
      divisor = 0.01
      decimals = style.decimals ?? 1
      heading = "%"
      return
    }
    let name = style.name(ofUnit: unit)
    var magnitude = ""
    if unit.hasPrefix("yuan") {
      // A column is in a magnitude that gives its largest two digits before the point.
      if let step = style.steps.first(where: { largest >= 10 * $0.power }) {
        divisor = step.power
        let isApart = name.unicodeScalars.first?.isASCII ?? true
        magnitude = step.word + (isApart ? " " : "")
      }
    }
    heading = magnitude + name
    let size = largest / divisor
    if divisor == 1, isWhole, unit != "yuan" {
      decimals = 0
    } else if let fixed = style.decimals {
      decimals = fixed
    } else if largest > 0 {
      decimals = size >= 10_000 ? 0 : size >= 100 ? 1 : size >= 1 || isOfHundredths ? 2 : 4
    }
  }

  func text(_ value: Double) -> String {
    NumberFormat.grouped(value / divisor, decimals: decimals)
  }

  /// Parts as they are printed: each to the nearest, and those that rounding moved most moved by one
  /// until they add up to the sum as it is printed.
  func texts(_ parts: [Double], of sum: Double) -> [String] {
    let scale = NumberFormat.scale(decimals: decimals)
    let most = ([sum] + parts).reduce(0) { max($0, ($1 / divisor * scale).magnitude) }
    guard most < 9e15 else { return parts.map(text) }
    return LargestRemainder.round(
      parts.map { $0 / divisor }, decimals: decimals,
      to: NumberFormat.rounded(sum / divisor, decimals: decimals)
    ).map { NumberFormat.grouped(Double($0) / scale, decimals: decimals) }
  }

  func text(fen: Int64) -> String { text(Double(fen) / 100) }
}
