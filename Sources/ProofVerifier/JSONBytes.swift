/// Reads JSON byte by byte, as far as a proof has it: objects, arrays and texts. Numbers stand in
/// texts, so that none is rounded by whoever reads the file.
struct JSONBytes {
  private let bytes: [UInt8]
  private(set) var offset = 0
  /// Objects and arrays that are open.
  private var depth = 0

  /// Objects and arrays may be so deep.
  static let deepest = 600

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func wrong(_ reason: String) -> NoProof { NoProof(reason: reason, offset: offset) }

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
  }

  /// The next byte that is no white space, without reading it.
  private mutating func peek() -> UInt8? {
    skipSpace()
    return offset < bytes.count ? bytes[offset] : nil
  }

  private mutating func take(_ byte: UInt8, _ what: String) throws(NoProof) {
    guard peek() == byte else { throw wrong("\(what) is expected") }
    offset += 1
  }

  /// Reads an object; `read` takes the value of each key, which comes once.
  mutating func object(
    _ read: (_ key: String, inout JSONBytes) throws(NoProof) -> Void
  ) throws(NoProof) {
    try open(UInt8(ascii: "{"), "an object")
    var seen: [String] = []
    while peek() != UInt8(ascii: "}") {
      if !seen.isEmpty { try take(UInt8(ascii: ","), "a comma") }
      let key = try text()
      guard !seen.contains(key) else { throw wrong("`\(shortened(key))` stands twice") }
      seen.append(key)
      guard seen.count <= 32 else { throw wrong("an object has too many keys") }
      try take(UInt8(ascii: ":"), "a colon")
      try read(key, &self)
    }
    offset += 1
    depth -= 1
  }

  /// Reads an array; `read` takes each item.
  mutating func array(_ read: (inout JSONBytes) throws(NoProof) -> Void) throws(NoProof) {
    try open(UInt8(ascii: "["), "an array")
    var isFirst = true
    while peek() != UInt8(ascii: "]") {
      if !isFirst { try take(UInt8(ascii: ","), "a comma") }
      isFirst = false
      try read(&self)
    }
    offset += 1
    depth -= 1
  }

  private mutating func open(_ byte: UInt8, _ what: String) throws(NoProof) {
    try take(byte, what)
    depth += 1
    guard depth <= JSONBytes.deepest else { throw wrong("it is nested too deep") }
  }

  /// Reads to the end of the file, where nothing but white space may be left.
  mutating func end() throws(NoProof) {
    guard peek() == nil else { throw wrong("something stands behind the end") }
  }

  // MARK: Texts

  mutating func text() throws(NoProof) -> String {
    try take(UInt8(ascii: "\""), "a text in quotes")
    var text: [UInt8] = []
    while true {
      guard offset < bytes.count else { throw wrong("a text does not end") }
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw wrong("a text is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw wrong("a control character stands in a text")
      default: text.append(byte)
      }
    }
  }

  private mutating func escape() throws(NoProof) -> Character {
    guard offset < bytes.count else { throw wrong("a text does not end") }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(UnicodeScalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode()
    default: throw wrong("a backslash stands before something unknown")
    }
  }

  /// Four hexadecimal digits, or twice four for what lies beyond.
  private mutating func unicode() throws(NoProof) -> Character {
    let high = try hexadecimal()
    guard (0xD800..<0xDC00).contains(high) else {
      guard let scalar = UnicodeScalar(high) else { throw wrong("half a character stands alone") }
      return Character(scalar)
    }
    guard bytes[min(offset, bytes.count)...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    else { throw wrong("half a character stands alone") }
    offset += 2
    let low = try hexadecimal()
    let value = 0x10000 + (high - 0xD800) << 10 + low &- 0xDC00
    guard (0xDC00..<0xE000).contains(low), let scalar = UnicodeScalar(value) else {
      throw wrong("half a character stands alone")
    }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws(NoProof) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw wrong("a text does not end") }
    let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
      throw wrong("a character's number has four hexadecimal digits")
    }
    offset += 4
    return value
  }
}

/// A text for a message, not longer than a line has room for.
func shortened(_ text: String) -> String { text.count <= 60 ? text : text.prefix(60) + "…" }
