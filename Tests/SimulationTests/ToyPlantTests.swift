import Testing

@testable import Simulation

/// The toy plant of the seed: 350 jobs and, it was announced, more than 7 m yuan of local tax a year
/// (China Daily 2021-07-12).
///
/// A year at full operation, by the rates of the library, of a plant that has made use of its credit for tax on
/// investment: one of before the scenario.
///
///     output      350 x 700,000                              245,000,000.00
///     land        350 / 110 a ha                             3.181818 ha = 31,818.1818 m²
///     investment  3 m a mu x 15 x 3.181818                   143,181,818.18
///     buildings   20 % of it                                 28,636,363.64
///     profit      5 %                                        12,250,000.00
///     payroll     350 x 70,000                               24,500,000.00
///
///     VAT         245 m x (1 - 0.9 x 0.75) x 0.4 x 13 %      4,140,500.00   half local  2,070,250.00
///     surtaxes    10 % of it in a county                       414,050.00   local         414,050.00
///     CIT         25 % of profit                             3,062,500.00   40 % local  1,225,000.00
///     PIT         0.3 % of payroll                              73,500.00   40 % local     29,400.00
///     property    1.2 % x 70 % x 28,636,363.64                 240,545.45   local         240,545.45
///     land use    4 x 31,818.1818                              127,272.73   local         127,272.73
///     stamp       0.03 % of output                              73,500.00   local          73,500.00
///                                                           -------------              -------------
///                                                            8,131,868.18               4,180,018.18
///
/// With a tenth exported, not six, VAT is 9,316,125 and surtaxes are 931,612.50: 13,825,055.68, of which local 7,285,393.18.
@Suite("the toy plant")
struct ToyPlantTests {
  static let script = """
    scenario "Longyou" start=2022 end=2022
    use china
    park longyou area=5ha urban=no
    firm plant park=longyou sector=toys jobs=350 arrives=2012 build=0y ramp=0y hazard=0

    """

  @Test(
    "every tax is the pencil's, to the fen",
    arguments: [
      ("vat", 4_140_500_00, 2_070_250_00), ("surtax", 414_050_00, 414_050_00),
      ("cit", 3_062_500_00, 1_225_000_00), ("pit", 73_500_00, 29_400_00),
      ("property", 240_545_45, 240_545_45), ("land-use", 127_272_73, 127_272_73),
      ("stamp", 73_500_00, 73_500_00),
    ] as [(String, Int64, Int64)])
  func taxes(name: String, whole: Int64, local: Int64) throws {
    let result = try run(Self.script)
    #expect(try result.fen("tax." + name) == [whole])
    #expect(try result.fen("tax.local", in: name) == [local])
    #expect(try result.fen("tax.province", in: name) == [0])
  }

  @Test("local tax is three fifths of what was announced where three fifths are exported")
  func local() throws {
    let result = try run(Self.script)
    #expect(try result.fen("tax.local") == [4_180_018_18])
    #expect(try result.fen("tax.central") == [3_951_850_00])
    #expect(try result.fen("tax") == [8_131_868_18])
  }

  @Test(
    "local tax is above the seven million that were announced where nine tenths are sold at home")
  func localAtHome() throws {
    let result = try run(Self.script + "set plant exports=10%")
    #expect(try result.fen("tax.local") == [7_285_393_18])
    #expect(try result.fen("tax") == [13_825_055_68])
  }

  @Test("jobs, output, profit, pay, land and investment are the pencil's")
  func operation() throws {
    let result = try run(Self.script)
    #expect(try result.values("jobs") == [350])
    #expect(try result.fen("output") == [245_000_000_00])
    #expect(try result.fen("value_added") == [61_250_000_00])
    #expect(try result.fen("profit") == [12_250_000_00])
    #expect(try result.fen("payroll") == [24_500_000_00])
    #expect(try result.fen("investment.cumulative") == [143_181_818_18])
    #expect(areClose(try result.values("land.occupied"), [350.0 / 110]))
    // 8,131,868.18 yuan on 31,818.1818 m², 15 mu a hectare.
    #expect(
      isClose(try result.values("tax_per_mu")[0], 8_131_868.18 / (350.0 / 110 * 15), within: 1e-8))
  }

  @Test("seven million pledged make the plant two thirds larger than it is")
  func pledge() throws {
    // All its taxes grow with output where only they are given: 7 / 4.180018181818 times 350 jobs.
    let result = try run(
      """
      scenario "Longyou" start=2022 end=2022
      use china
      park longyou area=6ha urban=no
      firm plant park=longyou sector=toys local_tax=7M yuan/year arrives=2012 build=0y ramp=0y hazard=0
      """)
    #expect(isClose(try result.values("jobs")[0], 350 * 7 / 4.180018181818182))
    #expect(abs(try result.fen("tax.local")[0] - 7_000_000_00) <= 3)
  }
}
