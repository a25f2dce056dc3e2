import Diagnostics

/// Texts as an SVG file has them.
enum SVGText {
  /// A text between tags or in an attribute: markup escaped, what XML 1.0 forbids written out.
  static func escaped(_ text: String) -> String {
    // Most is plain: paths, classes, names.
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
      default: byte >= 0x20 && byte < 0x7F
      }
    }
    if isPlain { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": shown += "&amp;"
      case "<": shown += "&lt;"
      case ">": shown += "&gt;"
      case "\"": shown += "&quot;"
      case "\n": shown += "\n"
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || isNoCharacter(scalar) {
          shown += written(scalar)
        } else {
          shown.unicodeScalars.append(scalar)
        }
      }
    }
    return shown
  }

  /// A text of any lines with its controls written out as on a terminal, those too that turn the
  /// direction of what follows: `\u{202e}`.
  static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in escapingControlsInLines(text).unicodeScalars {
      if isNoCharacter(scalar) {
        shown += written(scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A name in one line, as it is seen; one that is written from right to left is isolated from the number
  /// behind it.
  static func name(_ text: String) -> String {
    let line = withoutTowers(visible(escapingControls(text)))
    return line.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(line)\u{2069}" : line
  }

  /// A text with three marks at most above and below each letter, which is more than any language has:
  /// hundreds would cover the lines around.
  private static func withoutTowers(_ text: String) -> String {
    var kept = ""
    var marks = 0
    for scalar in text.unicodeScalars {
      let isMark =
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass.rawValue >= 200
      marks = isMark ? marks + 1 : 0
      if marks <= 3 { kept.unicodeScalars.append(scalar) }
    }
    return kept
  }

  private static func written(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16) + "}"
  }

  /// U+FFFE, U+FFFF and their like in other planes.
  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
