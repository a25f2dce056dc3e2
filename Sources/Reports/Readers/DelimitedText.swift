/// Reads comma- and tab-separated values into lines of fields.
enum DelimitedText {
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let tab = UInt8(ascii: "\t")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// RFC 4180, with or without CR; nil for what is not UTF-8 and where quotes do not end.
  static func csv(_ bytes: [UInt8], _ limit: Int = .max) -> [[String]]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines: [[String]] = []
    var line: [String] = []
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count, lines.count < limit {
      guard let field = field(of: bytes, at: &offset) else { return nil }
      line.append(field)
      if offset < bytes.count, bytes[offset] == comma {
        offset += 1
        // A comma at the very end has an empty field behind it.
        if offset < bytes.count { continue }
        line.append("")
      }
      if offset < bytes.count, bytes[offset] == carriage { offset += 1 }
      if offset < bytes.count, bytes[offset] == feed { offset += 1 }
      lines.append(line)
      line = []
    }
    return lines
  }

  /// One field, up to the comma or the end of the line behind it.
  private static func field(of bytes: [UInt8], at offset: inout Int) -> String? {
    var field: [UInt8] = []
    if bytes[offset] == quote {
      offset += 1
      while true {
        guard let end = bytes[offset...].firstIndex(of: quote) else { return nil }
        field += bytes[offset..<end]
        offset = end + 1
        guard offset < bytes.count, bytes[offset] == quote else { break }
        field.append(quote)
        offset += 1
      }
    }
    let rest = bytes[offset...].prefix { $0 != comma && $0 != feed && $0 != carriage }
    field += rest
    offset += rest.count
    return String(decoding: field, as: UTF8.self)
  }

  /// A line a row, a tab between fields, `\t`, `\n`, `\r` and `\\` for what a field may not have.
  static func tsv(_ bytes: [UInt8], _ limit: Int = .max) -> [[String]]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var lines = text.split(separator: feed, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.prefix(limit).map { line in
      let row = line.last == carriage ? line.dropLast() : line
      return row.split(separator: tab, omittingEmptySubsequences: false).map(plain)
    }
  }

  private static func plain(_ field: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        text.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "t"): text.append(tab)
      case UInt8(ascii: "n"): text.append(feed)
      case UInt8(ascii: "r"): text.append(carriage)
      default: text.append(next)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
