import Quantities

/// Numbers as bytes, put where there is room for `most` of them; each answers where the next byte goes.
enum NumberBytes {
  /// More than any number takes.
  static let most = 40

  /// Yuan to the fen, as `NumberFormat.yuan`.
  @inline(__always)
  static func put(fen: Int64, at start: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  {
    var place = start
    if fen < 0 { place = put(UInt8(ascii: "-"), at: place) }
    let yuan = fen.magnitude / 100
    let cents = UInt8(truncatingIfNeeded: fen.magnitude &- yuan &* 100)
    place = put(UInt8(ascii: "."), at: digits(of: yuan, at: place))
    place = put(UInt8(ascii: "0") &+ cents / 10, at: place)
    return put(UInt8(ascii: "0") &+ cents % 10, at: place)
  }

  /// The shortest text that reads back, as `NumberFormat.shortest`.
  @inline(__always)
  static func put(
    shortest value: Double, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard value.magnitude < 1e15, value.rounded(.towardZero) == value else {
      var text = NumberFormat.shortest(value)
      return text.withUTF8 { bytes in
        if let first = bytes.baseAddress { start.update(from: first, count: bytes.count) }
        return start + bytes.count
      }
    }
    let place = value < 0 ? put(UInt8(ascii: "-"), at: start) : start
    return digits(of: UInt64(value.magnitude), at: place)
  }

  @inline(__always)
  private static func put(
    _ byte: UInt8, at place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    place.pointee = byte
    return place + 1
  }

  private static func digits(
    of number: UInt64, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var size = 1
    var rest = number
    while rest >= 10_000 {
      rest /= 10_000
      size += 4
    }
    size += rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0
    let end = start + size
    var place = end
    rest = number
    repeat {
      place -= 1
      let next = rest / 10
      place.pointee = UInt8(truncatingIfNeeded: rest &- next &* 10) &+ UInt8(ascii: "0")
      rest = next
    } while rest > 0
    return end
  }
}
