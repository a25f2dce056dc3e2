/// What a piece of work may take.
public struct WorkLimits: Sendable, Equatable {
  /// Seconds; nil for any.
  public var seconds: Double?
  /// Resident memory of the program, bytes; nil for any.
  public var bytes: Int?

  public init(seconds: Double? = nil, bytes: Int? = nil) {
    self.seconds = seconds
    self.bytes = bytes
  }

  /// Seconds of a time as a command line says it: `5s`, `200ms`, `2min`, `1h`, or a bare number of
  /// seconds. Nil for anything else, and for less than a millisecond or more than a year.
  public static func seconds(of text: String) -> Double? {
    let units = ["": 1, "ms": 0.001, "s": 1, "min": 60, "h": 3600]
    guard let value = amount(text, units), value >= 0.001, value <= 366 * 86400 else { return nil }
    return value
  }

  /// Bytes of a size as a command line says it: `500MB`, `2GB`, `1GiB`. Nil for anything else, and
  /// for less than a megabyte or more than a million gigabytes.
  public static func bytes(of text: String) -> Int? {
    let units: [String: Double] = [
      "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "KiB": 0x1p10, "MiB": 0x1p20, "GiB": 0x1p30,
      "TiB": 0x1p40,
    ]
    guard let value = amount(text, units), value >= 1e6, value <= 1e15 else { return nil }
    return Int(value)
  }

  /// A plain number with one of the units behind it, in the base unit.
  private static func amount(_ text: String, _ units: [String: Double]) -> Double? {
    let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard digits.first != ".", digits.last != ".", let value = Double(digits),
      let factor = units[String(unit)]
    else { return nil }
    return value * factor
  }
}
