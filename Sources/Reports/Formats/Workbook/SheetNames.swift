/// Names of sheets that spreadsheets take.
enum SheetNames {
  /// What a name may have, in the units of UTF-16 that Excel counts.
  private static let longest = 31

  /// Each as it is where it can be, and no two the same, however they are capitalized.
  static func legal(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let own = legal(name)
      var result = own
      var count = 1
      while !taken.insert(result.lowercased()).inserted {
        count += 1
        let tail = " (\(count))"
        result = cut(own, to: longest - tail.utf16.count) + tail
      }
      return result
    }
  }

  private static func legal(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isForbidden =
        "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
        || scalar.properties.isNoncharacterCodePoint
      scalars.append(isForbidden ? "_" : scalar)
    }
    // An apostrophe ends a name where formulas say it.
    var result = trimmed(String(scalars))
    result = trimmed(cut(result, to: longest))
    // Excel keeps this name for itself.
    if result.lowercased() == "history" { result += "_" }
    return result.isEmpty ? "Sheet" : result
  }

  private static func trimmed(_ name: String) -> String {
    var name = name[...]
    func isEdge(_ character: Character) -> Bool { character == "'" || character.isWhitespace }
    while let first = name.first, isEdge(first) { name.removeFirst() }
    while let last = name.last, isEdge(last) { name.removeLast() }
    return String(name)
  }

  /// As many whole characters as there is room for.
  private static func cut(_ name: String, to longest: Int) -> String {
    guard name.utf16.count > longest else { return name }
    var result = ""
    for character in name {
      guard result.utf16.count + character.utf16.count <= longest else { break }
      result.append(character)
    }
    return result
  }
}
