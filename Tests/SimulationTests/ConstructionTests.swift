import Diagnostics
import Testing

@testable import Simulation

/// Model 3, on paper.
@Suite("construction")
struct ConstructionTests {
  @Test("half of a budget is spent at half time, on either profile")
  func halves() throws {
    // 100 m over 2020 and 2021: W(1/2) = 3/4 - 2/8 = 1/2, and u = 1/2.
    for profile in ["s-curve", "linear"] {
      let result = try run(
        """
        scenario start=2020 end=2022
        park a
        phase one park=a investment=100M start=2020 complete=2021 profile=\(profile)
        """)
      #expect(try result.fen("investment") == [50_000_000_00, 50_000_000_00, 0])
    }
  }

  @Test("an s-curve begins and ends slowly")
  func curve() throws {
    // W(1/4) = 3/16 - 2/64 = 5/32, W(1/2) = 16/32, W(3/4) = 27/16 - 27/32 = 27/32.
    // Steps of 100 m: 5/32, 11/32, 11/32, 5/32.
    let result = try run(
      """
      scenario start=2020 end=2021 step=half
      park a
      phase one park=a investment=100M start=2020 complete=2021
      """)
    #expect(
      try result.fen("investment") == [
        15_625_000_00, 34_375_000_00, 34_375_000_00, 15_625_000_00,
      ])
  }

  @Test("a straight line spends the same in every step")
  func line() throws {
    let result = try run(
      """
      scenario start=2020 end=2021 step=half
      park a
      phase one park=a investment=100M start=2020 complete=2021 profile=linear
      """)
    #expect(try result.fen("investment") == Array(repeating: 25_000_000_00, count: 4))
  }

  @Test("a delay stretches the spending and the land comes later")
  func delay() throws {
    // Three years: W(1/3) = 1/3 - 2/27 = 7/27, W(2/3) = 4/3 - 16/27 = 20/27.
    // Of 100 m: 25,925,925.93 and 74,074,074.07 to date.
    let result = try run(
      """
      scenario start=2020 end=2023
      park a
      phase one park=a area=10ha investment=100M start=2020 complete=2021 delay=1y
      """)
    #expect(
      try result.fen("investment") == [25_925_925_93, 48_148_148_14, 25_925_925_93, 0])
    #expect(try result.values("land.serviced") == [0, 0, 10, 10])
  }

  @Test("an overrun is spent like the budget")
  func overrun() throws {
    let result = try run(
      """
      scenario start=2020 end=2021
      park a
      phase one park=a investment=100M start=2020 complete=2021 overrun=10%
      """)
    #expect(try result.fen("investment") == [55_000_000_00, 55_000_000_00])
  }

  @Test("public and private shares are of what is spent to date")
  func shares() throws {
    // 30 % of 50 m.
    let result = try run(
      """
      scenario start=2020 end=2021
      park a
      phase one park=a investment=100M start=2020 complete=2021 public=30%
      """)
    #expect(try result.fen("investment.public") == [15_000_000_00, 15_000_000_00])
    #expect(try result.fen("investment.private") == [35_000_000_00, 35_000_000_00])
  }

  @Test("half a fen goes to the even one")
  func halfFen() throws {
    // Half of 1 fen is 0, half of 3 is 2, of 5 again 2; the private rest is 1, 1 and 3.
    for (budget, ours, theirs) in [("0.01", 0, 1), ("0.03", 2, 1), ("0.05", 2, 3)]
      as [(String, Int64, Int64)]
    {
      let result = try run(
        """
        scenario start=2020 end=2020
        park a
        phase one park=a investment=\(budget) public=50% start=2020 complete=2020
        """)
      #expect(try result.fen("investment.public") == [ours])
      #expect(try result.fen("investment.private") == [theirs])
    }
  }

  @Test("what was spent before the start counts to date, and in no step")
  func past() throws {
    // 2018 to 2021, half of the time gone by 2020: W = 16/32, 27/32 a year later, then all.
    let result = try run(
      """
      scenario start=2020 end=2022
      park a
      phase one park=a investment=100M start=2018 complete=2021
      """)
    #expect(try result.fen("investment") == [34_375_000_00, 15_625_000_00, 0])
    #expect(
      try result.fen("investment.cumulative") == [84_375_000_00, 100_000_000_00, 100_000_000_00])
  }

  @Test(
    "a budget adds up to the fen",
    arguments: [
      ("1000000.01", "33.33%", "0"), ("0.07", "50%", "0"), ("999999999.99", "12.345%", "7.77%"),
      ("1", "99.99%", "-33.3%"), ("123456789012.34", "1/3", "100/7 * 1%"),
    ] as [(String, String, String)])
  func awkward(budget: String, share: String, overrun: String) throws {
    let result = try run(
      """
      scenario start=2020 end=2022 step=month
      park a
      phase one park=a investment=\(budget) public=\(share) overrun=\(overrun) \\
        start=2019-05-17 complete=2022-03-11 delay=5 months
      """)
    let numbers = ["1000000.01": 1.0, "0.07": 1, "999999999.99": 1.0777, "1": 0.667]
    let expected = ((Double(budget) ?? 0) * (numbers[budget] ?? 8 / 7) * 100).rounded()
    #expect(try result.fen("investment.cumulative").last == Int64(expected))
    let parts = try zip(result.fen("investment.public"), result.fen("investment.private"))
    #expect(try parts.map { $0 + $1 } == result.fen("investment"))
  }

  @Test(
    "land and floor are there at the end of the step that completes them, that instant included")
  func serviced() throws {
    let result = try run(
      """
      scenario start=2020 end=2021 step=quarter
      park a
      phase one park=a area=10ha floor=5000m2 start=2020 complete=2020Q2
      phase two park=a area=1ha start=2020 complete=2020-07-01
      """)
    #expect(try result.values("land.serviced").prefix(4) == [0, 10, 11, 11])
    #expect(try result.values("floor.serviced").prefix(3) == [0, 5000, 5000])
  }

  @Test("a million of construction makes half a job for a year, of firms only their buildings")
  func jobs() throws {
    // 50 m x 0.5 / m = 25. The firm: 40 % of 10 m = 4 m, 2 job-years, in the year it opens.
    let result = try run(
      """
      scenario start=2020 end=2021
      park a
      sector plain output_per_job=1万元/year building_share=40%
      phase one park=a investment=100M start=2020 complete=2021
      firm f park=a sector=plain jobs=1 investment=10M arrives=2021
      """)
    #expect(areClose(try result.values("jobs.construction"), [25, 27]))
    #expect(try result.values("jobs") == [0, 1])
  }

  // MARK: Spending by date

  /// What a station's park spent: 495,000, 950,000 and 500,000 yuan in three years.
  private func station(_ header: String, _ more: String = "") -> String {
    """
    scenario \(header)
    park a
    phase one park=a area=10ha start=2020 complete=2022 \(more) \\
      spending={2020: 495000 yuan/year, 2021: 950000 yuan/year, 2022: 500000 yuan/year}
    """
  }

  @Test("spending is what its schedule says of each year, in steps of any length")
  func spending() throws {
    let years = try run(station("start=2020 end=2023"))
    #expect(try years.fen("investment") == [495_000_00, 950_000_00, 500_000_00, 0])
    let halves = try run(station("start=2020 end=2022 step=half"))
    #expect(
      try halves.fen("investment") == [
        247_500_00, 247_500_00, 475_000_00, 475_000_00, 250_000_00, 250_000_00,
      ])
    // 950,000 / 12 = 79,166.66..., to date 79,166.67, 158,333.33, 237,500.00: steps .67, .66, .67.
    // 500,000 / 12 = 41,666.66..., likewise.
    let months = try run(station("start=2020 end=2022 step=month")).fen("investment")
    let second: [Int64] = [79_166_67, 79_166_66, 79_166_67]
    let third: [Int64] = [41_666_67, 41_666_66, 41_666_67]
    #expect(months.prefix(12) == ArraySlice(Array(repeating: 41_250_00, count: 12)))
    #expect(Array(months[12..<24]) == second + second + second + second)
    #expect(Array(months[24...]) == third + third + third + third)
  }

  @Test("a delay shifts spending with its keys, and the land")
  func shifted() throws {
    let year = try run(station("start=2020 end=2024", "delay=1y"))
    #expect(try year.fen("investment") == [0, 495_000_00, 950_000_00, 500_000_00, 0])
    #expect(try year.values("land.serviced") == [0, 0, 0, 10, 10])
    // Half of 495, the other half and half of 950, then 475 + 250, then 250.
    let half = try run(station("start=2020 end=2023", "delay=6 months"))
    #expect(
      try half.fen("investment") == [247_500_00, 722_500_00, 725_000_00, 250_000_00])
  }

  @Test("an overrun raises spending throughout, and shares divide it")
  func raised() throws {
    let result = try run(station("start=2020 end=2022", "overrun=10% public=40%"))
    #expect(try result.fen("investment") == [544_500_00, 1_045_000_00, 550_000_00])
    #expect(try result.fen("investment.public") == [217_800_00, 418_000_00, 220_000_00])
    #expect(try result.fen("investment.private") == [326_700_00, 627_000_00, 330_000_00])
  }

  @Test("what was spent by date before the start counts to date, and in no step")
  func pastSpending() throws {
    let result = try run(station("start=2021 end=2023"))
    #expect(try result.fen("investment") == [950_000_00, 500_000_00, 0])
    #expect(
      try result.fen("investment.cumulative") == [1_445_000_00, 1_945_000_00, 1_945_000_00])
  }

  @Test("a ramp of spending is added up exactly")
  func ramped() throws {
    // A straight line through 0 in 2020 and 2 m a year in 2022: to date t²/2 m after t years,
    // 0.125, 0.5, 1.125 and 2 m.
    let result = try run(
      """
      scenario start=2020 end=2022 step=half
      park a
      phase one park=a start=2020 complete=2021 spending=ramp(2020: 0, 2022: 2M yuan/year)
      """)
    #expect(
      try result.fen("investment") == [
        125_000_00, 375_000_00, 625_000_00, 875_000_00, 0, 0,
      ])
  }

  @Test(
    "before its first key the first value is spent, and outside of the phase nothing",
    arguments: [
      "1M yuan/year", "{2021: 1M yuan/year}",
      "{2015: 7M yuan/year, 2020: 1M yuan/year, 2022: 9M yuan/year}",
    ])
  func outside(spending: String) throws {
    let result = try run(
      """
      scenario start=2020 end=2023
      park a
      phase one park=a start=2020-07 complete=2021 spending=\(spending)
      """)
    #expect(try result.fen("investment") == [500_000_00, 1_000_000_00, 0, 0])
  }

  @Test("running costs and construction jobs are of what spending comes to")
  func consequences() throws {
    // 1.945 m, 10 % more, 40 % of it public, 5 % a year: 42,790. Half a job a million.
    let result = try run(
      station("start=2020 end=2023", "overrun=10% public=40%")
        .replacing("park a\n", with: "park a opex=5%\n"))
    #expect(try result.fen("opex") == [0, 0, 0, 42_790_00])
    #expect(
      areClose(try result.values("jobs.construction"), [0.272_25, 0.522_5, 0.275, 0]))
  }

  @Test(
    "spending stands alone",
    arguments: [
      ("investment=1M", "investment"), ("profile=linear", "profile"),
    ])
  func alone(other: String, name: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try run(station("start=2020 end=2022", other))
    }
    #expect(error?.slug == "conflict")
    #expect(error?.message.hasPrefix("`\(name)` says what") == true)
    #expect(error?.location?.place.hasSuffix(":4") == true)
  }
}
