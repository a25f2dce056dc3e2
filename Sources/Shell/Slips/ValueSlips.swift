import Language
import ParkModel
import Quantities

/// Mends what is written in the place of a value: `8 percent`, `2026/06`, `300~400`, `公倾`.
enum ValueSlips {
  /// A value as it was meant for an attribute, or nil where nothing about it is a known slip. Whether
  /// it fits there is for the caller to try.
  static func mended(_ value: String, for form: AttributeRow.Form) -> String? {
    var text = Substring(value)
    while let last = text.last, ",;.、".contains(last) { text.removeLast() }
    switch form {
    case .from, .until:
      let plain = unquoted(String(text))
      let mended = DateSlips.mended(plain) ?? plain
      return mended == value ? nil : mended
    case .entity, .choice:
      if text.hasPrefix("["), text.hasSuffix("]"), !text.contains(",") {
        text = text.dropFirst().dropLast()
      }
      return unquoted(String(text)).different(from: value)
    case .entities, .taxBase: return unquoted(String(text)).different(from: value)
    case .number, .taxRate, .expression: return number(String(text)).different(from: value)
    case .statistics, .text: return String(text).different(from: value)
    }
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    let inner = text.dropFirst().dropLast()
    return inner.contains("\"") ? text : String(inner)
  }

  static func number(_ value: String) -> String {
    var text = unquoted(value).trimmed()
    if let ages = AgeSlips.mended(text) { return ages }
    if text.hasPrefix("+") { text.removeFirst() }
    for sign in ["¥", "￥", "RMB", "CNY", "人民币"] where text.hasPrefix(sign) {
      let rest = String(text.dropFirst(sign.count)).trimmed()
      if rest.first?.isNumber == true { text = yuan(behind: rest) }
    }
    text = SpokenNumbers.mended(text) ?? text
    // A small m, as in print, is a metre's.
    text = text.replacing(/([0-9]) ?m (?:yuan|RMB|CNY)/) { "\($0.1)M yuan" }
    text = interval(text) ?? together(text) ?? text
    if let share = ChineseNumber.percent(text) { text = share }
    if let amount = ChineseNumber.amount(text) { text = amount }
    for (word, sign) in [(" per cent", "%"), (" per ", "/"), ("每", "/")] {
      text = text.replacing(word, with: sign)
    }
    if let first = text.first, first.isNumber, text.contains(" / ") {
      text = text.replacing(" / ", with: "/")
    }
    if text.contains("人民币"), !text.contains("元人民币") {
      text = text.replacing("人民币", with: "元")
    }
    return withUnits(text)
  }

  /// `5亿` of `¥5亿` is money: the unit goes behind the magnitude.
  private static func yuan(behind text: String) -> String {
    let end = text.firstIndex(of: "/") ?? text.endIndex
    let amount = text[..<end]
    return amount.hasSuffix("元")
      ? text
      : amount + (amount.last?.isASCII == true ? " yuan" : "元")
        + text[end...]
  }

  /// `300~400`, `300 - 400`, `300到400` and `5%..8%` are intervals.
  private static func interval(_ text: String) -> String? {
    for sign in ["~", "～", "到", "至", "..", " - ", "-"] {
      let ends = text.split(separator: sign, omittingEmptySubsequences: false).map {
        String($0).trimmed()
      }
      guard ends.count == 2, ends.allSatisfy({ $0.first?.isNumber == true }),
        !ends.contains(where: { $0.contains("/") })
      else { continue }
      // From 0 on it is a difference that falls below nothing.
      if sign.contains("-"), !ends[0].contains(where: { ("1"..."9").contains($0) }) { continue }
      return ends[0] + " to " + ends[1]
    }
    return nil
  }

  /// `1h15min`, `1小时15分` and `1:15` are one time, and `1y6m` and `1年6个月` one span of months.
  private static func together(_ text: String) -> String? {
    if let match = text.wholeMatch(
      of:
        /([0-9]{1,3}) ?(?:h|hr|hrs|hours?|小时|时|:) ?(?:and )?([0-9]{1,2}) ?(?:min|mins|minutes?|m|分钟|分)?/
    ),
      let hours = Int(match.1), let minutes = Int(match.2), minutes < 60
    {
      return "\(hours * 60 + minutes)min"
    }
    if let match = text.wholeMatch(
      of: /([0-9]{1,3}) ?(?:y|yr|yrs|years?|年) ?(?:and )?([0-9]{1,2}) ?(?:m|mo|months?|个月|月)/),
      let years = Int(match.1), let months = Int(match.2), months < 12
    {
      return "\(years * 12 + months) months"
    }
    return nil
  }

  /// Words behind digits that are spelled as no unit is.
  private static func withUnits(_ text: String) -> String {
    var result = ""
    var word = ""
    var isBehindNumber = false
    func close() {
      guard !word.isEmpty else { return }
      var unit = word
      if isBehindNumber || result.hasSuffix("/"), UnitTable.unit(named: word) == nil {
        unit =
          SpokenNumbers.magnitudes[word.lowercased()] ?? UnitTable.spelling(meantBy: word) ?? word
      }
      if ["%", "k", "tn"].contains(unit) { while result.last == " " { result.removeLast() } }
      result += unit
      word = ""
    }
    for character in text {
      if character.isLetter || character == "²" || !word.isEmpty && character.isNumber {
        word.append(character)
      } else {
        close()
        if character != " " { isBehindNumber = character.isNumber }
        result.append(character)
      }
    }
    close()
    return result.replacing("万/", with: "万元/")
      .replacing("亿/", with: "亿元/")
  }
}

extension String {
  /// Without white space around it.
  fileprivate func trimmed() -> String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  fileprivate func different(from other: String) -> String? { self == other ? nil : self }
}
