import Testing

@testable import Simulation

/// Model 5, cohorts, on paper.
@Suite("cohorts")
struct CohortTests {
  static let sectors = """
    sector office output_per_job=1万元/year
    sector plant output_per_job=1万元/year jobs_per_area=100/ha

    """

  @Test("an even cohort comes in equal months, and half as many in half a month")
  func even() throws {
    // From mid-June to the end of December: 6.5 months for 65 firms, 5 of them in June.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020 step=month
        park a
        cohort c park=a sector=office jobs=1 firms=65 from=2020-06-16 until=2020
        """)
    #expect(
      areClose(try result.values("firms"), [0, 0, 0, 0, 0, 5, 15, 25, 35, 45, 55, 65]))
  }

  @Test("a Bass cohort's years are increments of its curve and add up to all its firms")
  func bass() throws {
    // F(y) = (1 - e^-0.41y)/(1 + 12.667 e^-0.41y); 80 F(y)/F(10).
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2030
        park a
        cohort c park=a sector=office jobs=1 firms=80 pattern=bass from=2020 until=2029
        """)
    let adopted = [
      3.5194904077973677, 8.371648062553064, 14.812940503613293, 22.947790131174933,
      32.598162393471135, 43.23164145071819, 54.036177743763595, 64.14714597013793,
      72.9059223189036, 80, 80,
    ]
    #expect(areClose(try result.values("firms"), adopted))
  }

  @Test("those who would have come before the start are not made up for")
  func past() throws {
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2021
        park a
        cohort c park=a sector=office jobs=1 firms=24 from=2019 until=2020
        """)
    #expect(areClose(try result.values("firms"), [12, 12]))
  }

  @Test("each month's firms come in its middle, whatever the step", arguments: ["year", "month"])
  func months(step: String) throws {
    // Twelve firms, one a month: the first works 11.5 months of 2020, the last half a month:
    // 72 months, 6 firm-years of 10,000 yuan.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020 step=\(step)
        park a
        cohort c park=a sector=office jobs=1 firms=12 from=2020 until=2020
        """)
    #expect(try result.fen("output", over: result.calendar.years) == [60_000_00])
  }

  @Test("those who wait give up, three in ten a year, and come in the first month that has land")
  func queue() throws {
    // 12 wait in 2020: 8.4 are left; 5.88 a year later; all of them take land in January 2022.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2022
        park a
        phase one park=a area=10ha start=2020 complete=2021
        cohort c park=a sector=plant jobs=100 firms=12 from=2020 until=2020
        """)
    #expect(areClose(try result.values("firms.waiting"), [8.4, 5.88, 0]))
    #expect(areClose(try result.values("firms"), [0, 0, 5.88]))
    // From the middle of January: 11.5 months of 5.88 million.
    #expect(try result.fen("output")[2] == 5_635_000_00)
  }

  @Test("in shorter steps the waiting give up by the same rate a year")
  func queueByQuarter() throws {
    // Three firms each quarter; what waits shrinks by 0.7^(1/4) = q. At the year's end there wait
    // 3 (q + q² + q³ + q⁴) = 3 q (1 - 0.7)/(1 - q), q = 0.914691219...
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020 step=quarter
        park a
        cohort c park=a sector=plant jobs=100 firms=12 from=2020 until=2020
        """)
    let q = 0.9146912192286945
    #expect(isClose(try result.values("firms.waiting").last ?? nil, 3 * q * 0.3 / (1 - q)))
  }

  @Test("land for half of them is spread over the months in proportion")
  func prorating() throws {
    // 12 want a hectare each, 6 get one: half a firm a month, 3 firm-years in 2020.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020
        park a area=6ha
        cohort c park=a sector=plant jobs=100 firms=12 from=2020 until=2020
        """)
    #expect(areClose(try result.values("firms"), [6]))
    #expect(areClose(try result.values("firms.waiting"), [4.2]))
    #expect(try result.fen("output") == [3_000_000_00])
  }

  @Test("phases fill in order of declaration, and no firm opens before its phase is complete")
  func phases() throws {
    // Of 12 firms 4 go to `late`, spread over the months: a third of each month's one. The first
    // nine months' wait for the end of September: 9/3 from then, 3 months each; the others' have
    // 2.5, 1.5 and 0.5 months. (9 x 3 + 4.5)/3 = 10.5 months. The other 8: 2/3 x 72 = 48 months.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020
        park a
        phase late park=a area=4ha start=2019 complete=2020-09
        phase early park=a area=20ha start=2019 complete=2019
        cohort c park=a sector=plant jobs=120 land=1ha firms=12 from=2020 until=2020
        """)
    #expect(areClose(try result.values("firms", in: "late"), [4]))
    #expect(areClose(try result.values("firms", in: "early"), [8]))
    #expect(try result.fen("output", in: "late") == [1_050_000_00])
    #expect(try result.fen("output", in: "early") == [4_800_000_00])
  }

  @Test("named firms go before cohorts, cohorts in order of declaration")
  func order() throws {
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020
        park a area=6ha
        cohort c park=a sector=plant jobs=100 firms=4 from=2020 until=2020
        cohort d park=a sector=plant jobs=100 firms=4 from=2020 until=2020
        firm f park=a sector=plant jobs=100 arrives=2020-12
        """)
    #expect(areClose(try result.values("firms", in: "f"), [1]))
    #expect(areClose(try result.values("firms", in: "c"), [4]))
    #expect(areClose(try result.values("firms", in: "d"), [1]))
  }

  @Test("a boost of attraction brings more, while it lasts")
  func attraction() throws {
    // One a month; twice as many from July, none of it after September: 6 + 6 + 3.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020
        park a
        boost institute park=a sectors=[office] attraction=100% from=2020-07 until=2020-09
        boost other park=a sectors=[plant] attraction=100%
        cohort c park=a sector=office jobs=1 firms=12 from=2020 until=2020
        """)
    #expect(areClose(try result.values("firms"), [15]))
  }

  @Test("nearer markets bring more where attraction is elastic")
  func elastic() throws {
    // The city lives off one market: 60 minutes to 30 doubles it, and 2^0.5 = 1.41421356.
    let result = try run(
      Self.sectors + """
        scenario start=2020 end=2020
        city home
        city market gdp=1000亿元/year
        travel road from=home to=market time=60min
        rail line from=home to=[market] opens=2020-07 time=30min half_life=0y
        park a city=home
        cohort c park=a sector=office attraction_elasticity=0.5 jobs=1 firms=12 from=2020 until=2020
        """)
    #expect(areClose(try result.values("firms"), [6 + 6 * 1.4142135623730951]))
  }
}
