public import Diagnostics

/// Boxes in which draws of interest lie close together, by the patient rule induction method.
///
/// Friedman, J. H., and Fisher, N. I. (1999), Bump hunting in high-dimensional data, Statistics and
/// Computing 9, in the form that scenario discovery gave it (Bryant and Lempert 2010) and with the
/// objective of EMA Workbench, `lenient1`: of all ways to take a twentieth off one end of one input, or one
/// of its kinds, the one that gains the most density for each draw that is lost. At the end, what was taken
/// off is put back where that raises the density.
public struct BoxSearch: Sendable {
  /// The share that is taken off, or put back, at a time.
  static let share = 0.05
  /// No box has less than this share of all draws.
  static let leastMass = 0.05

  /// From the box of all draws that were left to the last, one step after the other.
  public private(set) var path: [Box]
  /// How many of them are peelings and pastings, the box of all included. What follows are boxes without
  /// limits that may be of chance.
  public let searched: Int
  let data: BoxData
  /// By draw, whether it is among those that the search is over.
  let isLeft: [Bool]

  /// Over the draws that are in none of some boxes. Nil where none of those that are left is of interest.
  /// Throws where `stop` asks.
  public init?(_ data: BoxData, beside found: [Box] = [], stop: StopSignal) throws(Diagnostic) {
    var isLeft = [Bool](repeating: true, count: data.count)
    for box in found {
      let restricted = box.restricted
      for draw in isLeft.indices where isLeft[draw] {
        isLeft[draw] = !restricted.allSatisfy { input in
          box.limits[input].contains(data.inputs[input].values[draw])
        }
      }
      try stop.check()
    }
    self.data = data
    self.isLeft = isLeft
    var peeling = Peeling(data, isLeft)
    guard peeling.box.hits > 0 else { return nil }
    var path = [peeling.box]
    while let next = peeling.best() {
      try peeling.take(next, stop: stop)
      path.append(peeling.box)
    }
    var pasting = Pasting(data, isLeft, peeling.box)
    while let next = try pasting.next(stop: stop) { path.append(next) }
    searched = path.count
    self.path = path
    // A limit that was taken in early, when all gained the same, stays in every later step: the best
    // balanced one without those that are no better than chance.
    var box = path[balanced]
    while let next = try withoutIdle(box, stop: stop) {
      box = next
      self.path.append(box)
    }
  }

  /// A box without the limit that most likely is one of chance; nil where each does something, or where
  /// it is the last.
  private func withoutIdle(_ box: Box, stop: StopSignal) throws(Diagnostic) -> Box? {
    try stop.check()
    var worst: (chance: Double, input: Int, isUpper: Bool)?
    for (input, chance) in zip(box.restricted, chances(of: box)) {
      for (own, isUpper) in [(chance.lower, false), (chance.upper, true)] {
        guard let own, own > BoxSearch.significant, own > worst?.chance ?? 0 else { continue }
        worst = (own, input, isUpper)
      }
    }
    guard let worst else { return nil }
    var next = box
    switch (box.limits[worst.input], data.whole[worst.input]) {
    case (.range(let low, let high), .range(let least, let most)):
      next.limits[worst.input] =
        worst.isUpper ? .range(low: low, high: most) : .range(low: least, high: high)
    case (_, let whole): next.limits[worst.input] = whole
    }
    next.restricted = data.restricted(next.limits)
    guard !next.restricted.isEmpty else { return nil }
    (next.count, next.hits) = (0, 0)
    for draw in isLeft.indices where isLeft[draw] {
      guard case .inside = Pasting.place(of: draw, next, data) else { continue }
      next.count += 1
      if data.holds[draw] { next.hits += 1 }
    }
    return next
  }

  /// The step at which coverage and density are best balanced, of several the first.
  public var balanced: Int {
    path.indices.max { a, b in
      (path[a].balance(data), -a) < (path[b].balance(data), -b)
    } ?? 0
  }

  /// The best balanced of the steps each of whose limits does more than chance would in one of twenty cases
  /// (Bryant and Lempert 2010); where there is none, the best balanced of all. Throws where `stop` asks.
  public func chosen(stop: StopSignal) throws(Diagnostic) -> Int {
    let order = path.indices.sorted {
      let (one, two) = (path[$0].balance(data), path[$1].balance(data))
      return one == two ? $0 < $1 : one > two
    }
    for step in order {
      try stop.check()
      if isSignificant(path[step]) { return step }
    }
    return balanced
  }

  private func isSignificant(_ box: Box) -> Bool {
    !box.restricted.isEmpty
      && chances(of: box).allSatisfy {
        ($0.lower ?? 0) <= BoxSearch.significant && ($0.upper ?? 0) <= BoxSearch.significant
      }
  }

  /// A limit that has a greater chance may be one of chance.
  public static let significant = 0.05

  /// For each restricted input of a box, how likely it is that a box without that limit would show as
  /// much density by chance: the lower limit, and the upper one; of kinds the first alone. Nil where there is no limit.
  public func chances(of box: Box) -> [(lower: Double?, upper: Double?)] {
    // What each limit keeps out by itself: draws, and those of interest.
    var lower = [(count: Int, hits: Int)](repeating: (0, 0), count: data.inputs.count)
    var upper = lower
    for draw in isLeft.indices where isLeft[draw] {
      guard case .outside(let input, let isAbove) = Pasting.place(of: draw, box, data) else {
        continue
      }
      let hit = data.holds[draw] ? 1 : 0
      if isAbove {
        upper[input].count += 1
        upper[input].hits += hit
      } else {
        lower[input].count += 1
        lower[input].hits += hit
      }
    }
    func chance(_ kept: (count: Int, hits: Int)) -> Double {
      let share = Double(box.hits + kept.hits) / Double(box.count + kept.count)
      return BinomialTail.share(atLeast: box.hits, of: box.count, share)
    }
    return box.restricted.map { input in
      switch (box.limits[input], data.whole[input]) {
      case (.range(let low, let high), .range(let least, let most)):
        (low > least ? chance(lower[input]) : nil, high < most ? chance(upper[input]) : nil)
      default: (chance(lower[input]), nil)
      }
    }
  }
}
