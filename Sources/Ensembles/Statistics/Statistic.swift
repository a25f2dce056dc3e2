/// One number that says something of all draws of a figure: `mean`, `sd`, `p5`, `p97.5` (Language 5).
public enum Statistic: Hashable, Sendable {
  case mean
  /// The standard deviation of the draws, with one less than their number below the bar.
  case sd
  /// The value that so many of a hundred draws do not exceed, from 0 to 100.
  case percentile(Double)

  /// Those that are shown where nobody chose.
  public static let usual: [Statistic] = [
    .mean, .percentile(5), .percentile(50), .percentile(95),
  ]

  /// Reads `mean`, `sd` or a percentile, `p` and a number from 0 to 100; nil where a text is none.
  public init?(_ text: String) {
    switch text {
    case "mean": self = .mean
    case "sd": self = .sd
    default:
      let digits = text.dropFirst()
      // `Double` would also read `p1e1`, `p0x5` and `pnan`.
      guard text.first == "p", digits.first != ".", digits.last != ".",
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
        let percent = Double(digits), percent <= 100
      else { return nil }
      self = .percentile(percent)
    }
  }
}

extension Statistic: CustomStringConvertible {
  /// As it is read: `mean`, `sd`, `p5`, `p97.5`.
  public var description: String {
    switch self {
    case .mean: "mean"
    case .sd: "sd"
    case .percentile(let percent):
      percent == percent.rounded() ? "p\(Int(percent))" : "p" + Statistic.decimals(percent)
    }
  }

  /// A percentage without an exponent: `0.00001`, which `Double` prints as `1e-05`.
  private static func decimals(_ percent: Double) -> String {
    let text = "\(percent)"
    guard let mark = text.firstIndex(of: "e"), let places = Int(text[text.index(after: mark)...])
    else { return text }
    let digits = text[..<mark].filter { $0 != "." }
    // The digits are one before the point, which moves by `places`, below nought.
    return "0." + String(repeating: "0", count: -places - 1)
      + (digits.hasSuffix("0") && digits.count > 1 ? String(digits.dropLast()) : String(digits))
  }
}
