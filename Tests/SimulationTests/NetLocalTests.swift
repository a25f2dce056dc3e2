import Testing

@testable import Simulation

/// Model 6, running costs and the net local result, on paper.
@Suite("net local")
struct NetLocalTests {
  @Test("complete phases cost their share of the public money in them, from the next step on")
  func opex() throws {
    // 10 m, 60 % public, half as much again: 9 m. 4 % of it a year from July 2020 on; the phase is
    // complete at the end of June.
    let result = try run(
      """
      scenario start=2020 end=2021 step=quarter
      park a opex=4%
      phase one park=a investment=10M public=60% overrun=50% start=2019 complete=2020-06
      phase later park=a investment=50M start=2020 complete=2025
      """)
    #expect(try result.fen("opex", in: "one") == [0, 0] + Array(repeating: 90_000_00, count: 6))
    #expect(try result.fen("opex", in: "later") == Array(repeating: 0, count: 8))
    #expect(try result.fen("opex", over: result.calendar.years) == [180_000_00, 360_000_00])
  }

  @Test("a phase that is complete on the last day of a year costs from the next on")
  func boundary() throws {
    let script = """
      scenario start=2020 end=2022
      park a opex={2020: 10%, 2022: 20%}
      phase one park=a investment=1M start=2019 complete=2020

      """
    #expect(try run(script).fen("opex") == [0, 100_000_00, 200_000_00])
    // A month later it is not complete at the start of 2021.
    #expect(try run(script + "set one delay=1 month").fen("opex") == [0, 0, 200_000_00])
  }

  @Test("local tax and land income, less what is spent, is the net local result")
  func net() throws {
    // 2020: 500,000 tax + 1,000,000 land - 100,000 back - 200,000 granted - 3,500,000 built.
    // 2021: 500,000 - 100,000 - 70,000 (2 % of the first phase).
    let result = try run(
      """
      scenario start=2020 end=2021
      sector plain output_per_job=10万元/year jobs_per_area=100/ha
      park a land_price=100 yuan/m2 opex=2%
      phase early park=a area=1ha investment=0M start=2018 complete=2019
      phase one park=a area=1ha investment=7M public=50% start=2020 complete=2020
      firm f park=a sector=plain jobs=100 investment=1M arrives=2020
      tax levy base=output rate=10% central=50% local=50%
      incentive back park=a type=rebate schedule=20%
      incentive start park=a type=capex share=20%
      """)
    #expect(try result.fen("net_local") == [-2_300_000_00, 330_000_00])
    #expect(try result.fen("net_local", in: "f") == [1_200_000_00, 400_000_00])
    #expect(try result.fen("net_local", in: "one") == [-3_500_000_00, -70_000_00])
    let metric = try #require(MetricTable.metric("net_local", taxes: result.taxes))
    let parts = result.series(metric, by: .firm, over: result.calendar.steps)
    #expect(parts.map(\.isRemainder) == [false, true])
    #expect(parts[1].figures == [.money(fen: -3_500_000_00), .money(fen: -70_000_00)])
  }

  @Test("what was spent before the scenario is in no year's result")
  func sunk() throws {
    let result = try run(
      """
      scenario start=2020 end=2021
      park a opex=10%
      phase one park=a investment=1M start=2018 complete=2019
      """)
    #expect(try result.fen("net_local") == [-100_000_00, -100_000_00])
    #expect(try result.fen("investment.cumulative") == [1_000_000_00, 1_000_000_00])
  }
}
