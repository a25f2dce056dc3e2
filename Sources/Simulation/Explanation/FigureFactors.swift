import Diagnostics
import Quantities

extension Projection {
  /// What a figure of a metric is made of, in a scope and over one period, down to the attributes
  /// that say so. `titles` are those of what is named.
  public func factors(
    of metric: Metric, in scopes: [Scope] = [], over period: Range<Int>, titles: [String: String]
  ) -> Factor {
    let figures = FigureFactors(
      source: FactorSource(self), names: FactorNames(projection: self, titles: titles),
      query: Query(projection: self, metric: metric, scopes: scopes, division: nil),
      period: period)
    var factor = figures.factor(metric.row.formula, Sentence(typed: metric.name))
    if metric.row.scale != 1, case .number(let value) = factor.value {
      factor = Factor(
        Sentence(typed: metric.name), .conversion(1, metric.row.scale),
        .number(value * 1 / metric.row.scale),
        metric.row.unit, parts: [factor])
    }
    factor.unit = metric.row.unit
    return factor
  }
}

/// One figure as a tree of factors: by what its metric is made of.
struct FigureFactors {
  let source: FactorSource
  let names: FactorNames
  let query: Query
  let period: Range<Int>

  private var projection: Projection { source.projection }
  /// The step of the period in which stocks are read.
  private var last: Int { period.upperBound - 1 }

  func factor(_ formula: MetricRow.Formula, _ label: Sentence) -> Factor {
    switch formula {
    case .money(let amounts):
      return money(label, period) { account in amounts.reduce(0) { $0 + $1.weight(of: account) } }
    case .moneyToDate(let amounts):
      return money(label, -1..<period.upperBound, areToDate: true) { account in
        amounts.reduce(0) { $0 + $1.weight(of: account) }
      }
    case .tax(let level):
      let tax = query.metric.tax
      return money(label, period, andUnpaid: level ?? .local) { account in
        guard let part = account.tax else { return 0 }
        return (tax == nil || part.index == tax) && (level == nil || part.level == level) ? 1 : 0
      }
    case .measure(let measure):
      let steps = measure.isFlow ? period : last..<last + 1
      return agreed(count(measure, label, steps), formula)
    case .measureToDate(let measure):
      return agreed(count(measure, label, 0..<period.upperBound), formula)
    case .total(let measures):
      let parts = measures.map { factor(.measure($0), FactorNames.measure($0)) }
      return agreed(.sum(label, parts[0].unit, parts), formula)
    case .additional(let measure):
      return additional(factor(.measure(measure), FactorNames.measure(measure)), label)
    case .additionalMoney(let amounts, let judged):
      return additional(amounts, judged: judged, label)
    case .difference(let a, let b):
      let parts = [a, b].map { factor(.measure($0), FactorNames.measure($0)) }
      let rest = query.difference(parts[0].number, parts[1].number)
      return .formula(.rest, label, rest, parts[0].unit, parts)
    case .quotient(let above, let below, let times, let perYear):
      let parts = [factor(above, above.name), factor(below, below.name)]
      return quotient(
        label, parts, formula, times: times, over: perYear ? query.years(period) : 1)
    case .agglomeration: return single(formula, label) { agglomeration($0, label) }
    case .uplift: return single(formula, label, ofCities: true) { uplift($0, label) }
    case .potential: return single(formula, label, ofCities: true) { potential($0, label) }
    }
  }

  // MARK: Postings and records

  func money(
    _ label: Sentence, _ steps: Range<Int>, areToDate: Bool = false, andUnpaid level: Level? = nil,
    _ weight: (Account) -> Int64
  ) -> Factor {
    let columns = query.columns()
    let places = query.leafPlaces
    let weights = Account.all(taxes: projection.plan.taxes.count).map {
      places.isInScope($0) ? weight($0) : 0
    }
    var entries: [MoneyFactors.Entry] = []
    let origins = projection.pricing?.origins
    let postings = projection.ledger.postings(near: steps)
    for (place, posting) in zip(postings.indices, postings) {
      let weight = weights[Int(posting.account.index)]
      let step = Int(posting.step)
      guard weight != 0, steps.contains(step), let own = columns[Int(posting.subject)],
        places.column(own, posting.account, weight: weight) != nil
      else { continue }
      entries.append(
        MoneyFactors.Entry(
          account: posting.account, subject: posting.subject, step: step, fen: posting.fen,
          weight: weight, origin: origins?[place]))
    }
    if let level { entries += unpaid(level, besides: Set(entries.map(\.account.instrument))) }
    return MoneyFactors(source: source, names: names, areToDate: areToDate)
      .tree(label, entries)
  }

  /// Taxes of which nothing is paid, perhaps because of credits and losses: amounts of nothing, which
  /// can be taken apart like others.
  private func unpaid(_ level: Level, besides paid: Set<Int?>) -> [MoneyFactors.Entry] {
    let plan = projection.plan
    let columns = query.columns()
    var entries: [MoneyFactors.Entry] = []
    for tax in plan.creditTaxes + plan.profitTaxes where !paid.contains(tax) {
      let account = Account.tax(tax, level)
      guard query.metric.tax ?? tax == tax, query.leafPlaces.isInScope(account) else { continue }
      for establishment in projection.establishments {
        guard columns[Int(establishment.subject)] != nil else { continue }
        for step in period {
          // A credit begins with what is invested before the opening.
          let isCredit = plan.creditTaxes.contains(tax)
          let end = source.end(of: step)
          guard
            establishment.vintages.contains(where: { (isCredit ? $0.admitted : $0.opening) < end })
          else { continue }
          entries.append(
            MoneyFactors.Entry(
              account: account, subject: establishment.subject, step: step, fen: 0, weight: 1))
        }
      }
    }
    return entries
  }

  private func count(_ measure: Measure, _ label: Sentence, _ steps: Range<Int>) -> Factor {
    let columns = query.columns()
    var entries: [CountFactors.Entry] = []
    for record in projection.ledger.records(near: steps) where record.measure == measure {
      let step = Int(record.step)
      guard steps.contains(step), columns[Int(record.subject)] != nil else { continue }
      entries.append(
        CountFactors.Entry(
          measure: measure, subject: record.subject, step: step, value: record.value))
    }
    return CountFactors(source: source, names: names).tree(label, entries, measure.unit)
  }

  /// A tree of counts with the figure that tables show, which was added in another order.
  private func agreed(_ factor: Factor, _ formula: MetricRow.Formula) -> Factor {
    guard case .number(let shown)? = query.figures(formula, over: [period]).first?.first,
      shown != factor.number
    else { return factor }
    return Factor(
      factor.label, .agreement, .number(shown), factor.unit, parts: [factor.named("its parts")],
      note: "the same but for the order of additions")
  }

  // MARK: Made of figures

  private func quotient(
    _ label: Sentence, _ parts: [Factor], _ formula: MetricRow.Formula, times: Double, over: Double
  ) -> Factor {
    switch query.figures(formula, over: [period]).first?.first {
    case .number(let value)?:
      return Factor(
        label, .quotient(times: times, over: over), .number(value), "", parts: parts)
    case .undefined(let reason)?:
      return Factor(label, .undefined, .undefined(reason), "", parts: parts, note: reason)
    default:
      return Factor(label, .undefined, .undefined("there is no value"), "", parts: parts)
    }
  }

  /// Model 7, additionality.
  private func additional(_ gross: Factor, _ label: Sentence) -> Factor {
    let shares = projection.additionality(step: last)
    func kept(_ share: Double, _ name: String) -> Factor {
      Factor(
        "left after \(typed: name)", .difference, .number(1 - share), "share",
        parts: [
          .reading("all of it", 1, "share"),
          .stated(Sentence(typed: name), share, "share", "model", name),
        ])
    }
    func retained(_ label: Sentence, _ gross: Factor) -> Factor {
      let parts = [
        gross, kept(shares.leakage, "leakage"), kept(shares.displacement, "displacement"),
        kept(shares.substitution, "substitution"),
        .stated("multiplier", shares.multiplier, "", "model", "multiplier"),
      ]
      let value = parts.dropFirst().reduce(gross.number) { $0 * $1.number }
      return Factor(label, .product, .number(value), "jobs", parts: parts)
    }
    let anyway = Factor(
      "what would come anyway", .product, .number(gross.number * shares.deadweight), "jobs",
      parts: [gross, .stated("deadweight", shares.deadweight, "share", "model", "deadweight")])
    let whole = retained("additional, gross of deadweight", gross)
    let less = retained("the same of what would come anyway", anyway)
    return Factor(
      label, .difference, .number(whole.number - less.number), "jobs", parts: [whole, less])
  }

  // MARK: One park or city

  private func single(
    _ formula: MetricRow.Formula, _ label: Sentence, ofCities: Bool = false,
    _ make: (Int) -> Factor
  ) -> Factor {
    let places = query.places(inColumn: 0, ofCities: ofCities)
    if case .undefined(let reason)? = query.figures(formula, over: [period]).first?.first {
      return Factor(label, .undefined, .undefined(reason), "", note: reason)
    }
    return make(places[0])
  }

  private func agglomeration(_ park: Int, _ label: Sentence) -> Factor {
    source.agglomeration(ofPark: park, step: last).named(label)
  }

  private func uplift(_ city: Int, _ label: Sentence) -> Factor {
    let uplift = source.uplift(ofCity: city, at: source.end(of: last))
    return .formula(.uplift, label, projection.uplift[last][city], "share", [uplift])
  }

  private func potential(_ city: Int, _ label: Sentence) -> Factor {
    let plan = projection.plan
    var parts: [Factor] = [
      .reading(
        "markets before every line", plan.cities[city].potential, "yuan/year",
        note: "each city's gdp, halved for every rail_decay of travel time",
        statements: plan.cities.map { StatementKey($0.name, "gdp") }
          + [StatementKey("model", "rail_decay")])
    ]
    for (index, rail) in plan.rails.enumerated() where source.end(of: last) >= rail.opens {
      parts.append(
        .reading(
          "what \(typed: rail.name) brings nearer", plan.cities[city].increments[index],
          "yuan/year",
          statements: ["saves", "time"].map { StatementKey(rail.name, $0) }))
    }
    let real = Factor.sum(label, "yuan/year", parts)
    guard projection.isNominal else { return real }
    let level = source.priceLevel(at: source.end(of: last))
    return Factor(
      label, .product, .number(real.number * level.number), "yuan/year",
      parts: [real.named(source.realLabel), level])
  }
}

extension MetricRow.Formula {
  /// What stands above or below a line.
  var name: Sentence {
    switch self {
    case .tax(let level): level == nil ? "tax" : "local tax"
    case .moneyToDate: "all investment by the end"
    case .measure(let measure): FactorNames.measure(measure)
    case .agglomeration, .additional, .additionalMoney, .difference, .measureToDate, .money,
      .potential, .quotient,
      .total, .uplift:
      "figure"
    }
  }
}
