import Testing

@testable import Simulation

/// Model 6, incentives, on paper.
@Suite("incentives")
struct IncentiveTests {
  /// Ten firms' worth of output, 10 m a year, with a tax of 1 m on it, half of it local, and a surtax.
  static let park = """
    scenario start=2020 end=2023
    sector plain output_per_job=10万元/year
    sector other output_per_job=10万元/year
    park a
    firm f park=a sector=plain jobs=100 arrives=2020
    tax levy base=output rate=10% central=50% local=50%
    tax sur base=tax:levy rate=10% local=100%

    """

  @Test("a holiday lowers the tax itself, and with it every level's part and surtaxes")
  func holiday() throws {
    // Half a year old in mid-2020, then 1.5, 2.5, 3.5 years.
    let result = try run(
      Self.park + "incentive free park=a type=holiday tax=levy schedule={0y: 100%, 1y: 40%, 3y: 0%}"
    )
    #expect(try result.fen("tax.levy") == [0, 600_000_00, 600_000_00, 1_000_000_00])
    #expect(try result.fen("tax.central") == [0, 300_000_00, 300_000_00, 500_000_00])
    #expect(try result.fen("tax.sur") == [0, 60_000_00, 60_000_00, 100_000_00])
    #expect(try result.fen("rebates") == [0, 0, 0, 0])
  }

  @Test("of several holidays on one tax the largest counts")
  func holidays() throws {
    let result = try run(
      Self.park + """
        incentive free park=a type=holiday tax=levy schedule={0y: 50%, 2y: 0%}
        incentive i park=a type=holiday tax=levy schedule={0y: 20%}
        incentive j park=a type=holiday tax=sur schedule={0y: 100%}
        """)
    #expect(
      try result.fen("tax.levy") == [500_000_00, 500_000_00, 800_000_00, 800_000_00])
    #expect(try result.fen("tax.sur") == [0, 0, 0, 0])
  }

  @Test("a rebate pays local tax back, from the local budget, and leaves the tax as it is")
  func rebate() throws {
    // 500,000 of the levy and 100,000 of the surtax are local.
    let result = try run(
      Self.park + "incentive r park=a type=rebate schedule={0y: 100%, 1y: 50%, 3y: 0%}")
    #expect(try result.fen("tax") == Array(repeating: 1_100_000_00, count: 4))
    #expect(try result.fen("rebates") == [600_000_00, 300_000_00, 300_000_00, 0])
    #expect(try result.fen("net_local") == [0, 300_000_00, 300_000_00, 600_000_00])
    #expect(try result.fen("rebates", in: "levy")[1] == 250_000_00)
  }

  @Test("a rebate is of what a holiday leaves")
  func both() throws {
    let result = try run(
      Self.park + """
        incentive free park=a type=holiday tax=levy schedule=60%
        incentive r park=a type=rebate schedule=50%
        """)
    // 200,000 + 40,000 of local tax.
    #expect(try result.fen("tax.local")[0] == 240_000_00)
    #expect(try result.fen("rebates")[0] == 120_000_00)
  }

  @Test("rebates add, up to the tax paid")
  func capped() throws {
    let result = try run(
      Self.park + """
        incentive r park=a type=rebate schedule=70%
        incentive s park=a type=rebate schedule={0y: 20%, 1y: 60%}
        """)
    #expect(
      try result.fen("rebates") == [540_000_00, 600_000_00, 600_000_00, 600_000_00])
  }

  @Test("a rebate of one tax is of its local part alone")
  func oneTax() throws {
    let result = try run(Self.park + "incentive r park=a type=rebate tax=sur schedule=100%")
    #expect(try result.fen("rebates")[0] == 100_000_00)
  }

  @Test("a rebate is only for those who came before the end of agreements")
  func agreements() throws {
    let script =
      Self.park + """
        firm late park=a sector=plain jobs=100 arrives=2021
        incentive r park=a type=rebate schedule=100% agreements_until=2020
        """
    let result = try run(script)
    #expect(try result.fen("rebates", in: "f")[1] == 600_000_00)
    #expect(try result.fen("rebates", in: "late") == [0, 0, 0, 0])
    // An arrival on the first day of 2021 is before the end of January.
    let longer = try run(script + "\nset r agreements_until=2021-01")
    #expect(try longer.fen("rebates", in: "late")[1] == 600_000_00)
  }

  @Test("what counts for a firm is when it arrives, not when it is admitted")
  func waiting() throws {
    let result = try run(
      Self.park + """
        phase one park=a floor=10m2 start=2020 complete=2021-12
        firm w park=a sector=plain jobs=100 floor=10m2 arrives=2020-06
        incentive r park=a type=rebate schedule=100% agreements_until=2020
        """)
    // Admitted and open from the start of 2022.
    #expect(try result.fen("rebates", in: "w") == [0, 0, 600_000_00, 600_000_00])
  }

  @Test("of a cohort, each month's intake is judged by its own admission")
  func cohort() throws {
    // One firm of 10,000 yuan a month in 2020; those of January to June get all 10 % back. In 2021
    // six firms' 1,000 each.
    let result = try run(
      """
      scenario start=2020 end=2021
      sector plain output_per_job=1万元/year
      park a
      cohort c park=a sector=plain jobs=1 firms=12 from=2020 until=2020
      tax levy base=output rate=10% local=100%
      incentive r park=a type=rebate schedule=100% agreements_until=2020H1
      """)
    #expect(try result.fen("tax.levy") == [6_000_00, 12_000_00])
    // In 2020 they work 11.5, 10.5 … 6.5 months: 54 of 144.
    #expect(try result.fen("rebates") == [4_500_00, 6_000_00])
  }

  @Test("ages differ between a cohort's months, and so do their holidays")
  func ages() throws {
    // In mid-2021 the firms of July to December 2020 are not a year old: they pay nothing.
    let result = try run(
      """
      scenario start=2020 end=2021
      sector plain output_per_job=1万元/year
      park a
      cohort c park=a sector=plain jobs=1 firms=12 from=2020 until=2020
      tax levy base=output rate=10% local=100%
      incentive free park=a type=holiday tax=levy schedule={0y: 100%, 1y: 0%}
      """)
    #expect(try result.fen("tax.levy") == [0, 6_000_00])
  }

  @Test("sectors narrow an incentive, and another park does not give it")
  func narrowed() throws {
    let result = try run(
      Self.park + """
        park b
        firm g park=a sector=other jobs=100 arrives=2020
        firm i park=b sector=plain jobs=100 arrives=2020
        incentive r park=a sectors=[plain] type=rebate schedule=100%
        """)
    #expect(try result.fen("rebates", in: "f")[0] == 600_000_00)
    #expect(try result.fen("rebates", in: "g")[0] == 0)
    #expect(try result.fen("rebates", in: "i")[0] == 0)
  }

  @Test("a grant pays its share of own investment as it is spent")
  func grants() throws {
    // The first half of two years' building spends half of 4 m.
    let result = try run(
      Self.park + """
        set f investment=4M build=2y
        incentive g park=a type=capex share=25%
        """)
    #expect(try result.fen("grants") == [500_000_00, 500_000_00, 0, 0])
    #expect(try result.fen("net_local")[0] == -500_000_00)
    let falling = try run(
      Self.park + """
        set f investment=4M build=2y
        incentive g park=a type=capex share={2020: 25%, 2021: 10%}
        incentive i park=a type=capex share=80%
        """)
    // Together never more than what is spent.
    #expect(try falling.fen("grants") == [2_000_000_00, 1_800_000_00, 0, 0])
  }

  @Test("tax on investment is not paid back, and before the opening nothing is relieved")
  func investment() throws {
    let result = try run(
      Self.park + """
        set f investment=4M build=1y
        tax entry base=investment rate=10% local=100%
        incentive r park=a type=rebate schedule=100%
        incentive free park=a type=holiday tax=entry schedule=100%
        """)
    #expect(try result.fen("tax.entry") == [400_000_00, 0, 0, 0])
    #expect(try result.fen("rebates") == [0, 600_000_00, 600_000_00, 600_000_00])
  }

  @Test("a whole rebate pays back every fen and no more")
  func exact() throws {
    let result = try run(
      Self.park + """
        set f output=1234567.89 yuan/year
        tax second base=output rate=0.777% local=100%
        incentive r park=a type=rebate schedule=100%
        """)
    #expect(try result.fen("rebates") == result.fen("tax.local"))
    #expect(try result.fen("net_local") == [0, 0, 0, 0])
  }

  @Test("a pledge is turned into output without incentives")
  func pledge() throws {
    let result = try run(
      Self.park + """
        firm p park=a sector=plain total_tax=1.1M arrives=2020
        incentive free park=a type=holiday tax=levy schedule=100%
        """)
    #expect(isClose(result.size(of: "p")?.output, 10_000_000))
  }
}
