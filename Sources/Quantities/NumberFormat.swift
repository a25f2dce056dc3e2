/// Numbers as text. The one place where a number becomes digits.
public enum NumberFormat {
  /// The shortest text that reads back to the same binary64, without grouping: `0.1`, `1234`.
  public static func shortest(_ value: Double) -> String {
    let text = value.description
    if text.hasSuffix(".0") { return value == 0 ? "0" : String(text.dropLast(2)) }
    return text
  }

  /// A number without its fraction, at the nearer end of what fits.
  public static func whole(_ value: Double) -> Int {
    value.isNaN ? 0 : Int(min(max(value, -9e18), 9e18))
  }

  /// Fen as yuan with two decimals, without grouping: `-123.45`.
  public static func yuan(fen: Int64) -> String {
    let sign = fen < 0 ? "-" : ""
    let size = fen.magnitude
    let cents = size % 100
    return "\(sign)\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// Ten to the power of so many decimals, at most six.
  public static func scale(decimals: Int) -> Double {
    [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000][min(max(decimals, 0), 6)]
  }

  /// A number in whole units of its last decimal, half-even, at the nearer end of what fits.
  public static func rounded(_ value: Double, decimals: Int) -> Int64 {
    Int64(whole((value * scale(decimals: decimals)).rounded(.toNearestOrEven)))
  }

  /// A number with so many decimals and commas between thousands: `1,234.50`.
  public static func grouped(_ value: Double, decimals: Int) -> String {
    let scale = scale(decimals: decimals)
    let scaled = (value * scale).rounded(.toNearestOrEven)
    guard scaled.isFinite, scaled.magnitude < 9e15 else { return shortest(value) }
    let whole = Int64(scaled)
    let size = whole.magnitude
    let unit = UInt64(scale)
    var text = commas(size / unit)
    if decimals > 0 {
      let fraction = String(size % unit)
      let zeros = String(repeating: "0", count: min(decimals, 6) - fraction.count)
      text += "." + zeros + fraction
    }
    return (whole < 0 ? "-" : "") + text
  }

  /// Fen as yuan with commas and two decimals: `1,234.50`, exact.
  public static func groupedYuan(fen: Int64) -> String {
    let cents = fen.magnitude % 100
    return (fen < 0 ? "-" : "") + commas(fen.magnitude / 100) + ".\(cents < 10 ? "0" : "")\(cents)"
  }

  /// A number with about `digits` significant ones, at most six decimals, no needless zeros.
  public static func significant(_ value: Double, digits: Int = 4) -> String {
    guard value != 0 else { return "0" }
    var decimals = digits - 1
    var size = value.magnitude
    while size >= 10, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    while size < 1, decimals < 6 {
      size *= 10
      decimals += 1
    }
    let text = grouped(value, decimals: decimals)
    if text.allSatisfy({ "-0.,".contains($0) }) { return shortest(value) }
    guard text.contains("."), !text.contains("e") else { return text }
    var end = text.endIndex
    while text[text.index(before: end)] == "0" { end = text.index(before: end) }
    if text[text.index(before: end)] == "." { end = text.index(before: end) }
    return String(text[..<end])
  }

  private static func commas(_ number: UInt64) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
