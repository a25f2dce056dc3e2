import Diagnostics
import Quantities

/// The beta distribution of two parameters above zero: shares below and above a place between 0
/// and 1. The place is a score, the logarithm of its odds ln(x/(1−x)), so that it is as exact
/// beside 1 as beside 0.
struct BetaLaw: Sendable {
  let a: Double
  let b: Double
  /// ln of the density by score at the mean.
  private let height: Double

  init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    // Γ by Stirling's formula and what is left over, for differences of ln Γ lose all digits where
    // the parameters are large (C. Loader, "Fast and accurate computation of binomial
    // probabilities", 2000).
    let excess =
      BetaLaw.stirlingError(a + b) - BetaLaw.stirlingError(a) - BetaLaw.stirlingError(b)
    let root = a.squareRoot() * (b / (a + b)).squareRoot() * BetaLaw.inverseRoot
    height = Numerics.logarithm(root) + excess
  }

  /// With the parameters exchanged: x becomes 1 − x.
  var mirrored: BetaLaw { BetaLaw(b, a) }

  /// The score of the mean.
  var mean: Double { Numerics.logarithm(a) - Numerics.logarithm(b) }

  /// ln of the density by score, x^a (1−x)^b / B(a, b).
  func logarithmOfDensity(at place: BetaPlace) -> Double {
    let n = a + b
    let gap = a * place.y - b * place.x
    return height - BetaLaw.deviance(a, n * place.x, gap, place.logarithmOfX + .log(n / a))
      - BetaLaw.deviance(b, n * place.y, -gap, place.logarithmOfY + .log(n / b))
  }

  /// ln of the share below a place.
  func logarithmOfShare(below place: BetaPlace) -> Double {
    let density = logarithmOfDensity(at: place)
    if place.x < (a + 1) / (a + b + 2) {
      return density + .log(BetaLaw.fraction(place.x, a, b) / a)
    }
    let above = Numerics.exponential(density) * BetaLaw.fraction(place.y, b, a) / b
    return Numerics.logarithm(onePlus: -min(1, above))
  }

  /// a ln(a/m) + m − a, where `gap` is a − m and `log` is ln(m/a), without cancellation near m = a.
  private static func deviance(
    _ a: Double, _ m: Double, _ gap: Double, _ log: Double
  ) -> Double {
    guard gap.magnitude < 0.1 * (a + m) else { return -a * log - gap }
    let v = gap / (a + m)
    var sum = gap * v
    var term = 2 * a * v
    for index in 1...1000 {
      term *= v * v
      let next = sum + term / Double(2 * index + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π): Stirling's series from 16 on, and below by
  /// Γ(x + 1) = xΓ(x).
  static func stirlingError(_ x: Double) -> Double {
    var x = x
    var sum = 0.0
    while x < 16 {
      let step = x < 1 ? .log(1 + x) - .log(x) : Numerics.logarithm(onePlus: 1 / x)
      sum += (x + 0.5) * step - 1
      x += 1
    }
    let s = 1 / (x * x)
    let tail = 1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360_360 - s * (1.0 / 156)))
    return sum + (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * tail))) / x
  }

  /// 1/√2π.
  private static let inverseRoot = 0.398_942_280_401_432_7

  /// The continued fraction of the incomplete beta function, 1/(1 + d1/(1 + d2/(1 + …))), from its
  /// front by Lentz's method (NIST DLMF 8.17.22); it converges fast below the mean.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func apart(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / apart(1 - (a + b) * x / (a + 1))
    var result = d
    for index in 1...100_000 {
      let m = Double(index)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / apart(1 + even * d)
      c = apart(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / apart(1 + odd * d)
      c = apart(1 + odd / c)
      let step = d * c
      result *= step
      if (step - 1).magnitude < 2e-16 { break }
    }
    return result
  }
}

/// A place between 0 and 1, by its score w = ln(x/(1−x)).
struct BetaPlace {
  let x: Double
  /// 1 − x.
  let y: Double
  let logarithmOfX: Double
  let logarithmOfY: Double

  init(score w: Double) {
    let small = Numerics.exponential(-w.magnitude)
    let large = 1 / (1 + small)
    let logarithm = -Numerics.logarithm(onePlus: small)
    x = w < 0 ? small * large : large
    y = w < 0 ? large : small * large
    logarithmOfX = w < 0 ? w + logarithm : logarithm
    logarithmOfY = w < 0 ? logarithm : logarithm - w
  }
}

extension Double {
  fileprivate static func log(_ x: Double) -> Double { Numerics.logarithm(x) }
}
