import Quantities

/// `LOW to HIGH`: 90 % of the values lie between them. Lognormal if both are positive, else
/// normal. Model 9.
enum Interval {
  static let row = DistributionRow(
    "to", [.value("LOW"), .value("HIGH")],
    "between LOW and HIGH in nine cases of ten: lognormal if both are above zero, else normal",
    example: "assume saved = 2min to 34min",
    fault: { distribution in
      let (low, high) = (distribution.parameters[0], distribution.parameters[1])
      return low < high ? nil : "its first value is not below its second"
    },
    central: { middle(of: $0.parameters[0], $0.parameters[1]) },
    inverse: { distribution in
      let (low, high) = (distribution.parameters[0], distribution.parameters[1])
      let central = middle(of: low, high)
      guard low > 0 else {
        return Normal.inverse(mean: central, deviation: (high / 2 - low / 2) / tail)
      }
      // By the difference, for a quotient may be larger than any number.
      let width = Numerics.logarithm(high) - Numerics.logarithm(low)
      let ratio = high / low
      let narrow = ratio < 2 ? Numerics.logarithm(onePlus: (high - low) / low) : width
      return Lognormal.inverse(median: central, sigma: narrow / 2 / tail)
    })

  /// The median.
  private static func middle(of low: Double, _ high: Double) -> Double {
    low > 0 ? low.squareRoot() * high.squareRoot() : low / 2 + high / 2
  }

  /// The normal score below which 95 % lie.
  static let tail = 1.6448536269514722
}
