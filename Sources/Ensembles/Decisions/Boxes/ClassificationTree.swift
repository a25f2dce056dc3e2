public import Diagnostics

/// Draws cut in two, and each part again, where that tells what is of interest from the rest best: a
/// second opinion on boxes, which cuts the whole room where `BoxSearch` takes a little off its edges.
///
/// Breiman and others (1984), Classification and Regression Trees: cuts by the Gini index; a category is
/// cut into one kind and the others. As EMA Workbench grows it with scikit-learn: until a part is of one
/// sort, or no cut leaves a twentieth of all draws on both sides.
public struct ClassificationTree: Sendable {
  /// Every end of the tree, those of lower values first.
  public let leaves: [Box]
  /// The ends in which most draws are of interest, those beside each other that say the same taken
  /// together; those with the most first.
  public let boxes: [Box]

  /// Throws where `stop` asks.
  public init(_ data: BoxData, stop: StopSignal) throws(Diagnostic) {
    let least = max(1, Int(Double(data.count) * BoxSearch.leastMass))
    var growth = Growth(data: data, least: least, isInside: [], leaves: [])
    growth.isInside = [Bool](repeating: false, count: data.count)
    let all = data.count == 0 ? [] : (0..<Int32(data.count)).map { $0 }
    let root = Part(
      box: Box(limits: data.whole, count: data.count, hits: data.hits, restricted: []), draws: all,
      order: data.order)
    boxes = try growth.grow(root, stop: stop).filter { 2 * $0.hits > $0.count }
      .enumerated().sorted { ($0.element.hits, $1.offset) > ($1.element.hits, $0.offset) }
      .map(\.element)
    leaves = growth.leaves
  }

  /// Some draws, in a box, by each input's order.
  private struct Part {
    var box: Box
    var draws: [Int32]
    var order: [[Int32]]
  }

  /// Where a part is cut.
  private struct Cut {
    let input: Int
    /// What lies below, and above.
    let limits: (Box.Limit, Box.Limit)
    let gain: Double
  }

  private struct Growth {
    let data: BoxData
    let least: Int
    var isInside: [Bool]
    var leaves: [Box]

    /// What a part comes to: its leaves, those that say the same together.
    mutating func grow(_ part: Part, stop: StopSignal) throws(Diagnostic) -> [Box] {
      try stop.check()
      guard part.box.hits > 0, part.box.hits < part.box.count, let cut = try best(part, stop: stop)
      else {
        leaves.append(part.box)
        return [part.box]
      }
      let (low, high) = try halves(of: part, cut, stop: stop)
      let one = try grow(low, stop: stop)
      let two = try grow(high, stop: stop)
      let isSame = one.count == 1 && two.count == 1 && says(one[0]) == says(two[0])
      return isSame ? [part.box] : one + two
    }

    private func says(_ box: Box) -> Bool { 2 * box.hits > box.count }

    /// The cut that leaves the least impurity, of equals the first.
    private func best(_ part: Part, stop: StopSignal) throws(Diagnostic) -> Cut? {
      var best: Cut?
      let (count, hits) = (part.box.count, part.box.hits)
      func offer(
        _ low: Int, _ lowHits: Int, _ input: Int, _ limits: () -> (Box.Limit, Box.Limit)
      ) {
        guard low >= least, count - low >= least else { return }
        // What a cut gains goes with the squares of both sorts on both sides.
        func purity(_ count: Int, _ hits: Int) -> Double {
          let (one, two) = (Double(hits), Double(count - hits))
          return (one * one + two * two) / Double(count)
        }
        let gain = purity(low, lowHits) + purity(count - low, hits - lowHits) - purity(count, hits)
        guard gain > (best?.gain ?? 1e-9) else { return }
        best = Cut(input: input, limits: limits(), gain: gain)
      }
      for (input, limit) in part.box.limits.enumerated() {
        try stop.check()
        let values = data.inputs[input].values
        switch limit {
        case .range(let least, let most):
          let own = part.order[input]
          var below = 0
          for place in own.indices.dropLast() {
            let draw = Int(own[place])
            if data.holds[draw] { below += 1 }
            let (value, next) = (values[draw], values[Int(own[place + 1])])
            guard value < next else { continue }
            offer(place + 1, below, input) {
              let middle = value / 2 + next / 2
              // The middle may be the upper one, where nothing lies between them.
              let end = middle < next ? middle : value
              return (
                .range(low: least, high: end), .range(low: max(end, value.nextUp), high: most)
              )
            }
          }
        case .kinds(let kinds):
          guard kinds.count > 1 else { continue }
          var counts = [(count: Int, hits: Int)](repeating: (0, 0), count: kinds.count)
          for draw in part.draws {
            guard let kind = kinds.place(of: values[Int(draw)]) else { continue }
            counts[kind].count += 1
            if data.holds[Int(draw)] { counts[kind].hits += 1 }
          }
          for (place, own) in counts.enumerated() {
            offer(own.count, own.hits, input) {
              var rest = kinds
              rest.remove(at: place)
              return (.kinds([kinds[place]]), .kinds(rest))
            }
          }
        }
      }
      return best
    }

    private mutating func halves(
      of part: Part, _ cut: Cut, stop: StopSignal
    ) throws(Diagnostic) -> (Part, Part) {
      let values = data.inputs[cut.input].values
      for draw in part.draws { isInside[Int(draw)] = cut.limits.0.contains(values[Int(draw)]) }
      func half(_ isLow: Bool, _ limit: Box.Limit) throws(Diagnostic) -> Part {
        let draws = part.draws.filter { isInside[Int($0)] == isLow }
        var order: [[Int32]] = []
        for own in part.order {
          try stop.check()
          order.append(own.filter { isInside[Int($0)] == isLow })
        }
        var box = part.box
        box.limits[cut.input] = limit
        box.count = draws.count
        box.hits = draws.count { data.holds[Int($0)] }
        box.restricted = data.restricted(box.limits)
        return Part(box: box, draws: draws, order: order)
      }
      return (try half(true, cut.limits.0), try half(false, cut.limits.1))
    }
  }
}
