import Testing

@testable import Simulation

/// Model 6, enclaves, on paper.
@Suite("enclaves")
struct EnclaveTests {
  /// A firm that makes 10 m a year and pays 1 m of tax, 600,000 of it local.
  static let park = """
    scenario start=2020 end=2021
    sector plain output_per_job=10万元/year jobs_per_area=100/ha
    city hill
    city coast
    park a city=hill area=9ha
    firm f park=a sector=plain jobs=100 arrives=2020
    tax levy base=output rate=10% central=40% local=60%

    """

  @Test("the local tax is the host's, and the agreed part goes on to the home city")
  func sharing() throws {
    let result = try run(
      Self.park + "enclave e park=a host=coast home=hill share=50% honour=80%")
    #expect(try result.fen("tax.local", in: "coast") == [600_000_00, 600_000_00])
    #expect(try result.fen("tax.local", in: "hill") == [0, 0])
    #expect(try result.fen("transfers", in: "coast") == [-240_000_00, -240_000_00])
    #expect(try result.fen("transfers", in: "hill") == [240_000_00, 240_000_00])
    #expect(try result.fen("transfers") == [0, 0])
    #expect(try result.fen("net_local", in: "coast") == [360_000_00, 360_000_00])
    #expect(try result.fen("net_local", in: "hill") == [240_000_00, 240_000_00])
    #expect(try result.fen("net_local") == [600_000_00, 600_000_00])
    // Central tax is not shared.
    #expect(try result.fen("tax.central", in: "coast") == [400_000_00, 400_000_00])
  }

  @Test("without an enclave the park's own city receives its tax")
  func none() throws {
    let result = try run(Self.park)
    #expect(try result.fen("tax.local", in: "hill") == [600_000_00, 600_000_00])
    #expect(try result.fen("transfers", in: "hill") == [0, 0])
  }

  @Test("a share by date is read at the middle of the step")
  func byDate() throws {
    // All of it up to the end of 2020; straight from 50 to 0 % over 2021, a quarter at its middle.
    let held = try run(
      Self.park + "enclave e park=a host=coast home=hill share={2020: 100%, 2021: 25%}")
    #expect(try held.fen("transfers", in: "hill") == [600_000_00, 150_000_00])
    let straight = try run(
      Self.park + "enclave e park=a host=coast home=hill share=ramp(2021: 50%, 2022: 0%)")
    #expect(try straight.fen("transfers", in: "hill") == [300_000_00, 150_000_00])
  }

  @Test("a whole share leaves the host nothing, to the fen")
  func whole() throws {
    // Three taxes on an odd output: each leaf is rounded, and each is passed on as it stands.
    let result = try run(
      Self.park + """
        set f output=1234567.89 yuan/year
        tax second base=output rate=0.777% local=100%
        tax third base=tax:levy rate=3.3% central=50% local=50%
        enclave e park=a host=coast home=hill share=100%
        """)
    #expect(try result.fen("net_local", in: "coast") == [0, 0])
    #expect(try result.fen("net_local", in: "hill") == result.fen("tax.local"))
    // 60 % of 123,456.789; 0.777 % of 1,234,567.89; half of 3.3 % of 123,456.789.
    let parts: [Int64] = [74_074_07, 9_592_59, 2_037_04]
    for (tax, part) in zip(["levy", "second", "third"], parts) {
      let transfers = try result.figures("transfers", in: ["hill", tax])
      #expect(transfers.first == .money(fen: part), "\(tax)")
    }
  }

  @Test("land income, grants, rebates, running costs and public money stay with the host")
  func rest() throws {
    let result = try run(
      Self.park + """
        set a land_price=50 yuan/m2 opex=10%
        phase one park=a area=2ha investment=1M start=2019 complete=2019
        incentive back park=a type=rebate schedule=50%
        incentive start park=a type=capex share=10%
        set f investment=2M
        enclave e park=a host=coast home=hill share=50%
        """)
    // 600,000 of tax + 500,000 for a hectare - 300,000 back - 200,000 granted - 100,000 of running
    // costs - 300,000 passed on; then without land and grants.
    #expect(try result.fen("net_local", in: "coast") == [200_000_00, -100_000_00])
    #expect(try result.fen("net_local", in: "hill") == [300_000_00, 300_000_00])
    for metric in ["land_income", "grants", "rebates", "opex", "investment.public"] {
      #expect(try result.fen(metric, in: "hill") == [0, 0], "\(metric)")
      #expect(try result.fen(metric, in: "coast") == result.fen(metric), "\(metric)")
    }
  }

  @Test("two home cities can share with one host")
  func two() throws {
    let result = try run(
      Self.park + """
        city plain-city
        enclave e park=a host=coast home=hill share=50%
        enclave g park=a host=coast home=plain-city share=10%
        """)
    #expect(try result.fen("net_local", in: "coast")[0] == 240_000_00)
    #expect(try result.fen("net_local", in: "hill")[0] == 300_000_00)
    #expect(try result.fen("net_local", in: "plain-city")[0] == 60_000_00)
  }

  @Test("a park divides into what host and home receive, and they add up to the park")
  func byJurisdiction() throws {
    let result = try run(Self.park + "enclave e park=a host=coast home=hill share=1/3")
    let metric = try #require(MetricTable.metric("net_local", taxes: result.taxes))
    let park = try #require(result.scope("a"))
    let parts = result.series(metric, in: [park], by: .jurisdiction, over: [0..<2])
    #expect(parts.map(\.part) == ["hill", "coast"])
    #expect(parts.map(\.figures) == [[.money(fen: 400_000_00)], [.money(fen: 800_000_00)]])
  }
}
