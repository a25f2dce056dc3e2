import Synchronization

/// What a question reads, noted while it is put to the run in the middle, so that draws need add up
/// nothing else.
public final class LeafRecorder: Sendable {
  private let found = Mutex<(leaves: [LeafTable], hasFactors: Bool, isWhole: Bool)>(
    ([], false, false))

  public init() {}

  func note(_ leaf: LeafTable) {
    found.withLock { if !$0.leaves.contains(leaf) { $0.leaves.append(leaf) } }
  }

  /// Notes that factors of parks or cities are read.
  func noteFactors() { found.withLock { $0.hasFactors = true } }

  /// Notes that something was read that only a whole run has, such as single postings.
  func noteWhole() { found.withLock { $0.isWhole = true } }

  var leaves: [LeafTable] { found.withLock(\.leaves) }
  var hasFactors: Bool { found.withLock(\.hasFactors) }

  /// Whether only whole runs answer.
  public var needsWholeRuns: Bool { found.withLock(\.isWhole) }
}

/// What the draws of a block came to, as far as somebody asked for it.
final class DrawTables: Sendable {
  private let places: [LeafTable: Int]
  /// By leaf, column and step; amounts begin with what lies before the start.
  private let sums: [[[DrawLanes]]]
  /// By step.
  let additionality: [Additionality<DrawLanes>]
  /// By step and park, and by step and city; empty where nobody asked.
  let agglomeration: [[DrawLanes]]
  let uplift: [[DrawLanes]]
  let potential: [[DrawLanes]]

  init(
    _ leaves: [LeafTable], _ sums: [[[DrawLanes]]], _ plan: Plan<DrawLanes>,
    _ run: Simulation.Run<DrawLanes>, hasFactors: Bool
  ) {
    places = Dictionary(uniqueKeysWithValues: leaves.enumerated().map { ($1, $0) })
    self.sums = sums
    additionality = (0..<plan.calendar.count).map {
      plan.model.additionality.reading(at: DrawLanes(plan.calendar.middle(of: $0)))
    }
    agglomeration = hasFactors ? run.agglomeration : []
    uplift = hasFactors ? plan.upliftByStep : []
    potential = hasFactors ? plan.potentialByStep : []
  }

  private init(
    places: [LeafTable: Int], sums: [[[DrawLanes]]], additionality: [Additionality<DrawLanes>],
    agglomeration: [[DrawLanes]], uplift: [[DrawLanes]], potential: [[DrawLanes]]
  ) {
    self.places = places
    self.sums = sums
    self.additionality = additionality
    self.agglomeration = agglomeration
    self.uplift = uplift
    self.potential = potential
  }

  func table(_ leaf: LeafTable) -> [[DrawLanes]]? { places[leaf].map { sums[$0] } }

  /// The same of other draws: what a body makes of one column after another, always in one order.
  func map(_ body: (DrawLanes) -> DrawLanes) -> DrawTables {
    DrawTables(
      places: places, sums: sums.map { $0.map { $0.map(body) } },
      additionality: additionality.map { $0.map(body) },
      agglomeration: agglomeration.map { $0.map(body) }, uplift: uplift.map { $0.map(body) },
      potential: potential.map { $0.map(body) })
  }
}

extension Additionality where Value == DrawLanes {
  fileprivate func map(_ body: (DrawLanes) -> DrawLanes) -> Additionality {
    Additionality(
      leakage: body(leakage), displacement: body(displacement),
      substitution: body(substitution), multiplier: body(multiplier), deadweight: body(deadweight))
  }
}

/// Where the figures of one draw are read.
struct DrawReading: Sendable {
  let tables: DrawTables
  let lane: Int

  func amounts(_ leaf: LeafTable) -> [[Int64]]? {
    tables.table(leaf).map { $0.map { $0.map { Int64($0[lane]) } } }
  }

  func counts(_ leaf: LeafTable) -> [[Double]]? {
    tables.table(leaf).map { $0.map { $0.map { $0[lane] } } }
  }
}

extension Plan {
  /// e^ℓ - 1 of each city at the end of each step.
  var upliftByStep: [[Number]] {
    (1...calendar.count).map { step in
      cities.indices.map { city in
        Number.exponential(uplift(of: city, at: Number(calendar.start(of: step)))) - Number.one
      }
    }
  }

  /// Market potential of each city at the end of each step, yuan a year.
  var potentialByStep: [[Number]] {
    (1...calendar.count).map { step in
      cities.indices.map { potential(of: $0, at: calendar.start(of: step)) }
    }
  }
}
