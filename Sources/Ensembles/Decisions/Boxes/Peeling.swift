import Diagnostics

/// A box from which a little is taken at a time. Columns of draws in the order of each input shrink with
/// it, so that what a step takes off stands at their ends.
struct Peeling {
  private(set) var box: Box
  private let data: BoxData
  /// By draw, whether it is in the box.
  private var isInside: [Bool]
  /// By input with an order, the draws in the box in that order.
  private var order: [[Int32]]
  /// The draws in the box.
  private var draws: [Int32]

  /// A way to take something off.
  struct Step {
    let input: Int
    let limit: Box.Limit
    /// What is left.
    let count: Int
    let hits: Int
    let gain: Double
    let restricted: Int
  }

  init(_ data: BoxData, _ isLeft: [Bool]) {
    self.data = data
    isInside = isLeft
    let isAll = isLeft.allSatisfy { $0 }
    order = isAll ? data.order : data.order.map { $0.filter { isLeft[Int($0)] } }
    draws = isLeft.indices.filter { isLeft[$0] }.map(Int32.init)
    box = Box(
      limits: data.whole, count: draws.count, hits: draws.count { data.holds[Int($0)] },
      restricted: [])
  }

  /// The step that gains most for each draw that it loses, of equals the one that leaves more inputs as
  /// they are, then the first; nil where none gains, or where the box would be too small.
  func best() -> Step? {
    var best: Step?
    func offer(_ input: Int, _ limit: Box.Limit, _ lost: Int, _ lostHits: Int) {
      guard lost > 0, lost < box.count else { return }
      let (count, hits) = (box.count - lost, box.hits - lostHits)
      let gain = (Double(hits) / Double(count) - box.density) / Double(lost)
      let isNew = !box.restricted.contains(input)
      let restricted = box.restricted.count + (isNew ? 1 : 0)
      if let best, (best.gain, -best.restricted) >= (gain, -restricted) { return }
      best = Step(
        input: input, limit: limit, count: count, hits: hits, gain: gain, restricted: restricted)
    }
    for input in order.indices where !data.inputs[input].isCategory { peel(input, offer) }
    for input in order.indices where data.inputs[input].isCategory { drop(input, offer) }
    guard let best, best.gain > 0,
      Double(best.count) / Double(data.count) >= BoxSearch.leastMass
    else { return nil }
    return best
  }

  /// Offers either end of an input with an order, the upper one first.
  private func peel(_ input: Int, _ offer: (Int, Box.Limit, Int, Int) -> Void) {
    guard case .range(let low, let high) = box.limits[input], order[input].count > 1 else { return }
    let (own, holds) = (order[input], data.holds)
    data.inputs[input].values.withUnsafeBufferPointer { values in
      let above = Quantile.of(own.count, 1 - BoxSearch.share) { values[Int(own[$0])] }
      var (lost, hits) = (0, 0)
      while lost < own.count, case let draw = Int(own[own.count - 1 - lost]), values[draw] > above {
        lost += 1
        if holds[draw] { hits += 1 }
      }
      offer(input, .range(low: low, high: above), lost, hits)
      let below = Quantile.of(own.count, BoxSearch.share) { values[Int(own[$0])] }
      (lost, hits) = (0, 0)
      while lost < own.count, case let draw = Int(own[lost]), values[draw] < below {
        lost += 1
        if holds[draw] { hits += 1 }
      }
      offer(input, .range(low: below, high: high), lost, hits)
    }
  }

  /// Offers a category without each of its kinds.
  private func drop(_ input: Int, _ offer: (Int, Box.Limit, Int, Int) -> Void) {
    guard case .kinds(let kinds) = box.limits[input], kinds.count > 1 else { return }
    var counts = [(count: Int, hits: Int)](repeating: (0, 0), count: kinds.count)
    let values = data.inputs[input].values
    for draw in draws {
      guard let kind = kinds.place(of: values[Int(draw)]) else { continue }
      counts[kind].count += 1
      if data.holds[Int(draw)] { counts[kind].hits += 1 }
    }
    for (place, lost) in counts.enumerated() {
      var rest = kinds
      rest.remove(at: place)
      offer(input, .kinds(rest), lost.count, lost.hits)
    }
  }

  /// Takes a step. Throws where `stop` asks.
  mutating func take(_ step: Step, stop: StopSignal) throws(Diagnostic) {
    let values = data.inputs[step.input].values
    let limit = step.limit
    for draw in draws where !limit.contains(values[Int(draw)]) { isInside[Int(draw)] = false }
    keepInside(&draws)
    for input in order.indices where !data.inputs[input].isCategory {
      try stop.check()
      keepInside(&order[input])
    }
    box.limits[step.input] = limit
    box.count = step.count
    box.hits = step.hits
    box.restricted = data.restricted(box.limits)
  }

  /// Leaves of some draws those in the box, in their order.
  private func keepInside(_ draws: inout [Int32]) {
    var kept = 0
    draws.withUnsafeMutableBufferPointer { draws in
      isInside.withUnsafeBufferPointer { isInside in
        for draw in draws {
          draws[kept] = draw
          kept += isInside[Int(draw)] ? 1 : 0
        }
      }
    }
    draws.removeLast(draws.count - kept)
  }
}

extension [Double] {
  /// Where a value stands among values from the smallest on.
  func place(of value: Double) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}

/// Where a share of values ends: half way between two that are not the same, so that equal values are
/// never parted, as sdtoolkit and EMA Workbench have it.
enum Quantile {
  /// `value` has the values in their order.
  static func of(_ count: Int, _ share: Double, _ value: (Int) -> Double) -> Double {
    let place = Double(count - 1) * share
    var low = Int(place.rounded(.down))
    var high = Int(place.rounded(.up))
    if share > 0.5 {
      while low > 0, value(low) == value(high) { low -= 1 }
    } else {
      while high < count - 1, value(low) == value(high) { high += 1 }
    }
    return (value(low) + value(high)) / 2
  }
}
