import Diagnostics

/// Texts as an SVG file has them.
enum SVGText {
  /// A text between tags or in an attribute: markup escaped, what XML 1.0 forbids written out.
  static func escaped(_ text: String) -> String {
    var shown = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": shown += "&amp;"
      case "<": shown += "&lt;"
      case ">": shown += "&gt;"
      case "\"": shown += "&quot;"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A text with its controls written out as a terminal has them, lines kept, and so what is no
  /// character at all: `\u{fffe}`.
  static func visible(_ text: String) -> String {
    let shown = escapingControlsInLines(text)
    guard shown.unicodeScalars.contains(where: isForbidden) else { return shown }
    var kept = ""
    for scalar in shown.unicodeScalars {
      if isForbidden(scalar) {
        kept += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        kept.unicodeScalars.append(scalar)
      }
    }
    return kept
  }

  /// A name in one line; one that is written from right to left stays apart from the number behind it.
  static func name(_ text: String) -> String {
    let line = visible(escapingControls(text))
    return line.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(line)\u{2069}" : line
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
