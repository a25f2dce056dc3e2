extension Numerics {
  /// ln x, the same algorithm for any width.
  @inlinable @inline(__always)
  static func naturalLogarithm<V: RealVector>(_ x: V) -> V {
    let (k, m) = parts(x, least: 0x3FE6_A09E_667F_3BCD)
    return edges(x, logarithm(significand: m - 1, k, V(every: 0)))
  }

  /// ln(1 + x), the same algorithm for any width.
  @inlinable @inline(__always)
  static func naturalLogarithm<V: RealVector>(onePlus x: V) -> V {
    let sum = x + 1
    // What 1 + x leaves of the smaller of both, which counts for less the larger the sum.
    let isLarge = V.less(1, x)
    let lost = V.select(isLarge, V(every: 1) - (sum - x), x - (sum - 1))
    let (k, m) = parts(sum, least: 0x3FE6_A09E_667F_3BCD)
    let value = logarithm(significand: m - 1, k, lost / sum)
    // Near 0 the number itself is what is left of 1.
    let near = logarithm(significand: x, V(every: 0), V(every: 0))
    let isNear = V.less(x.absolute, 0.25)
    let whole = V.select(isNear, near, value)
    // −0 stays.
    return V.select(V.same(x, 0), x, edges(sum, whole))
  }

  /// k ln 2 + ln(1 + f) + rest, for 1 + f between √½ and √2, by s = f/(2 + f):
  /// ln(1 + f) = f − f²/2 + s(f²/2 + R), R being a series of s² (as in fdlibm, Sun, 1993).
  @inlinable @inline(__always)
  static func logarithm<V: RealVector>(significand f: V, _ k: V, _ rest: V) -> V {
    let s = f / (f + 2)
    let z = s * s
    let z2 = z * z
    // Relative error 5e-18 of the logarithm (Chebyshev).
    let r01 = z * 0x1.9999999995273p-2 + 0x1.5555555555558p-1
    let r23 = z * 0x1.c71c62d5e53e0p-3 + 0x1.2492492dfd86cp-2
    let r45 = z * 0x1.39fdcceb4bb45p-3 + 0x1.7462b91b8df65p-3
    let upper = r45 + z2 * 0x1.2b5f68a50d903p-3
    let r = z * (r01 + z2 * (r23 + z2 * upper))
    let half = f * f * 0.5
    let low = s * (half + r) + (k * lowerOfLn2 + rest)
    return k * upperOfLn2 + (f - (half - low))
  }

  /// x as 2ᵏ m, with m from a least number below 1, given by its bits, up to twice that. For x
  /// above 0; also where it is subnormal.
  @inlinable @inline(__always)
  static func parts<V: RealVector>(_ x: V, least: UInt64) -> (k: V, m: V) {
    let isSmall = V.less(x, 0x1p-1022)
    let normal = V.select(isSmall, x * 0x1p54, x)
    // As a whole number behind 2⁵², for whole numbers are not converted.
    let bits = normal.bits &+ V.Bits(every: 0x3FF0_0000_0000_0000 &- least)
    let behind = V(bits: bits.shiftedRight(52) | V.Bits(every: 0x4330_0000_0000_0000))
    let k = behind - V.select(isSmall, 0x1p52 + 1023 + 54, 0x1p52 + 1023)
    let m = V(bits: (bits & V.Bits(every: 0x000F_FFFF_FFFF_FFFF)) &+ V.Bits(every: least))
    return (k, m)
  }

  /// A logarithm's value, or what stands at the edges instead.
  @inlinable @inline(__always)
  static func edges<V: RealVector>(_ x: V, _ value: V) -> V {
    let inside = V.select(V.less(x, .infinity), value, x)
    let below = V.select(V.less(x, 0), .nan, inside)
    return V.select(V.same(x, 0), -.infinity, below)
  }
}
