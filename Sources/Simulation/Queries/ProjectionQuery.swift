import Diagnostics
import Quantities

extension Projection {
  /// The scope of a name: a level, a tax, a park, a phase, a firm, a cohort, a sector or a city.
  public func scope(_ name: String) -> Scope? {
    let order: [Division] = [.level, .park, .phase, .firm, .sector, .jurisdiction, .tax]
    for division in order {
      if let index = names(of: division).firstIndex(of: name) {
        return Scope(division: division, index: index, name: name)
      }
    }
    return nil
  }

  /// A metric in a scope over periods, divided or whole. The parts of a flow or a count add up to
  /// the whole: what belongs to no part is a part of its own, left out where it is nothing unless
  /// `keepsRemainder` says so.
  public func series(
    _ metric: Metric, in scopes: [Scope] = [], by division: Division? = nil,
    over periods: [Range<Int>], keepsRemainder: Bool = false
  ) -> [Series] {
    let names = division.map(names(of:)) ?? [""]
    let query = Query(projection: self, metric: metric, scopes: scopes, division: division)
    var columns = query.figures(metric.row.formula, over: periods)
    if metric.row.scale != 1 {
      columns = columns.map { column in
        column.map { figure in
          if case .number(let value) = figure { return .number(value / metric.row.scale) }
          return figure
        }
      }
    }
    var series: [Series] = []
    for (index, name) in names.enumerated() {
      series.append(Series(part: name, isRemainder: false, figures: columns[index]))
    }
    if division != nil, let rest = columns.last,
      keepsRemainder || rest.contains(where: { $0.isSomething })
    {
      series.append(Series(part: "", isRemainder: true, figures: rest))
    }
    return series
  }
}

extension Figure {
  fileprivate var isSomething: Bool {
    switch self {
    case .money(let fen): fen != 0
    case .number(let value): value != 0
    case .undefined: false
    }
  }
}

/// One question to a projection, answered by a pass over what it needs.
struct Query {
  let projection: Projection
  let metric: Metric
  let scopes: [Scope]
  let division: Division?

  /// How many columns: the parts of the division and the remainder, or the whole.
  private var width: Int { division.map { projection.names(of: $0).count + 1 } ?? 1 }

  /// The figures of each column.
  func figures(_ formula: MetricRow.Formula, over periods: [Range<Int>]) -> [[Figure]] {
    switch formula {
    case .money, .moneyToDate, .tax: return sums(of: formula, over: periods)
    case .measure(let measure), .measureToDate(let measure):
      return counts(measure, over: reach(of: formula, over: periods))
    case .total(let measures):
      return measures.map { counts($0, over: periods) }.reduce(into: []) { sum, part in
        sum =
          sum.isEmpty
          ? part
          : zip(sum, part).map { columns in
            zip(columns.0, columns.1).map { .number(($0.value ?? 0) + ($1.value ?? 0)) }
          }
      }
    case .additional(let measure):
      let shares = periods.map { projection.additionality(step: $0.upperBound - 1) }
      return counts(measure, over: periods).map { column in
        zip(column, shares).map { .number($1.net(of: $0.value ?? 0)) }
      }
    case .additionalMoney(let amounts, let judged):
      return additional(amounts, judged: judged, over: periods)
    case .difference(let a, let b):
      return zip(counts(a, over: periods), counts(b, over: periods)).map { column in
        zip(column.0, column.1).map { .number(difference($0.value ?? 0, $1.value ?? 0)) }
      }
    case .quotient(let above, let below, let factor, let perYear):
      if let reason = reasonAgainstFirms {
        return Array(repeating: periods.map { _ in .undefined(reason) }, count: width)
      }
      let tops = figures(above, over: periods)
      let bottoms = figures(below, over: periods)
      return zip(tops, bottoms).map { column in
        zip(zip(column.0, column.1), periods).map { pair, period in
          quotient(pair.0, pair.1, below, factor, perYear ? years(period) : 1)
        }
      }
    case .agglomeration: return factors(over: periods, .agglomeration)
    case .uplift: return factors(over: periods, .uplift)
    case .potential: return factors(over: periods, .potential)
    }
  }

  /// What is left of one amount after another; nothing where only rounding is left.
  func difference(_ whole: Double, _ part: Double) -> Double {
    let rest = whole - part
    return rest.magnitude < 1e-12 * max(whole, part) ? 0 : rest
  }

  func years(_ period: Range<Int>) -> Double {
    Double(period.count * projection.calendar.stepMonths) / 12
  }

  /// Why what belongs to places has no value for firms, cohorts and sectors; nil where it has one.
  private var reasonAgainstFirms: Sentence? {
    guard let other = metric.row.ofFirms,
      scopes.contains(where: { $0.division == .firm || $0.division == .sector })
    else { return nil }
    return "land is serviced for parks and phases; `\(other)` is over the land that firms occupy"
  }

  private func quotient(
    _ above: Figure, _ below: Figure, _ divisor: MetricRow.Formula, _ factor: Double,
    _ years: Double
  ) -> Figure {
    guard let top = above.value, let bottom = below.value else {
      return .undefined("a part of it is undefined")
    }
    guard bottom != 0 else { return .undefined(divisor.absence) }
    let value = top / bottom * factor / years
    return value.isFinite ? .number(value) : .undefined("it is more than a number can say")
  }

  // MARK: Postings and records

  var leafPlaces: LeafPlaces {
    LeafPlaces(projection.plan, scopes: scopes, division: division)
  }

  /// The column of each subject of the ledger; nil where it is out of scope.
  func columns() -> [Int?] { projection.ledger.subjects.map(leafPlaces.column(of:)) }

  private func sums(of formula: MetricRow.Formula, over periods: [Range<Int>]) -> [[Figure]] {
    let weights = weights(in: formula)
    let table = projection.amounts(
      LeafTable(kind: .money(weights: weights), scopes: scopes, division: division), leafPlaces,
      weights)
    return table.map { row in
      reach(of: formula, over: periods).map {
        .money(fen: row[($0.lowerBound + 1)...$0.upperBound].reduce(0, +))
      }
    }
  }

  /// The steps from which the figures of periods are added up: to date, all that went before; -1 for what lies
  /// before the start.
  func reach(of formula: MetricRow.Formula, over periods: [Range<Int>]) -> [Range<Int>] {
    switch formula {
    case .moneyToDate: periods.map { -1..<$0.upperBound }
    case .measureToDate: periods.map { 0..<$0.upperBound }
    default: periods
    }
  }

  /// How often each account counts in a sum of money, by its place.
  func weights(in formula: MetricRow.Formula) -> [Int64] {
    let places = leafPlaces
    return Account.all(taxes: projection.plan.taxes.count).map {
      places.isInScope($0) ? weight(of: $0, in: formula) : 0
    }
  }

  private func weight(of account: Account, in formula: MetricRow.Formula) -> Int64 {
    switch formula {
    case .money(let amounts), .moneyToDate(let amounts):
      return amounts.reduce(0) { $0 + $1.weight(of: account) }
    case .tax(let level):
      guard let part = account.tax else { return 0 }
      let isOfTax = metric.tax == nil || part.index == metric.tax
      return isOfTax && (level == nil || part.level == level) ? 1 : 0
    default: return 0
    }
  }

  private func counts(_ measure: Measure, over periods: [Range<Int>]) -> [[Figure]] {
    let table = projection.counts(
      LeafTable(kind: .count(measure), scopes: scopes, division: division),
      leafPlaces, measure)
    let isFlow = measure.isFlow
    return table.map { row in
      periods.map { period in
        .number(isFlow ? row[period].reduce(0, +) : row[period.upperBound - 1])
      }
    }
  }

  // MARK: Factors of one park or city

  private func factors(over periods: [Range<Int>], _ kind: PlaceFactor) -> [[Figure]] {
    let ofCities = kind != .agglomeration
    return (0..<width).map { column in
      let places = places(inColumn: column, ofCities: ofCities)
      return periods.map { period in
        guard let first = places.first else {
          return .undefined(ofCities ? "no city is named" : "there is no park")
        }
        guard places.count == 1 else {
          return .undefined("it differs between \(ofCities ? "cities" : "parks"): name one")
        }
        let value = projection.factor(kind, step: period.upperBound - 1, of: first)
        return value.isFinite ? .number(value) : .undefined("it is more than a number can say")
      }
    }
  }

  /// The parks or cities that a column and the scopes leave.
  func places(inColumn column: Int, ofCities: Bool) -> [Int] {
    let plan = projection.plan
    if division != nil, column == width - 1 { return [] }
    var parks = Array(plan.parks.indices)
    var cities: [Int]?
    var limits = scopes.map { ($0.division, $0.index) }
    if let division { limits.append((division, column)) }
    for (division, index) in limits {
      switch division {
      case .park: parks.removeAll { $0 != index }
      case .phase: parks.removeAll { $0 != plan.phases[index].park }
      case .firm: parks.removeAll { $0 != plan.tenants[index].park }
      case .jurisdiction:
        cities = [index]
        parks.removeAll { plan.parks[$0].jurisdiction != index }
      case .level, .sector, .tax: continue
      }
    }
    guard ofCities else { return parks }
    if let cities { return cities }
    let ofParks = Set(parks.compactMap { plan.parks[$0].city })
    if plan.parks.isEmpty, plan.cities.count == 1 { return [0] }
    return ofParks.sorted()
  }
}
