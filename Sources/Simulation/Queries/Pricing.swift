public import Diagnostics

/// Where the amounts of a projection in nominal money come from.
struct Pricing: Sendable {
  /// The ledger and the market potential in the prices of one year.
  var real: (ledger: Ledger, potential: [[Double]])
  /// Of each posting, in the same order, what it was in these and when it fell due.
  var origins: [Origin]

  struct Origin: Sendable {
    var fen: Int64
    /// The middle of its step, months since the scenario's start; below 0 before that.
    var instant: Double
  }
}

extension Projection {
  /// The calendar year in whose prices the scenario states money.
  public var priceYear: Int { plan.priceYear }

  /// Whether prices of different years differ.
  public var hasInflation: Bool {
    let inflation = plan.model.inflation
    return inflation.schedule.map { $0.values.contains { $0 != 0 } } ?? (inflation.constant != 0)
  }

  /// Whether amounts are in the prices of their own time.
  public var isNominal: Bool { pricing != nil }

  /// The run in the prices of one year.
  public var real: Projection {
    guard let pricing else { return self }
    return priced(pricing.real.ledger, potential: pricing.real.potential, nil)
  }

  /// The run in the prices of each time: every posting alone times the price level of its step's
  /// middle, rounded half-even to the fen, so that sums of them add up as they do in real money.
  /// Throws where that passes what a ledger holds. Docs/Decisions/0086.
  public func nominal() throws(Diagnostic) -> Projection {
    guard pricing == nil else { return self }
    let prices = PriceLevel(plan)
    let earlier = EarlierInvestment(self)
    let months = Double(calendar.stepMonths)
    var postings: [Posting] = []
    var origins: [Pricing.Origin] = []
    postings.reserveCapacity(ledger.postings.count)
    origins.reserveCapacity(ledger.postings.count)
    // Within these bounds every sum of amounts fits.
    var size = 0.0
    func add(_ posting: Posting, _ origin: Pricing.Origin) throws(Diagnostic) {
      let fen = (Double(origin.fen) * prices.level(at: origin.instant)).rounded(.toNearestOrEven)
      size += fen.magnitude
      guard size < 9e18 else {
        throw Diagnostic(
          "too-much-money",
          "in nominal money the amounts of the run pass 90,000 trillion yuan",
          help: ["check `model.inflation` and the year of `prices`"])
      }
      var priced = posting
      priced.fen = Int64(fen)
      postings.append(priced)
      origins.append(origin)
    }
    for posting in ledger.postings {
      guard posting.step < 0 else {
        let middle = (Double(posting.step) + 0.5) * months
        try add(posting, Pricing.Origin(fen: posting.fen, instant: middle))
        continue
      }
      for origin in earlier.parts(of: posting) { try add(posting, origin) }
    }
    let potential = self.potential.enumerated().map { step, cities in
      let level = prices.level(at: calendar.start(of: step + 1))
      return cities.map { $0 * level }
    }
    return priced(
      ledger.with(postings), potential: potential,
      Pricing(real: (ledger, self.potential), origins: origins))
  }
}
