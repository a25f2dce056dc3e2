import Diagnostics

/// A box to which a little is added at a time, where that raises its density.
struct Pasting {
  private var box: Box
  private let data: BoxData
  private let isLeft: [Bool]

  init(_ data: BoxData, _ isLeft: [Bool], _ box: Box) {
    self.data = data
    self.isLeft = isLeft
    self.box = box
  }

  /// Where a draw is beside a box.
  enum Place {
    case inside
    /// Kept out by one limit alone.
    case outside(input: Int, isAbove: Bool)
    case farOutside
  }

  static func place(of draw: Int, _ box: Box, _ data: BoxData) -> Place {
    var place = Place.inside
    for input in box.restricted {
      let value = data.inputs[input].values[draw]
      if box.limits[input].contains(value) { continue }
      guard case .inside = place else { return .farOutside }
      if case .range(_, let high) = box.limits[input] {
        place = .outside(input: input, isAbove: value > high)
      } else {
        place = .outside(input: input, isAbove: false)
      }
    }
    return place
  }

  /// The box with what raises its density most for each draw that is gained; nil where nothing does.
  /// Throws where `stop` asks.
  mutating func next(stop: StopSignal) throws(Diagnostic) -> Box? {
    // The draws beyond each limit, of lower ones first.
    var beyond = [[Int32]](repeating: [], count: 2 * data.inputs.count)
    for draw in isLeft.indices where isLeft[draw] {
      if draw & 0xFFFF == 0 { try stop.check() }
      switch Pasting.place(of: draw, box, data) {
      case .farOutside: continue
      case .outside(let input, let isAbove):
        beyond[2 * input + (isAbove ? 1 : 0)].append(Int32(draw))
      case .inside:
        // What lies on a limit belongs to both sides.
        for input in box.restricted {
          guard case .range(let low, let high) = box.limits[input] else { continue }
          let value = data.inputs[input].values[draw]
          if value == low { beyond[2 * input].append(Int32(draw)) }
          if value == high { beyond[2 * input + 1].append(Int32(draw)) }
        }
      }
    }
    var best: Peeling.Step?
    func offer(_ input: Int, _ limit: Box.Limit, _ draws: [Int32]) {
      let own = data.inputs[input].values
      let known = box.limits[input]
      let gained = draws.filter { limit.contains(own[Int($0)]) && !known.contains(own[Int($0)]) }
      guard !gained.isEmpty else { return }
      let count = box.count + gained.count
      let hits = box.hits + gained.count { data.holds[Int($0)] }
      let gain = (Double(hits) / Double(count) - box.density) / Double(gained.count)
      let isFree = limit == data.whole[input]
      let restricted = box.restricted.count - (isFree ? 1 : 0)
      if let best, (best.gain, -best.restricted) >= (gain, -restricted) { return }
      best = Peeling.Step(
        input: input, limit: limit, count: count, hits: hits, gain: gain, restricted: restricted)
    }
    for input in box.restricted where !data.inputs[input].isCategory { paste(input, beyond, offer) }
    for input in box.restricted where data.inputs[input].isCategory {
      guard case .kinds(let kinds) = box.limits[input] else { continue }
      for kind in data.kinds[input] where !kinds.contains(kind) {
        offer(input, .kinds((kinds + [kind]).sorted()), beyond[2 * input])
      }
    }
    guard let best, best.gain > 0 else { return nil }
    box.limits[best.input] = best.limit
    (box.count, box.hits) = (best.count, best.hits)
    box.restricted = data.restricted(box.limits)
    return box
  }

  /// Offers the twentieth of what lies beyond either limit that is nearest to it.
  private func paste(
    _ input: Int, _ beyond: [[Int32]], _ offer: (Int, Box.Limit, [Int32]) -> Void
  ) {
    guard case .range(let low, let high) = box.limits[input],
      case .range(let least, let most) = data.whole[input]
    else { return }
    func end(_ draws: [Int32], _ share: Double) -> Double? {
      guard !draws.isEmpty else { return nil }
      let values = OrderedBits.sorted(draws.map { data.inputs[input].values[Int($0)] })
      return Quantile.of(values.count, share) { values[$0] }
    }
    let below = beyond[2 * input]
    offer(input, .range(low: end(below, 1 - BoxSearch.share) ?? least, high: high), below)
    let above = beyond[2 * input + 1]
    offer(input, .range(low: low, high: end(above, BoxSearch.share) ?? most), above)
  }
}
