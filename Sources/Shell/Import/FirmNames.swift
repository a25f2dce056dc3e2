import ParkModel

/// Names for firms that have only titles: letters and digits of the title, with hyphens between.
struct FirmNames {
  private let scenario: Scenario
  private var given: Set<String> = []
  /// The last number behind a name that was made for several.
  private var counts: [String: Int] = [:]

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Whether a name is free.
  func isFree(_ name: String) -> Bool {
    !given.contains(name) && scenario.entity(named: name) == nil && !Names.isReserved(name)
      && !scenario.levels.names.contains(name)
  }

  /// Takes a name.
  mutating func take(_ name: String) { given.insert(name) }

  /// A name for a title, the same for the same file: `宏远玩具`, `宏远玩具-2` for a second.
  mutating func name(for title: String) -> String {
    var base = FirmNames.plain(title)
    if Names.isReserved(base) || scenario.levels.names.contains(base) { base = "firm-\(base)" }
    if isFree(base) {
      take(base)
      return base
    }
    var count = counts[base] ?? 1
    repeat { count += 1 } while !isFree("\(base)-\(count)")
    counts[base] = count
    take("\(base)-\(count)")
    return "\(base)-\(count)"
  }

  /// Letters and digits in small letters, everything between them a hyphen; begins with a letter.
  static func plain(_ title: String) -> String {
    var name = String.UnicodeScalarView()
    var hasGap = false
    for scalar in ImportHeadings.halfWidth(title).lowercased().unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      let isLetter = scalar.properties.isAlphabetic && scalar != "_"
      guard isDigit || isLetter else {
        hasGap = true
        continue
      }
      if hasGap, !name.isEmpty { name.append("-") }
      hasGap = false
      name.append(scalar)
      if name.count >= 40 { break }
    }
    let text = String(name)
    guard let first = name.first else { return "unnamed" }
    return (0x30...0x39).contains(first.value) || !first.properties.isAlphabetic
      ? "firm-\(text)" : text
  }

  /// Whether a text can be a name as it stands.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, first != "_",
      text.unicodeScalars.last != "-", text.utf8.count <= 200, !text.contains("--")
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || (0x30...0x39).contains(scalar.value)
        || scalar.properties.isAlphabetic && scalar != "_"
    }
  }
}
