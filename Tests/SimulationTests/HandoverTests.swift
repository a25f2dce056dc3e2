import Testing

@testable import Simulation

/// Model 6, handover, on paper.
@Suite("handover")
struct HandoverTests {
  /// A firm that pays 1 m of local tax a year, from July 2020 on.
  private static func park(
    _ city: String, step: String = "quarter", start: String = "2020", end: String = "2021"
  ) -> String {
    """
    scenario start=\(start) end=\(end) step=\(step)
    sector plain output_per_job=10万元/year
    city hill \(city)
    city coast
    park a city=hill
    firm f park=a sector=plain jobs=100 arrives=2020-07
    tax levy base=output rate=10% local=100%

    """
  }

  @Test("what is above the base of the year so far goes to the province, quarter by quarter")
  func quarters() throws {
    // 2020: C is 0, 0, 250, 500; the base 100, 200, 300, 400; 20 % of what is above: 0, 0, 0, 20.
    // 2021: C is 250, 500, 750, 1000; above: 150, 300, 450, 600; 20 %: 30, 60, 90, 120.
    let result = try run(Self.park("handover=20% handover_base=400000 yuan/year"))
    let expected: [Int64] = [0, 0, 0, 20_000_00, 30_000_00, 30_000_00, 30_000_00, 30_000_00]
    #expect(try result.fen("handover") == expected)
    #expect(try result.fen("handover", in: "hill") == expected)
    #expect(try result.fen("handover", in: "coast") == Array(repeating: 0, count: 8))
    let local = try result.fen("tax.local")
    #expect(try result.fen("net_local", in: "hill") == zip(local, expected).map(-))
    #expect(try result.fen("net_local") == zip(local, expected).map(-))
    // It is of no park, and changes no tax.
    #expect(try result.fen("net_local", in: "a") == local)
    #expect(try result.fen("tax.province") == Array(repeating: 0, count: 8))
  }

  @Test("a year hands over the same at any step", arguments: ["year", "half", "quarter", "month"])
  func steps(_ step: String) throws {
    let result = try run(Self.park("handover=20% handover_base=400000 yuan/year", step: step))
    let years = try result.fen("handover", over: result.calendar.years)
    #expect(years == [20_000_00, 120_000_00])
  }

  @Test("what was handed over comes back where the year does not go on so")
  func back() throws {
    // The rate falls to nothing: C stays 250 while the base grows 100 a quarter.
    let text = Self.park("handover=20% handover_base=400000 yuan/year", start: "2021")
      .replacing("rate=10%", with: "rate={2021: 10%, 2021-04: 0%}")
    #expect(try run(text).fen("handover") == [30_000_00, -20_000_00, -10_000_00, 0])
  }

  @Test("a year counts those of its months that the scenario holds")
  func partYears() throws {
    // From July on, six months: 500 of local tax against 200 of base.
    let text = Self.park(
      "handover=20% handover_base=400000 yuan/year", step: "half", start: "2020-07",
      end: "2020")
    #expect(try run(text).fen("handover") == [60_000_00])
  }

  @Test("a year of another calendar counts for that in which its step begins")
  func fiscal() throws {
    // Years from April: 2020 holds nine months of tax, 750 against 400.
    let text = Self.park(
      "handover=20% handover_base=400000 yuan/year", step: "year", start: "2020-04",
      end: "2022-03"
    ).replacing("step=year", with: "step=year fiscal=4")
    #expect(try run(text).fen("handover") == [70_000_00, 120_000_00])
  }

  @Test("what is handed over is worked out before it is rounded")
  func unrounded() throws {
    // 0.004 yuan a month, nothing of it posted as tax; after three months 0.012 are.
    let text = Self.park("handover=100%", step: "month", start: "2021", end: "2021-06")
      .replacing("jobs=100", with: "jobs=100 output=0.48 yuan/year")
    #expect(try run(text).fen("tax.local") == Array(repeating: 0, count: 6))
    #expect(try run(text).fen("handover") == Array(repeating: 0, count: 6))
    let half = text.replacing("step=month", with: "step=half")
    #expect(try run(half).fen("handover") == [2])
  }

  @Test("relocations, transfers and rebates change nothing of it")
  func beforeTransfers() throws {
    let text =
      Self.park("handover=20% handover_base=400000 yuan/year", step: "year")
      .replacing("arrives=2020-07", with: "arrives=2020-07 origin=hill")
        + """
        enclave e park=a host=hill home=coast share=50%
        incentive r park=a type=rebate schedule={0y: 50%}
        """
    #expect(try run(text).fen("handover") == [20_000_00, 120_000_00])
  }

  @Test("a share by date is refused, and so is a base below nothing")
  func refused() {
    #expect(refusal(Self.park("handover={2020: 20%, 2021: 30%}")) == "wrong-kind")
    #expect(refusal(Self.park("handover_base=-1 yuan/year")) == "out-of-range")
    #expect(refusal(Self.park("handover=101%")) == "out-of-range")
  }
}
