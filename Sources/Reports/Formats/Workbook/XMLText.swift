/// How texts of people stand in XML.
extension XMLBytes {
  /// A text of a cell, between tags or in quotes. What XML forbids is written as Excel does it: `_x0007_`.
  mutating func put(text: String) {
    var text = text
    text.withUTF8 { put(utf8: $0) }
  }

  /// A text of a title or property, where nobody reads such escapes: what XML forbids becomes `�`.
  mutating func put(label text: String) {
    var text = text
    text.withUTF8 { put(utf8: $0, isLabel: true) }
  }

  mutating func put(utf8: UnsafeBufferPointer<UInt8>, isLabel: Bool = false) {
    var start = 0
    var index = 0
    /// What was read before this byte, as it is.
    func flush(_ bytes: inout XMLBytes) {
      if index > start { bytes.append(UnsafeBufferPointer(rebasing: utf8[start..<index])) }
    }
    while index < utf8.count {
      let byte = utf8[index]
      var length = 1
      if XMLBytes.isPlain[Int(byte)] {
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "&"):
        flush(&self)
        put("&amp;")
      case UInt8(ascii: "<"):
        flush(&self)
        put("&lt;")
      case UInt8(ascii: ">"):
        flush(&self)
        put("&gt;")
      case UInt8(ascii: "\""):
        flush(&self)
        put("&quot;")
      case UInt8(ascii: "_"):
        // A text that looks like an escape is kept from being read as one.
        guard !isLabel, XMLBytes.isEscape(utf8, at: index) else {
          index += 1
          continue
        }
        flush(&self)
        put("_x005F_")
      case 0xEF:
        // U+FFFE and U+FFFF are no characters of XML.
        guard index + 2 < utf8.count, utf8[index + 1] == 0xBF, utf8[index + 2] >= 0xBE else {
          index += 1
          continue
        }
        flush(&self)
        put(isLabel ? "\u{FFFD}" : utf8[index + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_")
        length = 3
      default:
        flush(&self)
        if isLabel { put("\u{FFFD}") } else { putEscape(of: byte) }
      }
      index += length
      start = index
    }
    flush(&self)
  }

  private mutating func putEscape(of byte: UInt8) {
    put("_x00")
    append(XMLBytes.hex[Int(byte >> 4)])
    append(XMLBytes.hex[Int(byte & 15)])
    append(UInt8(ascii: "_"))
  }

  /// Whether `_x`, four digits of base 16 and `_` stand there.
  private static func isEscape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < utf8.count, utf8[index + 1] == UInt8(ascii: "x"),
      utf8[index + 6] == UInt8(ascii: "_")
    else { return false }
    return (index + 2..<index + 6).allSatisfy { place in
      switch utf8[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
      default: false
      }
    }
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  /// Bytes that never need a look. A tab and the end of a line may stand between tags; a return would be
  /// read as the end of a line.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    let special = "&<>\"_".utf8.contains(UInt8(byte)) || byte == 0xEF
    return !special && (byte >= 0x20 || byte == 0x09 || byte == 0x0A)
  }
}
