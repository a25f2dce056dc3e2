import Diagnostics

/// A page as bytes that grow at the end.
struct HTMLMarkup {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Markup of the program's own.
  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Markup that was put together elsewhere.
  mutating func put(markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func put(_ number: Int) { bytes.append(contentsOf: "\(number)".utf8) }

  /// A text between tags or in an attribute; what no page may hold is written out: `\u{7}`.
  mutating func put(text: String) {
    var text = text
    if !HTMLMarkup.isPlain(text) { text = HTMLMarkup.withoutControls(text) }
    text.withUTF8 { (run: UnsafeBufferPointer<UInt8>) in
      for byte in run {
        switch byte {
        case UInt8(ascii: "&"): put("&amp;")
        case UInt8(ascii: "<"): put("&lt;")
        case UInt8(ascii: ">"): put("&gt;")
        case UInt8(ascii: "\""): put("&quot;")
        default: bytes.append(byte)
        }
      }
    }
  }

  /// A text whose line ends are kept.
  mutating func put(lines text: String) {
    var isFirst = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !isFirst { put("<br/>\n") }
      isFirst = false
      put(statements: escapingControls(String(line)))
    }
  }

  /// A line whose statements stand between backticks, those as code; a single backtick is itself.
  private mutating func put(statements line: String) {
    let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
    for (place, piece) in pieces.enumerated() {
      let isCode = place % 2 == 1 && place < pieces.count - 1
      if place % 2 == 1, !isCode { put("`") }
      if isCode { put("<code>") }
      put(text: String(piece))
      if isCode { put("</code>") }
    }
  }

  mutating func paragraph(_ text: String, _ name: StaticString? = nil) {
    put("<p")
    if let name {
      put(" class=\"")
      put(name)
      put("\"")
    }
    put(">")
    put(lines: text)
    put("</p>\n")
  }

  mutating func item(_ text: String) {
    put("<li>")
    put(text: HTMLMarkup.line(text))
    put("</li>\n")
  }

  /// A name or a title in one line: its controls written out, line ends too.
  static func line(_ text: String) -> String { escapingControls(text) }

  /// Whether nothing in a text is a control or beyond what most scripts are written in: then all of it may
  /// stand as it is, but for marks of markup.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Line ends and tabs are left for texts that have them.
  private static func withoutControls(_ text: String) -> String {
    let shown = escapingControlsButTabs(text)
    guard shown.unicodeScalars.contains(where: isNoCharacter) else { return shown }
    var kept = ""
    for scalar in shown.unicodeScalars {
      if isNoCharacter(scalar) {
        kept += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        kept.unicodeScalars.append(scalar)
      }
    }
    return kept
  }

  /// What Unicode keeps for programs: XML has no room for the first two, HTML for none.
  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
  }
}
