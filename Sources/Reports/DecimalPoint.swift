import Diagnostics

/// Lines numbers of a column up on their decimal points, with whatever stands behind them.
enum DecimalPoint {
  /// Each text, padded behind so that all of them set flush right have their points below each
  /// other. What is no number, such as `–`, is left alone.
  static func aligned(_ texts: [String]) -> [String] {
    let tails = texts.map(tail)
    let widest = tails.compactMap { $0.map(displayWidth) }.max() ?? 0
    return zip(texts, tails).map { text, tail in
      guard let tail else { return text }
      return text + String(repeating: " ", count: widest - displayWidth(tail))
    }
  }

  /// What stands behind the whole part of a number: `.5M yuan`; nil where a text is no number.
  private static func tail(_ text: String) -> String? {
    var rest = text[...]
    if let sign = rest.first, "+-−".contains(sign) { rest.removeFirst() }
    guard rest.first?.isWholeNumber == true else { return nil }
    return String(rest.drop { $0.isWholeNumber || $0 == "," })
  }
}
