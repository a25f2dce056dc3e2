import Diagnostics

/// The language's words in Chinese. Each stands for one English word where it is typed, and everything behind
/// the lexer sees that one: `表 税收 年份=2025..2030` is `table tax years=2025..2030`.
///
/// What a word stands for may hang on its place, as 地方税收 does: an attribute before a `=`, else a metric.
public enum TypedChinese {
  /// Where a word stands.
  public enum Place: Sendable {
    /// It begins a statement.
    case beginning
    /// Before a `=` or behind a dot, in a statement that begins with some word.
    case attribute(of: String)
    /// Right behind a `=`.
    case choice
    case other
  }

  /// The English of a Chinese word, with a dot where it is a figure's part; nil of any other word.
  static func english(_ word: String, at place: Place) -> String? {
    switch place {
    case .beginning: beginnings[word] ?? general[word]
    case .attribute(let kind):
      attributesByKind[kind]?[word] ?? attributes[word] ?? general[word]
    case .choice: choices[word] ?? general[word]
    case .other: general[word]
    }
  }

  /// Whether a word is Chinese for one that begins a statement.
  public static func beginsStatement(_ word: String) -> Bool { beginning(word) != nil }

  /// What a Chinese word stands for where it begins a statement; nil of any other word.
  public static func beginning(_ word: String) -> String? { beginnings[word] }

  /// What an English word is called in Chinese, the usual name first; empty where it has none.
  public static func names(of english: String) -> [String] { byEnglish[english] ?? [] }

  /// What a word may be a slip of: some words, of a Chinese word what those of the language are called in
  /// Chinese at its place, and the user's own that are Chinese.
  public static func candidates(
    _ words: [String], for word: String, at place: Place
  ) -> [String] {
    func isChinese(_ word: String) -> Bool { word.unicodeScalars.contains(where: \.isIdeograph) }
    guard isChinese(word) else { return words }
    return words.flatMap { word in
      if isChinese(word) { return [word] }
      let names = readable(word, at: place)
      // 税种 is a kind, and 税收 the metric of the same English word: that is meant in an expression.
      guard case .other = place, names.contains(where: figures.contains) else { return names }
      return names.filter(figures.contains)
    }
  }

  /// The name of an input, `toymaker.jobs`, as it is typed in Chinese: 玩具厂.就业.
  public static func input(_ name: String) -> String {
    guard let dot = name.firstIndex(of: ".") else { return name }
    let place = Place.attribute(of: "")
    let rest = name[name.index(after: dot)...]
    let attribute = String(rest.prefix { $0 != "#" && $0 != "." })
    guard let chinese = readable(attribute, at: place).first else { return name }
    return name[...dot] + chinese + rest.dropFirst(attribute.count)
  }

  /// What an English word is called in Chinese at a place where each of these stands for it, the usual name
  /// first: 税收 is no name of `tax` before a `=`.
  static func readable(_ word: String, at place: Place) -> [String] {
    names(of: word, at: place).filter { english($0, at: place) == word }
  }

  /// What an English word is called in Chinese, with those first that are meant at a place.
  static func names(of english: String, at place: Place) -> [String] {
    let rows: [(english: String, chinese: [String])]
    switch place {
    case .beginning: rows = kindRows + commandRows
    case .attribute(let kind):
      let own = attributesByKind[kind]?.filter { $0.value == english }.keys.sorted() ?? []
      rows = [(english, own)] + attributeRows
    case .choice: rows = choiceRows
    case .other: rows = []
    }
    let meant = rows.filter { $0.english == english }.flatMap(\.chinese)
    return meant + names(of: english).filter { !meant.contains($0) }
  }

  /// All words of a sort, by name: for tests and lists.
  public static var words: [(area: String, rows: [(english: String, chinese: [String])])] {
    [
      ("kinds", kindRows), ("commands", commandRows), ("attributes", attributeRows),
      ("figures", figureRows), ("choices", choiceRows),
    ]
  }

  // MARK: By word

  private static let beginnings = byChinese(kindRows + commandRows)
  private static let attributes = byChinese(attributeRows)

  private static let choices = byChinese(choiceRows)

  /// What is a word of the language wherever it stands, and so the name of nothing, as in English: figures,
  /// kinds and commands. What attributes and choices are called may be the user's own elsewhere, as 税率.
  private static let general = byChinese(figureRows + firsts(kindRows) + firsts(commandRows))

  private static let figures = Set(figureRows.flatMap(\.chinese))

  /// Whether the word behind this one is a name.
  static func isBeforeName(_ beginning: String) -> Bool { namers.contains(beginning) }

  private static let namers = Set(kindRows.map(\.english) + ["set"])
    .subtracting(["correlate", "ensemble", "model", "observe", "scenario"])

  /// The usual names alone.
  private static func firsts(
    _ rows: [(english: String, chinese: [String])]
  ) -> [(english: String, chinese: [String])] {
    rows.map { ($0.english, Array($0.chinese.prefix(1))) }
  }

  /// The place of an English word among `english`, 1 for the first; 0 of none.
  static func place(of english: String) -> UInt16 { places[english] ?? 0 }

  /// Every English word, without dots, and the dot.
  static let english: [String] = {
    var seen: Set<String> = []
    let words =
      (kindRows + commandRows + attributeRows + figureRows + choiceRows).map(\.english)
      + attributesByKind.values.flatMap(\.values)
    return ["."]
      + words.flatMap { $0.split(separator: ".").map(String.init) }
      .filter { seen.insert($0).inserted }
  }()

  private static let places = Dictionary(
    uniqueKeysWithValues: english.enumerated().map { ($1, UInt16($0 + 1)) })

  private static let byEnglish: [String: [String]] = {
    var names: [String: [String]] = [:]
    for (english, chinese) in figureRows + choiceRows + kindRows + attributeRows + commandRows {
      for name in chinese where names[english]?.contains(name) != true {
        names[english, default: []].append(name)
      }
    }
    return names
  }()

  private static func byChinese(
    _ rows: [(english: String, chinese: [String])]
  ) -> [String: String] {
    var found: [String: String] = [:]
    for (english, chinese) in rows {
      for word in chinese where found[word] == nil { found[word] = english }
    }
    return found
  }
}
