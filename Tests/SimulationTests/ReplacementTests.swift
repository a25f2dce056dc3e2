import Glibc
import Testing

@testable import Simulation

/// Model 5, replacement, on paper.
@Suite("replacement")
struct ReplacementTests {
  private static func cohort(_ words: String, step: String = "year", sector: String = "") -> String
  {
    """
    scenario start=2020 end=2025 step=\(step)
    sector plain output_per_job=10万元/year \(sector)
    city hill
    park a city=hill
    cohort c park=a sector=plain jobs=10 firms=120 from=2020 until=2020 \(words)

    """
  }

  @Test("what closed in a month is wanted again in the same month a year later")
  func monthly() throws {
    // All come in January 2020, 120 of them, in the middle of the month; a tenth of them closes
    // each year of age: those of the first half of January 2021 close from age 11.5 months on.
    let hazard = "hazard=0.12"
    let text = Self.cohort("replace=100%", step: "month", sector: hazard)
      .replacing("until=2020", with: "until=2020-01")
    let result = try run(text)
    let closed = try result.values("firms").prefix(1).map { 120 - ($0 ?? 0) }
    // S(0.5 month): half a month's hazard of one percent a month.
    #expect(abs(closed[0] - 120 * (1 - exp(-0.005))) < 1e-9)
    let alive = try result.values("firms")
    // January 2021: 120·S(12.5) are left of the first, and as many have come as closed in January 2020.
    let first = 120 * exp(-0.125)
    let followers = 120 * (1 - exp(-0.005))
    #expect(abs((alive[12] ?? 0) - first - followers * exp(-0.005)) < 1e-9)
    // February 2021: those that closed between half a month and a month and a half of age.
    let second = 120 * (exp(-0.005) - exp(-0.015))
    let expected = 120 * exp(-0.135) + followers * exp(-0.015) + second * exp(-0.005)
    #expect(abs((alive[13] ?? 0) - expected) < 1e-9)
  }

  @Test("a cohort that is replaced whole is steady but for the year's delay")
  func steady() throws {
    let sector = "hazard=0.1"
    let kept = try run(Self.cohort("replace=100%", sector: sector)).values("firms")
    let left = try run(Self.cohort("", sector: sector)).values("firms")
    for (kept, left) in zip(kept, left).dropFirst(2) {
      // Closed within the last year, and not replaced yet: about a tenth of all.
      #expect(abs((kept ?? 0) - 120 * 0.905) < 2)
      #expect((left ?? 0) < (kept ?? 0))
    }
  }

  @Test("nobody follows within the scenario's first year, nor those of the step at hand")
  func first() throws {
    let sector = "hazard=0.5"
    let kept = try run(Self.cohort("replace=100%", sector: sector)).values("firms")
    let left = try run(Self.cohort("", sector: sector)).values("firms")
    #expect(kept[0] == left[0])
    // In the second year those follow who closed in 2020: 120 less what was left then.
    let later = try run(Self.cohort("replace=100%", sector: sector)).values("firms")
    #expect((later[1] ?? 0) > (left[1] ?? 0))
  }

  @Test("who follows needs land too, and waits without it")
  func land() throws {
    let text = """
      scenario start=2020 end=2024
      sector plain output_per_job=10万元/year jobs_per_area=1/ha hazard=0.2
      city hill
      park a city=hill area=1000ha
      cohort c park=a sector=plain jobs=10 firms=100 from=2020 until=2020 replace=100%
      """
    let result = try run(text)
    let held = try result.values("land.occupied").map { $0 ?? 0 }
    for land in held { #expect(land <= 1000 + 1e-6) }
    #expect(try result.values("firms.waiting").contains { ($0 ?? 0) > 0.1 })
  }

  @Test("a cohort of which nothing is replaced is as it was, and no share is above all")
  func none() throws {
    let sector = "hazard=0.2"
    let plain = try run(Self.cohort("", sector: sector)).values("jobs")
    #expect(try run(Self.cohort("replace=0%", sector: sector)).values("jobs") == plain)
    #expect(refusal(Self.cohort("replace=110%", sector: sector)) == "out-of-range")
  }
}
