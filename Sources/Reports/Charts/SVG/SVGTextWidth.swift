import Diagnostics

/// How wide and high a text is, without its font: rather more than less, since a reader's font is not
/// known.
enum SVGTextWidth {
  /// What a line reaches above its baseline and below, em: the box of fonts that have Chinese.
  static let ascent = 1.16
  static let descent = 0.29
  static let line = ascent + descent

  /// The width of a text in a size, and more where it is bold; of one that is wider than any picture, only
  /// that it is.
  static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
    let scale = size * (bold ? 1.1 : 1)
    var width = 0.0
    for character in text where width < widest { width += em(character) * scale }
    return width
  }

  private static let widest = 20_000.0

  /// A text cut to a width, with an ellipsis where something was cut; empty where not even that fits.
  static func clipped(_ text: String, to width: Double, size: Double, bold: Bool = false) -> String
  {
    let scale = size * (bold ? 1.1 : 1)
    var used = 0.0
    var end = text.startIndex
    var fitting = ""
    for character in text {
      used += em(character) * scale
      if used > width {
        guard em("…") * scale <= width else { return "" }
        return closing(fitting) + "…"
      }
      if used + em("…") * scale <= width {
        end = text.index(after: end)
        fitting.append(character)
      }
    }
    return text
  }

  /// Names cut at their ends, and those that would look alike in their middles.
  static func clipped(_ names: [String], to width: Double, size: Double) -> [String] {
    ClippedNames.apart(names) {
      clipped($0, to: width, size: size)
    } inTheMiddle: { name in
      // What goes from right to left is one piece.
      name.unicodeScalars.contains("\u{2068}")
        ? clipped(name, to: width, size: size)
        : ClippedNames.middle(of: name, to: width, ellipsis: "…") { of($0, size: size) }
    }
  }

  /// A text in lines of a width, at most so many, the last cut where there would be more.
  static func wrapped(_ text: String, to width: Double, size: Double, most: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty, lines.count < most - 1 {
      guard let end = lineEnd(of: rest, width / size) else { break }
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    if !rest.isEmpty { lines.append(clipped(String(rest), to: width, size: size)) }
    return lines
  }

  /// Where a line ends that is too long: after a space or a hyphen, or between characters that are wide; nil where
  /// all of it fits.
  private static func lineEnd(of text: Substring, _ width: Double) -> Substring.Index? {
    var used = 0.0
    var good: Substring.Index?
    for index in text.indices {
      let character = text[index]
      used += em(character)
      if used > width { return good ?? max(index, text.index(after: text.startIndex)) }
      let isOpening = "（“《「".contains(character)
      let next = text.index(after: index)
      let isClosing = next < text.endIndex && "，。；：、）”》」…".contains(text[next])
      let isWide = displayWidth(character) == 2
      if " -".contains(character) || isWide && !isOpening && !isClosing { good = next }
    }
    return nil
  }

  /// A name from right to left that is cut closes its isolate.
  private static func closing(_ text: String) -> String {
    text.unicodeScalars.contains("\u{2068}") ? text + "\u{2069}" : text
  }

  /// The width of one character, em: of the widest usual sans-serif.
  private static func em(_ character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x7F { return ascii(scalar) }
    let columns = displayWidth(character)
    if columns == 0 { return 0 }
    let scalars = character.unicodeScalars
    // A family of emoji is as many pictures where a font does not know it.
    let pictures = scalars.count {
      $0.properties.isEmojiPresentation && !$0.properties.isEmojiModifier
    }
    if pictures > 0 { return 1.4 * Double(pictures) }
    if columns > 2 { return 1.1 * Double(columns) }
    if columns == 2 { return scalars.count > 1 ? 1.4 : 1 }
    switch scalar.value {
    case 0xB7: return 0.4
    case 0x2013: return 0.6
    case 0x2014...0x2026: return 1
    // Words in one letter of Arabic, and wedges.
    case 0xFDF0...0xFDFD: return 12
    case 0x12000...0x1254F: return 3
    case 0..<0x590: return scalar.properties.isUppercase ? 0.85 : 0.7
    case 0x590..<0x900: return 0.8
    default: return 1.1
    }
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", " ", "I", "!": 0.36
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\\": 0.44
    case "m", "w", "M", "W", "%", "@": 1
    case "+", "=", "<", ">", "#", "~", "^": 0.84
    case "A"..."Z", "&": 0.79
    default: 0.64
    }
  }
}
