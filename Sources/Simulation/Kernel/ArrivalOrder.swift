import Diagnostics

/// Firms come in the order of their arrival, and those who arrive at once in that of declaration; who still
/// waits arrived before those who are new. Model 5.
///
/// Where arrivals differ between draws, so may their order: each draw lets them in in its own.
extension Arrivals {
  /// A firm that comes or waits in some draw: where it does, it is 1.
  private struct Comer {
    var firm: Int
    var waits: Number
    var comes: Number
  }

  func admitFirms(
    _ step: Int, _ free: inout Space, _ state: inout RunState<Number>, _ sink: inout Sink,
    stop: StopSignal
  ) {
    var comers = comers(step, &state)
    guard comers.contains(where: { !plan.tenants[$0.firm].arrives.isUniform }) else {
      for comer in comers where !stop.isAsked {
        admit([comer], step, &free, &state, &sink)
      }
      return
    }
    comers.sort {
      (plan.tenants[$0.firm].earliest, $0.firm) < (plan.tenants[$1.firm].earliest, $1.firm)
    }
    var start = 0
    while start < comers.count, !stop.isAsked {
      let end = endOfTangle(from: start, comers)
      admit(Array(comers[start..<end]), step, &free, &state, &sink)
      start = end
    }
  }

  /// Who waits, and who comes in a step.
  private func comers(_ step: Int, _ state: inout RunState<Number>) -> [Comer] {
    let (zero, one) = (Number.zero, Number.one)
    let start = Number(plan.calendar.start(of: step))
    let end = plan.calendar.start(of: step + 1)
    var comers = state.waiting.map { Comer(firm: $0, waits: state.waits[$0], comes: zero) }
    state.waiting = []
    while state.nextFirm < plan.firmsByArrival.count,
      plan.tenants[plan.firmsByArrival[state.nextFirm]].earliest < end
    {
      state.coming.append(plan.firmsByArrival[state.nextFirm])
      state.nextFirm += 1
    }
    let candidates = state.coming
    state.coming = []
    for firm in candidates {
      let arrives = plan.tenants[firm].arrives
      let isIn = arrives.isLess(than: Number(end))
      if !Number.all(isIn) { state.coming.append(firm) }
      var comes = Number.select(isIn, one, zero)
      // Those who came before the scenario come in its first step.
      if step > 0 { comes = Number.select(arrives.isLess(than: start), zero, comes) }
      comes = comes.settled
      guard comes.isSomething else { continue }
      if !arrives.isUniform, let known = comers.firstIndex(where: { $0.firm == firm }) {
        comers[known].comes = comes
      } else {
        comers.append(Comer(firm: firm, waits: zero, comes: comes))
      }
    }
    return comers
  }

  // MARK: Order

  /// The end of those from a place on of whom one comes before another that stands in front of it, in some
  /// draw.
  private func endOfTangle(from start: Int, _ comers: [Comer]) -> Int {
    var end = start + 1
    var place = start
    while place < end {
      let latest = plan.tenants[comers[place].firm].latest
      var later = end
      // They stand in the order in which they may come first.
      while later < comers.count, plan.tenants[comers[later].firm].earliest <= latest {
        if overtakes(comers[later], comers[place]) { end = later + 1 }
        later += 1
      }
      place += 1
    }
    return end
  }

  /// Whether one comes before another in a draw in which both come, and may take its place.
  private func overtakes(_ later: Comer, _ former: Comer) -> Bool {
    let (a, b) = (plan.tenants[later.firm], plan.tenants[former.firm])
    guard a.park == b.park, !a.arrives.isUniform || !b.arrives.isUniform else { return false }
    let areBoth = (later.waits + later.comes) * (former.waits + former.comes)
    return (areBoth * precedes(later.firm, former.firm)).isSomething
  }

  /// 1 where one firm comes before another.
  private func precedes(_ firm: Int, _ other: Int) -> Number {
    let (a, b) = (plan.tenants[firm].arrives, plan.tenants[other].arrives)
    let tie =
      firm < other ? Number.select(a.isEqual(to: b), Number.one, Number.zero) : Number.zero
    return Number.select(a.isLess(than: b), Number.one, tie)
  }

  // MARK: Admission

  /// Screens some firms and lets them in, in each draw in its order; what is left of them waits.
  private func admit(
    _ comers: [Comer], _ step: Int, _ free: inout Space, _ state: inout RunState<Number>,
    _ sink: inout Sink
  ) {
    let zero = Number.zero
    let here = comers.map { comer in
      let comes =
        comer.comes.isSomething ? letThrough(comer.firm, where: comer.comes, &state) : zero
      return (comer.waits + comes).settled
    }
    var left = here.map { _ in zero }
    if comers.count == 1 {
      left[0] = admit(comers[0].firm, where: here[0], step, &free, &state, &sink)
    } else {
      let turns = turns(comers, here)
      for turn in comers.indices {
        for (place, comer) in comers.enumerated() {
          let isNext = turns[place].isEqual(to: Number(Double(turn)))
          let goes = Number.select(isNext, here[place], zero).settled
          guard goes.isSomething else { continue }
          left[place] += admit(comer.firm, where: goes, step, &free, &state, &sink)
        }
      }
    }
    for (comer, left) in zip(comers, left) {
      let left = left.settled
      state.waits[comer.firm] = left
      guard left.isSomething else { continue }
      state.waiting.append(comer.firm)
      if Sink.keepsEvents, comer.comes.isSomething {
        tellWaiting(plan.tenants[comer.firm], &state)
      }
    }
  }

  /// How many are before each.
  private func turns(_ comers: [Comer], _ here: [Number]) -> [Number] {
    comers.indices.map { place in
      comers.indices.reduce(Number.zero) { count, other in
        guard other != place else { return count }
        return count + here[other] * precedes(comers[other].firm, comers[place].firm)
      }
    }
  }
}
