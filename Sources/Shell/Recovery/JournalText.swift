/// A journal as bytes: a line with its version, then records.
///
/// A record is a line `KIND LENGTH SUM`, as many bytes as its length, and a line break. The sum is
/// FNV-1a over the kind and the bytes, begun with the sum of the record before: what is lost,
/// changed or out of place in the middle shows at the record behind it.
struct JournalText: Sendable {
  static let version = "parkline-journal 1\n"

  /// How the readable part ends.
  enum Ending: Sendable, Equatable {
    case whole
    /// The last record was being written when the machine stopped.
    case torn
    /// Records behind the readable part cannot be read.
    case damaged
  }

  struct Entry: Sendable, Equatable {
    var record: JournalRecord
    /// The offset behind it, and the sum there.
    var end: Int
    var sum: UInt64
  }

  private(set) var entries: [Entry] = []
  private(set) var ending = Ending.whole

  /// Reads a journal; nil where the bytes are none, or one of another version.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: JournalText.version.utf8) else { return nil }
    var place = JournalText.version.utf8.count
    var sum = JournalText.seed
    while place < bytes.count {
      guard let head = Head(bytes, at: place), head.end < bytes.count,
        bytes[head.end] == UInt8(ascii: "\n")
      else { break }
      let payload = bytes[head.start..<head.end]
      let next = JournalText.sum(of: head.kind, payload, behind: sum)
      guard next == head.sum, let record = JournalRecord(kind: head.kind, payload: payload) else {
        break
      }
      (place, sum) = (head.end + 1, next)
      entries.append(Entry(record: record, end: place, sum: sum))
    }
    guard place < bytes.count else { return }
    ending = JournalText.firstRecord(in: bytes, behind: place + 1) == nil ? .torn : .damaged
  }

  /// The bytes of records behind others; `sum` is that of the last one, and then of these.
  static func bytes(of records: [JournalRecord], behind sum: inout UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    for record in records {
      let payload = record.payload
      sum = JournalText.sum(of: record.kind, payload[...], behind: sum)
      let digits = String(sum, radix: 16)
      let padding = String(repeating: "0", count: 16 - digits.count)
      bytes += "\(record.kind) \(payload.count) \(padding)\(digits)\n".utf8
      bytes += payload
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The sum of no record.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func sum(
    of kind: String, _ payload: ArraySlice<UInt8>, behind sum: UInt64
  ) -> UInt64 {
    var sum = sum
    for byte in kind.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    payload.withUnsafeBufferPointer { bytes in
      for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return sum
  }

  /// Where something begins that looks like the first line of a record, at a line's beginning behind
  /// an offset; nil where nothing does.
  private static func firstRecord<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, behind start: Int
  ) -> Int? where Bytes.Index == Int {
    var place = start
    while let newline = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) {
      place = newline + 1
      if Head(bytes, at: place) != nil { return place }
    }
    return nil
  }

  /// How many statements a journal has, without looking into them: quick, also where it is long.
  static func countStatements(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.starts(with: version.utf8) else { return 0 }
    var place = version.utf8.count
    var count = 0
    while place < bytes.count {
      if let head = Head(bytes, at: place), head.end < bytes.count {
        if head.kind == "done" { count += 1 }
        place = head.end + 1
      } else {
        // Behind what is damaged there may be more, of which somebody is to hear.
        guard let next = firstRecord(in: bytes, behind: place) else { break }
        place = next
      }
    }
    return count
  }

  /// The first line of a record.
  private struct Head {
    let kind: String
    /// Where its bytes begin and end.
    let start: Int
    let end: Int
    let sum: UInt64

    /// Nil where no such line is at an offset.
    init?<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, at place: Int)
    where Bytes.Index == Int {
      // A kind, a length and a sum take no more.
      let line = bytes[min(place, bytes.endIndex)..<min(place + 48, bytes.endIndex)]
      guard let newline = line.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let words = line[..<newline].split(separator: UInt8(ascii: " "))
        .map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, JournalRecord.kinds.contains(words[0]), let length = Int(words[1]),
        (0...Int(UInt32.max)).contains(length), words[2].utf8.count == 16,
        let sum = UInt64(words[2], radix: 16)
      else { return nil }
      kind = words[0]
      start = newline + 1
      end = start + length
      self.sum = sum
    }
  }
}
