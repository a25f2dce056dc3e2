import Diagnostics
import Testing

@testable import Simulation

/// Model 4, size, where an output and a pledge are given, on paper.
@Suite("an output and a pledge")
struct TaxFactorTests {
  /// 10 m of output make 100 jobs on 1 ha; VAT comes to 368,000, of which 184,000 is local, the
  /// surtax to another 184,000, and 500,000 are levied on 5 m of payroll whatever is made.
  static let start =
    SizeTests.start + """
      tax surtax base=tax:vat rate=50% local=100%
      tax pay base=payroll rate=10% local=100%

      """
  private static let firm = "firm f park=a sector=plain arrives=2020 output=10M yuan/year"

  @Test(
    "both hold",
    arguments: [
      // (1,052,000 - 500,000) / (184,000 + 184,000)
      ("local_tax=1052000 yuan/year", 1.5),
      // (776,000 - 500,000) / (368,000 + 184,000)
      ("total_tax=776000 yuan/year", 0.5), ("total_tax=500000 yuan/year", 0),
    ])
  func both(pledge: String, factor: Double) throws {
    let result = try run(Self.start + "\(Self.firm) \(pledge)")
    #expect(isClose(result.size(of: "f")?.taxFactor, factor))
    #expect(try result.fen("output") == [10_000_000_00])
    #expect(try result.values("jobs") == [100])
    #expect(try result.fen("tax.vat") == [Int64(368_000_00 * factor)])
    // f once, through its base.
    #expect(try result.fen("tax.surtax") == [Int64(184_000_00 * factor)])
    #expect(try result.fen("tax.pay") == [500_000_00])
  }

  @Test("each firm of a cohort pays what is pledged")
  func cohort() throws {
    let cohort = """
      cohort c park=a sector=plain from=2020 until=2020 firms=4 output=10M yuan/year total_tax=776000 \
      yuan/year
      """
    let script = Self.start + "set scenario end=2021\n" + cohort
    let result = try run(script)
    #expect(try result.fen("output")[1] == 40_000_000_00)
    #expect(try result.fen("tax")[1] == 4 * 776_000_00)
  }

  @Test("it holds in every step: with growth, on half a year, under a holiday")
  func everyStep() throws {
    let script =
      Self.start + """
        set scenario end=2022
        set plain growth=10% build=6 months
        \(Self.firm) local_tax=1052000 yuan/year
        incentive gift park=a type=holiday tax=vat schedule={0y: 50%, 1y: 0%}

        """
    let result = try run(script)
    let output = try result.fen("output")
    let vat = try result.fen("tax.vat")
    let surtax = try result.fen("tax.surtax")
    for step in 0..<3 {
      let share = step == 0 ? 0.5 : 1
      let due = Double(output[step]) * 0.0368 * 1.5
      if step != 1 { #expect(abs(Double(vat[step]) - due * share) <= 2, "step \(step)") }
      #expect(abs(Double(surtax[step]) - Double(vat[step]) * 0.5) <= 2, "step \(step)")
    }
  }

  @Test("a screen asks for the tax that is levied")
  func screened() throws {
    func firms(_ least: String) throws -> [Double?] {
      try run(
        Self.start + "\(Self.firm) total_tax=776000 yuan/year\n"
          + "screen gate park=a min_tax=\(least) yuan/ha/year"
      ).values("firms")
    }
    #expect(try firms("776000") == [1])
    #expect(try firms("777000") == [0])
  }

  @Test("a pledge below what does not depend on output is refused, and one beside no such tax")
  func refused() {
    #expect(refusal(Self.start + "\(Self.firm) total_tax=499999 yuan/year") == "pledge-too-small")
    #expect(
      refusal(
        """
        scenario start=2020 end=2020
        sector plain output_per_job=10万元/year wage=5万元/year
        park a
        tax pay base=payroll rate=10% local=100%
        \(Self.firm) total_tax=1M yuan/year
        """) == "no-size")
  }

  @Test("a pledge with a schedule moves f")
  func schedule() throws {
    let result = try run(
      Self.start + "set scenario end=2021\n"
        + "\(Self.firm) total_tax={2020: 776000 yuan/year, 2021: 1052000 yuan/year}")
    #expect(try result.fen("tax") == [776_000_00, 1_052_000_00])
    #expect(try result.fen("output") == [10_000_000_00, 10_000_000_00])
  }

  @Test("f is among the factors of a tax, once")
  func factors() throws {
    let script =
      Self.start + """
        set scenario end=2022
        set plain growth=10% build=6 months ramp=3y first=10%
        \(Self.firm) total_tax={2020: 776000 yuan/year, 2022: 1052000 yuan/year}
        cohort c park=a sector=plain from=2020 until=2021 firms=4 output=3M yuan/year \
          local_tax=200000 yuan/year
        incentive gift park=a type=holiday tax=vat schedule={0y: 50%, 1y: 0%}

        """
    let result = try run(script)
    for name in MetricTable.names(taxes: result.taxes) {
      let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
      for year in result.calendar.years {
        let factor = result.factors(of: metric, over: year, titles: [:])
        if case .money(let fen) = result.series(metric, over: [year])[0].figures[0] {
          #expect(factor.value == .fen(fen), "\(name)")
        }
        FactorTests.check(factor, name)
      }
    }
    for (name, count) in [("tax.vat", 1), ("tax.surtax", 1), ("tax.pay", 0)] {
      let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
      let factor = result.factors(of: metric, over: result.calendar.years[0], titles: [:])
      #expect(mostOnPath(factor) == count, "\(name)")
    }
  }

  /// The most factors f that any product has.
  private func mostOnPath(_ factor: Factor) -> Int {
    let own = factor.parts.filter { $0.label == "f, to meet the pledge" }.count
    return max(own, factor.parts.map(mostOnPath).max() ?? 0)
  }
}
