import Quantities

/// `normal(MEAN, SD)`: the bell curve. Model 9.
enum Normal {
  static let row = DistributionRow(
    "normal", [.value("MEAN"), .value("SD")], "the bell curve around MEAN",
    example: "assume g = normal(5%, 1%)",
    fault: { $0.parameters[1] < 0 ? "its standard deviation is below zero" : nil },
    central: { $0.parameters[0] },
    inverse: { inverse(mean: $0.parameters[0], deviation: $0.parameters[1]) })

  static func inverse(mean: Double, deviation: Double) -> @Sendable (_ share: Double) -> Double {
    { share in mean + deviation * Numerics.normalScore(below: share) }
  }
}
