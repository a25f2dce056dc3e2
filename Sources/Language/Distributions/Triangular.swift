/// `triangular(A, MODE, B)`: rises straight from A to MODE and falls straight to B. Model 9.
enum Triangular {
  static let row = DistributionRow(
    "triangular", [.value("A"), .value("MODE"), .value("B")],
    "rises straight from A to MODE and falls straight to B",
    example: "assume g = triangular(2%, 6%, 12%)",
    fault: { Triangular.fault($0.parameters) }, central: { $0.parameters[1] },
    inverse: { distribution in
      let stretch = Stretch(distribution.parameters[0], distribution.parameters[2])
      let mode = stretch.share(of: distribution.parameters[1])
      return { share in
        share < mode
          ? stretch.value(at: (share * mode).squareRoot())
          : stretch.value(before: ((1 - share) * (1 - mode)).squareRoot())
      }
    })

  /// What is wrong with two ends and a mode.
  static func fault(_ parameters: [Double]) -> String? {
    if parameters[0] > parameters[2] { return "its first end is above its second" }
    let isBetween = parameters[0] <= parameters[1] && parameters[1] <= parameters[2]
    return isBetween ? nil : "its mode is not between its ends"
  }
}
