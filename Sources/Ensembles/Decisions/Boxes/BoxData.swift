public import Diagnostics

/// Draws by their inputs, and which of them are of interest: what boxes are found in.
public struct BoxData: Sendable {
  /// One input over all draws.
  public struct Input: Sendable {
    /// By draw, all finite.
    public var values: [Double]
    /// Whether its values are kinds without an order between them: a box then has some of them.
    public var isCategory: Bool

    public init(_ values: [Double], isCategory: Bool = false) {
      self.values = values
      self.isCategory = isCategory
    }
  }

  public let inputs: [Input]
  /// By draw, whether it is of interest.
  public let holds: [Bool]
  /// How many are.
  public let hits: Int
  /// By input, the box of all draws.
  public let whole: [Box.Limit]
  /// By input, the draws in the order of its values; none where it is a category.
  let order: [[Int32]]
  /// By input that is a category, its values from the smallest on.
  let kinds: [[Double]]

  /// As many draws as are taken: their numbers are held in 32 bits.
  public static let most = 1 << 30

  /// Throws where `stop` asks. Inputs have a value for each draw.
  public init(_ inputs: [Input], holds: [Bool], stop: StopSignal) throws(Diagnostic) {
    self.inputs = inputs
    self.holds = holds
    hits = holds.count { $0 }
    var order: [[Int32]] = []
    var kinds: [[Double]] = []
    var whole: [Box.Limit] = []
    for (index, input) in inputs.enumerated() {
      stop.note(index, of: 2 * inputs.count)
      if input.isCategory {
        let own = Set(input.values).sorted()
        order.append([])
        kinds.append(own)
        whole.append(.kinds(own))
      } else {
        let own = try OrderedBits.places(input.values, stop: stop)
        order.append(own)
        kinds.append([])
        let first = own.first.map { input.values[Int($0)] } ?? 0
        let last = own.last.map { input.values[Int($0)] } ?? 0
        whole.append(.range(low: first, high: last))
      }
      try stop.check()
    }
    self.order = order
    self.kinds = kinds
    self.whole = whole
  }

  /// How many draws there are.
  public var count: Int { holds.count }

  /// The inputs in which two boxes are not the same, in their order.
  func restricted(_ limits: [Box.Limit]) -> [Int] {
    limits.indices.filter { limits[$0] != whole[$0] }
  }
}

/// A part of the futures: each input between two values, or of some kinds.
public struct Box: Sendable, Equatable {
  public enum Limit: Sendable, Equatable {
    /// From `low` to `high`, both in it.
    case range(low: Double, high: Double)
    /// Some kinds, from the smallest on.
    case kinds([Double])

    @inline(__always) func contains(_ value: Double) -> Bool {
      switch self {
      case .range(let low, let high): low <= value && value <= high
      case .kinds(let kinds): kinds.contains(value)
      }
    }
  }

  /// By input.
  public var limits: [Limit]
  /// How many draws are in it.
  public var count: Int
  /// How many of those are of interest.
  public var hits: Int
  /// The inputs that it restricts, in their order.
  public var restricted: [Int]

  /// Which share of all that is of interest is in it.
  public func coverage(_ data: BoxData) -> Double { Double(hits) / Double(max(1, data.hits)) }

  /// Which share of what is in it is of interest.
  public var density: Double { Double(hits) / Double(max(1, count)) }

  /// Which share of all draws is in it.
  public func mass(_ data: BoxData) -> Double { Double(count) / Double(max(1, data.count)) }

  /// The harmonic mean of coverage and density, which is high where both are.
  public func balance(_ data: BoxData) -> Double {
    let (coverage, density) = (coverage(data), density)
    return coverage + density > 0 ? 2 * coverage * density / (coverage + density) : 0
  }
}
