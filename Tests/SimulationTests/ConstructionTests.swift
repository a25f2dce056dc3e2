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
}
