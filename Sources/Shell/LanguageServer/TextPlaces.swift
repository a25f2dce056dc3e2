/// Where the lines of a text begin, and its places as editors count them: line and character from 0.
///
/// Lines end as the protocol has it: with LF, CR LF, or a CR alone.
struct TextPlaces {
  /// What a character is counted in.
  enum Encoding: String {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
  }

  struct Place: Equatable {
    var line: Int
    var character: Int
  }

  private let bytes: [UInt8]
  /// The offset at which each line begins.
  private let starts: [Int]
  private let encoding: Encoding

  init(_ bytes: [UInt8], _ encoding: Encoding) {
    self.bytes = bytes
    self.encoding = encoding
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      } else if byte == UInt8(ascii: "\r"),
        offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n")
      {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
  }

  /// The place behind the last character.
  var end: Place { place(of: bytes.count) }

  /// The place of an offset; one within a character is where that begins.
  func place(of offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let line = bytes[starts[low]..<characterStart(offset, from: starts[low])]
    return Place(line: low, character: line.reduce(0) { $0 + width($1) })
  }

  /// The offset of a place; behind the end of a line is its end, behind that of the text its end.
  func offset(of place: Place) -> Int {
    guard place.line >= 0 else { return 0 }
    guard place.line < starts.count else { return bytes.count }
    let end = end(ofLine: place.line)
    var offset = starts[place.line]
    var left = place.character
    while offset < end, left > 0 {
      // What would end within a character ends before it.
      let next = characterEnd(offset, to: end)
      let units = bytes[offset..<next].reduce(0) { $0 + width($1) }
      guard units <= left else { break }
      left -= units
      offset = next
    }
    return offset
  }

  /// Where a line begins.
  func start(ofLine line: Int) -> Int { starts[min(max(line, 0), starts.count - 1)] }

  private func end(ofLine line: Int) -> Int {
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > starts[line], bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == 0x0D {
      end -= 1
    }
    return end
  }

  /// What a byte adds to the count of characters.
  private func width(_ byte: UInt8) -> Int {
    switch encoding {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }

  private func characterStart(_ offset: Int, from start: Int) -> Int {
    var offset = offset
    while offset > start, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func characterEnd(_ offset: Int, to end: Int) -> Int {
    var next = offset + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
