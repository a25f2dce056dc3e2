import Quantities

/// `lognormal(MEDIAN, SIGMA)`: the logarithm is normal with standard deviation SIGMA. Model 9.
enum Lognormal {
  static let row = DistributionRow(
    "lognormal", [.value("MEDIAN"), .plain("SIGMA")],
    "its logarithm is normal around that of MEDIAN, with standard deviation SIGMA",
    example: "assume cost = lognormal(5.2bn yuan, 0.3)",
    fault: { distribution in
      if distribution.parameters[0] <= 0 { return "its median is not above zero" }
      return distribution.parameters[1] < 0 ? "its sigma is below zero" : nil
    },
    central: { $0.parameters[0] },
    inverse: { inverse(median: $0.parameters[0], sigma: $0.parameters[1]) })

  static func inverse(median: Double, sigma: Double) -> @Sendable (_ share: Double) -> Double {
    { share in median * Numerics.exponential(sigma * Numerics.normalScore(below: share)) }
  }
}
