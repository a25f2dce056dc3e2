import Diagnostics
import Testing

@testable import Simulation

/// Model 6, taxes, on paper.
@Suite("taxes")
struct TaxTests {
  /// One hundred people make 10 m a year on a hectare; 8 m were invested, 4 m of it in buildings.
  static let firm = """
    scenario start=2020 end=2021
    sector plain output_per_job=10万元/year value_added=40% margin=10% wage=5万元/year \\
      exports=20% building_share=50% vat=13% cit=25% pit=1%
    park a area=5ha
    firm f park=a sector=plain jobs=100 land=1ha investment=8M arrives=2020

    """

  @Test(
    "each base is what the statute says it is",
    arguments: [
      // 10 m x (1 - 0.9 x 0.6) x 0.8 = 3.68 m; 10 %.
      ("vat", 368_000_00, 368_000_00),
      ("profit", 100_000_00, 100_000_00), ("payroll", 500_000_00, 500_000_00),
      ("output", 1_000_000_00, 1_000_000_00), ("value_added", 400_000_00, 400_000_00),
      ("building", 400_000_00, 400_000_00),
      // Paid once, on the opening day.
      ("investment", 800_000_00, 0),
    ] as [(String, Int64, Int64)])
  func bases(base: String, first: Int64, second: Int64) throws {
    let result = try run(Self.firm + "tax levy base=\(base) rate=10% local=100%")
    #expect(try result.fen("tax.levy") == [first, second])
  }

  @Test("land is taxed by the square metre and year, from the opening on")
  func land() throws {
    let levy = "tax levy base=land rate=5 yuan/m2/year local=100%\n"
    #expect(try run(Self.firm + levy).fen("tax.levy") == [50_000_00, 50_000_00])
    // Open for the last quarter of 2021.
    let late = Self.firm + levy + "set f build=21 months"
    #expect(try run(late).fen("tax.levy") == [0, 12_500_00])
  }

  @Test("taxes on land and buildings follow survival at the middle of the step")
  func survival() throws {
    // 2^-0.5 = 0.70710678, 2^-1.5 = 0.35355339.
    let result = try run(
      Self.firm + """
        set f hazard=0.693147180559945309
        tax ground base=land rate=10 yuan/m2/year local=100%
        tax houses base=building rate=1% local=100%
        """)
    #expect(try result.fen("tax.ground") == [70_710_68, 35_355_34])
    #expect(try result.fen("tax.houses") == [28_284_27, 14_142_14])
  }

  @Test("a surtax of a surtax is levied in any order of declaration")
  func surtaxes() throws {
    let result = try run(
      Self.firm + """
        tax third base=tax:second rate=10% local=100%
        tax second base=tax:first rate=50% local=100%
        tax first base=vat rate=10% local=100%
        """)
    #expect(try result.fen("tax.first")[0] == 368_000_00)
    #expect(try result.fen("tax.second")[0] == 184_000_00)
    #expect(try result.fen("tax.third")[0] == 18_400_00)
  }

  @Test("the county rate holds in parks that are not urban")
  func county() throws {
    let tax = "tax levy base=output rate=10% county_rate=4% local=100%\n"
    #expect(try run(Self.firm + tax).fen("tax.levy")[0] == 1_000_000_00)
    #expect(try run(Self.firm + tax + "set a urban=no").fen("tax.levy")[0] == 400_000_00)
  }

  @Test("who receives a tax can change over time")
  func shares() throws {
    let result = try run(
      Self.firm + """
        tax levy base=output rate=10% central={2020: 70%, 2021: 50%} province={2020: 0%, 2021: 10%} \\
          local={2020: 30%, 2021: 40%}
        """)
    #expect(try result.fen("tax.central") == [700_000_00, 500_000_00])
    #expect(try result.fen("tax.province") == [0, 100_000_00])
    #expect(try result.fen("tax.local") == [300_000_00, 400_000_00])
    #expect(try result.values("local_share") == [0.3, 0.4])
  }

  @Test("a rate can change over time, and straight between two dates")
  func rates() throws {
    let held = try run(Self.firm + "tax levy base=output rate={2020: 10%, 2021: 2%} local=100%")
    #expect(try held.fen("tax.levy") == [1_000_000_00, 200_000_00])
    // In mid-2020 a quarter of the way from 8 to 0 %, in mid-2021 three quarters.
    let straight = try run(Self.firm + "tax levy base=output rate=ramp(2020: 8%, 2022: 0%) local=1")
    #expect(try straight.fen("tax.levy") == [600_000_00, 200_000_00])
  }

  @Test("a rate by age falls as the firm grows older")
  func ages() throws {
    let result = try run(
      Self.firm + "tax levy base=output rate={0y: 10%, 1y: 2%} local=100%\nset f arrives=2019-09")
    // In 2020 at the ages of 4 to 16 months: eight months of 10 %, and four of 2 %.
    #expect(try result.fen("tax.levy") == [733_333_33, 200_000_00])
  }

  @Test("what goes by age differs between the firms of one cohort")
  func agesOfCohort() throws {
    // One firm a month in 2020. In mid-2021 those of January to June are more than a year old: the
    // other six pay a tenth of 10,000 yuan.
    let result = try run(
      """
      scenario start=2020 end=2021
      sector plain output_per_job=1万元/year
      park a
      cohort c park=a sector=plain jobs=1 firms=12 from=2020 until=2020
      tax levy base=output rate={0y: 10%, 1y: 0%} local=100%
      """)
    #expect(try result.fen("tax.levy") == [6_000_00, 6_000_00])
  }

  @Test("a firm's own rate goes before its sector's")
  func own() throws {
    let taxes = """
      tax one base=vat rate=sector.vat local=100%
      tax two base=profit rate=sector.cit local=100%
      tax three base=payroll rate=sector.pit local=100%

      """
    let result = try run(Self.firm + taxes + "set f vat=5%")
    // 5 % of 3.68 m, 25 % of 1 m, 1 % of 5 m.
    #expect(try result.fen("tax.one")[0] == 184_000_00)
    #expect(try result.fen("tax.two")[0] == 250_000_00)
    #expect(try result.fen("tax.three")[0] == 50_000_00)
  }

  @Test("a loss is posted, and taxed at nothing")
  func loss() throws {
    let result = try run(
      Self.firm + "set f margin=-10%\ntax levy base=profit rate=25% local=100%")
    #expect(try result.fen("profit")[0] == -1_000_000_00)
    #expect(try result.fen("tax")[0] == 0)
  }

  @Test("tax is counted per mu of occupied land, and by year also in short steps")
  func perMu() throws {
    // 1 m a year on a hectare of 15 mu.
    let tax = "tax levy base=output rate=10% local=100%\n"
    let result = try run(Self.firm + tax + "set scenario step=quarter")
    #expect(areClose(try result.values("tax_per_mu"), Array(repeating: 1e6 / 15, count: 8)))
    #expect(
      areClose(
        try result.values("tax_per_mu", over: result.calendar.years), [1e6 / 15, 1e6 / 15]))
    #expect(try result.values("jobs_per_ha")[0] == 100)
    #expect(isClose(try result.values("investment_per_mu", in: "a")[0], 8e6 / 75))
  }

  @Test("tax and jobs over serviced land are of places, and firms are told what is theirs")
  func perServicedMu() throws {
    // The same 1 m a year and 100 jobs, on 5 ha that are serviced: 75 mu.
    let tax = "tax levy base=output rate=10% local=100%\n"
    let result = try run(Self.firm + tax + "set scenario step=quarter")
    let (perMu, perHectare) = ("tax_per_serviced_mu", "jobs_per_serviced_ha")
    #expect(
      areClose(
        try result.values(perMu, in: "a", over: result.calendar.years), [1e6 / 75, 1e6 / 75]))
    #expect(try result.values(perHectare, in: "a")[0] == 20)
    #expect(isClose(try result.values(perMu)[0], 1e6 / 75))
    for scope in ["f", "plain"] {
      for (name, other) in [(perMu, "tax_per_mu"), (perHectare, "jobs_per_ha")] {
        guard case .undefined(let reason) = try result.figures(name, in: [scope])[0] else {
          Issue.record("\(name)[\(scope)] has a value")
          continue
        }
        #expect(reason.contains("`\(other)`"), "\(reason)")
        #expect(try result.values(other, in: scope)[0] != nil)
      }
    }
  }
}
