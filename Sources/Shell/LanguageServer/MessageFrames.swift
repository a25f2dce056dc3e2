/// Cuts a stream of bytes into the messages of the Language Server Protocol: headers, an empty line,
/// and as many bytes of JSON as `Content-Length` says.
///
/// Nothing that arrives ends it: what is no message is `broken`, and it goes on with the next header
/// that there is.
struct MessageFrames {
  enum Frame: Equatable {
    case message([UInt8])
    /// Bytes that are no message, and why.
    case broken(String)
  }

  /// The longest message, bytes: a script of that size is none that anybody edits.
  static let largest = 64 << 20
  /// The longest headers, bytes.
  private static let longestHeaders = 8 << 10
  private static let name = Array("content-length:".utf8)

  private var waiting: [UInt8] = []
  /// How many of them were taken.
  private var taken = 0
  /// Bytes of a message that is too long, still to be passed over.
  private var passing = 0

  mutating func add(_ bytes: some Sequence<UInt8>) {
    if taken > 0 {
      waiting.removeFirst(taken)
      taken = 0
    }
    waiting += bytes
  }

  /// Puts back what a message of a wrong length took of the next one: from the first header within it.
  mutating func putBack(_ message: [UInt8]) {
    // A header of which only the beginning was taken stands at the end.
    let half = MessageFrames.name.indices.reversed().first { count in
      count > 0 && count < message.count
        && message.suffix(count).map(MessageFrames.lowered) == Array(MessageFrames.name[..<count])
    }
    guard
      let start = MessageFrames.header(in: message[...], from: 1)
        ?? half.map({ message.count - $0 })
    else { return }
    waiting = Array(message[start...]) + waiting[taken...]
    taken = 0
  }

  /// The next message; nil where it has not come whole.
  mutating func next() -> Frame? {
    if passing > 0 {
      let count = min(passing, waiting.count - taken)
      taken += count
      passing -= count
      guard passing == 0 else { return nil }
    }
    let rest = waiting[taken...]
    guard let (headers, body) = MessageFrames.headers(in: rest) else {
      guard rest.count > MessageFrames.longestHeaders else { return nil }
      // Half a name of a header may stand at the end.
      taken = MessageFrames.header(in: rest, from: rest.startIndex + 1) ?? waiting.count - 64
      return .broken("headers without an end")
    }
    guard let length = MessageFrames.length(in: headers) else {
      taken = body
      return .broken("a message needs the header Content-Length")
    }
    guard length <= MessageFrames.largest else {
      taken = body
      passing = length
      return .broken("a message of \(length) bytes is too long")
    }
    guard waiting.count - body >= length else { return nil }
    taken = body + length
    return .message(Array(waiting[body..<taken]))
  }

  /// The lines before the first empty one, and where it ends.
  private static func headers(in bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int)? {
    let (feed, back) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var line = bytes.startIndex
    // Empty lines in front are none of its own.
    var hasLine = false
    while let end = bytes[line...].firstIndex(of: feed) {
      let isEmpty = end == line || end == line + 1 && bytes[line] == back
      if isEmpty, hasLine { return (bytes[..<line], end + 1) }
      hasLine = hasLine || !isEmpty
      line = end + 1
      guard line - bytes.startIndex <= longestHeaders else { return nil }
    }
    return nil
  }

  /// What `Content-Length` says, the last time that it stands there: before it may be what a message
  /// was longer than it said.
  private static func length(in headers: ArraySlice<UInt8>) -> Int? {
    var place: Int?
    var from = headers.startIndex
    while let next = header(in: headers, from: from) {
      place = next
      from = next + 1
    }
    guard let place else { return nil }
    let value = headers[(place + name.count)...].prefix { $0 != UInt8(ascii: "\n") }
      .filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
    guard !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: value, as: UTF8.self))
  }

  /// Where the header begins that says a length, from a place on.
  private static func header(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard bytes.endIndex - start >= name.count else { return nil }
    for place in start...(bytes.endIndex - name.count) where bytes[place] | 0x20 == name[0] {
      var index = 1
      while index < name.count, lowered(bytes[place + index]) == name[index] { index += 1 }
      if index == name.count { return place }
    }
    return nil
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
