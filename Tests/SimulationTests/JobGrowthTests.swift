import Glibc
import Testing

@testable import Simulation

/// Model 4, jobs: what a firm's jobs grow by of themselves.
@Suite("job growth")
struct JobGrowthTests {
  private static func park(_ firm: String, more: String = "", step: String = "year") -> String {
    """
    scenario start=2020 end=2023 step=\(step)
    sector plain output_per_job=10万元/year wage=5万元/year indirect=0.5
    city hill
    park a city=hill \(more)
    firm f park=a sector=plain jobs=100 \(firm)

    """
  }

  private func isClose(_ a: [Double?], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs(($0 ?? .nan) - $1) < 1e-9 }
  }

  @Test("jobs grow from the opening on")
  func opening() throws {
    let result = try run(Self.park("arrives=2021 job_growth=10%"))
    #expect(isClose(try result.values("jobs"), [0, 110, 121, 133.1]))
    #expect(isClose(try result.values("jobs.indirect"), [0, 55, 60.5, 66.55]))
    // Output does not.
    #expect(try result.fen("output", over: [1..<2, 2..<3]) == [10_000_000_00, 10_000_000_00])
  }

  @Test("one that is older grows from the scenario's start on")
  func older() throws {
    let result = try run(Self.park("arrives=2010 job_growth=10%"))
    #expect(isClose(try result.values("jobs"), [110, 121, 133.1, 146.41]))
  }

  @Test("pay follows the jobs at the middle of the step")
  func payroll() throws {
    let result = try run(Self.park("arrives=2020 job_growth=21%"))
    #expect(try result.fen("payroll", over: [0..<1]) == [5_500_000_00])
    #expect(try result.fen("payroll", over: [1..<2]) == [6_655_000_00])
  }

  @Test("what changes over time is compounded piece by piece, by date and by age")
  func schedules() throws {
    let date = try run(Self.park("arrives=2020 job_growth={2020: 10%, 2022: 0%}"))
    #expect(isClose(try date.values("jobs"), [110, 121, 121, 121]))
    let age = try run(Self.park("arrives=2021 job_growth={0y: 10%, 1y: 50%}"))
    #expect(isClose(try age.values("jobs"), [0, 110, 165, 247.5]))
  }

  @Test("before the scenario the exponent is below nothing")
  func before() throws {
    // A year before the middle of 2020: half a year before the start.
    let text = Self.park("arrives=2010 job_growth=21%", more: "reference_jobs=50")
    let expected = pow(100 * pow(1.21, -0.5) / 50, 0.05)
    #expect(abs((try run(text).values("agglomeration", in: "a")[0] ?? 0) - expected) < 1e-12)
  }

  @Test("land and the rest of its size stay")
  func size() throws {
    let text = Self.park("arrives=2020 job_growth=10%", more: "area=10ha")
      .replacing("indirect=0.5", with: "indirect=0.5 jobs_per_area=100/ha")
    #expect(isClose(try run(text).values("land.occupied"), [1, 1, 1, 1]))
    #expect(refusal(Self.park("arrives=2020 job_growth=-100%")) == "out-of-range")
  }
}
