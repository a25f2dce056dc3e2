import Quantities

/// `discrete(V: P, …)`: one of several values, each with its probability. Model 9.
enum Discrete {
  static let row = DistributionRow(
    "discrete", [.weighted], "one of several values, each with its probability",
    example: "assume saved = discrete(20min: 30%, 34min: 70%)",
    fault: { distribution in
      if distribution.probabilities.contains(where: { !(0...1).contains($0) }) {
        return "a probability is not between 0 and 1"
      }
      let sum = distribution.probabilities.reduce(0, +)
      guard (sum - 1).magnitude > 1e-9 else { return nil }
      return "its probabilities add up to \(NumberFormat.significant(sum, digits: 6)), not 1"
    },
    // The likeliest, the first of those that are as likely.
    central: { distribution in
      let most = distribution.probabilities.max() ?? 0
      let place = distribution.probabilities.firstIndex(of: most) ?? 0
      return distribution.parameters[place]
    })
}
