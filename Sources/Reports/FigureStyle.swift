public import Diagnostics
import Quantities

/// How figures are printed for a person: the magnitudes of money, the decimals, and the language of
/// units and headings. Files never ask: theirs are exact.
public struct FigureStyle: Sendable, Equatable {
  public enum Magnitudes: Sendable {
    /// Thousands, millions, billions: k, M, bn, tn.
    case thousands
    /// 万, 亿, 万亿.
    case tenThousands
  }

  public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case chinese = "zh"
  }

  public var magnitudes: Magnitudes
  /// Decimals of what is no whole count, 0 to 6; nil for as many as suit the size.
  public var decimals: Int?
  /// The language of headings and units.
  public var language: Language
  /// The sentences of another language; nil for English.
  public var wording: Wording?

  /// What stands in brackets behind a figure: full-width ones within sentences in Chinese.
  public func bracketed(_ text: String) -> String {
    wording == nil ? " (\(text))" : "（\(text)）"
  }

  public init(
    magnitudes: Magnitudes = .thousands, decimals: Int? = nil, language: Language = .english
  ) {
    self.magnitudes = magnitudes
    self.decimals = decimals
    self.language = language
  }

  /// The powers that money is printed in, largest first, in words that can be typed.
  var steps: [(power: Double, word: String)] {
    switch (magnitudes, language) {
    case (.thousands, .english): [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")]
    case (.thousands, .chinese): [(1e12, "万亿"), (1e9, "十亿"), (1e6, "百万"), (1e3, "千")]
    case (.tenThousands, _): [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")]
    }
  }

  /// A number of about four digits: `1,234`, `0.05`.
  public func number(_ value: Double, digits: Int = 4) -> String {
    guard let decimals else { return NumberFormat.significant(value, digits: digits) }
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    return NumberFormat.grouped(value, decimals: isWhole ? 0 : decimals)
  }

  /// A share as percent: `12.3 %`.
  public func percent(_ share: Double, digits: Int = 4) -> String {
    number(share * 100, digits: digits) + " %"
  }

  /// An amount in yuan with a magnitude: `484.5M yuan`, `4.845亿元`.
  public func money(_ value: Double, _ unit: String = "yuan") -> String {
    guard let step = step(for: value) else { return amount(value, unit) }
    return money(value, in: step, unit)
  }

  /// The power that an amount is printed in; nil for one below ten thousand.
  func step(for value: Double) -> (power: Double, word: String)? {
    guard value.magnitude >= 10_000 else { return nil }
    return steps.first { value.magnitude >= $0.power }
  }

  /// An amount in the magnitude of a larger one; in its own where little of it would be left.
  func money(_ value: Double, besides largest: Double, _ unit: String) -> String {
    guard value != 0, let step = step(for: largest), value.magnitude >= step.power * 1e-4 else {
      return money(value, unit)
    }
    return money(value, in: step, unit)
  }

  private func money(
    _ value: Double, in step: (power: Double, word: String), _ unit: String
  ) -> String {
    let scaled = value / step.power
    // 1,234.6万元: a magnitude that reaches to 9,999 keeps a decimal there.
    let digits = scaled.magnitude >= 1000 ? 5 : 4
    let number =
      decimals.map { NumberFormat.grouped(scaled, decimals: $0) }
      ?? NumberFormat.significant(scaled, digits: digits)
    return number + step.word + behind(unit)
  }

  /// A number with a unit of its own.
  public func text(_ figure: Table.Measured) -> String {
    let sign = figure.isSigned && figure.value > 0 ? "+" : ""
    if figure.unit == "share" { return sign + percent(figure.value, digits: figure.digits ?? 4) }
    if figure.unit.hasPrefix("yuan") { return sign + money(figure.value, figure.unit) }
    // A number of a few digits is printed whole, a long one to four.
    let count = NumberFormat.shortest(figure.value).count { $0.isNumber }
    let digits = figure.digits ?? (count <= 7 ? 7 : 4)
    let number = number(figure.value, digits: digits)
    if figure.unit == "%" { return sign + number + "%" }
    return sign + text(number, figure.unit)
  }

  /// An amount without a magnitude.
  private func amount(_ value: Double, _ unit: String) -> String {
    let number =
      decimals.map { NumberFormat.grouped(value, decimals: $0) }
      ?? NumberFormat.significant(value)
    return number + behind(unit)
  }

  /// A number that is printed already, with its unit: `350 jobs`, `350人`.
  public func text(_ number: String, _ unit: String) -> String {
    unit.isEmpty ? number : number + behind(unit)
  }

  /// A unit as it stands behind a number: apart, but in Chinese.
  private func behind(_ unit: String) -> String {
    let name = name(ofUnit: unit)
    let isApart = !isChinese(unit) || name.unicodeScalars.first?.isASCII ?? true
    return isApart ? " " + name : name
  }

  /// What a unit is called: `元/亩` for `yuan/mu`.
  public func name(ofUnit unit: String) -> String {
    isChinese(unit) ? UnitTable.chineseName(of: unit) : unit
  }

  /// Whether a unit goes by its Chinese name: money in 万 and 亿 is in 元 whatever the headings are.
  private func isChinese(_ unit: String) -> Bool {
    language == .chinese || magnitudes == .tenThousands && unit.hasPrefix("yuan")
  }
}
