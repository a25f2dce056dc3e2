import ParkModel
import Quantities

/// Works out what each line does to each city's market potential and to the pull of its core.
/// Model 4, rail. Lane by lane, for the order of openings may differ between draws.
struct MarketAccess<Number: Lane> {
  private let builder: PlanBuilder<Number>
  private let cities: [Declaration]
  private let lines: [Line]
  private let rails: [RailPlan<Number>]

  private struct Line {
    var from: Int
    var to: [Int]
    /// Minutes.
    var saves: Number?
    var time: Number?
  }

  init(_ builder: PlanBuilder<Number>, rails: [RailPlan<Number>]) {
    self.builder = builder
    self.rails = rails
    cities = builder.scenario.entities(.city)
    lines = builder.scenario.entities(.rail).map { entity in
      var to: [Int] = []
      if case .names(let names)? = entity[Rail.to]?.value { to = names.compactMap(builder.place) }
      let opens = builder.instant(Rail.opens, of: entity) ?? 0
      func minutes(_ row: AttributeRow) -> Number? {
        entity[row] == nil ? nil : builder.number(row, of: entity, at: opens)
      }
      return Line(
        from: builder.place(Rail.from, of: entity) ?? 0, to: to, saves: minutes(Rail.saves),
        time: minutes(Rail.time))
    }
  }

  func plans() -> [CityPlan<Number>] {
    var plans = cities.enumerated().map { index, city in
      CityPlan(
        name: city.name, potential: Number.zero,
        increments: Array(repeating: Number.zero, count: lines.count),
        uplifts: Array(repeating: Number.zero, count: lines.count),
        pulls: Array(repeating: Number.zero, count: lines.count),
        ends: lines.indices.filter { lines[$0].from == index || lines[$0].to.contains(index) },
        handover: builder.handover(of: city))
    }
    for lane in 0..<Number.count { fill(&plans, lane) }
    return plans
  }

  private func fill(_ plans: inout [CityPlan<Number>], _ lane: Int) {
    var times = travelTimes(lane)
    let gdp = cities.map { builder.number(City.gdp, of: $0)[lane] }
    let internalTimes = cities.map { builder.number(City.internalTime, of: $0)[lane] }
    let decay = builder.number(Model.railDecay, of: builder.scenario.model)[lane]
    func potential(_ city: Int) -> Double {
      var sum = 0.0
      for other in cities.indices {
        let time = other == city ? internalTimes[city] : times[city][other]
        guard let time else { continue }
        sum += gdp[other] * Numerics.exponential(-Dynamics.halving / decay * time)
      }
      return sum
    }
    /// How near the core is: 1 up to 60 minutes, falling to 0 at 120.
    func nearness(_ city: Int) -> Double {
      guard let core = builder.place(City.core, of: cities[city]), core != city,
        let time = times[city][core]
      else { return 0 }
      return min(1, max(0, (120 - time) / 60))
    }
    for city in cities.indices { plans[city].potential[lane] = potential(city) }
    for index in order(lane) {
      let before = cities.indices.map { (potential($0), nearness($0)) }
      open(lines[index], lane, &times)
      for city in cities.indices {
        let after = potential(city)
        plans[city].increments[index][lane] = after - before[city].0
        if before[city].0 > 0, after > 0 {
          plans[city].uplifts[index][lane] =
            after == before[city].0
            ? 0 : Numerics.logarithm(after) - Numerics.logarithm(before[city].0)
        }
        plans[city].pulls[index][lane] =
          weakness(city, gdp) * (nearness(city) - before[city].1)
      }
    }
  }

  /// How much smaller a city is than half its core, from 0 to 1.
  private func weakness(_ city: Int, _ gdp: [Double]) -> Double {
    guard let core = builder.place(City.core, of: cities[city]), gdp[core] > 0 else { return 0 }
    return max(0, 1 - gdp[city] / gdp[core] / 0.5)
  }

  /// The lines by actual opening, then by declaration.
  private func order(_ lane: Int) -> [Int] {
    lines.indices.sorted { a, b in
      (rails[a].opens[lane], a) < (rails[b].opens[lane], b)
    }
  }

  /// Travel times as declared, minutes; nil where there is none.
  private func travelTimes(_ lane: Int) -> [[Double?]] {
    var times = Array(
      repeating: [Double?](repeating: nil, count: cities.count), count: cities.count)
    for travel in builder.scenario.entities(.travel) {
      guard let a = builder.place(Travel.from, of: travel),
        let b = builder.place(Travel.to, of: travel)
      else { continue }
      let time = builder.number(Travel.time, of: travel)[lane]
      times[a][b] = time
      times[b][a] = time
    }
    return times
  }

  /// A line brings times down to its own or by what it saves, never below 5 minutes and never up.
  private func open(_ line: Line, _ lane: Int, _ times: inout [[Double?]]) {
    for end in line.to where end != line.from {
      let now = times[line.from][end]
      let new: Double
      if let time = line.time {
        new = max(5, time[lane])
      } else if let saves = line.saves, let now {
        new = max(5, now - saves[lane])
      } else {
        continue
      }
      let best = min(now ?? .infinity, new)
      times[line.from][end] = best
      times[end][line.from] = best
    }
  }
}
