import Diagnostics
import Quantities

/// Numbers, and dates that could not be numbers.
extension Lexer {
  mutating func takeNumber() {
    let start = position
    if takeDate() { return }
    var wide = takeDigits()
    // Thousands: groups of exactly three digits, outside brackets.
    if depth == 0, digits(4, at: start) == nil {
      while let (comma, length) = narrowScalar(at: position), comma == ",",
        let end = exactlyThreeDigits(at: position + length)
      {
        wide = wide || end - position > 4
        position = end
      }
    }
    if let (point, length) = narrowScalar(at: position), point == ".",
      let (digit, _) = narrowScalar(at: position + length), Lexer.isDigit(digit)
    {
      wide = wide || length > 1
      position += length
      wide = takeDigits() || wide
    }
    if let (letter, length) = narrowScalar(at: position), letter == "e" || letter == "E" {
      var next = position + length
      if let (sign, signLength) = narrowScalar(at: next), sign == "+" || sign == "-" {
        next += signLength
      }
      if let (digit, _) = narrowScalar(at: next), Lexer.isDigit(digit) {
        wide = wide || next - position > 2 || length > 1
        position = next
        wide = takeDigits() || wide
      }
    }
    append(.number, from: start, wide: wide)
  }

  /// Takes a run of digits; whether some were full-width.
  private mutating func takeDigits() -> Bool {
    var wide = false
    while let (digit, length) = narrowScalar(at: position), Lexer.isDigit(digit) {
      wide = wide || length > 1
      position += length
    }
    return wide
  }

  private func exactlyThreeDigits(at offset: Int) -> Int? {
    guard let end = digits(3, at: offset) else { return nil }
    if let (next, _) = narrowScalar(at: end), Lexer.isDigit(next) { return nil }
    return end
  }

  /// The offset behind exactly so many digits.
  private func digits(_ count: Int, at offset: Int) -> Int? {
    var end = offset
    for _ in 0..<count {
      guard let (digit, length) = narrowScalar(at: end), Lexer.isDigit(digit) else { return nil }
      end += length
    }
    return end
  }

  /// Takes `2020-12`, `2020-12-26`, `2020H1`, `2020q3` or `2020年3月` where one stands.
  private mutating func takeDate() -> Bool {
    let start = position
    guard let year = digits(4, at: start), let (mark, length) = narrowScalar(at: year) else {
      return false
    }
    var end: Int
    if let chinese = chineseDate(behind: year) {
      end = chinese
    } else if "HhQq".unicodeScalars.contains(mark) {
      guard let digit = digits(1, at: year + length) else { return false }
      end = digit
    } else if mark == "-" {
      guard let month = digits(2, at: year + length) else { return false }
      end = month
      if let (hyphen, length) = narrowScalar(at: month), hyphen == "-",
        let day = digits(2, at: month + length)
      {
        end = day
      }
    } else {
      return false
    }
    if let (next, _) = narrowScalar(at: end), Lexer.continuesWord(next) { return false }
    position = end
    append(.date, from: start, wide: source.utf8[start..<end].contains { $0 >= 0x80 })
    return true
  }

  /// Where the Chinese rest of a date behind its year ends: `年`, `年3月`, `年3月15日`, `年上半年`,
  /// `上半年`, `年第一季度`, `一季度`; nil where there is none.
  private func chineseDate(behind year: Int) -> Int? {
    var end = year
    var letters = ""
    while let (scalar, length) = narrowScalar(at: end), Lexer.continuesWord(scalar),
      letters.unicodeScalars.count < 8
    {
      letters.unicodeScalars.append(scalar)
      end += length
    }
    return CalendarPeriod.isChineseRest(letters) ? end : nil
  }
}
