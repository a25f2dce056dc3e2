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
    central: { BetaInverse($0.parameters[0], $0.parameters[1]).value(below: 0.5) },
    inverse: { distribution in
      let beta = BetaSeries(distribution.parameters[0], distribution.parameters[1])
      return { share in beta.value(below: share) }
    })
}
