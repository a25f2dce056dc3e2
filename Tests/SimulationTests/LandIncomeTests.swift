import Testing

@testable import Simulation

/// Model 6, land income, on paper.
@Suite("land income")
struct LandIncomeTests {
  static let start = """
    scenario start=2020 end=2023
    sector plain output_per_job=1万元/year jobs_per_area=100/ha

    """

  @Test("land is sold once, in the step of admission")
  func once() throws {
    let result = try run(
      Self.start + """
        park a area=3ha land_price=200 yuan/m2
        firm f park=a sector=plain jobs=100 build=2y arrives=2021-05
        """)
    #expect(try result.fen("land_income") == [0, 2_000_000_00, 0, 0])
    #expect(try result.fen("land_income", in: "f") == [0, 2_000_000_00, 0, 0])
    #expect(try result.fen("net_local") == [0, 2_000_000_00, 0, 0])
  }

  @Test("a price that changes is read on the day of admission")
  func price() throws {
    let result = try run(
      Self.start + """
        park a area=3ha land_price={2020: 200 yuan/m2, 2021-07: 300 yuan/m2}
        firm f park=a sector=plain jobs=100 arrives=2021-06
        firm g park=a sector=plain jobs=100 arrives=2021-07
        """)
    #expect(try result.fen("land_income", in: "f")[1] == 2_000_000_00)
    #expect(try result.fen("land_income", in: "g")[1] == 3_000_000_00)
  }

  @Test("land taken before the scenario is sold without income")
  func before() throws {
    let result = try run(
      Self.start + """
        park a area=3ha land_price=200 yuan/m2
        firm old park=a sector=plain jobs=100 arrives=2019-12
        firm new park=a sector=plain jobs=100 arrives=2020
        """)
    #expect(try result.fen("land_income", in: "old") == [0, 0, 0, 0])
    #expect(try result.fen("land_income", in: "new") == [2_000_000_00, 0, 0, 0])
  }

  @Test("land that is let again is not sold again")
  func again() throws {
    // Half of the old firm's hectare is free again at the start of 2022 (`LandTests.again`): g
    // takes 0.4 ha of it for nothing. In the other site 0.5 ha were never sold.
    let result = try run(
      Self.start + """
        park a area=1ha land_price=200 yuan/m2
        firm old park=a sector=plain jobs=100 arrives=2020 hazard=0.693147180559945309
        firm g park=a sector=plain jobs=40 arrives=2020-07
        park b area=1.5ha land_price=200 yuan/m2
        firm first park=b sector=plain jobs=100 arrives=2020 hazard=0.693147180559945309
        firm next park=b sector=plain jobs=80 arrives=2020-07
        """)
    #expect(result.instant(.arrives, "g") == 24)
    #expect(try result.fen("land_income", in: "a") == [2_000_000_00, 0, 0, 0])
    #expect(result.instant(.arrives, "next") == 24)
    #expect(try result.fen("land_income", in: "b") == [2_000_000_00, 0, 1_000_000_00, 0])
  }

  @Test("a cohort buys what it takes, phase by phase, and no more than there is")
  func cohort() throws {
    // Eight firms of a hectare, five hectares: all of them are sold, over two phases.
    let result = try run(
      Self.start + """
        park a land_price=100 yuan/m2
        phase one park=a area=2ha start=2019 complete=2019
        phase two park=a area=3ha start=2019 complete=2019
        cohort c park=a sector=plain jobs=100 firms=8 from=2020 until=2020
        """)
    #expect(try result.fen("land_income", in: "one") == [2_000_000_00, 0, 0, 0])
    #expect(try result.fen("land_income", in: "two") == [3_000_000_00, 0, 0, 0])
  }

  @Test("eleven firms of a mu buy eleven mu to the fen", arguments: [3, 11, 13, 48, 100])
  func full(count: Int) throws {
    // 300 yuan a m² are 200,000 yuan a mu.
    let firms = (1...count).map { "firm f\($0) park=a sector=plain jobs=1 land=1mu arrives=2020" }
    let script = ["park a area=\(count)mu land_price=300 yuan/m2"] + firms
    let result = try run(Self.start + script.joined(separator: "\n"))
    #expect(try result.fen("land_income")[0] == Int64(count) * 200_000_00)
  }

  @Test("a firm without land buys none")
  func landless() throws {
    let result = try run(
      Self.start + """
        park a area=3ha land_price=200 yuan/m2
        firm f park=a sector=plain jobs=100 land=0ha arrives=2020
        """)
    #expect(try result.fen("land_income") == [0, 0, 0, 0])
  }
}
