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
    central: { distribution in
      let (low, high) = (distribution.parameters[0], distribution.parameters[1])
      guard low > 0 else { return low / 2 + high / 2 }
      return low.squareRoot() * high.squareRoot()
    })
}
