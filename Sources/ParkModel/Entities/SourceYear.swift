import Language

extension Citation {
  /// The year that the source is of: the last one that its words name, not after the day on which it was
  /// looked up; where they name none, that of this day. Nil where nothing says one.
  ///
  /// A year is four digits by themselves, from 1900 to 2099: `China Daily, 2021-07-16` is of 2021. What
  /// has a unit behind it (`2000 mu`) counts as one too; no source in use is so.
  public var year: Int? {
    let looked = details.first { $0.name == "checked" }
      .flatMap { Citation.years(in: $0.expression.canonical).first }
    return Citation.years(in: source).filter { $0 <= looked ?? .max }.max() ?? looked
  }

  /// Every year that a text names, in its order.
  static func years(in text: String) -> [Int] {
    var found: [Int] = []
    var digits: [UInt8] = []
    /// What stands before the digits: a point or a comma makes them the end of a longer number.
    var before: UInt8 = 0x20
    func isInNumber(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
    let bytes = Array(text.utf8)
    for (index, byte) in (bytes + [0x20]).enumerated() {
      if (0x30...0x39).contains(byte) {
        if digits.isEmpty { before = index > 0 ? bytes[index - 1] : 0x20 }
        digits.append(byte)
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      let isPart =
        isInNumber(before) || isInNumber(byte) && (0x30...0x39).contains(next)
      if digits.count == 4, !isPart {
        let year = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        if (1900...2099).contains(year) { found.append(year) }
      }
      digits = []
    }
    return found
  }
}
