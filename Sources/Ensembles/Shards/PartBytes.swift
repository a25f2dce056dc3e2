/// Numbers into bytes, the lowest first, and texts with their length.
struct PartBytes {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Double) { put(value.bitPattern) }

  mutating func put(_ text: String) {
    put(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ values: [Double]) {
    put(UInt64(values.count))
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values { put(value) }
  }
}

/// Reads what `PartBytes` wrote; each answer is nil where there is not so much, or no such thing.
struct PartReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard rest.count >= size else { return nil }
    let number = rest.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: type)) }
    rest = rest.dropFirst(size)
    return number
  }

  /// A number from nought on that an `Int` holds.
  mutating func count() -> Int? { number(UInt64.self).flatMap { Int(exactly: $0) } }

  /// A finite value.
  mutating func value() -> Double? {
    number(UInt64.self).map { Double(bitPattern: $0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  mutating func text() -> String? {
    guard let size = number(UInt32.self), rest.count >= Int(size) else { return nil }
    defer { rest = rest.dropFirst(Int(size)) }
    return String(validating: rest.prefix(Int(size)), as: UTF8.self)
  }

  /// Finite values from the lowest to the highest.
  mutating func values() -> [Double]? {
    guard let size = count(), size <= rest.count / 8 else { return nil }
    var values: [Double] = []
    values.reserveCapacity(size)
    for _ in 0..<size {
      guard let value = value(), values.last.map({ $0 <= value }) ?? true else { return nil }
      values.append(value)
    }
    return values
  }
}
