/// One unit and the words for it.
public struct UnitRow: Sendable {
  /// All its spellings, the first the one Parkline prints.
  public let names: [String]
  public let summary: String
  public let unit: Unit

  fileprivate init(
    _ names: [String], _ dimension: Dimension, _ numerator: Double, per denominator: Double = 1,
    _ summary: String
  ) {
    self.names = names
    self.summary = summary
    unit = Unit(names[0], dimension, numerator, denominator)
  }
}

/// Every unit of the language; a new one is one row.
public enum UnitTable {
  public static let rows: [UnitRow] = [
    UnitRow(["day", "days", "天"], .time, 48, per: 1461, "a day, 1/365.25 of a year"),
    UnitRow(["fen", "分"], .money, 1, per: 100, "a hundredth of a yuan"),
    UnitRow(["h", "hour", "hours", "小时"], .time, 2, per: 1461, "an hour"),
    UnitRow(["ha", "hectare", "hectares", "公顷"], .area, 10_000, "a hectare, 15 mu"),
    UnitRow(["job-years", "job-year", "人年"], Dimension(work: 1), 1, "a job for a year"),
    UnitRow(["jobs", "job", "people", "人", "个", "家"], .number, 1, "a count of people"),
    UnitRow(["km2", "平方公里", "平方千米"], .area, 1_000_000, "a square kilometre"),
    UnitRow(["m2", "平方米", "平米"], .area, 1, "a square metre"),
    UnitRow(["min", "minute", "minutes", "分钟"], .time, 1, per: 43_830, "a minute"),
    UnitRow(["month", "months", "个月", "月"], .time, 1, "a month, 1/12 of a year"),
    UnitRow(["mu", "亩"], .area, 10_000, per: 15, "a mu, 1/15 of a hectare"),
    UnitRow(["t", "吨"], Dimension(mass: 1), 1, "a tonne"),
    UnitRow(
      ["tce", "吨标准煤", "吨标煤"], Dimension(energy: 1), 1, "a tonne of coal equivalent"),
    UnitRow(["tCO2", "吨二氧化碳"], Dimension(mass: 1), 1, "a tonne of carbon dioxide"),
    UnitRow(["y", "year", "years", "年"], .time, 12, "a year, 12 months"),
    UnitRow(["yuan", "CNY", "RMB", "元", "元人民币"], .money, 1, "the yuan"),
  ]

  private static let byName: [String: Unit] = {
    var units: [String: Unit] = [:]
    for row in rows {
      for name in row.names {
        units[name] = Unit(name, row.unit.dimension, row.unit.numerator, row.unit.denominator)
      }
    }
    return units
  }()

  /// Every spelling of every unit.
  public static var names: [String] { rows.flatMap(\.names) }

  /// The row that says what it is with a word that begins so: `t`, a tonne, for `ton`. The one that
  /// says least beside, where there are several; nil where none does, and for a few letters.
  public static func row(describedBy beginning: String) -> UnitRow? {
    guard beginning.count > 2 else { return nil }
    let beginning = beginning.lowercased()
    return rows.filter { row in
      row.summary.split(separator: " ").contains { $0.hasPrefix(beginning) }
    }.min { $0.summary.count < $1.summary.count }
  }

  /// How the language spells what a word means elsewhere: `ha` for `Ha` and `hectars`, `公顷` for `公倾`; nil
  /// for what could be two things, as `m`.
  public static func spelling(meantBy word: String) -> String? {
    if let known = elsewhere[word] ?? elsewhere[word.lowercased()] { return known }
    let small = word.lowercased()
    let found = names.filter { $0.lowercased() == small }
    return word.count > 1 && found.count == 1 ? found[0] : nil
  }

  private static let elsewhere: [String: String] = [
    "hectar": "ha", "hectars": "ha", "公倾": "公顷", "hr": "h", "hrs": "h", "mins": "min",
    "分鐘": "分钟", "m²": "m2", "sqm": "m2", "平方": "平方米", "km²": "km2", "sqkm": "km2", "mu2": "mu",
    "畝": "亩", "mus": "mu", "workers": "people", "persons": "people", "employees": "people",
    "staff": "people", "名": "人", "percent": "%", "pct": "%", "wan": "万", "yi": "亿", "yr": "y",
    "yrs": "y", "个百分点": "%", "公頃": "公顷", "小時": "小时", "噸": "吨",
  ]

  /// The unit of one word without a magnitude, such as `ha`.
  public static func plainUnit(named name: String) -> Unit? { byName[name] }

  /// The unit of one word, such as `ha`, or of a magnitude and a unit, such as `万元`.
  public static func unit(named name: String) -> Unit? {
    if let unit = byName[name] { return unit }
    guard let (magnitude, rest) = Magnitude.prefix(of: name), let unit = byName[rest] else {
      return nil
    }
    return scaled(unit, by: magnitude)
  }

  /// The magnitude and the unit of a word that joins both, such as `万元`, for every such word.
  static let joined: [String: (magnitude: Magnitude, unit: Unit)] = {
    var words: [String: (magnitude: Magnitude, unit: Unit)] = [:]
    for magnitude in Magnitude.rows.reversed() {
      for (name, unit) in byName where byName[magnitude.word + name] == nil {
        words[magnitude.word + name] = (magnitude, unit)
      }
    }
    return words
  }()

  /// What a unit is called in Chinese: `元/亩` for `yuan/mu`, also what only counts; a word that is
  /// none stays.
  public static func chineseName(of unit: String) -> String {
    let words = unit.split(separator: "/", omittingEmptySubsequences: false)
    return words.map { word in
      if let name = counts[String(word)] { return name }
      let row = rows.first { $0.names.contains(String(word)) }
      let name = row?.names.first { $0.unicodeScalars.first?.isASCII == false }
      return name ?? String(word)
    }.joined(separator: "/")
  }

  /// What metrics count, in Chinese.
  private static let counts = ["firm-years": "企业年", "firms": "家", "share": "比例"]

  /// A unit so many times as large: `万元`, `bn yuan`.
  public static func scaled(_ unit: Unit, by magnitude: Magnitude) -> Unit {
    var scale = 1.0
    for _ in 0..<magnitude.exponent { scale *= 10 }
    let apart = unit.text.unicodeScalars.first?.isASCII ?? false
    return Unit(
      magnitude.word + (apart ? " " : "") + unit.text, unit.dimension, unit.numerator * scale,
      unit.denominator)
  }

  /// The base unit of a dimension: `yuan/m2`.
  public static func base(_ dimension: Dimension) -> Unit {
    let parts: [(String, Int8)] = [
      ("yuan", dimension.money), ("m2", dimension.area), ("month", dimension.time),
      ("tce", dimension.energy), ("t", dimension.mass), ("job-years", dimension.work),
    ]
    func words(_ sign: Int8) -> [String] {
      parts.flatMap { Array(repeating: $0.0, count: max(0, Int($0.1) * Int(sign))) }
    }
    let above = words(1).joined(separator: "·")
    let below = words(-1).map { "/" + $0 }.joined()
    return Unit(above.isEmpty && !below.isEmpty ? "1" + below : above + below, dimension, 1)
  }

  /// One in a hundred.
  public static let percent = Unit("%", .number, 1, 100)

  /// A unit that this code names itself: `area("yuan/ha")`. Traps on a misspelling, which the
  /// tests of every attribute table would find.
  public static func known(_ text: String) -> Unit {
    guard let unit = product(text) else { preconditionFailure("no unit \(text)") }
    return unit
  }

  /// The unit of words with `/` between them, such as `yuan/mu/year`; nil where one is none.
  public static func product(_ text: String) -> Unit? {
    var unit = Unit.one
    for (index, name) in text.split(separator: "/").enumerated() where name != "1" {
      guard let factor = byName[String(name)],
        let product = unit.multiplied(by: factor, power: index == 0 ? 1 : -1, text: text)
      else { return nil }
      unit = product
    }
    unit.text = text
    return unit
  }
}

/// A word that multiplies by a power of ten.
public struct Magnitude: Sendable {
  public let word: String
  public let exponent: Int

  /// Where one begins with another, the longer comes first.
  public static let rows: [Magnitude] = [
    Magnitude(word: "billion", exponent: 9),
    Magnitude(word: "bn", exponent: 9),
    Magnitude(word: "k", exponent: 3),
    Magnitude(word: "M", exponent: 6),
    Magnitude(word: "million", exponent: 6),
    Magnitude(word: "tn", exponent: 12),
    Magnitude(word: "万亿", exponent: 12),
    Magnitude(word: "万", exponent: 4),
    Magnitude(word: "亿", exponent: 8),
    Magnitude(word: "百万", exponent: 6),
    Magnitude(word: "千万", exponent: 7),
    Magnitude(word: "千亿", exponent: 11),
    Magnitude(word: "十亿", exponent: 9),
    Magnitude(word: "千", exponent: 3),
  ]

  /// The magnitude that a word is.
  public static func named(_ word: String) -> Magnitude? { byWord[word] }

  private static let byWord = Dictionary(uniqueKeysWithValues: rows.map { ($0.word, $0) })

  /// The magnitude that a word begins with, and what is left of the word.
  public static func prefix(of word: String) -> (Magnitude, rest: String)? {
    guard let row = rows.first(where: { word.hasPrefix($0.word) }) else { return nil }
    return (row, String(word.dropFirst(row.word.count)))
  }
}

extension Unit {
  /// What converts something of a dimension where only how many was said: `亿` of an amount of money is
  /// `亿元`, and `万/亩` of a price of land `万元/亩`. The same unit where that is not so.
  public func fitted(to other: Dimension) -> Unit {
    guard dimension != other, dimension.multiplied(by: .money, power: 1) == other,
      let magnitude = Magnitude.rows.first(where: {
        text == $0.word || text.hasPrefix($0.word + "/")
      })
    else { return self }
    let yuan = magnitude.word.unicodeScalars.first?.isASCII == true ? " yuan" : "元"
    return Unit(
      magnitude.word + yuan + text.dropFirst(magnitude.word.count), other, numerator, denominator)
  }
}
