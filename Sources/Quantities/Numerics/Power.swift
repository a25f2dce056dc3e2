extension Numerics {
  /// x to the power of y, the same algorithm for any width: e to the power of y ln x, whose digits
  /// have to be many more than a number has.
  @inlinable @inline(__always)
  static func powerOf<V: RealVector>(_ x: V, _ y: V) -> V {
    let size = x.absolute
    let (upper, lower) = wideLogarithm(size)
    let (product, lost) = wideProduct(y, upper)
    let rest = lost + y * lower
    // Where the product is beyond all numbers, or no number, nothing is left of it.
    let isInside = V.less(product.absolute, 1000)
    let value = exponential(of: product, and: V.select(isInside, rest, 0))

    // Of a negative number: the sign where y is odd, no number where it is not whole.
    let (isWhole, sign) = parity(y)
    let signed = value.turned(by: V(bits: sign.bits & x.bits))
    let isBelow = V.less(x, 0)
    let whole = V.select(isWhole, signed, V.select(V.same(size, .infinity), value, .nan))
    let negative = V.select(isBelow, whole, V.select(isWhole, signed, value))
    let endless = V.select(V.same(y.absolute, .infinity), 1, negative)
    let unit = V.select(V.same(size, 1), endless, negative)
    return V.select(V.same(x, 1), 1, V.select(V.same(y, 0), 1, unit))
  }

  /// Whether a number is whole, and −0 where it is odd, else 0.
  @inlinable @inline(__always)
  static func parity<V: RealVector>(_ y: V) -> (isWhole: V.Mask, sign: V) {
    let size = y.absolute
    let half = size * 0.5
    // From 2⁵² on every number is whole, from 2⁵³ on even.
    let whole = V.select(V.less(size, 0x1p52), (size + 0x1p52) - 0x1p52, size)
    let wholeHalf = V.select(V.less(half, 0x1p52), (half + 0x1p52) - 0x1p52, half)
    let sign = V.select(V.same(wholeHalf, half), 0, V.select(V.same(whole, size), -0.0, 0))
    return (V.same(whole, size), sign)
  }

  /// ln x in two parts, to some 65 bits, for x not below 0: by x = 2ᵏ c m, c being 1 or 1.5, and
  /// s = (m − 1)/(m + 1), ln m = 2s + 2s³/3 + …, the first two terms in two parts each.
  @inlinable @inline(__always)
  static func wideLogarithm<V: RealVector>(_ x: V) -> (upper: V, lower: V) {
    // From √⅔ on.
    let (k, m) = parts(x, least: 0x3FEA_20BD_700C_2C3E)
    let isUpper = V.less(0x1.3988e1409212ep+0, m)
    let c = V.select(isUpper, 1.5, 1)
    let over = m - c
    let under = m + c
    let underLost = m - (under - c)
    let inverse = V(every: 1) / under
    let s = over * inverse
    let (back, backLost) = wideProduct(s, under)
    let sLost = (((over - back) - backLost) - s * underLost) * inverse

    let (z, zError) = wideProduct(s, s)
    let zLost = zError + (s + s) * sLost
    let z2 = z * z
    // (ln((1+s)/(1−s))/2s − 1 − z/3)/z², relative error 5e-21 of the logarithm (Chebyshev).
    let t01 = z * 0x1.249249249474bp-3 + 0x1.9999999999998p-3
    let t23 = z * 0x1.745d36456d221p-4 + 0x1.c71c71b3ec6fdp-4
    let t45 = z * 0x1.18a4d7a628cbbp-4 + 0x1.3afd158851337p-4
    let tail = z * (t01 + z2 * (t23 + z2 * t45))
    let third = tail + 0x1.5555555555555p-2
    let thirdLost = (tail - (third - 0x1.5555555555555p-2)) + 0x1.5555555555555p-56
    let (w, wError) = wideProduct(z, third)
    let wLost = wError + (z * thirdLost + zLost * third)
    // 2s(1 + w).
    let twice = s + s
    let (added, addedError) = wideProduct(twice, w)
    let addedLost = addedError + (twice * wLost + (sLost + sLost) * w) + (sLost + sLost)

    // Exact: both have few bits.
    let base = k * upperOfLn2 + V.select(isUpper, 0x1.9f323ecbf8000p-2, 0)
    let baseLost = k * lowerOfLn2 + V.select(isUpper, 0x1.84bf2b68d766fp-42, 0)
    let first = base + twice
    let firstLost = V.select(V.same(base, 0), V(every: 0), twice - (first - base))
    let second = first + added
    let secondLost = added - (second - first)
    let lost = firstLost + (secondLost + (baseLost + addedLost))
    let upper = second + lost
    let lower = lost - (upper - second)
    let isPlain = V.less(x, .infinity)
    let edge = edges(x, upper)
    return (edge, V.select(isPlain, V.select(V.same(x, 0), 0, lower), 0))
  }

  /// A product and what rounding takes from it (T. J. Dekker, 1971), by halves of the digits.
  @inlinable @inline(__always)
  static func wideProduct<V: RealVector>(_ a: V, _ b: V) -> (product: V, lost: V) {
    let product = a * b
    let (p, q) = (a.upper, b.upper)
    let (r, s) = (a - p, b - q)
    return (product, ((p * q - product) + p * s + r * q) + r * s)
  }
}
