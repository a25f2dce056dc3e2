public import Diagnostics
public import ParkModel
public import Quantities

/// What each change that leads from one scenario to another makes of the difference of a figure.
public struct Bridge: Sendable {
  public struct Part: Sendable {
    public let items: [BridgeItem]
    /// In the unit of the bridge; whole fen of money.
    public var amount: Double
    /// Of a part that was sampled.
    public var standardError: Double?
  }

  /// The figure in the first scenario, and in the second.
  public private(set) var from = 0.0
  public private(set) var to = 0.0
  public private(set) var unit = Unit.one
  /// The largest first. With `order` they add up to the difference.
  public private(set) var parts: [Part] = []
  /// What the order of declarations makes: which of two firms finds room, for example.
  public private(set) var order = 0.0
  /// How many runs it took.
  public private(set) var runs = 0
  /// How many orders of the changes were tried; nil where all of them are in it.
  public private(set) var orders: Int?
  /// Whether changes were put together because one does not run without the other.
  public private(set) var hasJoined = false

  /// As many changes as have all of their subsets run.
  public static let mostExact = 12
  private static let pairs = 64

  /// - Parameters:
  ///   - base: runs of the first scenario, of one figure.
  ///   - used: the names that the figure reads.
  public init(
    _ base: VariedRuns, to second: Scenario, used: Set<String>, seed: UInt64 = 1
  ) throws(Diagnostic) {
    let ends = [base.values(of: base.scenario)[0], base.values(of: second)[0]]
    try base.stop.check()
    guard case .number(let one) = ends[0], let other = ends[1].value(in: one.unit) else {
      if case .none(let reason) = ends[0] { throw .noEnd("the first", reason) }
      if case .none(let reason) = ends[1] { throw .noEnd("the second", reason) }
      throw .noEnd("the second", "it is in another unit")
    }
    (from, to, unit) = (one.value, other, one.unit)
    var groups = BridgeEdits(from: base.scenario, to: second, used: used).groups
    var made: [Double]?
    while made == nil {
      let (found, problem) =
        groups.count <= Bridge.mostExact
        ? try exact(groups, base) : try sampled(groups, base, seed)
      if let found {
        made = found
      } else {
        // What does not run apart is put together, and all is tried again.
        groups = Bridge.joined(groups, problem)
        hasJoined = true
      }
    }
    finish(groups, made ?? [])
  }

  // MARK: Subsets

  private typealias Found = (amounts: [Double]?, problem: Set<Int>)

  private mutating func exact(
    _ groups: [BridgeEdits.Group], _ base: VariedRuns
  ) throws(Diagnostic) -> Found {
    let count = groups.count
    let cells = (0..<1 << count).map { subset in (0..<count).map { subset >> $0 & 1 } }
    var values = try self.values(groups, base, cells)
    // One change is the whole difference, whatever its subsets say.
    if values[0] == nil { values[0] = from }
    if values[values.count - 1] == nil { values[values.count - 1] = to }
    let failing = values.indices.filter { values[$0] == nil }
    guard let least = failing.min(by: { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) })
    else {
      let known = values.map { $0 ?? 0 }
      order = to - known[known.count - 1]
      return (Shapley.values(of: known, players: count), [])
    }
    // The smallest that run with all of it in them say what it needs.
    let wider = values.indices.filter { values[$0] != nil && $0 & least == least }
    let size = wider.map(\.nonzeroBitCount).min() ?? count
    let union = wider.filter { $0.nonzeroBitCount == size }.reduce(least, |)
    return (nil, Set((0..<count).filter { union >> $0 & 1 == 1 }))
  }

  private mutating func sampled(
    _ groups: [BridgeEdits.Group], _ base: VariedRuns, _ seed: UInt64
  ) throws(Diagnostic) -> Found {
    let count = groups.count
    let orders = Shapley.orders(of: count, pairs: Bridge.pairs, seed: seed)
    var places: [[Int]: Int] = [:]
    var cells: [[Int]] = []
    func place(_ cell: [Int]) -> Int {
      if let known = places[cell] { return known }
      places[cell] = cells.count
      cells.append(cell)
      return cells.count - 1
    }
    let paths = orders.map { order in
      var cell = [Int](repeating: 0, count: count)
      return [place(cell)]
        + order.map { player in
          cell[player] = 1
          return place(cell)
        }
    }
    var values = try self.values(groups, base, cells)
    let (none, all) = (paths[0][0], paths[0][count])
    values[none] = values[none] ?? from
    values[all] = values[all] ?? to
    for (order, path) in zip(orders, paths) {
      guard let fails = path.firstIndex(where: { values[$0] == nil }) else { continue }
      let runs = path.indices.first { $0 > fails && values[path[$0]] != nil } ?? count
      // From the change with which it fails to the one with which it runs again.
      return (nil, Set(order[max(0, fails - 1)..<runs]))
    }
    var sums = [Double](repeating: 0, count: count)
    var squares = sums
    for pair in stride(from: 0, to: orders.count, by: 2) {
      var own = [Double](repeating: 0, count: count)
      for way in [pair, pair + 1] {
        for (step, player) in orders[way].enumerated() {
          let (before, after) = (values[paths[way][step]] ?? 0, values[paths[way][step + 1]] ?? 0)
          own[player] += (after - before) / 2
        }
      }
      for player in own.indices {
        sums[player] += own[player]
        squares[player] += own[player] * own[player]
      }
    }
    let number = Double(Bridge.pairs)
    order = to - (values[all] ?? to)
    self.orders = orders.count
    errors = zip(sums, squares).map { sum, square in
      (max(0, square / number - sum / number * (sum / number)) / (number - 1)).squareRoot()
    }
    return (sums.map { $0 / number }, [])
  }

  private var errors: [Double] = []

  private mutating func values(
    _ groups: [BridgeEdits.Group], _ base: VariedRuns, _ cells: [[Int]]
  ) throws(Diagnostic) -> [Double?] {
    let axes = groups.map { VariationAxis(changes: [[], $0.changes], numbers: $0.numbers) }
    runs += cells.count
    return try base.values(axes, at: cells).map { $0[0].value(in: unit) }
  }

  private static func joined(
    _ groups: [BridgeEdits.Group], _ problem: Set<Int>
  ) -> [BridgeEdits.Group] {
    let together = groups.indices.filter { problem.contains($0) }
    guard let first = together.first else { return groups }
    let joint = together.dropFirst().reduce(groups[first]) { $0.joined(groups[$1]) }
    let others = groups.indices.filter { !problem.contains($0) }.map { groups[$0] }
    return (others + [joint]).sorted { $0.key < $1.key }
  }

  // MARK: Parts

  private mutating func finish(_ groups: [BridgeEdits.Group], _ amounts: [Double]) {
    var amounts = amounts + [order]
    if unit == UnitTable.known("fen") {
      let total = NumberFormat.rounded(to, decimals: 0) - NumberFormat.rounded(from, decimals: 0)
      amounts = LargestRemainder.round(amounts, decimals: 0, to: total).map(Double.init)
    }
    order = amounts.removeLast()
    parts = groups.indices.map { index in
      Part(
        items: groups[index].items, amount: amounts[index],
        standardError: errors.isEmpty ? nil : errors[index])
    }.enumerated().sorted { a, b in
      let (one, two) = (a.element.amount.magnitude, b.element.amount.magnitude)
      return one == two ? a.offset < b.offset : one > two
    }.map(\.element)
  }
}

extension Diagnostic {
  fileprivate static func noEnd(_ which: String, _ reason: String) -> Diagnostic {
    Diagnostic("no-value", "in \(which) of the two branches there is no value: \(said: reason)")
  }
}
