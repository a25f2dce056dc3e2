import Testing

@testable import Simulation

/// Model 4, size, on paper.
@Suite("size")
struct SizeTests {
  /// VAT of 10 %, half of it local: of 10 m output 368,000 and 184,000.
  static let start = """
    scenario start=2020 end=2020
    sector plain output_per_job=10万元/year value_added=40% wage=5万元/year exports=20% \\
      jobs_per_area=100/ha floor_per_job=20m2 investment_per_area=800 yuan/m2
    park a area=1000ha
    phase one park=a area=1000ha floor=1km2 start=2019 complete=2019
    tax vat base=vat rate=10% central=50% local=50%

    """

  private func size(_ attributes: String, _ more: String = "") throws -> TenantSize {
    let result = try run(
      Self.start + "firm f park=a sector=plain arrives=2020 \(attributes)\n" + more)
    return try #require(result.size(of: "f"))
  }

  @Test(
    "any one of them gives the rest",
    arguments: [
      "jobs=100", "output=10M yuan/year", "local_tax=184000 yuan/year",
      "total_tax=368000 yuan/year",
      "land=1ha",
    ])
  func derived(given: String) throws {
    let size = try size(given)
    #expect(isClose(size.output, 1e7))
    #expect(isClose(size.jobs, 100))
    #expect(isClose(size.land, 10_000))
    #expect(isClose(size.floor, 2000))
    #expect(isClose(size.investment, 8e6))
  }

  @Test("what is given is kept, and the rest follows it")
  func given() throws {
    let size = try size("jobs=100 output=30M yuan/year land=3ha floor=7m2 investment=5M")
    #expect(size.jobs == 100)
    #expect(size.output == 3e7)
    #expect(size.land == 30_000)
    #expect(size.floor == 7)
    #expect(size.investment == 5e6)
  }

  @Test("a sector without a density uses no land, and nothing is invested on it")
  func landless() throws {
    let result = try run(
      """
      scenario start=2020 end=2020
      sector office output_per_job=10万元/year investment_per_area=800 yuan/m2
      park a
      firm f park=a sector=office jobs=100 arrives=2020
      """)
    let size = try #require(result.size(of: "f"))
    #expect(size.land == 0)
    #expect(size.investment == 0)
  }

  @Test("jobs and a pledge both hold")
  func both() throws {
    // 200 people are paid 10 m, a tenth of it levied: 1 m whatever they make. 184,000 more is VAT
    // of 10 m output.
    let result = try run(
      Self.start + """
        tax pay base=payroll rate=10% local=100%
        firm f park=a sector=plain jobs=200 local_tax=1184000 yuan/year arrives=2020
        """)
    #expect(try result.fen("tax.local") == [1_184_000_00])
    #expect(try result.values("jobs") == [200])
    #expect(try result.fen("output") == [10_000_000_00])
  }

  @Test("every base is inverted: what was pledged is paid")
  func paid() throws {
    let taxes = """
      tax t1 base=tax:vat rate=12% county_rate=10% local=100%
      tax t2 base=profit rate=25% central=60% local=40%
      tax t3 base=payroll rate=1% central=60% local=40%
      tax t4 base=building rate=0.84% local=100%
      tax t5 base=land rate=4 yuan/m2/year local=100%
      tax t6 base=output rate=0.03% local=100%
      tax t7 base=value_added rate=1% province=100%
      tax t8 base=tax:t7 rate=3% local=100%
      set plain margin=5% building_share=20%

      """
    for pledge in ["local_tax", "total_tax"] {
      let result = try run(
        Self.start + taxes
          + "firm f park=a sector=plain arrives=2020 \(pledge)=5M yuan/year land=2ha")
      let metric = pledge == "local_tax" ? "tax.local" : "tax"
      // Each of a dozen leaves is rounded to the fen.
      #expect(abs(try result.fen(metric)[0] - 5_000_000_00) <= 6)
      #expect(isClose(result.size(of: "f")?.land, 20_000))
    }
  }

  @Test("a pledge below what does not depend on output is refused")
  func tooSmall() {
    let script =
      Self.start
      + "tax pay base=payroll rate=10% local=100%\nfirm f park=a sector=plain arrives=2020"
    #expect(refusal(script + " jobs=200 local_tax=999999 yuan/year") == "pledge-too-small")
    #expect(refusal(script + " jobs=200 local_tax=1000001 yuan/year") == nil)
  }

  @Test(
    "a size that nothing gives is refused",
    arguments: [
      "sector=plain", "sector=plain floor=100m2", "sector=plain investment=1M",
      "sector=bare jobs=10",
      "sector=bare output=10M yuan/year", "sector=bare land=1ha",
    ])
  func unknown(attributes: String) {
    #expect(
      refusal(Self.start + "sector bare\nfirm f park=a arrives=2020 \(attributes)") == "no-size")
  }

  @Test("a pledge where no tax grows with output is refused")
  func untaxed() {
    let script = """
      scenario start=2020 end=2020
      sector plain output_per_job=10万元/year
      park a
      firm f park=a sector=plain total_tax=1M yuan/year arrives=2020
      """
    #expect(refusal(script) == "no-size")
  }

  @Test("a size beyond any firm's is refused")
  func tooLarge() {
    #expect(
      refusal(Self.start + "firm f park=a sector=plain land=1000000km2 arrives=2020")
        == nil)
    #expect(
      refusal(
        Self.start + "set plain output_per_job=10bn yuan/year jobs_per_area=1/m2\n"
          + "firm f park=a sector=plain land=1000000km2 arrives=2020") == "too-large")
  }
}
