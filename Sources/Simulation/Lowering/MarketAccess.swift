import ParkModel

/// Reads what decides each line's effect on each city's market potential and on the pull of its core, and
/// has it worked out: by `Market`, draw by draw, for the order of openings may differ between draws.
/// Model 4, rail.
struct MarketAccess<Number: Lane> {
  private let builder: PlanBuilder<Number>
  private let cities: [Declaration]
  private let lines: Int
  private let map: MarketMap
  /// What a market reads, in the order of `MarketMap.Numbers`.
  private let numbers: [Number]

  init(_ builder: PlanBuilder<Number>, rails: [RailPlan<Number>]) {
    self.builder = builder
    let cities = builder.scenario.entities(.city)
    self.cities = cities
    var map = MarketMap(cores: cities.map { builder.place(City.core, of: $0) })
    var times: [Number] = []
    for travel in builder.scenario.entities(.travel) {
      guard let a = builder.place(Travel.from, of: travel),
        let b = builder.place(Travel.to, of: travel)
      else { continue }
      map.journeys.append((a, b))
      times.append(builder.number(Travel.time, of: travel))
    }
    let rails = zip(rails, builder.scenario.entities(.rail))
    var openings: [Number] = []
    var changes: [Number] = []
    for (rail, entity) in rails {
      var to: [Int] = []
      if case .names(let names)? = entity[Rail.to]?.value { to = names.compactMap(builder.place) }
      let opens = builder.instant(Rail.opens, of: entity) ?? Number.zero
      let row = entity[Rail.time] != nil ? Rail.time : Rail.saves
      map.lines.append(
        MarketMap.Line(
          from: builder.place(Rail.from, of: entity) ?? 0, to: to,
          change: entity[row] == nil ? .none : entity[Rail.time] != nil ? .time : .saving))
      changes.append(builder.number(row, of: entity, at: opens))
      openings.append(rail.opens)
    }
    self.map = map
    lines = map.lines.count
    numbers =
      cities.map { builder.number(City.gdp, of: $0) }
      + cities.map { builder.number(City.internalTime, of: $0) } + times + openings + changes
      + [Model.railDecay, Model.siphonNear, Model.siphonFar, Model.siphonSize, Model.leastTime]
      .map(builder.scalar)
  }

  func plans() -> [CityPlan<Number>] {
    let map = map
    let found = Number.each(of: numbers, makes: cities.count * (1 + 3 * lines)) { numbers in
      Market(map, MarketMap.Numbers(numbers, map)).numbers
    }
    var rest = found[...]
    return cities.enumerated().map { index, city in
      let own = rest.prefix(1 + 3 * lines)
      rest = rest.dropFirst(own.count)
      func part(_ place: Int) -> [Number] {
        (0..<lines).map { own[own.startIndex + 1 + 3 * $0 + place] }
      }
      return CityPlan(
        name: city.name, potential: own[own.startIndex], increments: part(0), uplifts: part(1),
        pulls: part(2),
        ends: map.lines.indices.filter {
          map.lines[$0].from == index || map.lines[$0].to.contains(index)
        }, handover: builder.handover(of: city))
    }
  }
}
