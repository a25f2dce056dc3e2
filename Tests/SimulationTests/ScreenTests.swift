import Diagnostics
import Testing

@testable import Simulation

/// Model 5, screening, on paper.
@Suite("screens")
struct ScreenTests {
  /// 100 jobs make 10 m a year, 4 m of it value added, on one hectare, and pay 1 m of tax: with
  /// 0.5 tce for 10,000 yuan and 2 t for each tce, 200 tce and 400 t a year.
  static let park = """
    scenario start=2020 end=2023
    sector plain output_per_job=10万元/year value_added=40% jobs_per_area=100/ha \\
      investment_per_area=5M yuan/ha energy=0.5 tce/万元 emissions=2 tCO2/tce
    sector other output_per_job=10万元/year
    park a area=90ha
    firm f park=a sector=plain jobs=100 arrives=2021-03
    tax levy base=output rate=10% local=100%

    """

  @Test(
    "a firm is let in at the limit and turned away beyond it",
    arguments: [
      ("max_energy=0.5 tce/万元", "max_energy=0.499 tce/万元"),
      ("min_tax=1M yuan/ha/year", "min_tax=1.001M yuan/ha/year"),
      ("min_investment=5M yuan/ha", "min_investment=5.001M yuan/ha"),
      ("max_emissions=400 t/year", "max_emissions=399 t/year"),
      ("sectors=[plain, other]", "sectors=[other]"),
    ])
  func limits(met: String, missed: String) throws {
    let passed = try run(Self.park + "screen gate park=a \(met)")
    #expect(try passed.values("firms") == [0, 1, 1, 1])
    #expect(try passed.values("firms.rejected") == [0, 0, 0, 0])
    let failed = try run(Self.park + "screen gate park=a \(missed)")
    #expect(try failed.values("firms") == [0, 0, 0, 0])
    // For good: it neither waits nor comes back.
    #expect(try failed.values("firms.waiting") == [0, 0, 0, 0])
    #expect(try failed.values("firms.rejected") == [0, 1, 1, 1])
    #expect(failed.instant(.rejected, "f") == 14)
    #expect(failed.instant(.arrives, "f") == nil)
  }

  @Test("the log says why, for every fault")
  func reasons() throws {
    let result = try run(
      Self.park + "screen gate park=a max_energy=0.1 tce/万元 min_tax=150万元/ha/year sectors=other")
    let event = try #require(result.events.first { $0.kind == .rejected })
    #expect(
      event.text.text
        == "is turned away: the park is not meant for plain (gate); it uses 0.5 tce for "
        + "each 10,000 yuan of value added, and 0.1 are the most (gate); it would pay 66,667 yuan "
        + "of tax a year on each mu, and 100,000 are the least (gate)")
  }

  @Test("a firm without land has no tax or investment per area to fail by")
  func landless() throws {
    let result = try run(
      Self.park + """
        firm g park=a sector=other jobs=10 arrives=2020
        screen gate park=a min_tax=900万元/ha/year min_investment=9M yuan/ha
        """)
    #expect(try result.values("firms", in: "g") == [1, 1, 1, 1])
    #expect(try result.values("firms.rejected") == [0, 1, 1, 1])
  }

  @Test("tax is judged at full operation, without incentives, growth or boosts")
  func fullOperation() throws {
    let result = try run(
      Self.park + """
        set f ramp=5y growth=10% hazard=5%
        boost institute park=a productivity=50%
        incentive free park=a type=holiday tax=levy schedule=100%
        screen gate park=a min_tax=1M yuan/ha/year
        screen ceiling park=a max_emissions=400 t/year
        """)
    #expect(try result.values("firms.rejected") == [0, 0, 0, 0])
    #expect(result.instant(.arrives, "f") == 14)
  }

  @Test("every screen of a park has to be passed, and those of other parks do not count")
  func several() throws {
    let result = try run(
      Self.park + """
        park b area=9ha
        firm g park=b sector=plain jobs=100 arrives=2020
        screen one park=a max_energy=1 tce/万元
        screen two park=a max_emissions=100 t/year
        """)
    #expect(try result.values("firms.rejected", in: "a") == [0, 1, 1, 1])
    #expect(try result.values("firms", in: "b") == [1, 1, 1, 1])
  }

  @Test("a limit that changes over time is read as the firm arrives")
  func overTime() throws {
    let script = Self.park + "firm g park=a sector=plain jobs=1 arrives=2021-09\n"
    let result = try run(
      script + "screen gate park=a max_energy={2020: 0.6 tce/万元, 2021-06: 0.4 tce/万元}")
    #expect(try result.values("firms.rejected", in: "f") == [0, 0, 0, 0])
    #expect(try result.values("firms.rejected", in: "g") == [0, 1, 1, 1])
  }

  @Test("of a cohort, the months that fail are counted and turned away, fractions included")
  func cohort() throws {
    // A firm and a half a month in 2020; from July on they fail.
    let result = try run(
      """
      scenario start=2020 end=2021 step=half
      sector plain output_per_job=10万元/year value_added=40% energy=0.5 tce/万元
      park a
      cohort c park=a sector=plain jobs=1 firms=18 from=2020 until=2020
      screen gate park=a max_energy={2020: 0.5 tce/万元, 2020-07: 0.3 tce/万元}
      """)
    #expect(areClose(try result.values("firms"), [9, 9, 9, 9]))
    #expect(areClose(try result.values("firms.rejected"), [0, 9, 9, 9]))
    #expect(areClose(try result.values("firms.rejected", in: "c"), [0, 9, 9, 9]))
    // Told once, in the middle of July.
    #expect(result.events.filter { $0.kind == .rejected }.map(\.instant) == [6.5])
  }

  @Test("those of a cohort who wait have passed, and the turned away do not wait")
  func waiting() throws {
    // Nobody gives up; land opens in 2022. Twelve came in 2020, those of 2021 are turned away.
    let result = try run(
      """
      scenario start=2020 end=2022
      set model queue_decay=0%
      sector plain output_per_job=10万元/year value_added=40% energy=0.5 tce/万元 jobs_per_area=100/ha
      park a
      phase one park=a area=50ha start=2020 complete=2021
      cohort c park=a sector=plain jobs=100 firms=24 from=2020 until=2021
      screen gate park=a max_energy={2020: 0.5 tce/万元, 2021: 0.3 tce/万元}
      """)
    #expect(areClose(try result.values("firms.waiting"), [12, 12, 0]))
    #expect(areClose(try result.values("firms.rejected"), [0, 12, 12]))
    #expect(areClose(try result.values("firms"), [0, 0, 12]))
  }

  @Test("a firm of before the scenario is screened too, and its rejection shows at the start")
  func before() throws {
    let result = try run(Self.park + "set f arrives=2015\nscreen gate park=a sectors=[other]")
    #expect(try result.values("firms.rejected") == [1, 1, 1, 1])
    #expect(result.instant(.rejected, "f") == 0)
  }

  @Test("the land of the turned away is free for others")
  func land() throws {
    let result = try run(
      Self.park + """
        set a area=1ha
        firm g park=a sector=plain jobs=100 energy=0.1 tce/万元 arrives=2021-06
        screen gate park=a max_energy=0.2 tce/万元
        """)
    #expect(result.instant(.arrives, "g") == 17)
  }
}
