/// Control characters and what cannot be seen as `\u{…}`, so that a name in a file cannot drive the
/// terminal, and no two names look alike that are not.
///
/// Not seen are the characters of Unicode's category Cf, such as U+200B, marks of direction and U+FEFF.
/// Some stay: signs of numbers that are drawn, joiners in an emoji and behind a letter of a script that
/// is written with them, and the tags that make the flag of a region.
public func escapingControls(_ text: String) -> String { escaping(text) { _ in false } }

/// The same for a text of several lines, which stay lines.
public func escapingControlsInLines(_ text: String) -> String { escaping(text) { $0 == "\n" } }

/// The same, but for the colours of charts (`ESC [ … m`), which do nothing but colour.
public func escapingControlsButColours(_ text: String) -> String {
  guard text.utf8.contains(0x1B) else { return escapingControlsInLines(text) }
  var shown = ""
  var rest = text[...]
  while let start = rest.firstRange(of: "\u{1B}[") {
    let code = rest[start.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == ";") }
    let end = code.endIndex
    guard end < rest.endIndex, rest[end] == "m", code.utf8.count <= 16 else {
      shown += escapingControlsInLines(String(rest[..<start.upperBound]))
      rest = rest[start.upperBound...]
      continue
    }
    shown += escapingControlsInLines(String(rest[..<start.lowerBound]))
    shown += rest[start.lowerBound...end]
    rest = rest[rest.index(after: end)...]
  }
  return shown + escapingControlsInLines(String(rest))
}

/// The same for a text that nobody reads on a terminal: its tabs stay, too.
public func escapingControlsButTabs(_ text: String) -> String {
  escaping(text) { $0 == "\n" || $0 == "\t" }
}

private func escaping(_ text: String, but isKept: (Unicode.Scalar) -> Bool) -> String {
  let scalars = text.unicodeScalars
  guard scalars.contains(where: { isControl($0) && !isKept($0) }) else { return text }
  var shown = ""
  var before: Unicode.Scalar?
  for index in scalars.indices {
    let scalar = scalars[index]
    defer { before = scalar }
    if isControl(scalar), !isKept(scalar),
      !isJoining(scalar, at: index, behind: before, in: scalars)
    {
      shown += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether a scalar drives a terminal, or is not seen on one.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
  // Most of what is written has none of them.
  case 0x20..<0x7F, 0xA0..<0xAD, 0x2E80..<0xD800: false
  default: scalar.properties.generalCategory == .format && !scalar.isPrepended
  }
}

/// Whether a scalar makes one character of what stands around it.
private func isJoining(
  _ scalar: Unicode.Scalar, at index: String.UnicodeScalarView.Index,
  behind before: Unicode.Scalar?, in scalars: String.UnicodeScalarView
) -> Bool {
  guard let before else { return false }
  switch scalar.value {
  case 0x200C: return before.isOfJoinedScript
  case 0x200D:
    if before.isOfJoinedScript { return true }
    let next = scalars.index(after: index)
    guard next < scalars.endIndex, scalars[next].isPicture else { return false }
    return before.isPicture || before.value == 0xFE0F
  // A black flag and the tags behind it.
  case 0xE0020...0xE007F:
    return before.value == 0x1F3F4 || (0xE0020...0xE007E).contains(before.value)
  default: return false
  }
}

extension Unicode.Scalar {
  /// Whether it is an emoji; digits, which can begin one, are none.
  fileprivate var isPicture: Bool { value > 0x2000 && properties.isEmoji }

  /// Whether it is a letter, or a mark on one, of a script in which joiners change how letters are drawn:
  /// Arabic and its neighbours, those of India and of the lands behind it, Mongolian.
  fileprivate var isOfJoinedScript: Bool {
    switch value {
    case 0x600..<0x10A0, 0x1780..<0x18B0, 0x1900..<0x1D00, 0xA800..<0xAC00, 0xFB50..<0xFE00,
      0xFE70..<0xFEFD, 0x10A00..<0x12000, 0x1E900..<0x1E960:
      properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        || properties.generalCategory == .spacingMark
    default: false
    }
  }
}
