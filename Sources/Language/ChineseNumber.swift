/// Whole numbers in Chinese numerals.
public enum ChineseNumber {
  private static let numerals = Array("〇一二三四五六七八九")

  /// `三百五十` is 350; nil for what is no number below 10,000.
  public static func value(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    var total = 0
    var digit: Int?
    for character in text {
      if let value = numeral(character) {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
        continue
      }
      guard let scale = ["十": 10, "百": 100, "千": 1000][character] else { return nil }
      guard digit != nil || (scale == 10 && total == 0) else { return nil }
      total += (digit ?? 1) * scale
      digit = nil
    }
    return total + (digit ?? 0)
  }

  /// `百分之八` is `8%`.
  public static func percent(_ text: String) -> String? {
    guard text.hasPrefix("百分之") else { return nil }
    let rest = String(text.dropFirst(3))
    if Double(rest) != nil { return rest + "%" }
    return value(rest).map { "\($0)%" }
  }

  /// `二〇二二` is 2022: digit by digit.
  public static func digits(_ text: String) -> Int? {
    let digits = text.compactMap { numeral($0) }
    guard digits.count == text.count, digits.count == 4 else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }

  private static func numeral(_ character: Character) -> Int? {
    if character == "零" { return 0 }
    if character == "两" { return 2 }
    return numerals.firstIndex(of: character)
  }
}
