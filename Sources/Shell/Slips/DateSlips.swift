import Language

/// Dates as other programs and letters write them: `2026/06`, `2026-1`, `Jun 2026`, `Q1 2022`.
enum DateSlips {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The date as the language writes it; nil where it is none, or could be two.
  static func mended(_ text: String) -> String? {
    if text.hasSuffix("年"), let year = ChineseNumber.digits(String(text.dropLast())) {
      return String(year)
    }
    for (word, month) in [("年年底", 12), ("年底", 12), ("年末", 12), ("年年初", 1), ("年初", 1)]
    where text.hasSuffix(word) {
      let year = String(text.dropLast(word.count))
      return isYear(year) ? self.month(year, month) : nil
    }
    let parts = text.split { " -/.".contains($0) }.map(String.init)
    switch parts.count {
    case 1: return halfBeforeYear(text)
    case 2: return pair(parts[0], parts[1], isDecimal: text.contains("."))
    case 3:
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      if isYear(parts[0]) { return day(numbers[0], numbers[1], numbers[2]) }
      // The day and the month of `05/06/2022` could be either.
      guard isYear(parts[2]), numbers[0] > 12 else { return nil }
      return day(numbers[2], numbers[1], numbers[0])
    default: return nil
    }
  }

  private static func pair(_ first: String, _ second: String, isDecimal: Bool) -> String? {
    guard isYear(first) != isYear(second) else { return nil }
    let (year, other) = isYear(first) ? (first, second) : (second, first)
    let word = other.lowercased()
    if word.count == 2, "qh".contains(word.prefix(1)), let number = Int(word.suffix(1)),
      (1...(word.hasPrefix("q") ? 4 : 2)).contains(number)
    {
      return year + word.uppercased()
    }
    if let month = months.firstIndex(where: { word.count >= 3 && $0.hasPrefix(word) }) {
      return self.month(year, month + 1)
    }
    // `2026.1` could be the tenth month.
    guard let number = Int(other), !isDecimal || other.count == 2 else { return nil }
    return month(year, number)
  }

  /// `1H2022`
  private static func halfBeforeYear(_ text: String) -> String? {
    let letters = text.uppercased()
    let year = String(letters.suffix(4))
    guard letters.count == 6, isYear(year) else { return nil }
    let head = letters.prefix(2)
    return ["1H": "H1", "2H": "H2", "H1": "H1", "H2": "H2"][head].map { year + $0 }
      ?? (head.contains("Q") ? pair("Q" + head.filter { $0 != "Q" }, year, isDecimal: false) : nil)
  }

  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && (Int(text).map { (1800...2300).contains($0) } ?? false)
  }

  private static func month(_ year: String, _ month: Int) -> String? {
    (1...12).contains(month) ? year + (month < 10 ? "-0" : "-") + String(month) : nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...31).contains(day), let start = self.month(String(year), month) else { return nil }
    return start + (day < 10 ? "-0" : "-") + String(day)
  }
}
