import Quantities

/// Whole numbers in Chinese numerals.
public enum ChineseNumber {
  private static let numerals = Array("〇一二三四五六七八九")
  private static let scales: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
  /// What groups of four digits are counted in, the largest first.
  private static let groups: [(word: Character, size: Int)] = [("亿", 100_000_000), ("万", 10_000)]

  /// `三百五十` is 350, `一万二千` 12,000; nil for what is no number below 万亿.
  public static func value(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    var total = 0
    var rest = Substring(text)
    var last: Int?
    for (word, size) in groups {
      guard let place = rest.firstIndex(of: word) else { continue }
      guard let count = belowTenThousand(rest[..<place]), count > 0 else { return nil }
      total += count * size
      last = size
      rest = rest[rest.index(after: place)...]
    }
    if rest.isEmpty { return last.map { _ in total } }
    // 一亿二千 is said for 一亿二千万 and for 一亿零二千.
    if last == groups[0].size, rest.count > 1, rest.first.flatMap(numeral) != 0 { return nil }
    return belowTenThousand(rest, behind: last).map { total + $0 }
  }

  /// One numeral alone behind a scale, or behind the group before, is of the next smaller scale: 三百五 is 350,
  /// 一万二 12,000; behind 零 it is as it stands.
  private static func belowTenThousand(_ text: Substring, behind group: Int? = nil) -> Int? {
    guard !text.isEmpty else { return nil }
    var total = 0
    var digit: Int?
    var scale = group
    var lastScale = Int.max
    for character in text {
      if let value = numeral(character) {
        guard digit == nil || digit == 0 else { return nil }
        if value == 0 { scale = scale.map { min($0, 10) } }
        digit = value
        continue
      }
      guard let next = scales[character] else { return nil }
      guard digit.map({ $0 > 0 }) ?? (next == 10 && total == 0), next < lastScale else {
        return nil
      }
      lastScale = next
      total += (digit ?? 1) * next
      scale = next
      digit = nil
    }
    return total + (digit ?? 0) * (scale ?? 10) / 10
  }

  /// A whole number in Chinese numerals as it is typed, in 万 and 亿 where it is so many: `一万` is `1万`,
  /// `三百五十` is `350`; nil of anything else.
  public static func typed(_ text: String) -> String? {
    guard let value = value(text) else { return nil }
    for (word, size) in groups where value >= size && value % size == 0 {
      return "\(value / size)\(word)"
    }
    return String(value)
  }

  /// The same with a unit behind it: `三十亩` is `30亩`, `三亿元` `3亿元`; nil of anything else.
  public static func amount(_ text: String) -> String? {
    let number = text.prefix { character in
      numeral(character) != nil || scales[character] != nil
        || groups.contains { $0.word == character }
    }
    let unit = String(text.dropFirst(number.count))
    guard unit.first?.isNumber != true, unit.isEmpty || UnitTable.product(unit) != nil else {
      return nil
    }
    return typed(String(number)).map { $0 + unit }
  }

  /// `百分之八` is `8%`.
  public static func percent(_ text: String) -> String? {
    guard text.hasPrefix("百分之") else { return nil }
    let rest = String(text.dropFirst(3))
    let isDecimal = rest.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
    if isDecimal, Double(rest) != nil { return rest + "%" }
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
