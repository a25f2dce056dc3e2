import Quantities

/// `beta(A, B)`: a share, more often near 1 the larger A and near 0 the larger B. Model 9.
enum Beta {
  static let row = DistributionRow(
    "beta", [.plain("A"), .plain("B")],
    "a share, more often near 1 the larger A and near 0 the larger B",
    example: "assume kept = beta(8, 2)",
    fault: { distribution in
      let isLegal = distribution.parameters.allSatisfy { $0 > 0 && $0 <= 1e6 }
      return isLegal ? nil : "its parameters are not between 0 and 1,000,000"
    },
    central: { median(of: $0.parameters[0], $0.parameters[1]) })

  /// The value below which half of the distribution lies, by bisection: the share below grows with
  /// the value.
  static func median(of a: Double, _ b: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while true {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { return middle }
      if share(below: middle, a, b) < 0.5 { low = middle } else { high = middle }
    }
  }

  /// The regularized incomplete beta function, by its continued fraction on the side where that
  /// converges fast (NIST DLMF 8.17.22).
  static func share(below x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logarithm =
      Numerics.logarithmOfGamma(a + b) - Numerics.logarithmOfGamma(a)
      - Numerics.logarithmOfGamma(b) + a * Numerics.logarithm(x)
      + b * Numerics.logarithm(onePlus: -x)
    let front = Numerics.exponential(logarithm)
    let isLeft = x < (a + 1) / (a + b + 2)
    return isLeft ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The continued fraction 1/(1 + d1/(1 + d2/(1 + …))), from its front (Lentz's method).
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
      if (step - 1).magnitude < 1e-16 { break }
    }
    return result
  }
}
