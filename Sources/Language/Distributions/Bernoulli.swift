/// `bernoulli(P)`: 1 with probability P, else 0. Model 9.
enum Bernoulli {
  static let row = DistributionRow(
    "bernoulli", [.plain("P")], "1 with probability P, else 0",
    example: "assume built = bernoulli(70%)",
    fault: { (0...1).contains($0.parameters[0]) ? nil : "its probability is not between 0 and 1" },
    // The likeliest; 0 where both are as likely.
    central: { $0.parameters[0] > 0.5 ? 1 : 0 },
    inverse: { distribution in
      let zero = 1 - distribution.parameters[0]
      return { share in share < zero ? 0 : 1 }
    })
}
