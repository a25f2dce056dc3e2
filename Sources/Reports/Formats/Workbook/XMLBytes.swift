/// XML as bytes that grow at the end. Cells are written millions at a time, so that no text is put
/// together for them first.
struct XMLBytes {
  private(set) var bytes: [UInt8] = []

  static let declaration: StaticString =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  var count: Int { bytes.count }

  /// Forgets what was written and keeps the room for more.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Text of the program's own, written as it is.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func put(_ written: [UInt8]) { bytes.append(contentsOf: written) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ run: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: run) }

  /// Names, numbers and formats that hold nothing to escape.
  mutating func put(plain text: String) { bytes.append(contentsOf: text.utf8) }

  @inline(__always)
  mutating func put(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    put(digits: UInt64(number.magnitude))
  }

  mutating func put(digits number: UInt64, atLeast least: Int = 1) {
    let size = 20
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { room in
      var rest = number
      var place = size
      repeat {
        place -= 1
        let next = rest / 10
        room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest &- next &* 10)
        rest = next
      } while rest > 0
      while place > 0, size - place < least {
        place -= 1
        room[place] = UInt8(ascii: "0")
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[place...]))
    }
  }

  /// A finite number as the shortest text that reads back to it.
  mutating func put(_ number: Double) {
    if number.magnitude < 1e15, number == number.rounded(.towardZero) {
      put(Int(number))
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
  }

  /// A whole number of the last of so many decimal places, exactly.
  mutating func put(decimal digits: Int64, places: Int) {
    let power = XMLBytes.powers[min(max(places, 0), 18)]
    if digits < 0 { bytes.append(UInt8(ascii: "-")) }
    put(digits: digits.magnitude / power)
    guard places > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    put(digits: digits.magnitude % power, atLeast: min(places, 18))
  }

  private static let powers: [UInt64] = (0...18).map { places in
    (0..<places).reduce(1) { power, _ in power * 10 }
  }
}
