import ParkModel
import Quantities

/// Works out what each line does to each city's market potential and to the pull of its core.
/// Model 4, rail. Lane by lane, for the order of openings may differ between draws.
struct MarketAccess<Number: Lane> {
  private let builder: PlanBuilder<Number>
  private let cities: [Declaration]
  private let lines: [Line]
  private let rails: [RailPlan<Number>]
  private let cores: [Int?]
  /// Travel times as declared, minutes.
  private let journeys: [(from: Int, to: Int, time: Number)]
  private let gdp: [Number]
  /// Minutes.
  private let internalTimes: [Number]
  private let decay: Number
  private let near: Number
  private let far: Number
  private let size: Number
  private let least: Number

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
    let cities = builder.scenario.entities(.city)
    self.cities = cities
    cores = cities.map { builder.place(City.core, of: $0) }
    gdp = cities.map { builder.number(City.gdp, of: $0) }
    internalTimes = cities.map { builder.number(City.internalTime, of: $0) }
    decay = builder.scalar(Model.railDecay)
    near = builder.scalar(Model.siphonNear)
    far = builder.scalar(Model.siphonFar)
    size = builder.scalar(Model.siphonSize)
    least = builder.scalar(Model.leastTime)
    journeys = builder.scenario.entities(.travel).compactMap { travel in
      guard let a = builder.place(Travel.from, of: travel),
        let b = builder.place(Travel.to, of: travel)
      else { return nil }
      return (a, b, builder.number(Travel.time, of: travel))
    }
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
    let markets = lanes.map(market)
    func number(_ read: (Market) -> Double) -> Number {
      markets.count == 1 ? Number(read(markets[0])) : Number.each { read(markets[$0]) }.settled
    }
    for city in plans.indices {
      plans[city].potential = number { $0.potential[city] }
      for line in lines.indices {
        plans[city].increments[line] = number { $0.increments[city][line] }
        plans[city].uplifts[line] = number { $0.uplifts[city][line] }
        plans[city].pulls[line] = number { $0.pulls[city][line] }
      }
    }
    return plans
  }

  /// What lines do to cities in one draw, by city, then by line.
  private struct Market {
    var potential: [Double]
    var increments: [[Double]]
    var uplifts: [[Double]]
    var pulls: [[Double]]

    init(cities: Int, lines: Int) {
      potential = Array(repeating: 0, count: cities)
      increments = Array(repeating: Array(repeating: 0, count: lines), count: cities)
      uplifts = increments
      pulls = increments
    }
  }

  /// The draws to be worked out: the first for all where nothing differs.
  private var lanes: Range<Int> {
    var numbers = gdp + internalTimes + rails.map(\.opens) + journeys.map(\.time)
    numbers += lines.compactMap(\.saves) + lines.compactMap(\.time)
    numbers += [decay, near, far, size, least]
    return numbers.allSatisfy(\.isUniform) ? 0..<1 : 0..<Number.count
  }

  private func market(_ lane: Int) -> Market {
    var market = Market(cities: cities.count, lines: lines.count)
    var times = travelTimes(lane)
    let gdp = gdp.map { $0[lane] }
    let internalTimes = internalTimes.map { $0[lane] }
    let decay = decay[lane]
    let (near, far) = (near[lane], far[lane])
    let size = size[lane]
    let least = least[lane]
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
      guard let core = cores[city], core != city,
        let time = times[city][core]
      else { return 0 }
      return time <= near ? 1 : time >= far ? 0 : (far - time) / (far - near)
    }
    for city in cities.indices { market.potential[city] = potential(city) }
    for index in order(lane) {
      let before = cities.indices.map { (potential($0), nearness($0)) }
      open(lines[index], lane, &times, least: least)
      for city in cities.indices {
        let after = potential(city)
        market.increments[city][index] = after - before[city].0
        if before[city].0 > 0, after > 0 {
          market.uplifts[city][index] =
            after == before[city].0
            ? 0 : Numerics.logarithm(after) - Numerics.logarithm(before[city].0)
        }
        market.pulls[city][index] =
          weakness(city, gdp, size) * (nearness(city) - before[city].1)
      }
    }
    return market
  }

  /// How much smaller a city is than a part of its core, from 0 to 1.
  private func weakness(_ city: Int, _ gdp: [Double], _ size: Double) -> Double {
    guard let core = cores[city], gdp[core] > 0 else { return 0 }
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
    for (a, b, time) in journeys {
      times[a][b] = time[lane]
      times[b][a] = time[lane]
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
