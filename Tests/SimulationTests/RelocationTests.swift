import Testing

@testable import Simulation

/// Model 6, relocation, on paper.
@Suite("relocation")
struct RelocationTests {
  /// A firm that pays 1 m of tax a year, 600,000 of it local, in a park of `hill`.
  private static func park(_ firm: String, more: String = "") -> String {
    """
    scenario start=2020 end=2021
    sector plain output_per_job=10万元/year
    city hill
    city coast
    park a city=hill
    phase p park=a start=2019 complete=2020
    firm f park=a sector=plain jobs=100 arrives=2020 \(firm)
    tax levy base=output rate=6% central=40% local=60%
    tax second base=output rate=4% central=40% local=60%
    \(more)
    """
  }

  @Test("what a firm pays is lost to the city that it left, and stays with the park")
  func elsewhere() throws {
    let result = try run(Self.park("origin=coast moved=80%"))
    #expect(try result.fen("displaced") == [480_000_00, 480_000_00])
    #expect(try result.fen("displaced", in: "a") == [480_000_00, 480_000_00])
    #expect(try result.fen("displaced", in: "coast") == [480_000_00, 480_000_00])
    #expect(try result.fen("displaced", in: "hill") == [0, 0])
    #expect(try result.fen("net_local", in: "coast") == [-480_000_00, -480_000_00])
    #expect(try result.fen("net_local", in: "hill") == [600_000_00, 600_000_00])
    #expect(try result.fen("net_local", in: "a") == [600_000_00, 600_000_00])
    #expect(try result.fen("net_local", in: "p") == [0, 0])
    #expect(try result.fen("net_local") == [120_000_00, 120_000_00])
    // What is lost comes without a tax: its level is local, its instrument the tax it was.
    #expect(try result.fen("displaced", in: "levy") == [288_000_00, 288_000_00])
    #expect(try result.fen("tax") == [1_000_000_00, 1_000_000_00])
  }

  @Test("by park, what is lost elsewhere stands apart, and all of it adds up")
  func byPark() throws {
    let result = try run(Self.park("origin=coast moved=80%"))
    let metric = try #require(MetricTable.metric("net_local", taxes: result.taxes))
    let parts = result.series(metric, by: .park, over: result.calendar.years)
    #expect(parts.map(\.part) == ["a", ""])
    #expect(parts[0].figures == [.money(fen: 600_000_00), .money(fen: 600_000_00)])
    #expect(parts[1].figures == [.money(fen: -480_000_00), .money(fen: -480_000_00)])
  }

  @Test("within one budget a move brings nothing, to the fen")
  func within() throws {
    let odd = "origin=hill output=1234567.89 yuan/year"
    let result = try run(
      Self.park(odd, more: "incentive r park=a type=rebate schedule={0y: 33.3%}"))
    let rebates = try result.fen("rebates")
    #expect(rebates[0] > 0)
    #expect(try result.fen("net_local", in: "hill") == rebates.map { -$0 })
    let local = try result.fen("tax.local")
    #expect(try result.fen("net_local", in: "a") == zip(local, rebates).map(-))
    #expect(try result.fen("net_local") == rebates.map { -$0 })
  }

  @Test("a share by date is read at the middle of the step, by age at that of the firm")
  func byDate() throws {
    let date = try run(Self.park("origin=coast moved={2020: 100%, 2021: 50%}"))
    #expect(try date.fen("displaced") == [600_000_00, 300_000_00])
    let age = try run(Self.park("origin=coast moved={0y: 100%, 1y: 50%}"))
    #expect(try age.fen("displaced") == [600_000_00, 300_000_00])
  }

  @Test("with an enclave all three cities have their own")
  func enclave() throws {
    let result = try run(
      Self.park(
        "origin=coast", more: "city inland\nenclave e park=a host=hill home=inland share=50%"))
    #expect(try result.fen("net_local", in: "hill") == [300_000_00, 300_000_00])
    #expect(try result.fen("net_local", in: "inland") == [300_000_00, 300_000_00])
    #expect(try result.fen("net_local", in: "coast") == [-600_000_00, -600_000_00])
    #expect(try result.fen("net_local") == [0, 0])
  }

  @Test("a share that moved wants a city that it left, and that is a city")
  func refused() throws {
    #expect(refusal(Self.park("moved=50%")) == "conflict")
    #expect(refusal(Self.park("origin=a")) == "wrong-kind")
    #expect(refusal(Self.park("origin=nowhere")) == "unknown-name")
    #expect(refusal(Self.park("origin=coast moved=120%")) == "out-of-range")
  }
}
