import Testing

@testable import Simulation

/// Model 5, links between parks, on paper.
@Suite("links")
struct LinkTests {
  static let parks = """
    scenario start=2020 end=2022
    sector plain output_per_job=1万元/year indirect=0.5
    park a
    park b
    park c

    """
  private static let cohorts = ["a", "b", "c"].map {
    "cohort at-\($0) park=\($0) sector=plain jobs=1 firms=36 from=2020 until=2022\n"
  }.joined()

  @Test("a link raises arrivals in both parks, from its beginning on, and in no other")
  func arrivals() throws {
    // 1 + 0.4 * 0.5 = 1.2 from July 2021: 12, 6 + 7.2, 14.4.
    let result = try run(
      Self.parks + Self.cohorts
        + "link l between=[a, b] from=2021-07 complementarity=0.5 attraction=40%")
    for park in ["a", "b"] {
      #expect(areClose(try result.values("firms", in: park), [12, 25.2, 39.6]), "\(park)")
    }
    #expect(areClose(try result.values("firms", in: "c"), [12, 24, 36]))
  }

  @Test("an effect with a half-life is felt by half after it, and links multiply")
  func halfLife() throws {
    // Steps of a month; a year after its beginning 1 + 0.4/2, and the other link 1 + 0.1.
    let result = try run(
      """
      scenario start=2020 end=2020 step=month
      sector plain output_per_job=1万元/year
      park a
      park b
      cohort c park=a sector=plain jobs=1 firms=12 from=2020 until=2020
      link l between=[a, b] from=2019-01-16 half_life=1y complementarity=1 attraction=40%
      link m between=[b, a] complementarity=0.5 attraction=20%
      """)
    // Mid-January is 15/31 of a month on; the active part's middle is half a month on.
    let age = 12 + 0.5 - 15.0 / 31
    let felt = 1 - Double.exponential(-0.6931471805599453 * age / 12)
    let firms = try result.values("firms")
    #expect(isClose(firms[0], (1 + 0.4 * felt) * 1.1))
  }

  @Test("a link's multiplier scales indirect jobs, at the end of the step")
  func multiplier() throws {
    // 100 direct, 50 indirect; from 2021-07, 1 + 0.5 * 0.8 = 1.4 times as many.
    let result = try run(
      Self.parks + """
        firm f park=a sector=plain jobs=100 arrives=2020
        link l between=[c, a] from=2021-07 complementarity=0.8 multiplier=50%
        """)
    #expect(areClose(try result.values("jobs.indirect"), [50, 70, 70]))
    #expect(areClose(try result.values("jobs"), [100, 100, 100]))
  }

  @Test("a link can hold back, but nobody comes less than not at all")
  func negative() throws {
    let result = try run(
      Self.parks + Self.cohorts + "link l between=[a, b] complementarity=1 attraction=-100%")
    #expect(areClose(try result.values("firms"), [12, 24, 36]))
  }
}
