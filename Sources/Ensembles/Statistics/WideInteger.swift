/// A whole number from nought on, of any length: digits of 32 bits, the lowest first.
struct WideInteger: Equatable, Sendable {
  /// Without noughts at the upper end.
  private(set) var digits: [UInt32]

  init(digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  init(_ value: UInt64) {
    self.init(digits: [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)])
  }

  static func * (left: WideInteger, right: WideInteger) -> WideInteger {
    guard let last = right.digits.indices.last, !left.digits.isEmpty else {
      return WideInteger(digits: [])
    }
    var product = [UInt32](repeating: 0, count: left.digits.count + last + 1)
    for (i, digit) in left.digits.enumerated() where digit != 0 {
      var carry: UInt64 = 0
      for j in 0...last {
        carry += UInt64(digit) * UInt64(right.digits[j]) + UInt64(product[i + j])
        product[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[i + last + 1] = UInt32(carry)
    }
    return WideInteger(digits: product)
  }

  /// The difference; nought where `right` is the greater one.
  static func - (left: WideInteger, right: WideInteger) -> WideInteger {
    var difference = left.digits
    var borrow: Int64 = 0
    for i in difference.indices {
      let taken = i < right.digits.count ? Int64(right.digits[i]) : 0
      let rest = Int64(difference[i]) - taken + borrow
      difference[i] = UInt32(truncatingIfNeeded: rest)
      borrow = rest >> 32
    }
    let isAbove = borrow == 0 && right.digits.count <= left.digits.count
    return WideInteger(digits: isAbove ? difference : [])
  }

  /// The nearest number of 53 bits, as a part from 1 to 2 and a power of two; nil for nought.
  var rounded: (significand: Double, exponent: Int)? {
    guard let top = digits.last else { return nil }
    let width = digits.count * 32 - top.leadingZeroBitCount
    // The first 64 bits, of which the last also stands for whatever follows it.
    var head: UInt64 = 0
    var bits = 64
    var place = digits.count - 1
    head = UInt64(top) << (32 + top.leadingZeroBitCount)
    bits = 32 + top.leadingZeroBitCount
    while bits > 0, place > 0 {
      place -= 1
      let digit = UInt64(digits[place])
      if bits >= 32 {
        bits -= 32
        head |= digit << bits
      } else {
        head |= digit >> (32 - bits)
        if digit << (32 + bits) != 0 { head |= 1 }
        bits = 0
      }
    }
    if digits[..<place].contains(where: { $0 != 0 }) { head |= 1 }
    // 64 bits become 53 by the one rounding there is.
    let value = Double(head)
    return (value.significand, Int(value.exponent) - 63 + width - 1)
  }
}
