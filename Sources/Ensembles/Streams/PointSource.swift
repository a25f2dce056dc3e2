/// Makes the points of each name.
struct PointSource: Sendable {
  let method: SamplingMethod
  let seed: UInt64
  /// How many draws there are, for `latin`.
  let draws: Int

  /// Of names in their order. A name whose dimension one before it has is taken apart.
  func points(_ names: [String]) -> [any Points] {
    var owners: [Int: String] = [:]
    return names.map { name in
      guard method == .sobol else { return points(apart: name) }
      let dimension = SobolPoints.dimension(name)
      let owner = owners[dimension, default: name]
      owners[dimension] = owner
      return SobolPoints(seed: seed, name: name, isApart: owner != name)
    }
  }

  /// Of a name that is to be even by itself, whatever other names there are.
  func points(apart name: String) -> any Points {
    switch method {
    case .random: RandomPoints(seed: seed, name: name)
    case .latin: LatinPoints(seed: seed, name: name, draws: draws)
    case .sobol: SobolPoints(seed: seed, name: name, isApart: true)
    }
  }
}
