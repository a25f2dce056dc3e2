public import Diagnostics

/// Why bytes are no JSON, and at which of them that shows.
public struct NoJSON: Error, Sendable, Equatable {
  public var reason: Sentence
  /// Bytes from the beginning.
  public var offset: Int
}

extension JSONValue {
  /// Reads RFC 8259, strictly: no comments, no comma too many, no name twice in one object, whole UTF-8.
  /// A byte-order mark may stand before it. Arrays and objects may be 64 deep, so that no file takes
  /// the stack.
  public init(_ bytes: [UInt8]) throws(NoJSON) {
    var reader = JSONReader(bytes)
    self = try reader.whole()
  }
}

/// Reads JSON byte by byte.
private struct JSONReader {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func whole() throws(NoJSON) -> JSONValue {
    let value = try value()
    guard peek() == nil else { throw wrong("something stands behind the end") }
    return value
  }

  private func wrong(_ reason: Sentence) -> NoJSON { NoJSON(reason: reason, offset: offset) }

  /// The next byte that is no white space; nil at the end.
  private mutating func peek() -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return nil
  }

  private mutating func take(_ byte: UInt8, _ what: Sentence) throws(NoJSON) {
    guard peek() == byte else { throw wrong("\(what) is expected") }
    offset += 1
  }

  private mutating func value() throws(NoJSON) -> JSONValue {
    guard let next = peek() else { throw wrong("it ends where a value is expected") }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw wrong("a value is expected")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(NoJSON) -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw wrong("a value is expected") }
    offset += word.utf8.count
    return value
  }

  private mutating func open() throws(NoJSON) {
    guard depth < JSONReader.deepest else { throw wrong("it is nested too deep") }
    depth += 1
    offset += 1
  }

  private mutating func object() throws(NoJSON) -> JSONValue {
    try open()
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    while peek() != UInt8(ascii: "}") || !members.isEmpty {
      if !members.isEmpty {
        if peek() == UInt8(ascii: "}") { break }
        try take(UInt8(ascii: ","), "a comma or `}`")
      }
      guard peek() == UInt8(ascii: "\"") else { throw wrong("a name in quotes is expected") }
      let place = offset
      let name = try text()
      guard names.insert(name).inserted else {
        throw NoJSON(reason: "a name stands twice in one object", offset: place)
      }
      try take(UInt8(ascii: ":"), "a colon")
      members.append(JSONValue.Member(name, try value()))
    }
    offset += 1
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(NoJSON) -> JSONValue {
    try open()
    var items: [JSONValue] = []
    while peek() != UInt8(ascii: "]") || !items.isEmpty {
      if !items.isEmpty {
        if peek() == UInt8(ascii: "]") { break }
        try take(UInt8(ascii: ","), "a comma or `]`")
      }
      items.append(try value())
    }
    offset += 1
    depth -= 1
    return .array(items)
  }

  // MARK: Numbers

  private mutating func digits() throws(NoJSON) {
    let first = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    guard offset > first else { throw wrong("a digit is expected") }
  }

  private func isAhead(_ choices: String) -> Bool {
    offset < bytes.count && choices.utf8.contains(bytes[offset])
  }

  private mutating func number() throws(NoJSON) -> String {
    let start = offset
    if isAhead("-") { offset += 1 }
    if isAhead("0") { offset += 1 } else { try digits() }
    if isAhead("0123456789") { throw wrong("a number begins with no 0") }
    if isAhead(".") {
      offset += 1
      try digits()
    }
    if isAhead("eE") {
      offset += 1
      if isAhead("+-") { offset += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  // MARK: Texts

  private mutating func text() throws(NoJSON) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while true {
      // What needs no care is taken at once.
      let plain = bytes[offset...].prefix { $0 != 0x22 && $0 != 0x5C && $0 >= 0x20 }
      text += plain
      offset += plain.count
      guard offset < bytes.count else { throw NoJSON(reason: "a text does not end", offset: start) }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw NoJSON(reason: "a text is not UTF-8", offset: start)
        }
        offset += 1
        return string
      case UInt8(ascii: "\\"):
        offset += 1
        text += Array(String(try escaped()).utf8)
      default: throw wrong("a control character stands in a text")
      }
    }
  }

  private mutating func escaped() throws(NoJSON) -> Unicode.Scalar {
    guard offset < bytes.count else { throw wrong("a text does not end") }
    let byte = bytes[offset]
    if byte == UInt8(ascii: "u") {
      offset += 1
      return try scalar()
    }
    let meaning: Unicode.Scalar
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): meaning = Unicode.Scalar(byte)
    case UInt8(ascii: "b"): meaning = "\u{8}"
    case UInt8(ascii: "f"): meaning = "\u{C}"
    case UInt8(ascii: "n"): meaning = "\n"
    case UInt8(ascii: "r"): meaning = "\r"
    case UInt8(ascii: "t"): meaning = "\t"
    default: throw wrong("a backslash stands before something unknown")
    }
    offset += 1
    return meaning
  }

  /// Four hexadecimal digits, or twice four for what lies beyond.
  private mutating func scalar() throws(NoJSON) -> Unicode.Scalar {
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) else {
      throw wrong("half a character stands alone")
    }
    offset += 2
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw wrong("half a character stands alone") }
    return scalar
  }

  private mutating func hexadecimal() throws(NoJSON) -> UInt32 {
    let digits = bytes[offset...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.utf8.count == 4, !text.hasPrefix("+"), !text.hasPrefix("-"),
      let value = UInt32(text, radix: 16)
    else { throw wrong("a character's number has four hexadecimal digits") }
    offset += 4
    return value
  }
}
