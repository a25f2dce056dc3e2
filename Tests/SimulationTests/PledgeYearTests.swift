import Quantities
import Testing

@testable import Simulation

/// Model 4, size: a pledge is of the year in which the firm means to open, on paper.
@Suite("pledges of their own year")
struct PledgeYearTests {
  /// Growth of 10 % a year, a tax of 10 % on output and one of 5 % on pay.
  static let park = """
    scenario start=2020 end=2025
    sector plain output_per_job=10万元/year wage=5万元/year growth=10%
    park a
    tax levy base=output rate=10% local=100%

    """

  /// 1.1^n.
  private func grown(_ years: Double) -> Double { Numerics.power(1.1, years) }

  /// Whether an amount is so many yuan, to the fen.
  private func isFen(_ fen: Int64, _ yuan: Double) -> Bool { abs(Double(fen) - yuan * 100) <= 1 }

  @Test(
    "a pledge of 2026 in a scenario of 2016 is paid in its first year, and not what growth made of it"
  )
  func lateYear() throws {
    let result = try run(
      """
      scenario start=2016 end=2027
      sector plain output_per_job=10万元/year
      park a
      tax levy base=output rate=10% local=100%
      firm f park=a sector=plain arrives=2026 total_tax=10亿元/year growth=5%
      """)
    let paid = try result.fen("tax")
    // Half a year of growth by the middle of 2026.
    #expect(isFen(paid[10], 1e9 * Numerics.power(1.05, 0.5)))
    #expect(isFen(paid[11], 1e9 * Numerics.power(1.05, 1.5)))
  }

  @Test("an output is of the opening too: arrival and build")
  func output() throws {
    let result = try run(
      Self.park + "firm f park=a sector=plain arrives=2021 build=1y output=10M yuan/year")
    #expect(isFen(try result.fen("output")[2], 1e7 * grown(0.5)))
    // A job makes 121,000 by then, and earns 1.1^2.5 of 50,000 in the middle of the year.
    #expect(isClose(result.size(of: "f")?.jobs, 1e7 / 121_000))
    #expect(isFen(try result.fen("payroll")[2], 1e7 / 121_000 * 50_000 * grown(2.5)))
  }

  @Test("what is not pledged grows from the start")
  func jobs() throws {
    let text = Self.park + "firm f park=a sector=plain arrives=2022 jobs=100"
    #expect(isFen(try run(text).fen("output")[2], 1e7 * grown(2.5)))
    let land = text.replacing("jobs=100", with: "land=1ha jobs_per_area=100/ha").replacing(
      "park a\n", with: "park a area=5ha\n")
    #expect(isFen(try run(land).fen("output")[2], 1e7 * grown(2.5)))
    #expect(isClose(try run(land).size(of: "f")?.jobs, 100))
  }

  @Test("wages are carried to the opening when a pledge is turned round")
  func wages() throws {
    // 100 jobs at 1.21 times 50,000: 302,500 of tax on pay, so 697,500 of that on output.
    let text =
      Self.park + "tax pay base=payroll rate=5% local=100%\n"
      + "firm f park=a sector=plain arrives=2022 jobs=100 total_tax=1M yuan/year"
    #expect(isClose(try run(text).size(of: "f")?.output, 6_975_000))
    // Jobs that follow from output: pay is half of it, whenever that is, so 12.5 % in all.
    let derived = try run(text.replacing("jobs=100 ", with: ""))
    #expect(isClose(derived.size(of: "f")?.output, 8_000_000))
    #expect(isClose(derived.size(of: "f")?.jobs, 8_000_000 / 121_000))
  }

  @Test("f of an output and a pledge is of the opening too")
  func factor() throws {
    let result = try run(
      Self.park + "tax pay base=payroll rate=5% local=100%\n"
        + "firm f park=a sector=plain arrives=2022 jobs=100 output=10M yuan/year total_tax=1M yuan/year"
    )
    #expect(isClose(result.size(of: "f")?.taxFactor, 0.6975))
  }

  @Test("a firm of before the scenario has pledged for its start")
  func older() throws {
    let result = try run(
      Self.park + "firm f park=a sector=plain arrives=2010 total_tax=1M yuan/year")
    #expect(isFen(try result.fen("tax")[0], 1e6 * grown(0.5)))
  }

  @Test("growth that changes is compounded piece by piece, from the opening on")
  func pieces() throws {
    let text =
      Self.park.replacing("growth=10%", with: "growth={2020: 10%, 2023: 0%}")
      + "firm f park=a sector=plain arrives=2022 output=10M yuan/year"
    let made = try run(text).fen("output")
    #expect(isFen(made[2], 1e7 * grown(0.5)))
    #expect(isFen(made[3], 1e7 * grown(1)))
    #expect(isClose(try run(text).size(of: "f")?.jobs, 1e7 / 121_000))
  }

  @Test("growth by age is that of the firm's own ages")
  func byAge() throws {
    // Nothing before the opening, so that a job makes 100,000 in 2022; then 10 % a year.
    let text =
      Self.park.replacing("growth=10%", with: "growth={0y: 10%, 1y: 0%}")
      + "firm f park=a sector=plain arrives=2022 output=10M yuan/year"
    let made = try run(text).fen("output")
    #expect(isFen(made[2], 1e7 * grown(0.5)))
    #expect(isFen(made[4], 1e7 * grown(1)))
  }

  @Test("a cohort's pledge is of its first firms, and later ones open above it")
  func cohort() throws {
    // Twelve firms of 1 m each, all there by 2024.
    let result = try run(
      Self.park + "cohort c park=a sector=plain from=2022 until=2023 firms=12 output=1M yuan/year")
    #expect(isFen(try result.fen("output")[4], 12e6 * grown(2.5)))
  }

  @Test("a screen reads a firm's numbers at its opening, and its limits at its arrival")
  func screens() throws {
    let text =
      Self.park
        + """
        set plain energy={2020: 0.1 tce/万元, 2022: 0.6 tce/万元} value_added=50%
        screen gate park=a max_energy={2020: 0.5 tce/万元, 2022: 0.7 tce/万元}
        firm early park=a sector=plain arrives=2020 build=1y jobs=1
        firm f park=a sector=plain arrives=2021 build=1y jobs=1
        firm late park=a sector=plain arrives=2022 build=1y jobs=1
        """
    #expect(try run(text).values("firms.rejected", in: "early") == Array(repeating: 0, count: 6))
    #expect(try run(text).values("firms.rejected", in: "f") == [0, 1, 1, 1, 1, 1])
    #expect(try run(text).values("firms.rejected", in: "late") == Array(repeating: 0, count: 6))
  }

  @Test("a screen asks for the tax of what is pledged, at the opening")
  func leastTax() throws {
    // 1 m and 302,500 of tax on 10,000 m2: 130.25 yuan a m2.
    func text(_ least: Double) -> String {
      Self.park + """
        tax pay base=payroll rate=5% local=100%
        screen gate park=a min_tax=\(least) yuan/m2/year
        set a area=5ha
        firm f park=a sector=plain arrives=2022 jobs=100 output=10M yuan/year land=1ha
        """
    }
    #expect(try run(text(130.2)).values("firms.rejected").last == 0)
    #expect(try run(text(130.3)).values("firms.rejected").last == 1)
  }
}
