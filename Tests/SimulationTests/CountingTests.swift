import Testing

@testable import Simulation

/// Model 6, what the ages of an incentive's schedule are counted from, on paper.
@Suite("ages that incentives count")
struct CountingTests {
  /// A firm that opens in October 2020 and pays 100,000 of tax a month, all of it local.
  static func park(_ step: String, _ counts: String, span: String = "start=2020 end=2024") -> String
  {
    """
    scenario \(span) step=\(step)
    sector plain output_per_job=10万元/year margin=10%
    park a
    firm f park=a sector=plain jobs=120 arrives=2020-10
    tax levy base=output rate=10% local=100%
    incentive free park=a type=holiday tax=levy schedule={0y: 100%, 2y: 50%, 4y: 0%} counts=\(counts)

    """
  }

  static let steps = ["year", "half", "quarter", "month"]

  @Test("years are the calendar's, and that of the opening is 0 throughout", arguments: steps)
  func years(_ step: String) throws {
    let result = try run(Self.park(step, "years"))
    // 2020 and 2021 free, 2022 and 2023 at half, 2024 whole.
    #expect(
      try result.fen("tax", over: result.calendar.years)
        == [0, 0, 600_000_00, 600_000_00, 1_200_000_00])
    // By age it is two years from October on, then two at half; months are exact.
    let byAge = try run(Self.park("month", "age"))
    #expect(
      try byAge.fen("tax", over: byAge.calendar.years)
        == [0, 0, 150_000_00, 600_000_00, 750_000_00])
  }

  @Test("a step that lies in two calendar years has the mean of both")
  func fiscal() throws {
    // FY2021 is July 2021 to June 2022: half of it in year 1, half in year 2; FY2023 in 3 and 4.
    let text = Self.park("year", "years", span: "start=2020-07 end=2025-06 fiscal=7")
    #expect(
      try run(text).fen("tax") == [0, 300_000_00, 600_000_00, 900_000_00, 1_200_000_00])
  }

  @Test("a firm of before the scenario has the years of its own opening", arguments: steps)
  func older(_ step: String) throws {
    let result = try run(Self.park(step, "years") + "set f arrives=2018-10")
    #expect(
      try result.fen("tax", over: result.calendar.years)
        == [600_000_00, 600_000_00, 1_200_000_00, 1_200_000_00, 1_200_000_00])
  }

  /// A firm that loses a tenth of its output until the end of 2021 and then earns it.
  static func profit(_ step: String) -> String {
    park(step, "profit")
      .replacing("margin=10%", with: "margin={2020: -10%, 2022: 10%}")
      + "tax cit base=profit rate=25% local=100%\n"
  }

  @Test(
    "profit counts from the first year that has one, and age 0 lasts until then", arguments: steps)
  func profit(_ step: String) throws {
    let result = try run(Self.profit(step))
    // 2022 is year 0, and so is what came before.
    #expect(
      try result.fen("tax.levy", over: result.calendar.years)
        == [0, 0, 0, 0, 600_000_00])
  }

  @Test("the year's steps are added up: a year with a small profit at its end is none yet")
  func addsUp() throws {
    // 2022: nine months at -10 % and three at +10 %; 2023 is the first with more than nothing.
    let text = Self.profit("quarter").replacing("2022: 10%", with: "2022-10: 10%")
    let result = try run(text)
    #expect(
      try result.fen("tax.levy", over: result.calendar.years) == [0, 0, 0, 0, 0])
    let next = try run(text.replacing("end=2024", with: "end=2025"))
    #expect(try next.fen("tax.levy", over: next.calendar.years).last == 600_000_00)
  }

  @Test("of a firm that is older nothing is known of before the scenario")
  func olderProfit() throws {
    let result = try run(
      Self.park("year", "profit").replacing("2020-10", with: "2010-10")
        + "tax cit base=profit rate=25% local=100%")
    #expect(
      try result.fen("tax.levy") == [0, 0, 600_000_00, 600_000_00, 1_200_000_00])
  }

  @Test("without a tax on profit there is no year of a profit")
  func noTaxOnProfit() throws {
    #expect(try run(Self.park("year", "profit")).fen("tax") == [0, 0, 0, 0, 0])
  }

  @Test(
    "rebates count alike, each month's intake of a cohort by itself", arguments: ["year", "month"])
  func rebates(_ step: String) throws {
    // Twelve firms of 10,000 yuan of local tax a year, one each month of 2020: in 2020 and 2021 all
    // of it is paid back, whenever they came.
    let result = try run(
      """
      scenario start=2020 end=2022 step=\(step)
      sector plain output_per_job=10万元/year
      park a
      cohort c park=a sector=plain jobs=1 firms=12 from=2020 until=2020
      tax levy base=output rate=10% local=100%
      incentive r park=a type=rebate schedule={0y: 100%, 2y: 0%} counts=years
      """)
    let years = result.calendar.years
    #expect(try result.fen("rebates", over: years) == [60_000_00, 120_000_00, 0])
  }

  @Test("a schedule in a straight line is read at the whole year")
  func straight() throws {
    let text = Self.park("month", "years").replacing(
      "{0y: 100%, 2y: 50%, 4y: 0%}", with: "ramp(0y: 100%, 4y: 0%)")
    let result = try run(text)
    #expect(
      try result.fen("tax", over: result.calendar.years)
        == [0, 300_000_00, 600_000_00, 900_000_00, 1_200_000_00])
  }
}
