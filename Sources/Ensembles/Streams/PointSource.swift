/// Makes the points of each name.
struct PointSource: Sendable {
  let method: SamplingMethod
  let seed: UInt64
  /// How many draws there are, for `latin`.
  let draws: Int

  /// Of names in their order. For `sobol` each has the first of its own choices of a dimension
  /// that no name before it has; where there are more names than dimensions, the rest are taken
  /// apart.
  func points(_ names: [String]) -> [any Points] {
    var owners: [Int: String] = [:]
    return names.map { name in
      guard method == .sobol else { return points(apart: name) }
      for choice in 0..<PointSource.choices {
        let dimension = SobolPoints.dimension(name, choice: choice)
        guard owners[dimension, default: name] == name else { continue }
        owners[dimension] = name
        return SobolPoints(seed: seed, name: name, dimension: dimension)
      }
      return points(apart: name)
    }
  }

  /// How often a name may choose; of a thousand names hardly one needs more.
  private static let choices: UInt32 = 64

  /// Of a name that is to be even by itself, whatever other names there are.
  func points(apart name: String) -> any Points {
    switch method {
    case .random: RandomPoints(seed: seed, name: name)
    case .latin: LatinPoints(seed: seed, name: name, draws: draws)
    case .sobol: SobolPoints(seed: seed, name: name, dimension: nil)
    }
  }
}
