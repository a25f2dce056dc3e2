/// Reads comma- and tab-separated values into lines of fields.
enum DelimitedText {
  private static let tab = UInt8(ascii: "\t")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// RFC 4180, with or without CR; nil for what is not UTF-8 and where quotes do not end.
  static func csv(_ bytes: [UInt8], _ limit: Int = .max) -> [[String]]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let cells = DelimitedCells(
      bytes, from: start, separator: UInt8(ascii: ","), trims: false, limit: limit)
    return cells.openQuote == nil ? cells.rows.map { $0.cells.map(\.text) } : nil
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
