import Testing

@testable import Simulation

/// Model 4, the life of a firm, on paper.
@Suite("a firm's life")
struct LifeTests {
  static let start = """
    scenario start=2020 end=2029
    sector plain output_per_job=10万元/year wage=5万元/year
    park a

    """

  @Test(
    "a ramp reaches nine tenths after its years, from any first share",
    arguments: [0, 0.2, 0.8] as [Double])
  func ramp(first: Double) throws {
    let result = try run(
      Self.start + "firm f park=a sector=plain jobs=100 arrives=2020 ramp=5y first=\(first)")
    #expect(isClose(try result.values("jobs")[4], 90))
  }

  @Test("what the years of a ramp lead to is the model's", arguments: [0, 0.2] as [Double])
  func rampShare(first: Double) throws {
    // Half of what is missing in five years; from nothing, R(1) = 1 - 2^-0.2 = 0.1294494367.
    let result = try run(
      Self.start + """
        set model ramp_share=50%
        firm f park=a sector=plain jobs=100 arrives=2020 ramp=5y first=\(first)
        """)
    #expect(isClose(try result.values("jobs")[4], 50))
    if first == 0 { #expect(isClose(try result.values("jobs")[0], 12.944943670387588)) }
  }

  @Test("a ramp from nothing falls short by a tenth to the power of the part of its years")
  func rampFromNothing() throws {
    // R(1) = 1 - 10^-0.2 = 0.369042656; of output, R(1/2) = 1 - 10^-0.1 = 0.2056717653.
    let result = try run(Self.start + "firm f park=a sector=plain jobs=100 arrives=2020 ramp=5y")
    #expect(isClose(try result.values("jobs")[0], 36.904265551980675))
    #expect(try result.fen("output")[0] == 2_056_717_65)
    #expect(try result.fen("payroll")[0] == 1_028_358_83)
  }

  @Test("a firm that opens as a step ends is there with its first share, and has made nothing")
  func firstDay() throws {
    let result = try run(
      Self.start
        + "firm f park=a sector=plain jobs=100 arrives=2020-07 build=6 months ramp=5y first=20%")
    #expect(areClose(try Array(result.values("jobs").prefix(1)), [20]))
    #expect(try result.values("firms")[0] == 1)
    #expect(try result.fen("output")[0] == 0)
  }

  @Test("who arrives as a step ends belongs to the next")
  func boundary() throws {
    let result = try run(Self.start + "firm f park=a sector=plain jobs=100 arrives=2021")
    #expect(try result.values("jobs").prefix(2) == [0, 100])
    #expect(try result.values("firms.waiting")[0] == 0)
  }

  @Test("a firm that opens inside a step makes what is left of it, at the middle of that part")
  func inside() throws {
    // Open for three months; at their middle R(1/8) = 1 - 10^-0.025 = 0.0559391237. A quarter of
    // ten million times that.
    let result = try run(
      Self.start + "firm f park=a sector=plain jobs=100 arrives=2020-10 ramp=5y")
    #expect(try result.fen("output")[0] == 139_847_81)
    let plain = try run(Self.start + "firm f park=a sector=plain jobs=100 arrives=2020-10")
    #expect(try plain.fen("output").prefix(2) == [2_500_000_00, 10_000_000_00])
  }

  @Test("survival is the exponential of the hazards lived through")
  func survival() throws {
    // (10 % + 20 % + 20 %) / 2 = 0.25; e^-0.25 = 0.778800783.
    let result = try run(
      Self.start + """
        firm f park=a sector=plain jobs=100 arrives=2020 hazard={0y: 10%, 1y: 20%} survival_scale=0.5
        """)
    #expect(isClose(try result.values("firms")[2], 0.7788007830714049))
    #expect(isClose(try result.values("jobs")[2], 77.88007830714049))
  }

  @Test("a hazard that rises straight counts its mean")
  func straightHazard() throws {
    // From 0 to 20 % in two years: 0.2 by then; e^-0.2 = 0.818730753.
    let result = try run(
      Self.start + "firm f park=a sector=plain jobs=1 arrives=2020 hazard=ramp(0y: 0%, 2y: 20%)")
    #expect(isClose(try result.values("firms")[1], 0.8187307530779818))
  }

  @Test(
    "the hazards of the library give the published survival",
    arguments: [
      (5, 0.693), (7, 0.584), (10, 0.469),
    ] as [(Int, Double)])
  func published(age: Int, alive: Double) throws {
    // SAIC 2013, all firms of China.
    let result = try run(
      """
      scenario start=2020 end=2029
      use china
      park a
      firm f park=a sector=platform jobs=1 arrives=2020
      """)
    #expect(isClose(try result.values("firms")[age - 1], alive, within: 0.0005))
  }

  @Test("what is built takes its investment along the s-curve, from admission to opening")
  func build() throws {
    // Half of the year from July 2020 to June 2021 is 2020.
    let result = try run(
      Self.start
        + "firm f park=a sector=plain jobs=100 investment=10M arrives=2020-07 build=1y")
    #expect(try result.fen("investment.private").prefix(3) == [5_000_000_00, 5_000_000_00, 0])
    #expect(result.instant(.opens, "f") == 18)
    #expect(try result.values("jobs").prefix(2) == [0, 100])
  }

  @Test("what is not built is paid on the opening day", arguments: ["2021", "2021-12-31"])
  func noBuild(day: String) throws {
    let result = try run(
      Self.start + "firm f park=a sector=plain jobs=100 investment=10M arrives=\(day)")
    #expect(try result.fen("investment").prefix(3) == [0, 10_000_000_00, 0])
  }

  @Test("a firm of the past paid for its building before the start")
  func past() throws {
    let result = try run(
      Self.start
        + "firm f park=a sector=plain jobs=100 investment=10M arrives=2019-07 build=1y")
    #expect(try result.fen("investment").prefix(2) == [5_000_000_00, 0])
    #expect(try result.fen("investment.cumulative").prefix(1) == [10_000_000_00])
  }

  @Test("growth compounds from the start of the scenario, in output and in pay")
  func growth() throws {
    // 1.1^0.5 = 1.04880884817, 1.1^1.5 = 1.15368973299.
    let result = try run(
      Self.start + "firm f park=a sector=plain jobs=100 arrives=2015 growth=10%")
    #expect(try result.fen("output").prefix(2) == [10_488_088_48, 11_536_897_33])
    #expect(try result.fen("payroll").prefix(1) == [5_244_044_24])
    #expect(try result.values("jobs")[0] == 100)
  }

  @Test("a schedule of growth compounds piece by piece")
  func growthSchedule() throws {
    // 1.1 x 1.2^0.5 = 1.20498962651 in the middle of 2021; 1.1 x 1.2 x 1 in 2022.
    let result = try run(
      Self.start
        + "firm f park=a sector=plain jobs=100 arrives=2015 growth={2020: 10%, 2021: 20%, 2022: 0%}"
    )
    #expect(
      try result.fen("output").prefix(4)
        == [10_488_088_48, 12_049_896_27, 13_200_000_00, 13_200_000_00])
  }

  @Test("below break-even there is a loss")
  func breakEven() throws {
    // R(1/2) = 1 - 0.8 x 8^-0.1: of margin 10 %, what is above a half, doubled, over R.
    // 8^-0.1 = 0.8122523964, R = 0.3501980829 in 2020: -0.2996038342.
    // 8^-0.3 = 0.5358867313, R = 0.5712906150: 0.1425812300 of output at full size, 10 m: 142,581.23.
    let result = try run(
      Self.start + """
        firm f park=a sector=plain jobs=100 arrives=2020 ramp=5y first=20% break_even=50% margin=10%
        """)
    #expect(try result.fen("profit").prefix(2) == [-299_603_83, 142_581_23])
  }
}
