/// `uniform(A, B)`: every value between A and B is as likely. Model 9.
enum Uniform {
  static let row = DistributionRow(
    "uniform", [.value("A"), .value("B")], "every value between A and B is as likely",
    example: "assume wait = uniform(0y, 1.5y)",
    fault: { $0.parameters[0] > $0.parameters[1] ? "its first end is above its second" : nil },
    central: { $0.parameters[0] / 2 + $0.parameters[1] / 2 },
    inverse: { distribution in
      let stretch = Stretch(distribution.parameters[0], distribution.parameters[1])
      return { share in stretch.value(at: share) }
    })
}
