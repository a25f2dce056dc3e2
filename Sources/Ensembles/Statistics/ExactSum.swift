/// A sum of binary64 numbers, or of their squares, without any rounding: whichever order and whichever
/// parts they are added in, the bits are the same.
///
/// A fixed-point number wide enough for every finite value, in digits of 32 bits that are carried later
/// (Neal, "Fast exact summation using small and large superaccumulators", 2015). Good for 2^40 values.
struct ExactSum: Equatable, Sendable {
  enum Of: Int, Sendable {
    /// The unit is 2^-1074, the smallest value's.
    case values
    /// The unit is 2^-2148.
    case squares

    fileprivate var digits: Int { self == .values ? 68 : 134 }
    fileprivate var unit: Int { self == .values ? -1074 : -2148 }
  }

  let of: Of
  /// The lowest first; each from 0 to 2^32 once it is carried, the uppermost with the sign.
  private var digits: [Int64]
  /// How many numbers may still be added before the digits have to be carried.
  private var room = ExactSum.most

  private static let most = 1024
  private static let mask: Int64 = 0xFFFF_FFFF

  init(of: Of) {
    self.of = of
    digits = [Int64](repeating: 0, count: of.digits)
  }

  /// Adds finite numbers.
  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    var start = 0
    while start < values.count {
      if room == 0 { carry() }
      let end = min(values.count, start + room)
      room -= end - start
      let part = values[start..<end]
      let kind = of
      digits.withUnsafeMutableBufferPointer { digits in
        switch kind {
        case .values: for value in part { ExactSum.put(value, into: digits) }
        case .squares: for value in part { ExactSum.putSquare(value, into: digits) }
        }
      }
      start = end
    }
  }

  /// Adds another sum of the same kind.
  mutating func merge(_ other: ExactSum) {
    var other = other
    other.carry()
    carry()
    for i in digits.indices { digits[i] += other.digits[i] }
    carry()
  }

  /// The whole number of units without its sign, and the sign.
  var magnitude: (value: WideInteger, isNegative: Bool) {
    var copy = self
    copy.carry()
    let isNegative = copy.digits[copy.digits.count - 1] < 0
    if isNegative {
      for i in copy.digits.indices { copy.digits[i].negate() }
      copy.carry()
    }
    var parts = copy.digits.map { UInt32(truncatingIfNeeded: $0) }
    parts.append(UInt32(truncatingIfNeeded: copy.digits[copy.digits.count - 1] >> 32))
    return (WideInteger(digits: parts), isNegative)
  }

  /// The power of two that a unit is.
  var unit: Int { of.unit }

  static func == (left: ExactSum, right: ExactSum) -> Bool {
    left.of == right.of && left.magnitude == right.magnitude
  }

  /// Brings each digit but the uppermost into its range.
  private mutating func carry() {
    room = ExactSum.most
    digits.withUnsafeMutableBufferPointer { digits in
      var carried: Int64 = 0
      for i in 0..<digits.count - 1 {
        let sum = digits[i] + carried
        digits[i] = sum & ExactSum.mask
        carried = sum >> 32
      }
      digits[digits.count - 1] += carried
    }
  }

  /// The whole number and the place of its lowest bit, in units of 2^-1074, that a finite value is.
  @inline(__always)
  private static func parts(_ value: Double) -> (significand: UInt64, place: Int) {
    let bits = value.bitPattern
    let field = Int(bits >> 52 & 0x7FF)
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    return field == 0 ? (fraction, 0) : (fraction | 1 << 52, field - 1)
  }

  @inline(__always)
  private static func put(_ value: Double, into digits: UnsafeMutableBufferPointer<Int64>) {
    let (significand, place) = parts(value)
    let (digit, shift) = (place >> 5, UInt64(place & 31))
    let low = Int64(bitPattern: significand &<< shift) & mask
    let high = Int64(bitPattern: significand >> (32 - shift))
    // All bits where the value is below nought: a number turned around is its complement and one.
    let sign = Int64(bitPattern: value.bitPattern) >> 63
    digits[digit] &+= (low ^ sign) &- sign
    digits[digit + 1] &+= (high ^ sign) &- sign
  }

  @inline(__always)
  private static func putSquare(_ value: Double, into digits: UnsafeMutableBufferPointer<Int64>) {
    let (significand, place) = parts(value)
    let (digit, shift) = (place >> 4, UInt64(2 * place & 31))
    let square = significand.multipliedFullWidth(by: significand)
    let low = Int64(bitPattern: square.low &<< shift) & mask
    // What is above the lowest digit: 64 bits, and those of the upper half that follow them.
    let middle = square.low >> (32 - shift) | square.high << (32 + shift)
    let high = square.high >> (32 - shift)
    digits[digit] &+= low
    digits[digit + 1] &+= Int64(bitPattern: middle) & mask
    digits[digit + 2] &+= Int64(bitPattern: middle >> 32)
    digits[digit + 3] &+= Int64(bitPattern: high)
  }
}

extension ExactSum {
  /// What a part file says of it: the sign, and the digits of the magnitude.
  init?(of: Of, magnitude: WideInteger, isNegative: Bool) {
    self.init(of: of)
    guard magnitude.digits.count < digits.count else { return nil }
    for (i, digit) in magnitude.digits.enumerated() {
      digits[i] = isNegative ? -Int64(digit) : Int64(digit)
    }
    carry()
  }
}
