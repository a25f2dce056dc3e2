import Testing

@testable import Simulation

/// Published values that the equations have to give back and that no other suite holds:
/// survival is in `LifeTests`, market potential in `RailTests`, the toy plant in `ToyPlantTests`, what
/// adds up in `LawTests`, and public cases that a script can tell are in `Tests/Scenarios/Published`.
@Suite("published values")
struct PublishedTests {
  /// Hangzhou Information Port Town: 1.7 m of tax in 2014, 1,821 m in 2019, 3,055 m in
  /// 2020. The logistic through the three points has K ≈ 3.75 bn, r ≈ 1.54 a year and its middle
  /// about 2019.0; a Bass curve with p + q = r and q/p = K/1.7 − 1 is that logistic less 1.7.
  @Test("a Bass cohort gives back the logistic through Information Port Town's three points")
  func informationPortTown() throws {
    func logit(_ ceiling: Double, _ tax: Double) -> Double {
      Double.logarithm(ceiling / tax - 1)
    }
    /// By how much the three points miss one straight line of logits.
    func miss(_ ceiling: Double) -> Double {
      (logit(ceiling, 1.7) - logit(ceiling, 1821)) / 5
        - (logit(ceiling, 1821) - logit(ceiling, 3055))
    }
    var (low, high) = (3056.0, 9000.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if (miss(middle) > 0) == (miss(low) > 0) { low = middle } else { high = middle }
    }
    let speed = (logit(low, 1.7) - logit(low, 1821)) / 5
    let middle = logit(low, 1.7) / speed
    // What was reported of it.
    #expect(abs(low - 3750) < 20 && abs(speed - 1.54) < 0.02 && abs(middle - 5) < 0.05)

    let ratio = low / 1.7 - 1
    let result = try run(
      """
      scenario start=2014 end=2019
      sector plain output_per_job=1万元/year
      park town
      cohort firms-of-town park=town sector=plain jobs=1 pattern=bass from=2014 until=2200 \\
        firms=\(low - 1.7) p=\(speed / (1 + ratio)) q=\(speed * ratio / (1 + ratio))
      """)
    // A firm for each million of tax: five and six years after the beginning of 2014.
    let firms = try result.values("firms")
    #expect(isClose(firms[4], 1821 - 1.7, within: 1e-9))
    #expect(isClose(firms[5], 3055 - 1.7, within: 1e-9))
  }

  @Test("energy and carbon of the archetypes are DOMAIN's")
  func archetypes() throws {
    // 350 toy jobs: 245 m of output, 61.25 m of value added, 0.10 tce for 10,000 yuan, 2.5 t a tce.
    // 100 paper jobs: 200 m, 40 m, 1.5.
    let result = try run(
      """
      scenario start=2020 end=2040
      use china
      set toys hazard=0%
      set paper hazard=0%
      park a area=50ha
      firm toy-plant park=a sector=toys jobs=350 arrives=2000
      firm paper-mill park=a sector=paper jobs=100 arrives=2000
      """)
    let last = [20..<21]
    func value(_ metric: String, _ firm: String) throws -> Double {
      try #require(result.values(metric, in: firm, over: last)[0])
    }
    // 39 years after opening the ramp (90 % after five) is as good as full.
    #expect(abs(try value("energy", "toy-plant") - 612.5) < 0.01)
    #expect(abs(try value("emissions", "toy-plant") - 1531.25) < 0.01)
    #expect(abs(try value("energy", "paper-mill") - 6000) < 0.1)
    #expect(abs(try value("jobs.indirect", "toy-plant") - 210) < 0.01)
    #expect(abs(try value("jobs.induced", "toy-plant") - 35) < 0.01)
    // The province's screen, 0.52, lets in toys and not special paper.
    let screened = try run(
      """
      scenario start=2020 end=2020
      use china
      park a area=50ha
      firm toy-plant park=a sector=toys jobs=350 arrives=2020
      firm paper-mill park=a sector=paper jobs=100 arrives=2020
      screen gate park=a max_energy=0.52 tce/万元
      """)
    #expect(try screened.values("firms.rejected", in: "toy-plant") == [0])
    #expect(try screened.values("firms.rejected", in: "paper-mill") == [1])
  }
}
