/// A number made of everything that a node says (FNV-1a with 64 bits), so that a change is noticed
/// which no sum depends on. It guards against mistakes, not against malice.
struct Seal {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a text and a line break.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0x0A)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
