import Testing

@testable import Simulation

/// Model 7, jobs beyond the gate, energy and emissions, on paper.
@Suite("beyond the gate")
struct BeyondTests {
  /// 100 jobs make 10 m a year, 4 m of it value added.
  static let park = """
    scenario start=2020 end=2022
    sector plain output_per_job=10万元/year value_added=40% indirect=0.6 induced=0.3 \\
      energy=0.5 tce/万元 emissions=2.5 tCO2/tce
    park a
    firm f park=a sector=plain jobs=100 arrives=2020

    """

  @Test("indirect and induced jobs follow direct ones, and the three are the total")
  func jobs() throws {
    // Half of full size on the opening day, 90 % after a year: 1 - 0.5 * 0.2^a.
    let result = try run(Self.park + "set f ramp=1y first=50%")
    let direct = [90, 98, 99.6]
    #expect(areClose(try result.values("jobs"), direct))
    #expect(areClose(try result.values("jobs.indirect"), direct.map { $0 * 0.6 }))
    #expect(areClose(try result.values("jobs.induced"), direct.map { $0 * 0.3 }))
    #expect(areClose(try result.values("jobs.total"), direct.map { $0 * 1.9 }))
    #expect(areClose(try result.values("jobs.total", in: "f"), direct.map { $0 * 1.9 }))
  }

  @Test("energy is value added times energy, and emissions are energy times emissions")
  func energy() throws {
    // 4 m of value added: 200 tce, 500 t; a tenth more with growth in output alone.
    let result = try run(Self.park)
    #expect(areClose(try result.values("energy"), [200, 200, 200]))
    #expect(areClose(try result.values("emissions"), [500, 500, 500]))
    #expect(areClose(try result.values("emissions.cumulative"), [500, 1000, 1500]))
    #expect(areClose(try result.values("energy", over: [0..<3]), [600]))
    #expect(areClose(try result.values("emissions.cumulative", over: [1..<3]), [1500]))
  }

  @Test("a firm may differ from its sector, and a number may change over time")
  func own() throws {
    let result = try run(
      Self.park + """
        firm g park=a sector=plain jobs=10 energy=1 tce/万元 indirect=2 arrives=2020
        set f emissions={2020: 2.5 tCO2/tce, 2022: 2 tCO2/tce} induced={2020: 0.3, 2021: 0.1}
        """)
    #expect(areClose(try result.values("energy", in: "g"), [40, 40, 40]))
    #expect(areClose(try result.values("jobs.indirect", in: "g"), [20, 20, 20]))
    #expect(areClose(try result.values("emissions", in: "f"), [500, 500, 400]))
    #expect(areClose(try result.values("jobs.induced", in: "f"), [30, 10, 10]))
  }

  @Test("a firm that opens within the year uses energy from then on")
  func opening() throws {
    let result = try run(Self.park + "set f arrives=2020-10")
    #expect(areClose(try result.values("energy"), [50, 200, 200]))
  }

  @Test("what sectors and parks use adds up")
  func parts() throws {
    let result = try run(
      Self.park + """
        park b
        firm g park=b sector=plain jobs=50 arrives=2021
        """)
    #expect(areClose(try result.values("emissions", in: "b"), [0, 250, 250]))
    #expect(areClose(try result.values("emissions"), [500, 750, 750]))
    #expect(areClose(try result.values("emissions.cumulative", in: "b"), [0, 250, 500]))
    #expect(areClose(try result.values("jobs.total", in: "plain"), [190, 285, 285]))
  }
}
