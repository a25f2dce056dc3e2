public import Diagnostics

/// The rows of a file whose cells are divided by commas, semicolons or tabs, each cell with its place.
public struct DelimitedCells: Sendable {
  public struct Cell: Sendable {
    /// Without blanks at its ends and without quotes.
    public var text: String
    /// With its quotes.
    public var span: Span
  }

  public struct Row: Sendable {
    public var cells: [Cell]

    /// Whether nothing stands in it.
    public var isEmpty: Bool { cells.allSatisfy { $0.text.isEmpty } }

    public var span: Span {
      guard let first = cells.first, let last = cells.last else { return Span(0, 0) }
      return first.span.joined(last.span)
    }
  }

  /// What divides the cells: of `,`, `;` and a tab the one that the first line has most of.
  public let separator: UInt8
  public let rows: [Row]
  /// Where a quote begins that nothing ends; nil where all end.
  public let openQuote: Span?

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// Reads UTF-8. Line breaks are LF, CRLF or CR; within quotes they belong to the cell. Where `stop` asks,
  /// the rest is left out.
  public init(_ source: SourceText, stop: StopSignal = StopSignal()) {
    self.init(
      source.utf8, separator: DelimitedCells.separator(of: source.utf8), trims: true, stop: stop)
  }

  /// The first rows of UTF-8, as many as `limit` says; `trims` says whether blanks around a cell are left out.
  init(
    _ bytes: [UInt8], from start: Int = 0, separator: UInt8, trims: Bool, limit: Int = .max,
    stop: StopSignal = StopSignal()
  ) {
    self.separator = separator
    var rows: [Row] = []
    var cells: [Cell] = []
    var offset = start
    var open: Span?
    while offset < bytes.count, rows.count < limit {
      if rows.count & 0x3FF == 0, stop.isAsked { break }
      cells.append(DelimitedCells.cell(bytes, &offset, separator, trims, &open))
      guard offset < bytes.count else { break }
      let mark = bytes[offset]
      offset += 1
      if mark == separator {
        // A separator at the very end has an empty cell behind it.
        if offset == bytes.count { cells.append(Cell(text: "", span: Span(offset, offset))) }
        continue
      }
      if mark == DelimitedCells.carriage, offset < bytes.count,
        bytes[offset] == DelimitedCells.feed
      {
        offset += 1
      }
      rows.append(Row(cells: cells))
      cells.removeAll(keepingCapacity: true)
    }
    if !cells.isEmpty { rows.append(Row(cells: cells)) }
    self.rows = rows
    openQuote = open
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let choices = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == feed || byte == carriage { break }
      if !isQuoted, let place = choices.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return choices[counts.firstIndex(of: most) ?? 0]
  }

  /// One cell, up to the separator or the line break behind it.
  private static func cell(
    _ bytes: [UInt8], _ offset: inout Int, _ separator: UInt8, _ trims: Bool, _ open: inout Span?
  ) -> Cell {
    let start = offset
    func isBlank(_ byte: UInt8) -> Bool {
      trims && (byte == 0x20 || byte == 0x09 && separator != 0x09)
    }
    func isEnd(_ byte: UInt8) -> Bool {
      byte == separator || byte == feed || byte == carriage
    }
    var content: [UInt8] = []
    var hasQuotes = false
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    if offset < bytes.count, bytes[offset] == quote {
      hasQuotes = true
      let begin = offset
      offset += 1
      while true {
        guard let end = bytes[offset...].firstIndex(of: quote) else {
          open = open ?? Span(begin, begin + 1)
          offset = bytes.count
          break
        }
        content += bytes[offset..<end]
        offset = end + 1
        guard offset < bytes.count, bytes[offset] == quote else { break }
        content.append(quote)
        offset += 1
      }
    }
    let rest = offset
    while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
    var (low, high) = (hasQuotes ? start : rest, offset)
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    while low < high, isBlank(bytes[low]) { low += 1 }
    let span = Span(low, high)
    guard hasQuotes else {
      return Cell(text: String(decoding: bytes[low..<high], as: UTF8.self), span: span)
    }
    if rest < high { content += bytes[rest..<high] }
    return Cell(
      text: trims ? trimmed(content) : String(decoding: content, as: UTF8.self), span: span)
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? bytes.endIndex
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
