import Testing

@testable import Simulation

/// Model 1, steps and periods.
@Suite("the calendar")
struct CalendarTests {
  @Test(
    "steps are labelled as one would write them",
    arguments: [
      ("year", ["2020", "2021"]),
      ("half", ["2020H1", "2020H2", "2021H1", "2021H2"]),
      (
        "quarter",
        ["2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1", "2021Q2", "2021Q3", "2021Q4"]
      ),
    ])
  func labels(step: String, labels: [String]) throws {
    let calendar = try run("scenario start=2020 end=2021 step=\(step)").calendar
    #expect(calendar.steps.map { calendar.label($0, perStep: true) } == labels)
    #expect(calendar.years.map { calendar.label($0) } == ["2020", "2021"])
  }

  @Test("a month is labelled with its number, and part of a year with the year and its months")
  func months() throws {
    let calendar = try run("scenario start=2020-11 end=2021-02 step=month").calendar
    let steps = calendar.steps.map { calendar.label($0, perStep: true) }
    #expect(steps == ["2020-11", "2020-12", "2021-01", "2021-02"])
    #expect(calendar.years == [0..<2, 2..<4])
    let years = calendar.years.map { calendar.label($0) }
    #expect(years == ["2020 (2 months)", "2021 (2 months)"])
    #expect(calendar.years.map { calendar.name(of: $0) } == ["2020", "2021"])
    let chinese = calendar.years.map { calendar.label($0, isChinese: true) }
    #expect(chinese == ["2020（2个月）", "2021（2个月）"])
  }

  @Test("a part of a year that is whole in the scenario is labelled by what it is")
  func parts() throws {
    let calendar = try run("scenario start=2020 end=2022 step=quarter").calendar
    #expect(calendar.label(0..<2) == "2020H1")
    #expect(calendar.label(1..<2) == "2020Q2")
    #expect(calendar.label(1..<4) == "2020 (9 months)")
    #expect(calendar.label(2..<6) == "2020-07-01..2021-07-01")
  }

  @Test(
    "years begin in the month `fiscal`, and so do steps",
    arguments: [
      ("start=2024-04 end=2027-03 step=year fiscal=4", ["FY2024", "FY2025", "FY2026"]),
      ("start=2024-10 end=2026-03 step=half fiscal=4", ["FY2024 (6 months)", "FY2025"]),
      (
        "start=2024-05 end=2025-07 step=quarter fiscal=2",
        ["FY2024 (9 months)", "FY2025 (6 months)"]
      ),
      (
        "start=2024-03 end=2025-01 step=month fiscal=12",
        ["FY2023 (9 months)", "FY2024 (2 months)"]
      ),
      ("start=2024 end=2025 step=year fiscal=1", ["2024", "2025"]),
    ])
  func fiscal(header: String, labels: [String]) throws {
    let calendar = try run("scenario " + header).calendar
    #expect(calendar.years.map { calendar.label($0) } == labels)
  }

  @Test("a year's flow is that of its fiscal year")
  func fiscalFlows() throws {
    // A firm of 120 m a year from January 2026 on: three months of FY2025.
    let result = try run(
      """
      scenario start=2024-04 end=2027-03 fiscal=4
      sector plain output_per_job=120万元/year
      park a
      firm f park=a sector=plain jobs=100 arrives=2026-01
      """)
    let years = result.calendar.years
    #expect(try result.fen("output", over: years) == [0, 30_000_000_00, 120_000_000_00])
  }

  @Test(
    "a span that is no whole number of the calendar's steps is refused",
    arguments: [
      "start=2020-02 end=2021", "start=2020 end=2021-06", "start=2020-02 end=2021 step=quarter",
      "start=2020-04 end=2021 step=half", "start=2020-01-02 end=2021 step=month",
      "start=2020 end=2021-02-27 step=month", "start=2024 end=2026 fiscal=4",
      "start=2024-04 end=2026 fiscal=4", "start=2024 end=2026 step=half fiscal=4",
      "start=2024-04 end=2025-03 step=quarter fiscal=2",
    ])
  func refused(span: String) {
    #expect(refusal("scenario " + span) == "not-a-step")
  }

  @Test(
    "a day is its part of its own month",
    arguments: [
      ("2020-02-15", 1, 14, 29), ("2021-02-15", 13, 14, 28), ("2020-06-16", 5, 15, 30),
      ("2020Q3", 6, 0, 1), ("2020H2", 6, 0, 1), ("2020-12-31", 11, 30, 31),
    ] as [(String, Double, Double, Double)])
  func days(date: String, months: Double, days: Double, ofMonth: Double) throws {
    let result = try run(
      """
      scenario start=2020 end=2022
      sector plain output_per_job=1万元/year
      park a
      firm f park=a sector=plain jobs=1 arrives=\(date)
      """)
    #expect(isClose(result.instant(.arrives, "f"), months + days / ofMonth))
  }

  @Test("a year's flow is the sum of its steps, its stock that of its last step")
  func periods() throws {
    // A firm of 120 m a year, 10 m a month, from March on: 100 m in 2020.
    let result = try run(
      """
      scenario start=2020-02 end=2021-01 step=month
      sector plain output_per_job=120万元/year
      park a
      firm f park=a sector=plain jobs=100 arrives=2020-03
      """)
    let years = result.calendar.years
    #expect(try result.fen("output", over: years) == [100_000_000_00, 10_000_000_00])
    #expect(try result.values("jobs", over: years) == [100, 100])
    #expect(try result.values("jobs")[0] == 0)
  }

  @Test("a scenario without a span says so")
  func noSpan() {
    #expect(refusal("park a") == "no-scenario")
  }
}
