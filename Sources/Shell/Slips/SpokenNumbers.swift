import Language

/// Numbers as they are said: `6亿零38万元`, `1千5百元`, `5 trillion yuan`.
enum SpokenNumbers {
  /// Words for how many, and the signs of the language.
  static let magnitudes = ["thousand": "k", "thousands": "k", "trillion": "tn", "trillions": "tn"]

  /// The number in digits, with what stands behind it; nil where nothing of it is said so.
  static func mended(_ text: String) -> String? {
    // Before hundreds of thousands and the like a nought is only said.
    if let match = text.wholeMatch(of: /([0-9.]+(?:万亿|亿|万))零([0-9].*)/) {
      return String(match.1 + match.2)
    }
    guard
      let match = text.wholeMatch(
        of: /(?:([0-9])千)?(?:零?([0-9])百)?(?:零?([0-9])十)?(?:零?([0-9]))?([^0-9.].*)?/),
      match.2 != nil || match.3 != nil, match.1 != nil || match.2 != nil
    else { return nil }
    let digits = [match.1, match.2, match.3, match.4].map { $0.flatMap { Int($0) } ?? 0 }
    return String(digits.reduce(0) { $0 * 10 + $1 }) + String(match.5 ?? "")
  }

  /// A value as it is said in the place of a question: `5 percent`, `30 mins`, `¥5亿`; nil where nothing
  /// about it is a known slip.
  static func value(_ text: String) -> String? {
    var mended = ValueSlips.number(text)
    if let match = mended.wholeMatch(of: /([0-9][0-9.]*) (y|min|h)/) {
      mended = String(match.1 + match.2)
    }
    return mended != text && mended.first?.isNumber == true ? mended : nil
  }
}
