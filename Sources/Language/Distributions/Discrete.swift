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
    },
    inverse: { distribution in
      let (values, below) = steps(distribution)
      return { share in
        var low = 0
        var high = values.count - 1
        while low < high {
          let middle = (low + high) / 2
          if share < below[middle] { high = middle } else { low = middle + 1 }
        }
        return values[low]
      }
    })

  /// The values from the smallest on, those of no probability left out, and the share up to and
  /// with each. The last has the rest, where probabilities do not add up to 1 in every digit.
  private static func steps(_ distribution: Distribution) -> (values: [Double], below: [Double]) {
    let pairs = zip(distribution.parameters, distribution.probabilities).filter { $0.1 > 0 }
    let sorted = pairs.sorted { $0.0 < $1.0 }
    var sum = 0.0
    let below = sorted.map { pair in
      sum += pair.1
      return sum
    }
    return (sorted.map(\.0), below)
  }
}
