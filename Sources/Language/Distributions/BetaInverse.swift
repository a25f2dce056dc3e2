import Diagnostics
import Quantities

/// The inverse of the regularized incomplete beta function.
struct BetaInverse: Sendable {
  let law: BetaLaw
  private let mirrored: BetaLaw
  /// The share below the mean.
  private let middle: Double

  /// Of parameters above zero.
  init(_ a: Double, _ b: Double) {
    law = BetaLaw(a, b)
    mirrored = law.mirrored
    middle = Numerics.exponential(law.logarithmOfShare(below: BetaPlace(score: law.mean)))
  }

  /// The value, from 0 to 1, below which a share strictly between 0 and 1 lies.
  func value(below share: Double) -> Double {
    share < middle
      ? BetaPlace(score: BetaInverse.score(law, below: share)).x
      : BetaPlace(score: BetaInverse.score(mirrored, below: 1 - share)).y
  }

  /// The score of the value below which as much lies as below a normal score.
  func score(atNormalScore z: Double) -> Double {
    let share = Numerics.normalShare(below: z)
    return share < middle
      ? BetaInverse.score(law, below: share)
      : -BetaInverse.score(mirrored, below: Numerics.normalShare(below: -z))
  }

  /// The score below which a share lies that is less than the mean's. By Newton's method on the
  /// logarithm of the share, which is concave in the score, for any parameters: from the left it
  /// comes near without going past.
  private static func score(_ law: BetaLaw, below share: Double) -> Double {
    let target = Numerics.logarithm(share)
    let deviation = (1 / law.a + 1 / law.b).squareRoot()
    var low = -745.0
    // All that is further left is nought in double precision.
    guard law.logarithmOfShare(below: BetaPlace(score: low)) < target else { return -.infinity }
    var high = max(low, law.mean)
    var w = min(high, max(low, law.mean + deviation * Numerics.normalScore(below: share)))
    for _ in 0..<200 {
      let place = BetaPlace(score: w)
      let logarithm = law.logarithmOfShare(below: place)
      let gap = target - logarithm
      if gap > 0 { low = w } else { high = w }
      let slope = Numerics.exponential(law.logarithmOfDensity(at: place) - logarithm)
      let next = w + gap / slope
      if gap.magnitude < 1e-8 { return next }
      w = next > low && next < high ? next : low / 2 + high / 2
      if w <= low || w >= high { return w }
    }
    return w
  }
}
