import Testing

@testable import Simulation

/// Model 5, land and floor, on paper. A job takes 100 m², so a hundred a hectare.
@Suite("land and floor")
struct LandTests {
  static let start = """
    scenario start=2020 end=2023
    sector plain output_per_job=1万元/year jobs_per_area=100/ha

    """

  @Test("who comes first is served first, and the next one waits")
  func firstCome() throws {
    let result = try run(
      Self.start + """
        park a area=1ha
        firm late park=a sector=plain jobs=100 arrives=2020-06
        firm soon park=a sector=plain jobs=100 arrives=2020-05
        """)
    #expect(result.instant(.arrives, "soon") == 4)
    #expect(result.instant(.arrives, "late") == nil)
    #expect(result.instant(.waits, "late") == 5)
    #expect(try result.values("firms") == [1, 1, 1, 1])
    #expect(try result.values("firms.waiting", in: "late") == [1, 1, 1, 1])
    #expect(try result.values("occupancy") == [1, 1, 1, 1])
  }

  @Test("of two that come at one instant the first declared is served")
  func sameInstant() throws {
    let result = try run(
      Self.start + """
        park a area=1ha
        firm one park=a sector=plain jobs=60 arrives=2020-05
        firm two park=a sector=plain jobs=60 arrives=2020-05
        """)
    #expect(result.instant(.arrives, "one") == 4)
    #expect(result.instant(.arrives, "two") == nil)
  }

  @Test("a small firm passes a large one that waits")
  func passing() throws {
    let result = try run(
      Self.start + """
        park a area=1ha
        firm large park=a sector=plain jobs=200 arrives=2020-01
        firm small park=a sector=plain jobs=100 arrives=2020-02
        """)
    #expect(result.instant(.arrives, "small") == 1)
    #expect(try result.values("firms.waiting", in: "large") == [1, 1, 1, 1])
  }

  @Test(
    "who has waited is admitted as the phase is complete, if that is later than the step's start")
  func admitted() throws {
    // The end of June 2021 is 18 months on; half a year of a million is left.
    let result = try run(
      Self.start + """
        park a
        phase one park=a area=1ha start=2020 complete=2021-06
        firm f park=a sector=plain jobs=100 arrives=2020-03
        """)
    #expect(result.instant(.arrives, "f") == 18)
    #expect(try result.values("firms.waiting") == [1, 0, 0, 0])
    #expect(try result.values("jobs") == [0, 100, 100, 100])
    #expect(try result.fen("output") == [0, 500_000_00, 1_000_000_00, 1_000_000_00])
  }

  @Test("land that is complete at a step's end is serviced in it and let in the next")
  func boundary() throws {
    let result = try run(
      Self.start + """
        park a
        phase one park=a area=1ha start=2020 complete=2020
        firm f park=a sector=plain jobs=100 arrives=2020-03
        """)
    #expect(try result.values("land.serviced") == [1, 1, 1, 1])
    #expect(try result.values("land.occupied") == [0, 1, 1, 1])
    #expect(result.instant(.arrives, "f") == 12)
  }

  @Test("of phases with room, the one that admits first takes the firm")
  func earliest() throws {
    let result = try run(
      Self.start + """
        park a
        phase slow park=a area=1ha start=2020 complete=2021-09
        phase fast park=a area=1ha start=2020 complete=2021-06
        firm f park=a sector=plain jobs=50 arrives=2021-03
        firm g park=a sector=plain jobs=50 arrives=2021-11
        """)
    #expect(result.instant(.arrives, "f") == 18)
    #expect(try result.values("land.occupied", in: "fast")[1] == 0.5)
    // Both admit g on its arrival: it takes the first declared.
    #expect(result.instant(.arrives, "g") == 22)
    #expect(try result.values("land.occupied", in: "slow")[1] == 0.5)
  }

  @Test("a park without phases offers its own area, in the past too")
  func ownArea() throws {
    let result = try run(
      Self.start + """
        park a area=2ha
        firm old park=a sector=plain jobs=100 arrives=2015 ramp=10y
        firm new park=a sector=plain jobs=100 arrives=2020
        firm more park=a sector=plain jobs=100 arrives=2020
        """)
    // R(10) = 0.9 at the end of 2024; ln 10 / 10 a year: R(6) = 1 - 10^-0.6 = 0.748811...
    #expect(isClose(try result.values("jobs", in: "old")[0], 74.8811356849042))
    #expect(try result.values("firms.waiting") == [1, 1, 1, 1])
    #expect(try result.values("occupancy") == [1, 1, 1, 1])
  }

  @Test("a park with phases no longer offers its own area")
  func phasesOnly() throws {
    let result = try run(
      Self.start + """
        park a area=9ha
        phase one park=a area=1ha start=2020 complete=2021
        firm f park=a sector=plain jobs=200 arrives=2020
        """)
    #expect(try result.values("land.serviced") == [0, 1, 1, 1])
    #expect(try result.values("firms.waiting") == [1, 1, 1, 1])
  }

  @Test("the land of closed firms is let again a year later")
  func again() throws {
    // Half of a firm's sites close a year: S = 2^-a. Its hectare is held at 1, 1 (its first year
    // over), 1/2, 1/4 at the ends of the steps. At the start of 2022 half a hectare is free.
    let result = try run(
      Self.start + """
        park a area=1ha
        firm old park=a sector=plain jobs=100 arrives=2020 hazard=0.693147180559945309
        firm new park=a sector=plain jobs=40 arrives=2020-07
        """)
    #expect(areClose(try result.values("land.occupied", in: "old"), [1, 0.5, 0.25, 0.125]))
    #expect(areClose(try result.values("firms", in: "old"), [0.5, 0.25, 0.125, 0.0625]))
    #expect(result.instant(.arrives, "new") == 24)
    #expect(areClose(try result.values("land.occupied"), [1, 0.5, 0.65, 0.525]))
  }

  @Test("a firm without land that names a phase waits for its completion")
  func landless() throws {
    let result = try run(
      Self.start + """
        park a
        phase one park=a start=2020 complete=2021-03
        firm named park=a phase=one sector=plain jobs=10 land=0ha arrives=2020-02
        firm free park=a sector=plain jobs=10 land=0ha arrives=2020-02
        """)
    #expect(result.instant(.arrives, "named") == 15)
    #expect(result.instant(.arrives, "free") == 1)
    #expect(try result.values("firms.waiting") == [1, 0, 0, 0])
    #expect(try result.values("jobs", in: "one") == [0, 10, 10, 10])
  }

  @Test("a firm without land whose phase is complete at a step's end belongs to the next")
  func landlessAtBoundary() throws {
    let result = try run(
      Self.start + """
        park a
        phase one park=a start=2020 complete=2020
        firm f park=a phase=one sector=plain jobs=10 land=0ha arrives=2020-02
        """)
    #expect(try result.values("firms.waiting") == [1, 0, 0, 0])
    #expect(try result.values("jobs") == [0, 10, 10, 10])
  }

  @Test("a firm that names a phase waits for it, though another has room")
  func named() throws {
    let result = try run(
      Self.start + """
        park a
        phase one park=a area=1ha start=2019 complete=2019
        phase two park=a area=1ha start=2019 complete=2022-01
        firm f park=a phase=two sector=plain jobs=100 arrives=2020-02
        """)
    #expect(result.instant(.arrives, "f") == 25)
  }

  @Test("floor space runs out like land does")
  func floor() throws {
    let result = try run(
      Self.start + """
        sector office output_per_job=1万元/year floor_per_job=10m2
        park a
        phase one park=a area=1ha floor=1000m2 start=2019 complete=2019
        firm f park=a sector=office jobs=70 arrives=2020
        firm g park=a sector=office jobs=70 arrives=2020
        park bare area=9ha
        firm i park=bare sector=office jobs=1 arrives=2020
        """)
    #expect(try result.values("floor.occupied") == [700, 700, 700, 700])
    #expect(try result.values("floor.vacant", in: "a") == [300, 300, 300, 300])
    #expect(try result.values("firms.waiting", in: "g") == [1, 1, 1, 1])
    // A park without phases has no floor to let.
    #expect(try result.values("firms.waiting", in: "i") == [1, 1, 1, 1])
  }
}
