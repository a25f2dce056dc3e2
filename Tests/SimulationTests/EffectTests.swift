import Testing

@testable import Simulation

/// Model 4, agglomeration and boosts, on paper.
@Suite("agglomeration and boosts")
struct EffectTests {
  static let start = """
    scenario start=2020 end=2023
    sector plain output_per_job=10万元/year

    """

  @Test("a park twice as large as its reference makes more, a year later")
  func agglomeration() throws {
    // 200 jobs from 2020 on. In mid-2020 nobody was there a year before; later 2^0.05 = 1.03526492.
    let result = try run(
      Self.start + """
        park a reference_jobs=100
        firm f park=a sector=plain jobs=200 arrives=2020
        """)
    #expect(
      areClose(try result.values("agglomeration", in: "a").dropLast(2), [1, 1.0352649238413776]))
    #expect(try result.fen("output").prefix(2) == [20_000_000_00, 20_705_298_48])
  }

  @Test("firms of the past count from the first step, closed ones no longer")
  func past() throws {
    // e^-0.1a: from 2010 to mid-2019, 9.5 years, 400 e^-0.95 = 154.69640938; its 0.05th power.
    let result = try run(
      Self.start + """
        park a reference_jobs=100
        firm f park=a sector=plain jobs=400 arrives=2010 hazard=10%
        """)
    #expect(isClose(try result.values("agglomeration", in: "a")[0], 1.0220543987002277))
  }

  @Test("agglomeration is never above a fifth nor below nothing")
  func cap() throws {
    let result = try run(
      Self.start + """
        set model agglomeration=0.9
        park large reference_jobs=100
        park small reference_jobs=1000
        park none
        firm f park=large sector=plain jobs=200 arrives=2015
        firm g park=small sector=plain jobs=200 arrives=2015
        firm i park=none sector=plain jobs=200 arrives=2015
        """)
    #expect(try result.values("agglomeration", in: "large") == [1.2, 1.2, 1.2, 1.2])
    #expect(try result.fen("output", in: "f")[0] == 24_000_000_00)
    #expect(try result.fen("output", in: "g")[0] == 20_000_000_00)
    #expect(try result.fen("output", in: "i")[0] == 20_000_000_00)
  }

  @Test("the cap is the model's, and changes when it says so")
  func statedCap() throws {
    // 2^0.9 = 1.866 is above both.
    let result = try run(
      Self.start + """
        set model agglomeration=0.9 agglomeration_cap={2020: 1.3, 2022: 1.5}
        park large reference_jobs=100
        firm f park=large sector=plain jobs=200 arrives=2015
        """)
    #expect(try result.values("agglomeration", in: "large") == [1.3, 1.3, 1.5, 1.5])
    #expect(try result.fen("output", in: "f")[0] == 26_000_000_00)
  }

  @Test("shorter steps see the same lag of a year")
  func lag() throws {
    // Opened in April 2020: felt from the first month whose middle is a year later, April 2021.
    let result = try run(
      """
      scenario start=2020 end=2021 step=month
      sector plain output_per_job=10万元/year
      park a reference_jobs=100
      firm f park=a sector=plain jobs=200 arrives=2020-04
      """)
    let factors = try result.values("agglomeration", in: "a")
    #expect(factors[14] == 1)
    #expect(isClose(factors[15], 1.0352649238413776))
  }

  @Test("boosts multiply, each in its time and for its sectors")
  func boosts() throws {
    let result = try run(
      Self.start + """
        sector other output_per_job=10万元/year
        park a
        boost always park=a productivity=50%
        boost institute park=a sectors=[plain] from=2021 until=2022 productivity=20%
        park b
        boost elsewhere park=b productivity=900%
        firm f park=a sector=plain jobs=100 arrives=2015
        firm g park=a sector=other jobs=100 arrives=2015
        """)
    // 10 m x 1.5, and x 1.2 in 2021 and 2022.
    #expect(
      try result.fen("output", in: "f")
        == [15_000_000_00, 18_000_000_00, 18_000_000_00, 15_000_000_00])
    #expect(try result.fen("output", in: "g") == Array(repeating: 15_000_000_00, count: 4))
  }

  @Test("half of a boost is felt after its half-life, and a handicap can take everything")
  func halfLife() throws {
    // Mid-2021, a year after July 2020: half of -100 %.
    let result = try run(
      Self.start + """
        park a
        boost handicap park=a from=2020-07 productivity=-100% half_life=1y
        park b
        boost desert park=b productivity=-100%
        firm f park=a sector=plain jobs=100 arrives=2015
        firm g park=b sector=plain jobs=100 arrives=2015
        """)
    #expect(
      try result.fen("output", in: "f")
        == [10_000_000_00, 5_000_000_00, 2_500_000_00, 1_250_000_00])
    #expect(try result.fen("output", in: "g") == [0, 0, 0, 0])
  }
}
