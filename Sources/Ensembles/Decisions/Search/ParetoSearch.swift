public import Diagnostics

/// A search for points of which none is better in one objective without being worse in another.
///
/// NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Transactions on Evolutionary Computation 6):
/// ranks of dominance, then room between neighbours; simulated binary crossover and polynomial mutation
/// with its distribution indices. Every random number is one of a stream that the seed alone decides, and points are
/// worked out a whole generation at a time, so the answer does not hang on threads.
public struct ParetoSearch: Sendable {
  /// A point of the room that is searched, and what it comes to.
  public struct Point: Sendable, Equatable {
    /// By lever, from 0 to 1.
    public var place: [Double]
    /// By objective; more is better. Nil where it has no value: such a point is worse than any other.
    public var values: [Double]?
  }

  public struct Settings: Sendable {
    /// Points of a generation, an even number.
    public var size: Int
    /// How many generations follow the first.
    public var rounds: Int
    public var seed: UInt64

    public init(size: Int, rounds: Int, seed: UInt64) {
      self.size = max(4, size + size % 2)
      self.rounds = rounds
      self.seed = seed
    }
  }

  /// The indices of crossover and mutation: how near children are to parents.
  private static let crossover = 15.0
  private static let mutation = 20.0
  private static let share = 0.9

  /// The points that none of the last generation is better than, each once, those with the most of the
  /// first objective first.
  public let front: [Point]
  /// How many points were worked out.
  public let count: Int

  /// - Parameter values: what each of some places comes to, in their order.
  public init(
    levers: Int, _ settings: Settings, stop: StopSignal,
    values: ([[Double]]) throws(Diagnostic) -> [[Double]?]
  ) throws(Diagnostic) {
    var chance = Chance(seed: settings.seed)
    let first = ParetoSearch.spread(settings.size, levers, &chance)
    let all = settings.rounds + 1
    var generation = try stop.within(0, of: all) { () throws(Diagnostic) in
      try ParetoSearch.points(first, values)
    }
    var count = generation.count
    for round in 0..<settings.rounds {
      try stop.check()
      let order = FrontOrder(generation.map(\.values))
      var places: [[Double]] = []
      while places.count < settings.size {
        let one = generation[order.better(of: settings.size, &chance)].place
        let two = generation[order.better(of: settings.size, &chance)].place
        let children = ParetoSearch.children(one, two, &chance)
        places += [children.0, children.1].map { ParetoSearch.mutated($0, &chance) }
      }
      let children = try stop.within(round + 1, of: all) { () throws(Diagnostic) in
        try ParetoSearch.points(places, values)
      }
      count += children.count
      let both = generation + children
      generation = FrontOrder(both.map(\.values)).best(settings.size).map { both[$0] }
    }
    self.count = count
    let order = FrontOrder(generation.map(\.values))
    var front: [Point] = []
    for index in generation.indices where order.rank[index] == 0 {
      let point = generation[index]
      // What comes to the same says nothing new.
      if point.values != nil, !front.contains(where: { $0.values == point.values }) {
        front.append(point)
      }
    }
    self.front = front.sorted { a, b in
      (a.values ?? []).lexicographicallyPrecedes(b.values ?? [], by: >)
    }
  }

  private static func points(
    _ places: [[Double]], _ values: ([[Double]]) throws(Diagnostic) -> [[Double]?]
  ) throws(Diagnostic) -> [Point] {
    zip(places, try values(places)).map { place, values in
      Point(place: place, values: values.flatMap { $0.allSatisfy(\.isFinite) ? $0 : nil })
    }
  }

  /// Each lever in so many equal parts, one place in each, in an order of its own.
  private static func spread(_ count: Int, _ levers: Int, _ chance: inout Chance) -> [[Double]] {
    var places = [[Double]](repeating: [], count: count)
    for _ in 0..<levers {
      var order = Array(0..<count)
      for index in stride(from: count - 1, to: 0, by: -1) {
        order.swapAt(index, chance.below(index + 1))
      }
      for index in 0..<count {
        places[index].append((Double(order[index]) + chance.share()) / Double(count))
      }
    }
    return places
  }

  // MARK: Children

  /// Simulated binary crossover within 0 and 1.
  private static func children(
    _ one: [Double], _ two: [Double], _ chance: inout Chance
  ) -> ([Double], [Double]) {
    guard chance.share() < share else { return (one, two) }
    var (first, second) = (one, two)
    for lever in one.indices where chance.share() < 0.5 {
      let (low, high) = (min(one[lever], two[lever]), max(one[lever], two[lever]))
      guard high - low > 1e-14 else { continue }
      let u = chance.share()
      func spread(_ room: Double) -> Double {
        let beta = 1 + 2 * room / (high - low)
        let alpha = 2 - Power.of(beta, -(crossover + 1))
        return u <= 1 / alpha
          ? Power.of(u * alpha, 1 / (crossover + 1))
          : Power.of(1 / (2 - u * alpha), 1 / (crossover + 1))
      }
      let middle = low / 2 + high / 2
      let lower = min(max(middle - spread(low) * (high - low) / 2, 0), 1)
      let upper = min(max(middle + spread(1 - high) * (high - low) / 2, 0), 1)
      (first[lever], second[lever]) = chance.share() < 0.5 ? (lower, upper) : (upper, lower)
    }
    return (first, second)
  }

  /// Polynomial mutation of one lever in the mean.
  private static func mutated(_ place: [Double], _ chance: inout Chance) -> [Double] {
    var place = place
    for lever in place.indices where chance.share() < 1 / Double(place.count) {
      let (x, u) = (place[lever], chance.share())
      let power = mutation + 1
      let step =
        u < 0.5
        ? Power.of(2 * u + (1 - 2 * u) * Power.of(1 - x, power), 1 / power) - 1
        : 1 - Power.of(2 * (1 - u) + (2 * u - 1) * Power.of(x, power), 1 / power)
      place[lever] = min(max(x + step, 0), 1)
    }
    return place
  }

  /// The random numbers of a search, one after the other.
  struct Chance {
    private let philox: Philox
    private var counter: UInt64 = 0

    init(seed: UInt64) { philox = Philox(key: StreamKey.key(seed: seed, name: "search", .random)) }

    /// From 0 to 1, both excluded.
    mutating func share() -> Double {
      let words = philox.words(
        SIMD4(
          UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32), 0, 0))
      counter += 1
      let bits = UInt64(words.x) << 32 | UInt64(words.y)
      return (Double(bits >> 11) + 0.5) / 9_007_199_254_740_992
    }

    mutating func below(_ count: Int) -> Int { min(count - 1, Int(share() * Double(count))) }
  }
}
