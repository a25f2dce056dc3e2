/// Terminal columns that a text takes: 2 for a wide character, 0 for a mark that combines.
///
/// Independent of the locale, so that a report is the same everywhere. Widths follow the Unicode
/// East Asian Width property (wide and full-width count 2, ambiguous 1).
public func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  var width = 0
  for character in text { width += displayWidth(character) }
  return width
}

/// Terminal columns of one character: of all its scalars, and 2 for any sequence shown as one emoji
/// (a flag, a person with a skin tone, a family of joined people, a heart with its selector).
public func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.value < 0x7F, scalars.count == 1 { return first.value < 0x20 ? 0 : 1 }
  guard scalars.count > 1 else { return displayWidth(first) }
  let isEmoji =
    first.properties.isEmoji
    && scalars.contains { $0.value == 0xFE0F || $0.value == 0x200D || $0.isSkinTone }
  if isEmoji || first.isRegionalLetter { return 2 }
  return scalars.reduce(0) { $0 + displayWidth($1) }
}

/// Terminal columns of one scalar by itself.
public func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
  // Wide marks exist, such as the voiced-sound mark of kana; alone they count as what they combine to.
  if scalar.isWithoutWidth { return 0 }
  var low = 0
  var high = wideRanges.count - 1
  while low <= high {
    let middle = (low + high) / 2
    let range = wideRanges[middle]
    if value < range.lowerBound {
      high = middle - 1
    } else if value > range.upperBound {
      low = middle + 1
    } else {
      return 2
    }
  }
  return 1
}

extension Unicode.Scalar {
  fileprivate var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }
  fileprivate var isRegionalLetter: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Whether it is drawn on what stands before it, or not at all.
  fileprivate var isWithoutWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator:
      return true
    case .format:
      // The signs of numbers and verses stand around what follows them.
      return !isPrepended
    default: break
    }
    // The vowels and final consonants of a syllable of Korean are drawn into its first consonant.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return true }
    return properties.isDefaultIgnorableCodePoint && value != 0x115F
  }

  /// Format characters that are seen: Arabic, Syriac and Kaithi number signs.
  private var isPrepended: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}

/// A text cut to a width in columns, with an ellipsis where something was cut.
public func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
  guard displayWidth(text) > width else { return text }
  let room = max(0, width - displayWidth(ellipsis))
  var kept = ""
  var used = 0
  for character in text {
    used += displayWidth(character)
    if used > room { break }
    kept.append(character)
  }
  return kept + ellipsis
}

/// Control characters as `\u{…}`, so that a name in a file cannot drive the terminal.
public func escapingControls(_ text: String) -> String { escaping(text, isControl) }

/// The same for a text of several lines, which stay lines.
public func escapingControlsInLines(_ text: String) -> String {
  escaping(text) { isControl($0) && $0 != "\n" }
}

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
  escaping(text) { isControl($0) && $0 != "\n" && $0 != "\t" }
}

private func escaping(_ text: String, _ isControl: (Unicode.Scalar) -> Bool) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isControl(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
