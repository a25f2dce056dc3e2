import ParkModel
import Testing

@testable import Simulation

/// Taxes that are divided among the levels of government of another library, on paper.
@Suite("levels of government")
struct LevelTests {
  private static let plain = """
    scenario start=2025 end=2026
    use germany
    sector plain output_per_job=100万元/year value_added=40% margin=10% wage=20万元/year \\
      vat=19% cit=15% pit=15%
    city town handover=10%
    park a city=town
    firm f park=a sector=plain jobs=100 arrives=2024

    """

  @Test("the five taxes of Germany, yuan by yuan")
  func germany() throws {
    let result = try run(Self.plain)
    func yuan(_ name: String) throws -> Double { Double(try result.fen(name)[0]) / 100 }
    // 19 % of 100m less 0.9 of 60m; 14.35 and 15 % of 10m, 5.5 % of the latter; 15 % of 20m.
    #expect(try yuan("tax.turnover-tax") == 8_740_000)
    #expect(try yuan("tax.trade-tax") == 1_435_000)
    #expect(try yuan("tax.corporate-tax") == 1_500_000)
    #expect(try yuan("tax.solidarity") == 82_500)
    #expect(try yuan("tax.wage-tax") == 3_000_000)
    // 52.8 % + 14.5/410 + a half + all + 42.5 %; 45.2 % + 20.5/410 + a half + 42.5 %; 2 % + 375/410 + 15 %.
    #expect(try yuan("tax.federal") == 4_614_720 + 50_750 + 750_000 + 82_500 + 1_275_000)
    #expect(try yuan("tax.state") == 3_950_480 + 71_750 + 750_000 + 1_275_000)
    #expect(try yuan("tax.municipal") == 174_800 + 1_312_500 + 450_000)
    #expect(try yuan("tax") == 14_757_500)
    // What is the park's own is so whatever it is called; a tenth of it is handed over.
    #expect(try yuan("handover") == 193_730)
    #expect(try yuan("net_local") == 1_937_300 - 193_730)
    #expect(result.names(of: .level) == ["federal", "state", "municipal"])
    #expect(MetricTable.metric("tax.central", taxes: result.taxes, levels: result.levels) == nil)
  }

  @Test("a pledge of local tax is of what the municipality receives")
  func pledge() throws {
    let result = try run(
      Self.plain + "firm g park=a sector=plain local_tax=1937300 yuan/year arrives=2025")
    #expect(try result.fen("output", in: "g")[0] == 100_000_000_00)
    #expect(try result.fen("tax.municipal", in: "g")[0] == 1_937_300_00)
  }

  @Test(
    "a refund is divided like the tax, or by its local part between the last level and the first")
  func refunds() throws {
    // 1.19m of equipment holds 190,000 of input; of a pledge of nothing else it is all paid out.
    let equipment = """
      firm maker park=a sector=plain jobs=0 output=0 investment=1190000 yuan arrives=2025 building_share=0%

      """
    let shared = try run(Self.plain + equipment)
    #expect(try shared.fen("refunds", in: "maker")[0] == 190_000_00)
    #expect(try shared.fen("refunds.federal", in: "maker")[0] == 100_320_00)
    #expect(try shared.fen("refunds.state", in: "maker")[0] == 85_880_00)
    #expect(try shared.fen("refunds.municipal", in: "maker")[0] == 3_800_00)
    let local = try run(Self.plain + equipment + "set turnover-tax refund_local=25%")
    #expect(try local.fen("refunds.federal", in: "maker")[0] == 142_500_00)
    #expect(try local.fen("refunds.state", in: "maker")[0] == 0)
    #expect(try local.fen("refunds.municipal", in: "maker")[0] == 47_500_00)
  }

  @Test("levels, instruments and the whole agree, and every line of an explanation adds up")
  func laws() throws {
    let result = try run(
      Self.plain + """
        tax fee base=output rate=1% state=25% municipal=75%
        firm other park=a sector=machinery jobs=80 arrives=2025
        incentive i park=a type=rebate schedule={0y: 50%}
        """)
    let whole = try result.fen("tax")
    for names in [["federal", "state", "municipal"], result.taxes] {
      let parts = try names.map { try result.fen("tax.\($0)") }
      #expect(whole.indices.map { step in parts.reduce(0) { $0 + $1[step] } } == whole)
    }
    #expect(try result.fen("rebates")[0] > 0)
    for name in MetricTable.names(taxes: result.taxes, levels: result.levels) {
      let metric = try #require(
        MetricTable.metric(name, taxes: result.taxes, levels: result.levels))
      for year in result.calendar.years {
        let factor = result.factors(of: metric, over: year, titles: [:])
        if case .money(let fen) = result.series(metric, over: [year])[0].figures[0] {
          #expect(factor.value == .fen(fen), "\(name)")
        }
        FactorTests.check(factor, name)
      }
    }
  }

  @Test("as before, three levels hold where no library brings others")
  func standard() throws {
    let result = try run(
      """
      scenario start=2025 end=2025
      sector plain output_per_job=100万元/year
      park a
      tax fee base=output rate=1% central=50% province=20% local=30%
      firm f park=a sector=plain jobs=1 arrives=2025
      """)
    #expect(result.names(of: .level) == ["central", "province", "local"])
    #expect(try result.fen("tax.central") == [5_000_00])
    #expect(try result.fen("tax.province") == [2_000_00])
    #expect(try result.fen("tax.local") == [3_000_00])
  }
}
