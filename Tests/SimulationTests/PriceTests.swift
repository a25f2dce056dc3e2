import Analysis
import Diagnostics
import Language
import ParkModel
import ProofVerifier
import Testing

@testable import Simulation

/// Money in the prices of its time. Model 1: the price level of a year is that of its middle.
@Suite("nominal money")
struct PriceTests {
  private static let firm = """
    park east area=10ha
    sector toys output_per_job=80万元/year
    firm one park=east sector=toys arrives=2015 jobs=100
    """

  /// Output is 80 m a year throughout, so what is left is the price level.
  private func output(
    _ header: String, _ model: String, over periods: [Range<Int>]? = nil
  ) throws -> [Double] {
    let run = try run("scenario \(header)\n\(model)\n\(PriceTests.firm)").nominal()
    return try run.fen("output", over: periods).map { Double($0) / 8e9 }
  }

  private func expectClose(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect((a - b).magnitude < 1e-9, "\(a) for \(b)") }
  }

  @Test("yearly steps are whole powers of 1 + inflation, from the year of the start or of `prices`")
  func years() throws {
    expectClose(
      try output("start=2020 end=2022", "set model inflation=10%"), [1, 1.1, 1.21])
    expectClose(
      try output("start=2020 end=2022 prices=2022", "set model inflation=25%"), [0.64, 0.8, 1])
    expectClose(
      try output("start=2020 end=2021 prices=2010", "set model inflation=-50%"),
      [1.0 / 1024, 1.0 / 2048])
  }

  @Test("each step has the level of its own middle, and a year is the sum of its steps")
  func steps() throws {
    // 4^(1/4) = √2: the middles of 2020's halves lie a quarter before and behind that of the year.
    let root = 2.0.squareRoot()
    let halves = try output("start=2020 end=2021 step=half", "set model inflation=300%")
    expectClose(halves, [0.5 / root, 0.5 * root, 2 / root, 2 * root])
    let years = try output(
      "start=2020 end=2021 step=half", "set model inflation=300%", over: [0..<2, 2..<4])
    expectClose(years, [0.5 / root + 0.5 * root, 2 / root + 2 * root])
  }

  @Test("prices are those of a calendar year, also where years begin in another month")
  func fiscalYears() throws {
    // FY2024 has its middle on 1 October, a quarter behind that of 2024: √√10.
    let quarter = 10.0.squareRoot().squareRoot()
    expectClose(
      try output("start=2024-04 end=2026-03 fiscal=4", "set model inflation=900%"),
      [quarter, 10 * quarter])
    // A scenario that starts in July is in prices of the whole year.
    expectClose(
      try output("start=2020-07 end=2020-12 step=half", "set model inflation=300%"),
      [0.5 * (2.0).squareRoot()])
  }

  @Test("inflation that changes is compounded piece by piece, before the start too")
  func schedules() throws {
    // Half a year at 10 % to the middle of 2022, from nothing before.
    expectClose(
      try output("start=2020 end=2023", "set model inflation={2018: 0%, 2022: 21%}"),
      [1, 1, 1.1, 1.1 * 1.21])
    expectClose(
      try output(
        "start=2020 end=2020 prices=2018", "set model inflation={2015: 100%, 2019: 44%}"),
      [(2.0).squareRoot() * 1.2 * 1.44])
  }

  @Test("without inflation nominal money is real money, to the fen")
  func noInflation() throws {
    for seed in 0..<40 {
      let text = GeneratedScript(seed).text + "\nset model inflation=0%"
      guard let run = try? run(text) else { continue }
      let nominal = try run.nominal()
      for name in MetricTable.names(taxes: run.taxes) {
        let metric = try #require(MetricTable.metric(name, taxes: run.taxes))
        let periods = run.calendar.years
        #expect(
          nominal.series(metric, over: periods)[0].figures
            == run.series(metric, over: periods)[0].figures, "\(name), seed \(seed)")
      }
    }
  }

  @Test("back in real money a run is as it was")
  func back() throws {
    let run = try run(
      "scenario start=2020 end=2022\nset model inflation=7%\n\(PriceTests.firm)")
    let nominal = try run.nominal()
    #expect(nominal.isNominal)
    #expect(!nominal.real.isNominal)
    #expect(try nominal.real.fen("output") == run.fen("output"))
    #expect(try nominal.nominal().fen("output") == nominal.fen("output"))
    #expect(try nominal.fen("output") != run.fen("output"))
  }

  // MARK: What was invested before

  @Test("what was invested before the start is what an earlier scenario would have posted")
  func earlierInvestment() throws {
    for step in ["year", "half", "month"] {
      func cumulative(_ start: Int) throws -> [Int64] {
        let run = try run(
          """
          scenario start=\(start) end=2024 step=\(step) prices=2016
          set model inflation=6.5%
          sector toys output_per_job=80万元/year investment_per_area=300万元/亩 jobs_per_area=50/ha build=3y
          park east area=100ha
          phase p park=east area=100ha investment=777777777.77 public=37% start=2011 complete=2021-05 overrun=12%
          phase q park=east spending={2012: 10M yuan/year, 2014: 30M yuan/year} start=2012 complete=2019 delay=7 months
          phase r park=east investment=12345678.91 start=2018 complete=2022 profile=linear
          firm one park=east sector=toys arrives=2016-02 jobs=100
          """
        ).nominal()
        let last = run.calendar.count
        let years = run.calendar.years.suffix(5).map { $0 }
        #expect(years.last?.upperBound == last)
        return try run.fen("investment.cumulative", over: years)
          + run.fen("investment.cumulative", in: "p", over: years)
      }
      // The firm waits for nothing: `east` has land of `p`, which is complete later. So it comes with
      // `p` in each of them.
      #expect(try cumulative(2020) == cumulative(2010), "\(step)")
      #expect(try cumulative(2019) == cumulative(2011), "\(step)")
    }
  }

  @Test("a stock of money is the sum of its nominal flows")
  func stocks() throws {
    let run = try run(
      """
      scenario start=2020 end=2023
      set model inflation=10%
      park east area=10ha
      phase p park=east area=10ha investment=40M start=2019 complete=2022 profile=linear
      """
    ).nominal()
    // 10 m in each of four years, in prices of 2020.
    let flows = [10 / 1.1, 10, 11, 12.1, 0]
    var sum = flows[0]
    var expected: [Int64] = []
    for flow in flows.dropFirst() {
      sum += flow
      expected.append(Int64((sum * 1e8).rounded()))
    }
    let found = try run.fen("investment.cumulative")
    for (a, b) in zip(found, expected) { #expect(abs(a - b) <= 2, "\(a) for \(b)") }
    #expect(try run.fen("investment") == [1_000_000_000, 1_100_000_000, 1_210_000_000, 0])
  }

  // MARK: Adding up

  @Test("nominal parts add up as real ones do, to the fen")
  func partsAddUp() throws {
    var count = 0
    for seed in 0..<50 {
      let text = GeneratedScript(seed).text + "\nset model inflation=7.3%"
      guard let run = try? run(text).nominal() else { continue }
      let periods = run.calendar.years + run.calendar.steps
      let tax = try run.fen("tax", over: periods)
      let levels = try ["tax.central", "tax.province", "tax.local"].map {
        try run.fen($0, over: periods)
      }
      let taxes = try run.taxes.map { try run.fen("tax.\($0)", over: periods) }
      for index in periods.indices {
        #expect(tax[index] == levels.reduce(0) { $0 + $1[index] }, "seed \(seed)")
        #expect(tax[index] == taxes.reduce(0) { $0 + $1[index] }, "seed \(seed)")
      }
      for name in MetricTable.names(taxes: run.taxes) {
        let metric = try #require(MetricTable.metric(name, taxes: run.taxes))
        guard metric.row.isMoney, metric.row.addsUp else { continue }
        let whole = run.series(metric, over: periods)[0].figures
        for division in metric.row.divisions {
          let parts = run.series(metric, by: division, over: periods)
          for index in periods.indices {
            let sum = parts.reduce(Int64(0)) { sum, part in
              if case .money(let fen) = part.figures[index] { return sum + fen }
              return sum
            }
            #expect(whole[index] == .money(fen: sum), "\(name) by \(division), seed \(seed)")
            count += 1
          }
        }
      }
    }
    #expect(count > 2_000)
  }

  @Test("counts and areas are no money, and ratios follow the nominal numerator")
  func ratios() throws {
    let text = """
      scenario start=2020 end=2021
      set model inflation=50%
      city home gdp=1000亿元/year
      park east city=home area=150ha
      sector toys output_per_job=80万元/year jobs_per_area=50/ha value_added=100% vat=10%
      tax vat base=vat rate=10% central=50% local=50%
      firm one park=east sector=toys arrives=2015 jobs=100
      """
    let real = try run(text)
    let nominal = try real.nominal()
    for name in ["jobs", "firms", "land.occupied", "occupancy", "energy", "agglomeration"] {
      #expect(try nominal.values(name) == real.values(name), "\(name)")
    }
    #expect(try nominal.values("local_share") == [0.5, 0.5])
    let ratio = try zip(nominal.values("tax_per_mu"), real.values("tax_per_mu")).map {
      ($0 ?? 0) / ($1 ?? 1)
    }
    expectClose(ratio, [1, 1.5])
    // A stock at the year's end has the level of then: half a year behind the middle.
    let markets = try zip(nominal.values("market_potential"), real.values("market_potential"))
      .map { ($0 ?? 0) / ($1 ?? 1) }
    let half = (1.5).squareRoot()
    expectClose(markets, [half, 1.5 * half])
  }

  @Test("monthly and yearly steps come closer to each other")
  func convergence() throws {
    func total(_ step: String) throws -> Double {
      let run = try run(
        "scenario start=2020 end=2029 step=\(step)\nset model inflation=20%\n\(PriceTests.firm)"
      ).nominal()
      return Double(try run.fen("output", over: [0..<run.calendar.count])[0])
    }
    let (year, quarter, month) = try (total("year"), total("quarter"), total("month"))
    #expect((quarter - month).magnitude < (year - month).magnitude / 8)
    #expect((year - month).magnitude < month / 500)
  }

  // MARK: Extremes and errors

  @Test("what passes the ledger in nominal money is refused, and stands in real money")
  func tooMuch() throws {
    let real = try run(
      "scenario start=2000 end=2199\nset model inflation=1000%\n\(PriceTests.firm)")
    let error = #expect(throws: Diagnostic.self) { try real.nominal() }
    #expect(error?.slug == "too-much-money")
  }

  @Test(
    "years and rates that cannot be are refused where they stand",
    arguments: [
      ("prices=2021H1", "wrong-kind"), ("prices=2021-06", "wrong-kind"),
      ("prices=2021-01-01", "wrong-kind"), ("prices=0999", "syntax"), ("prices=1799", "syntax"),
      ("prices=2301", "syntax"), ("prices=soon", "syntax"), ("prices=2%", "syntax"),
    ])
  func badYears(_ attribute: String, _ slug: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try scenario("scenario start=2020 end=2021 \(attribute)")
    }
    #expect(error?.location != nil)
    if slug != "syntax" { #expect(error?.slug == slug) }
  }

  @Test(
    "inflation is above -100 % and at most 1,000 %, and goes by dates",
    arguments: ["-100%", "-1000%", "1001%", "{0y: 2%, 3y: 3%}", "2 yuan", "1e308"])
  func badRates(_ value: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try scenario("scenario start=2020 end=2021\nset model inflation=\(value)")
    }
    #expect(error?.location != nil, "\(value)")
  }

  // MARK: Explained

  @Test("nominal figures come out of their factors, and the proofs of them hold")
  func factors() throws {
    for seed in 0..<16 {
      let text = GeneratedScript(seed).text + "\nset model inflation=7.3%"
      guard let run = try? run(text).nominal() else { continue }
      let scenario = try scenario(text)
      let year = try #require(run.calendar.years.last)
      for name in MetricTable.names(taxes: run.taxes) {
        let metric = try #require(MetricTable.metric(name, taxes: run.taxes))
        guard metric.row.isOfMoney else { continue }
        let factor = run.factors(of: metric, over: year, titles: [:])
        FactorTests.check(factor, "\(name), seed \(seed)")
        let label = run.calendar.label(year)
        let source = SourceText(name: "test", text: "\(name)[\(label)]")
        var reader = ArgumentReader(Script(source).statements[0])
        let explanation = try Explanation(
          try reader.expression(), source, scenario, run)
        let verdict = try ProofVerifier.verify(ProofWriter.write(explanation))
        guard case .holds = verdict else {
          Issue.record("\(name), seed \(seed): \(verdict)")
          continue
        }
      }
    }
  }
}
