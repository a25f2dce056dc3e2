import Diagnostics
import Reports

/// A script as an editor has it.
struct OpenText {
  /// As the editor calls it.
  let uri: String
  /// Its path on disk, or what it is called where it is no file.
  let name: String
  let encoding: TextPlaces.Encoding
  private(set) var version: Int?
  private(set) var bytes: [UInt8]
  private(set) var places: TextPlaces

  init(uri: String, version: Int?, bytes: [UInt8], encoding: TextPlaces.Encoding) {
    self.uri = uri
    self.version = version
    self.encoding = encoding
    name = OpenText.path(of: uri) ?? uri
    self.bytes = bytes
    places = TextPlaces(bytes, encoding)
  }

  /// The same bytes as the language reads them: a byte-order mark is no word, and a CR alone ends a line.
  /// Offsets stay what they are.
  var source: SourceText {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      for index in 0..<3 { bytes[index] = UInt8(ascii: " ") }
    }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
      let isAlone = index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
      if isAlone { bytes[index] = UInt8(ascii: "\n") }
    }
    return SourceText(name: name, utf8: bytes)
  }

  /// Makes the changes of `didChange`, one behind the other; false where one of them is none.
  mutating func apply(_ changes: [JSONValue], version: Int?) -> Bool {
    for change in changes {
      guard let text = change["text"]?.string else { return false }
      if let range = change["range"] {
        guard let range = self.range(range) else { return false }
        bytes.replaceSubrange(range, with: text.utf8)
      } else {
        bytes = Array(text.utf8)
      }
      places = TextPlaces(bytes, encoding)
    }
    self.version = version ?? self.version
    return true
  }

  // MARK: Places

  /// The offset of a position of the protocol; nil where it is none.
  func offset(_ position: JSONValue?) -> Int? {
    guard let line = position?["line"]?.int, let character = position?["character"]?.int else {
      return nil
    }
    return places.offset(of: TextPlaces.Place(line: line, character: character))
  }

  private func range(_ range: JSONValue) -> Range<Int>? {
    guard let start = offset(range["start"]), let end = offset(range["end"]) else { return nil }
    return min(start, end)..<max(start, end)
  }

  func position(_ offset: Int) -> JSONValue {
    let place = places.place(of: offset)
    return ["line": JSONValue(place.line), "character": JSONValue(place.character)]
  }

  func range(_ span: Span) -> JSONValue {
    ["start": position(span.lower), "end": position(max(span.lower, span.upper))]
  }

  /// The piece of this text that a location means; nil where it lies in another.
  ///
  /// The rest of a script behind a bracket that nothing closes is a source of its own, whose first line
  /// is a later one of this.
  func span(of location: Location) -> Span? {
    guard location.source.name == name else { return nil }
    let start = places.start(ofLine: location.source.firstLine - 1)
    return Span(start + location.span.lower, start + location.span.upper)
  }

  // MARK: Paths

  /// The path of a `file:` address; nil of any other.
  static func path(of uri: String) -> String? {
    guard uri.hasPrefix("file://") else { return nil }
    let rest = uri.dropFirst("file://".count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    var bytes: [UInt8] = []
    var left = Array(rest[slash...].utf8)[...]
    while let byte = left.popFirst() {
      if byte == UInt8(ascii: "%"), left.count >= 2,
        let value = UInt8(String(decoding: left.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        left = left.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The address of a path.
  static func uri(of path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return "file://"
      + path.utf8.map { byte in
        if plain.contains(byte) { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }.joined()
  }
}
