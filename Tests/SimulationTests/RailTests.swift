import Testing

@testable import Simulation

/// Model 4, rail, on paper and against the published market access of 2023.
@Suite("rail")
struct RailTests {
  /// GDP of 2023 in 亿元 and minutes to Quzhou: the cities of the rail study.
  static let quzhou = """
    scenario start=2025 end=2026
    city quzhou gdp=2125.20亿元/year core=hangzhou
    city hangzhou gdp=20059亿元/year; travel t1 from=quzhou to=hangzhou time=75min
    city jinhua gdp=6011.27亿元/year; travel t2 from=quzhou to=jinhua time=25min
    city shanghai gdp=47218.66亿元/year; travel t3 from=quzhou to=shanghai time=120min
    city shaoxing gdp=7791亿元/year; travel t4 from=quzhou to=shaoxing time=85min
    city wenzhou gdp=8730.60亿元/year; travel t5 from=quzhou to=wenzhou time=100min
    city ningbo gdp=16452.80亿元/year; travel t6 from=quzhou to=ningbo time=130min
    city suzhou gdp=24653.37亿元/year; travel t7 from=quzhou to=suzhou time=150min
    city jiaxing gdp=7062.45亿元/year; travel t8 from=quzhou to=jiaxing time=105min
    city lishui gdp=1964.40亿元/year; travel t9 from=quzhou to=lishui time=60min
    city huzhou gdp=4015.10亿元/year; travel t10 from=quzhou to=huzhou time=105min
    city taizhou gdp=6240.68亿元/year; travel t11 from=quzhou to=taizhou time=135min
    city zhoushan gdp=2100.80亿元/year
    park smart city=quzhou

    """

  @Test("Quzhou's market potential is the published 16,850")
  func potential() throws {
    let result = try run(Self.quzhou)
    let potential = try result.values("market_potential", in: "smart")[0] ?? 0
    #expect((potential / 1e8).rounded(.toNearestOrEven) == 16_850)
  }

  @Test(
    "the line's three cases raise it as published",
    arguments: [
      (34, 58.4), (10, 12.7), (2, 2.3),
    ] as [(Int, Double)])
  func uplift(saved: Int, percent: Double) throws {
    let result = try run(
      Self.quzhou + """
        rail line from=quzhou to=[hangzhou, huzhou, jiaxing, shanghai, suzhou] opens=2025 \\
          saves=\(saved)min half_life=0y
        """)
    let uplift = try result.values("rail_uplift", in: "smart")[0] ?? 0
    #expect((uplift * 1000).rounded() / 10 == percent)
  }

  @Test(
    "the core draws away what the study says",
    arguments: [
      // ψ(41) = 1, ψ(73) = 0.7833, ψ(75) = 0.75; the size factor is 0.788105.
      ("time=41min", "0.04", -0.007881050899845457),
      ("time=73min", "0.04", -0.001050806786646061),
      ("time=41min", "0.0845", -0.01664872002592353),
    ] as [(String, String, Double)])
  func siphon(time: String, strength: String, effect: Double) throws {
    // Two centuries after the opening all of it is felt.
    let result = try run(
      """
      scenario start=2025 end=2025
      set model siphon=\(strength)
      city quzhou gdp=2125.20亿元/year core=hangzhou
      city hangzhou gdp=20059亿元/year
      travel road from=quzhou to=hangzhou time=75min
      rail line from=quzhou to=[hangzhou] opens=1825 \(time)
      sector plain output_per_job=100M yuan/year
      park smart city=quzhou
      firm f park=smart sector=plain jobs=1 arrives=2025 rail_elasticity=0
      """)
    let output = Double(try result.fen("output")[0]) / 1e10
    // e^x = 1 + x + x²/2 + x³/6
    let expected = 1 + effect + effect * effect / 2 + effect * effect * effect / 6
    #expect(isClose(output, expected, within: 1e-8))
  }

  @Test("a first link within an hour brings the whole pull of the core, halved in two years")
  func firstLink() throws {
    // No gdp but the core's: weakness 1. -0.04 x 1/2 two years on, at the middle of 2026.
    let result = try run(
      """
      scenario start=2025 end=2026
      city home core=centre
      city centre gdp=1000亿元/year
      rail line from=home to=[centre] opens=2024-07 time=60min
      sector plain output_per_job=100M yuan/year
      park a city=home
      firm f park=a sector=plain jobs=1 arrives=2025 rail_elasticity=0
      """)
    // e^-0.02 = 0.9801986733
    #expect(try result.fen("output")[1] == 98_019_867_33)
  }

  @Test(
    "how far, how fast and from whom a core draws are the model's numbers",
    arguments: [
      // e^-0.03 two half-lives on; e^-0.02 with a core within reach again.
      ("siphon_half_life=1y", "0亿元/year", 97_044_553_35),
      ("siphon_half_life=0y", "0亿元/year", 96_078_943_92),
      // Half way between 30 and 90: e^-0.01. At 60 and beyond: nothing.
      ("siphon_near=30min siphon_far=90min", "0亿元/year", 99_004_983_37),
      ("siphon_near=30min siphon_far=60min", "0亿元/year", 100_000_000_00),
      // A quarter of the core's GDP: half of e^-0.02 below a half, three quarters below the whole.
      ("siphon_size=0.5", "250亿元/year", 99_004_983_37),
      ("siphon_size=1", "250亿元/year", 98_511_193_96),
    ] as [(String, String, Int64)])
  func siphonNumbers(numbers: String, gdp: String, output: Int64) throws {
    let result = try run(
      """
      scenario start=2025 end=2026
      set model \(numbers)
      city home core=centre gdp=\(gdp)
      city centre gdp=1000亿元/year
      rail line from=home to=[centre] opens=2024-07 time=60min
      sector plain output_per_job=100M yuan/year
      park a city=home
      firm f park=a sector=plain jobs=1 arrives=2025 rail_elasticity=0
      """)
    #expect(try result.fen("output")[1] == output)
  }

  @Test("the shortest way is the model's number")
  func leastTime() throws {
    // From 60 to 15 minutes instead of 2: 2^(45/30).
    let result = try run(
      "set model least_time=15min\n"
        + Self.oneMarket("rail line from=home to=[market] opens=2020 half_life=0y saves=58min"))
    #expect(isClose(try result.values("rail_uplift", in: "a")[0], 1.8284271247461903))
  }

  /// A city that lives off one market an hour away: each half hour less doubles its potential.
  static func oneMarket(_ lines: String) -> String {
    """
    scenario start=2020 end=2029
    sector plain output_per_job=100M yuan/year
    city home
    city market gdp=1000亿元/year
    travel road from=home to=market time=60min
    park a city=home
    firm f park=a sector=plain jobs=100 arrives=2020 rail_elasticity=0.5
    \(lines)
    """
  }

  @Test(
    "a line saves down to five minutes and never makes a way longer",
    arguments: [
      // 2^(t saved / 30): 2^(55/30) = 3.5635948726, 2^(30/30), no change, 2^(20/30) = 1.5874010520.
      ("saves=58min", 2.5635948725613571), ("time=3min", 2.5635948725613571),
      ("saves=30min", 1),
      ("time=30min", 1), ("time=90min", 0), ("saves=0min", 0), ("time=40min", 0.587401051968199),
    ] as [(String, Double)])
  func limits(effect: String, uplift: Double) throws {
    let result = try run(
      Self.oneMarket("rail line from=home to=[market] opens=2020 half_life=0y \(effect)"))
    #expect(isClose(try result.values("rail_uplift", in: "a")[0], uplift))
  }

  @Test("lines that open at one instant work in order of declaration")
  func sameInstant() throws {
    // To 30, then 10 less: 20 minutes, 2^(40/30) = 2.5198420998. 10 less, then to 30: 2^1.
    let fast = "rail fast from=home to=[market] opens=2020 half_life=0y time=30min\n"
    let short = "rail short from=home to=[market] opens=2020 half_life=0y saves=10min\n"
    let one = try run(Self.oneMarket(fast + short))
    let other = try run(Self.oneMarket(short + fast))
    #expect(isClose(try one.values("rail_uplift", in: "a")[0], 1.5198420997897464))
    #expect(isClose(try other.values("rail_uplift", in: "a")[0], 1))
  }

  @Test("a delay makes a line the later one")
  func delay() throws {
    let result = try run(
      Self.oneMarket(
        """
        rail fast from=home to=[market] opens=2020 delay=2y half_life=0y time=30min
        rail short from=home to=[market] opens=2021 half_life=0y saves=10min
        """))
    // 50 minutes from 2021, 2^(10/30) = 1.2599210499; 30 from 2022.
    let uplift = try result.values("rail_uplift", in: "a")
    #expect(areClose(Array(uplift.prefix(3)), [0.2599210498948732, 1, 1]))
    // At the end of 2020 the line of 2021-01-01 is open, that instant included.
    let potential = try result.values("market_potential", in: "a")
    #expect(isClose(potential[0], 1e11 * 0.25 * 1.2599210498948732))
  }

  @Test("half of an effect is felt after its half-life, and output answers by its elasticity")
  func halfLife() throws {
    // Four years on: half of ln 2. In mid-2024, 2^(0.5 (1 - 2^(-4.5/4))).
    let result = try run(
      Self.oneMarket("rail line from=home to=[market] opens=2020 time=30min"))
    #expect(isClose(try result.values("rail_uplift", in: "a")[3], 2.0.squareRoot() - 1))
    // 2^(-1.125) = 0.4585020216; 2^(0.2707489892) = 1.2064339971
    #expect(isClose(Double(try result.fen("output")[4]) / 1e12, 1.206433997109785))
  }

  @Test("a line's employment is felt in the cities at its ends, by its half-life")
  func employment() throws {
    // A tenth more at once; of the other, half of a tenth after its four years.
    let result = try run(
      Self.oneMarket(
        """
        rail one from=home to=[market] opens=2021 saves=0min employment=10% half_life=0y
        rail two from=market to=[home] opens=2022 saves=0min employment=10%
        city far
        rail elsewhere from=market to=[far] opens=2020 time=10min employment=50%
        """))
    let jobs = try result.values("jobs")
    #expect(areClose([jobs[0], jobs[1], jobs[5]], [110, 110, 115]))
    #expect(areClose([try result.values("rail_uplift", in: "a")[9]], [0]))
  }
}
