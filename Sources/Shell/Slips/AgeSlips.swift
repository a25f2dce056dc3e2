import Language

/// Mends schedules by age as they are said: `{year 1: 100%, year 3: 50%}`, `{第1年: 100%}`, `{1: 100%}`
/// and `[100%, 80%]` count years from the first, and ages begin at nought.
enum AgeSlips {
  /// A schedule by age, or nil where a text is none of these.
  static func mended(_ text: String) -> String? {
    guard let first = text.first, let last = text.last, text.count > 2 else { return nil }
    let entries = split(text.dropFirst().dropLast())
    switch (first, last) {
    case ("[", "]"):
      guard entries.allSatisfy({ $0.first?.isNumber == true }) else { return nil }
      return schedule(entries.enumerated().map { ($0.offset, $0.element) })
    case ("{", "}"):
      var years: [(Int, String)] = []
      for entry in entries {
        guard let colon = entry.firstIndex(of: ":"),
          let year = year(trimmed(String(entry[..<colon])))
        else { return nil }
        years.append((year, trimmed(String(entry[entry.index(after: colon)...]))))
      }
      let isFromNought = years.first?.0 == 0
      return schedule(years.map { (isFromNought ? $0.0 : $0.0 - 1, $0.1) })
    default: return nil
    }
  }

  private static func schedule(_ entries: [(age: Int, value: String)]) -> String? {
    guard !entries.isEmpty, zip(entries, entries.dropFirst()).allSatisfy({ $0.age < $1.age })
    else { return nil }
    return "{" + entries.map { "\($0.age)y: \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// The year that a key counts, from the first on: `year 1`, `year1`, `y1`, `第1年`, `第一年`, `1`.
  private static func year(_ key: String) -> Int? {
    var digits = Substring(key.lowercased())
    if digits.hasPrefix("第"), digits.hasSuffix("年") {
      digits = digits.dropFirst().dropLast()
      if let count = ChineseNumber.value(String(digits)) { return count <= 100 ? count : nil }
    } else {
      for word in ["year", "age", "yr", "y"] where digits.hasPrefix(word) {
        digits = digits.dropFirst(word.count)
        break
      }
    }
    guard let number = Int(trimmed(String(digits))), (0...100).contains(number) else { return nil }
    return number
  }

  /// Pieces between the commas that stand in no brackets.
  private static func split(_ text: Substring) -> [String] {
    var pieces = [""]
    var depth = 0
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces.map(trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
