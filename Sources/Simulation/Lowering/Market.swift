import Quantities

/// Which cities are joined by what: the same in every draw.
struct MarketMap: Sendable {
  struct Line: Sendable {
    enum Change: Sendable { case none, time, saving }

    var from: Int
    var to: [Int]
    var change: Change
  }

  /// The core of each city.
  var cores: [Int?]
  /// Cities between which a travel time is declared.
  var journeys: [(from: Int, to: Int)] = []
  var lines: [Line] = []

  /// What differs between draws.
  struct Numbers {
    /// By city, yuan a year.
    var gdp: [Double] = []
    /// By city, minutes.
    var internalTimes: [Double] = []
    /// By journey, minutes.
    var times: [Double] = []
    /// By line, the actual opening.
    var openings: [Double] = []
    /// By line, its time or what it saves, minutes.
    var changes: [Double] = []
    var decay = 0.0
    var near = 0.0
    var far = 0.0
    var size = 0.0
    var least = 0.0

    /// From all of them one after another.
    init(_ numbers: [Double], _ map: MarketMap) {
      var rest = numbers[...]
      func next(_ count: Int) -> [Double] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
      gdp = next(map.cores.count)
      internalTimes = next(map.cores.count)
      times = next(map.journeys.count)
      openings = next(map.lines.count)
      changes = next(map.lines.count)
      let model = next(5)
      (decay, near, far, size, least) = (model[0], model[1], model[2], model[3], model[4])
    }
  }
}

/// What lines do to cities in one draw. Model 4, rail.
struct Market {
  /// By city, yuan a year.
  private var potential: [Double]
  /// By city, then by line.
  private var increments: [[Double]]
  private var uplifts: [[Double]]
  private var pulls: [[Double]]

  /// City by city: its potential, and of each line its increment, uplift and pull.
  var numbers: [Double] {
    potential.indices.flatMap { city in
      [potential[city]]
        + increments[city].indices.flatMap {
          [increments[city][$0], uplifts[city][$0], pulls[city][$0]]
        }
    }
  }

  init(_ map: MarketMap, _ numbers: MarketMap.Numbers) {
    let cities = map.cores.indices
    var times = TravelTimes(map, numbers)
    let pace = -Dynamics.halving / numbers.decay
    func potential(_ city: Int) -> Double {
      var sum = 0.0
      for other in cities {
        let time = other == city ? numbers.internalTimes[city] : times[city, other]
        guard let time else { continue }
        sum += numbers.gdp[other] * Numerics.exponential(pace * time)
      }
      return sum
    }
    /// How near the core is: 1 up to `siphon_near`, falling to 0 at `siphon_far`.
    func nearness(_ city: Int) -> Double {
      guard let core = map.cores[city], core != city, let time = times[city, core] else { return 0 }
      let (near, far) = (numbers.near, numbers.far)
      return time <= near ? 1 : time >= far ? 0 : (far - time) / (far - near)
    }
    let none = Array(repeating: Array(repeating: 0.0, count: map.lines.count), count: cities.count)
    (increments, uplifts, pulls) = (none, none, none)
    self.potential = cities.map(potential)
    let order = map.lines.indices.sorted { a, b in
      (numbers.openings[a], a) < (numbers.openings[b], b)
    }
    var before = self.potential
    for index in order {
      let nearnessBefore = cities.map(nearness)
      times.open(map.lines[index], change: numbers.changes[index], least: numbers.least)
      for city in cities {
        let after = potential(city)
        increments[city][index] = after - before[city]
        if before[city] > 0, after > 0, after != before[city] {
          uplifts[city][index] = Numerics.logarithm(after) - Numerics.logarithm(before[city])
        }
        pulls[city][index] =
          Market.weakness(city, map, numbers) * (nearness(city) - nearnessBefore[city])
        before[city] = after
      }
    }
  }

  /// How much smaller a city is than a part of its core, from 0 to 1.
  private static func weakness(
    _ city: Int, _ map: MarketMap, _ numbers: MarketMap.Numbers
  ) -> Double {
    let gdp = numbers.gdp
    guard let core = map.cores[city], gdp[core] > 0 else { return 0 }
    return max(0, 1 - gdp[city] / gdp[core] / numbers.size)
  }
}

/// Travel times between cities, minutes.
private struct TravelTimes {
  private var times: [Double?]
  private let count: Int

  /// As declared; nil where there is none.
  init(_ map: MarketMap, _ numbers: MarketMap.Numbers) {
    count = map.cores.count
    times = Array(repeating: nil, count: count * count)
    for ((a, b), time) in zip(map.journeys, numbers.times) { set(a, b, time) }
  }

  subscript(a: Int, b: Int) -> Double? { times[a * count + b] }

  private mutating func set(_ a: Int, _ b: Int, _ time: Double) {
    times[a * count + b] = time
    times[b * count + a] = time
  }

  /// A line brings times down to its own or by what it saves, never below `least_time` and never
  /// up.
  mutating func open(_ line: MarketMap.Line, change: Double, least: Double) {
    for end in line.to where end != line.from {
      let now = self[line.from, end]
      let new: Double
      switch (line.change, now) {
      case (.time, _): new = max(least, change)
      case (.saving, let now?): new = max(least, now - change)
      default: continue
      }
      set(line.from, end, min(now ?? .infinity, new))
    }
  }
}
