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
    func scalar(_ row: AttributeRow) -> Double { builder.scalar(row)[lane] }
    let decay = scalar(Model.railDecay)
    let (near, far) = (scalar(Model.siphonNear), scalar(Model.siphonFar))
    let size = scalar(Model.siphonSize)
    let least = scalar(Model.leastTime)
    func potential(_ city: Int) -> Double {
      var sum = 0.0
      for other in cities.indices {
        let time = other == city ? internalTimes[city] : times[city][other]
        guard let time else { continue }
        sum += gdp[other] * Numerics.exponential(-Dynamics.halving / decay * time)
      }
      return sum
    }
    /// How near the core is: 1 up to `siphon_near`, falling to 0 at `siphon_far`.
    func nearness(_ city: Int) -> Double {
      guard let core = builder.place(City.core, of: cities[city]), core != city,
        let time = times[city][core]
      else { return 0 }
      return time <= near ? 1 : time >= far ? 0 : (far - time) / (far - near)
    }
    for city in cities.indices { plans[city].potential[lane] = potential(city) }
    for index in order(lane) {
      let before = cities.indices.map { (potential($0), nearness($0)) }
      open(lines[index], lane, &times, least: least)
      for city in cities.indices {
        let after = potential(city)
        plans[city].increments[index][lane] = after - before[city].0
        if before[city].0 > 0, after > 0 {
          plans[city].uplifts[index][lane] =
            after == before[city].0
            ? 0 : Numerics.logarithm(after) - Numerics.logarithm(before[city].0)
        }
        plans[city].pulls[index][lane] =
          weakness(city, gdp, size) * (nearness(city) - before[city].1)
      }
    }
  }

  /// How much smaller a city is than a part of its core, from 0 to 1.
  private func weakness(_ city: Int, _ gdp: [Double], _ size: Double) -> Double {
    guard let core = builder.place(City.core, of: cities[city]), gdp[core] > 0 else { return 0 }
    return max(0, 1 - gdp[city] / gdp[core] / size)
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

  /// A line brings times down to its own or by what it saves, never below `least_time` and never
  /// up.
  private func open(
    _ line: Line, _ lane: Int, _ times: inout [[Double?]], least: Double
  ) {
    for end in line.to where end != line.from {
      let now = times[line.from][end]
      let new: Double
      if let time = line.time {
        new = max(least, time[lane])
      } else if let saves = line.saves, let now {
        new = max(least, now - saves[lane])
      } else {
        continue
      }
      let best = min(now ?? .infinity, new)
      times[line.from][end] = best
      times[end][line.from] = best
    }
  }
}
