extension Numerics {
  /// e to the power of x + rest, the rest being small beside x: x = n ln 2 + r with
  /// |r| ≤ ½ ln 2, and eʳ as a polynomial, whose first two terms are added without loss.
  @inlinable @inline(__always)
  static func exponential<V: RealVector>(of x: V, and rest: V) -> V {
    // Beyond these the answer is ∞ or 0 anyway, and n stays small.
    let most = V(every: 710)
    let least = V(every: -746)
    let inside = V.select(V.less(most, x), most, V.select(V.less(x, least), least, x))
    let shifted = inside * 0x1.71547652b82fep+0 + magic
    let n = shifted - magic
    // n times the upper part is exact.
    let high = inside - n * upperOfLn2
    let low = n * lowerOfLn2 - rest
    let r = high - low
    let lost = (high - r) - low
    let r2 = r * r
    let r4 = r2 * r2
    // (eʳ − 1 − r)/r², relative error 3e-19 of eʳ (Chebyshev).
    let q01 = r * 0x1.5555555555557p-3 + 0x1p-1
    let q23 = r * 0x1.11111111100dcp-7 + 0x1.5555555555556p-5
    let q45 = r * 0x1.a01a01abe7fe1p-13 + 0x1.6c16c16c162d4p-10
    let q67 = r * 0x1.71de0231960ebp-19 + 0x1.a01a01a6d889cp-16
    let q89 = r * 0x1.af4de97ca4194p-26 + 0x1.27e4db646b17ep-22
    let upperQ = q45 + r2 * q67 + r4 * (q89 + r2 * 0x1.1f730349868cep-29)
    let q = q01 + r2 * q23 + r4 * upperQ
    let sum = r + 1
    let left = r - (sum - 1)
    let power = sum + (left + (r2 * q + lost))
    // In two steps, so that what is too small for its digits is rounded once.
    let half = n * 0.5 + magic
    let first = powerOfTwo(half)
    let second = powerOfTwo(n - (half - magic) + magic)
    let value = power * first * second
    // Where x is no number, neither is the value.
    return V.select(V.same(x, x), value, x + rest)
  }

  /// 2 to the power of a whole number from −1022 to 1023, to which `magic` was added.
  @inlinable @inline(__always)
  static func powerOfTwo<V: RealVector>(_ shifted: V) -> V {
    V(bits: shifted.bits.shiftedLeft(52) &+ V.Bits(every: 0x3FF0_0000_0000_0000))
  }

  /// What makes a number whole when it is added: 1.5 · 2⁵². The sum's lowest bits are that number.
  @inlinable @inline(__always)
  static var magic: Double { 0x1.8p52 }
  /// ln 2 in 40 bits, and what is left of it.
  @inlinable @inline(__always)
  static var upperOfLn2: Double { 0x1.62e42fefa2000p-1 }
  @inlinable @inline(__always)
  static var lowerOfLn2: Double { 0x1.9ef35793c7673p-41 }
}
