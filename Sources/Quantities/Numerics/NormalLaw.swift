extension Numerics {
  /// The score below which a share lies, the same algorithm for any width:
  /// M. J. Wichura's rational functions, algorithm AS 241 (Applied Statistics 37, 1988).
  @inlinable @inline(__always)
  static func scoreOf<V: RealVector>(_ share: V) -> V {
    let q = share - 0.5
    let r = V(every: 0.180625) - q * q
    let over0 = r * 2509.0809287301227 + 33430.57558358813
    let over1 = over0 * r + 67265.7709270087
    let over2 = over1 * r + 45921.95393154987
    let over3 = over2 * r + 13731.69376550946
    let over4 = over3 * r + 1971.5909503065513
    let over5 = over4 * r + 133.14166789178438
    let over6 = over5 * r + 3.3871328727963665
    let under0 = r * 5226.495278852854 + 28729.085735721943
    let under1 = under0 * r + 39307.89580009271
    let under2 = under1 * r + 21213.794301586597
    let under3 = under2 * r + 5394.196021424751
    let under4 = under3 * r + 687.1870074920579
    let under5 = under4 * r + 42.31333070160091
    let under6 = under5 * r + 1.0

    let tail = V.select(V.less(q, 0), share, V(every: 1) - share)
    let depth = (V(every: 0) - naturalLogarithm(tail)).squareRoot()
    let isFar = V.less(5, depth)
    let s = depth - V.select(isFar, 5, 1.6)
    let outer0 =
      s * V.select(isFar, 2.0103343992922881e-07, 0.0007745450142783414)
      + V.select(isFar, 2.7115555687434876e-05, 0.022723844989269184)
    let outer1 = outer0 * s + V.select(isFar, 0.0012426609473880784, 0.2417807251774506)
    let outer2 = outer1 * s + V.select(isFar, 0.026532189526576124, 1.2704582524523684)
    let outer3 = outer2 * s + V.select(isFar, 0.29656057182850487, 3.6478483247632045)
    let outer4 = outer3 * s + V.select(isFar, 1.7848265399172913, 5.769497221460691)
    let outer5 = outer4 * s + V.select(isFar, 5.463784911164114, 4.630337846156546)
    let outer6 = outer5 * s + V.select(isFar, 6.657904643501103, 1.4234371107496835)
    let lower0 =
      s * V.select(isFar, 2.0442631033899397e-15, 1.0507500716444169e-09)
      + V.select(isFar, 1.421511758316446e-07, 0.0005475938084995345)
    let lower1 = lower0 * s + V.select(isFar, 1.8463183175100548e-05, 0.015198666563616457)
    let lower2 = lower1 * s + V.select(isFar, 0.0007868691311456133, 0.14810397642748008)
    let lower3 = lower2 * s + V.select(isFar, 0.014875361290850615, 0.6897673349851)
    let lower4 = lower3 * s + V.select(isFar, 0.1369298809227358, 1.6763848301838038)
    let lower5 = lower4 * s + V.select(isFar, 0.599832206555888, 2.053191626637759)
    let lower6 = lower5 * s + 1.0

    let isCentre = V.less(q.absolute, 0x1.b333333333334p-2)
    let score = V.select(isCentre, q * over6, outer6) / V.select(isCentre, under6, lower6)
    let signed = V.select(isCentre, score, score.turned(by: q))
    return V.select(
      V.same(share, 0), -.infinity, V.select(V.same(share, 1), .infinity, signed))
  }

  /// The share below a score, the same algorithm for any width.
  ///
  /// Beyond the score a, the share is e^(−a²/2) h(a)/(1 + a), and h a polynomial of
  /// (a − 4)/(a + 4), as M. M. Shepherd and J. G. Laframboise have it (Mathematics of Computation
  /// 36, 1981); relative error 7e-17 up to 39, where the share is no number any more (Chebyshev).
  @inlinable @inline(__always)
  static func shareOf<V: RealVector>(_ score: V) -> V {
    let size = score.absolute
    let a = V.select(V.less(39, size), 39, size)
    let t = (a - 4) / (a + 4)
    let t2 = t * t
    let even0 = t2 * 0x1.b46032200a2f3p-33 + 0x1.85a9698c60876p-27
    let even1 = even0 * t2 + -0x1.b2450c1ffd5e3p-24
    let even2 = even1 * t2 + 0x1.23a239ac9d703p-21
    let even3 = even2 * t2 + -0x1.5e0b8b67aa701p-19
    let even4 = even3 * t2 + 0x1.c92ef6e032c49p-17
    let even5 = even4 * t2 + -0x1.707b348fc8905p-14
    let even6 = even5 * t2 + 0x1.6c5380b089021p-11
    let even7 = even6 * t2 + -0x1.47d5fc6dd4b19p-8
    let even8 = even7 * t2 + -0x1.07c3c258357e9p-5
    let even9 = even8 * t2 + 0x1.cabd72a6103d7p-7
    let even10 = even9 * t2 + 0x1.e361ea6fba141p-2
    let odd0 = t2 * 0x1.2abccac5591abp-28 + -0x1.44612ce50e7d8p-26
    let odd1 = odd0 * t2 + 0x1.8197db15468dbp-29
    let odd2 = odd1 * t2 + 0x1.afbf7b7390defp-22
    let odd3 = odd2 * t2 + -0x1.cc70ef9d0cc94p-19
    let odd4 = odd3 * t2 + 0x1.64818cc1830b6p-16
    let odd5 = odd4 * t2 + -0x1.8c118ecd9e90bp-14
    let odd6 = odd5 * t2 + -0x1.2b7f5f298e01bp-12
    let odd7 = odd6 * t2 + 0x1.25dd72065695dp-6
    let odd8 = odd7 * t2 + 0x1.d4969f10dd304p-6
    let odd9 = odd8 * t2 + -0x1.8c18f2086e32ep-4

    let (square, lost) = wideProduct(a, a)
    let height = exponential(of: square * -0.5, and: lost * -0.5)
    let beyond = height * (even10 + t * odd9) / (a + 1)
    let share = V.select(V.less(score, 0), beyond, V(every: 1) - beyond)
    return V.select(V.same(score, score), share, score)
  }
}
