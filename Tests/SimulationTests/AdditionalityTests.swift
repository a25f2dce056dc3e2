import Testing

@testable import Simulation

/// Model 7, additionality, after the HCA's formula.
@Suite("additionality")
struct AdditionalityTests {
  @Test("a worked example by pencil")
  func example() throws {
    // 100 jobs · 0.75 · 0.5 · 1 · 1.25 = 46.875; 40 % of them would come anyway: 28.125 are left.
    let result = try run(
      """
      scenario start=2020 end=2021
      set model leakage=25% displacement=50% multiplier=1.25 deadweight={2020: 40%, 2021: 0%}
      sector plain output_per_job=10万元/year
      park a
      firm f park=a sector=plain jobs=100 arrives=2020
      """)
    #expect(areClose(try result.values("jobs.net"), [28.125, 46.875]))
    #expect(areClose(try result.values("jobs.net", in: "a"), [28.125, 46.875]))
  }

  @Test("money is judged as jobs are, without the multiplier")
  func money() throws {
    // A = 0.75 · 0.5 · 0.6 = 0.225 in 2020, 0.375 in 2021. A firm pays 1 m of local tax a year and 2 m
    // for its land; running costs take 0.3 m off.
    let result = try run(
      """
      scenario start=2020 end=2021
      set model leakage=25% displacement=50% multiplier=1.25 deadweight={2020: 40%, 2021: 0%}
      sector plain output_per_job=10万元/year jobs_per_area=100/ha
      city hill
      park a city=hill land_price=200万元/ha opex=3%
      phase p park=a start=2018 complete=2019 area=9ha investment=10M yuan
      firm f park=a sector=plain jobs=100 arrives=2020
      tax levy base=output rate=10% local=100%
      """)
    #expect(try result.fen("net_local") == [2_700_000_00, 700_000_00])
    #expect(try result.fen("net_local.additional") == [375_000_00, 75_000_00])
    #expect(try result.fen("net_local.additional", in: "hill") == [375_000_00, 75_000_00])
    #expect(try result.fen("net_local.additional", over: [0..<2]) == [450_000_00])
  }

  @Test("nothing stated, nothing taken off")
  func neutral() throws {
    let result = try run(BeyondTests.park)
    #expect(try result.values("jobs.net") == result.values("jobs"))
    #expect(try result.fen("net_local.additional") == result.fen("net_local"))
  }

  @Test("net = GI(1−L)(1−Dp)(1−S)M − GI*(1−L*)(1−Dp*)(1−S*)M*, on a thousand random inputs")
  func formula() {
    var chance = Chance(629)
    func numbers() -> Additionality<Double> {
      Additionality(
        leakage: chance.share(), displacement: chance.share(), substitution: chance.share(),
        multiplier: chance.number(0.5...3), deadweight: chance.share())
    }
    for _ in 0..<1000 {
      let (a, b) = (numbers(), numbers())
      let gross = chance.number(0...1e6)
      let reference = chance.number(0...1e6)
      // Multiplied out, term by term, so that it shares no arithmetic with the code.
      func kept(_ n: Additionality<Double>) -> Double {
        let (l, d, s) = (n.leakage, n.displacement, n.substitution)
        return n.multiplier * (1 - l - d - s + l * d + l * s + d * s - l * d * s)
      }
      let net = a.net(of: gross, less: reference, under: b)
      let scale = gross * a.multiplier + reference * b.multiplier
      #expect(abs(net - (gross * kept(a) - reference * kept(b))) <= 1e-12 * scale)
      let alone = a.net(of: gross)
      #expect(abs(alone - gross * (1 - a.deadweight) * kept(a)) <= 1e-12 * scale)
    }
  }
}
