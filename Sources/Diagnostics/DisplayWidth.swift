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
  var isPrepended: Bool {
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
