/// `pert(A, MODE, B)`: a smooth hill from A over MODE to B, a beta distribution stretched between
/// the ends. Model 9.
enum Pert {
  static let row = DistributionRow(
    "pert", [.value("A"), .value("MODE"), .value("B")], "a smooth hill from A over MODE to B",
    example: "assume g = pert(2%, 5%, 12%)",
    fault: { Triangular.fault($0.parameters) }, central: { $0.parameters[1] },
    inverse: { distribution in
      let stretch = Stretch(distribution.parameters[0], distribution.parameters[2])
      let mode = stretch.share(of: distribution.parameters[1])
      let beta = BetaSeries(1 + 4 * mode, 1 + 4 * (1 - mode))
      return { share in stretch.value(at: beta.value(below: share)) }
    })
}
