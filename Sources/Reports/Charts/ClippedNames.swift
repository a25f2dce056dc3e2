/// Names that are too long for their place, so that different ones still look different.
enum ClippedNames {
  /// Each name clipped at its end; where two different ones would come to the same, in the middle.
  static func apart(
    _ names: [String], atTheEnd: (String) -> String, inTheMiddle: (String) -> String
  ) -> [String] {
    let clipped = names.map(atTheEnd)
    var owners: [String: Set<String>] = [:]
    for (name, short) in zip(names, clipped) { owners[short, default: []].insert(name) }
    return zip(names, clipped).map { name, short in
      owners[short]?.count ?? 0 > 1 ? inTheMiddle(name) : short
    }
  }

  /// The beginning and the end of a name, as much of both as a width has room for.
  static func middle<Width: Comparable & AdditiveArithmetic>(
    of name: String, to width: Width, ellipsis: String, measure: (String) -> Width
  ) -> String {
    guard measure(name) > width, measure(ellipsis) <= width else {
      return measure(name) > width ? "" : name
    }
    let characters = Array(name)
    var (head, tail) = (0, 0)
    func text() -> String {
      String(characters.prefix(head)) + ellipsis + String(characters.suffix(tail))
    }
    // The end first: names that look alike begin alike.
    while head + tail < characters.count {
      tail += 1
      guard measure(text()) <= width else {
        tail -= 1
        break
      }
      head += 1
      guard measure(text()) <= width else {
        head -= 1
        break
      }
    }
    return text()
  }
}
