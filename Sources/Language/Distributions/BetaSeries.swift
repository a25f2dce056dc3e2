import Quantities

/// The inverse of the regularized incomplete beta function for many shares: the score of the value
/// as a power series of the normal score, one around each quarter between −8.25 and 8.25, which
/// holds every share that draws have.
///
/// The series solves w′ = φ(z)/g(w), where φ is the normal density and g the density by score:
/// then w″ = w′(w′(bx − ay) − z), and x′ = xyw′. Each begins at the exact inverse. What comes of
/// a cell depends on the parameters and the share alone.
struct BetaSeries: Sendable {
  private static let reach = 33
  private static let degree = 16
  private let exact: BetaInverse
  /// `degree` + 1 coefficients of each cell; those of a cell whose series does not converge fast
  /// enough, of parameters far below 1, are no numbers.
  private let coefficients: [Double]

  init(_ a: Double, _ b: Double) {
    exact = BetaInverse(a, b)
    var coefficients: [Double] = []
    for cell in -BetaSeries.reach...BetaSeries.reach {
      coefficients += BetaSeries.series(exact, around: Double(cell) / 4)
    }
    self.coefficients = coefficients
  }

  /// The value, from 0 to 1, below which a share strictly between 0 and 1 lies.
  func value(below share: Double) -> Double {
    let z = Numerics.normalScore(below: share)
    let cell = (z * 4).rounded()
    guard cell.magnitude <= Double(BetaSeries.reach) else { return exact.value(below: share) }
    let first = (Int(cell) + BetaSeries.reach) * (BetaSeries.degree + 1)
    let h = z - cell / 4
    var score = coefficients[first + BetaSeries.degree]
    for place in stride(from: first + BetaSeries.degree - 1, through: first, by: -1) {
      score = score * h + coefficients[place]
    }
    guard score.isFinite else { return exact.value(below: share) }
    let small = Numerics.exponential(-score.magnitude)
    return score < 0 ? small / (1 + small) : 1 / (1 + small)
  }

  private static func series(_ exact: BetaInverse, around z: Double) -> [Double] {
    let (a, b) = (exact.law.a, exact.law.b)
    let start = exact.score(atNormalScore: z)
    let place = BetaPlace(score: start)
    let logarithm = exact.law.logarithmOfDensity(at: place)
    let slope = Numerics.exponential(-z * z / 2 - 0.918_938_533_204_672_7 - logarithm)
    // w′, x, bx − ay, w′(bx − ay) − z, xy.
    var p = [slope]
    var x = [place.x]
    var q = [b * place.x - a * place.y]
    var s = [slope * q[0] - z]
    var v = [place.x * place.y]
    var w = [start, slope]
    for k in 0..<degree - 1 {
      let step = Double(k + 1)
      p.append(product(p, s, k) / step)
      x.append(product(v, p, k) / step)
      q.append((a + b) * x[k + 1])
      s.append(product(p, q, k + 1) - (k == 0 ? 1 : 0))
      // (xy)ₖ, where y is 1 − x: the first of y is exact, the others are those of −x.
      var next = x[k + 1] * place.y - place.x * x[k + 1]
      for i in stride(from: 1, through: k, by: 1) { next -= x[i] * x[k + 1 - i] }
      v.append(next)
      w.append(p[k + 1] / Double(k + 2))
    }
    // What the next terms can be at the end of the cell, an eighth away.
    let rest = max(w[degree].magnitude, w[degree - 1].magnitude / 8) * Numerics.power(8, -16)
    return rest < 1e-15 * max(1, start.magnitude) && slope.isFinite
      ? w : [Double](repeating: .nan, count: degree + 1)
  }

  /// The coefficient k of a product of series.
  private static func product(_ a: [Double], _ b: [Double], _ k: Int) -> Double {
    var sum = 0.0
    for i in 0...k { sum += a[i] * b[k - i] }
    return sum
  }
}
