import Diagnostics
import ParkModel
import TestSupport
import Testing

@testable import Simulation

/// Numbers at the ends of what is legal: a figure, a dash or a reason, never a NaN.
@Suite("extremes")
struct ExtremeTests {
  @Test("a ratio past every number is undefined")
  func ratio() throws {
    let result = try run(
      """
      scenario start=2020 end=2020
      park a
      phase one park=a area=1e-300m2 investment=1000tn start=2020 complete=2020
      """)
    // 10^15 yuan on 1.5 x 10^-303 mu is more than 10^308.
    #expect(try result.values("investment_per_mu", in: "a") == [nil])
  }

  @Test("a market that grows past every number leaves jobs as they are")
  func market() throws {
    // 1 yuan a year 10,000 minutes away: e^-693. Then 10^16 in five minutes.
    let result = try run(
      """
      scenario start=2020 end=2021
      set model rail_decay=10min
      city home gdp=1 internal_time=10000min
      city giant gdp=1e16
      rail line from=home to=[giant] opens=2022 time=5min half_life=0y
      rail first from=giant to=[home] opens=2021 time=5min half_life=0y
      sector plain output_per_job=10万元/year rail_elasticity=0
      park a city=home
      firm f park=a sector=plain jobs=100 arrives=2020
      """)
    #expect(try result.values("jobs") == [100, 100])
    #expect(try result.fen("output") == [10_000_000_00, 10_000_000_00])
    #expect(try result.values("rail_uplift", in: "a") == [nil, nil])
  }

  @Test("a queue past every number is refused")
  func queue() {
    let script = """
      scenario start=2020 end=2021
      city home gdp=1 internal_time=10000min
      city giant gdp=1e16
      rail line from=home to=[giant] opens=2020 time=5min half_life=0y
      sector plain output_per_job=10万元/year jobs_per_area=100/ha attraction_elasticity=10
      park a city=home
      cohort c park=a sector=plain jobs=100 firms=10 from=2020 until=2021
      """
    #expect(refusal(script) == "too-large")
  }

  @Test("a pledge where an output of nothing takes a job is refused as too large")
  func pledge() throws {
    let script = """
      scenario start=2020 end=2021
      sector plain output_per_job=1e-320 wage=1万元/year pit=1%
      tax pay base=payroll rate=sector.pit local=100%
      tax sales base=output rate=1% local=100%
      park a
      firm f park=a sector=plain local_tax=1M arrives=2020
      """
    #expect(refusal(script) == "too-large")
  }

  @Test(
    "every scenario, however extreme, has finite figures or a reason",
    arguments: Sample.every(4, of: 0..<10))
  func extremes(block: Int) throws {
    for seed in block * 120..<block * 120 + 120 {
      let script = GeneratedScript(seed, .extreme)
      let result: Projection
      do throws(Diagnostic) {
        result = try run(script.text)
      } catch {
        let reasons = [
          "circular-tax", "no-size", "out-of-range", "pledge-too-small", "too-large",
          "too-much-money",
        ]
        let isReason = reasons.contains(error.slug) && !error.message.contains("nan")
        #expect(isReason, "\(error.slug): \(error.message), seed \(seed)")
        continue
      }
      let areFinite = result.ledger.records.allSatisfy(\.value.isFinite)
      #expect(areFinite, "a record, seed \(seed)")
      for row in MetricTable.rows where !row.isMoney {
        let metric = Metric(row: row, name: row.name, tax: nil)
        let series = result.series(metric, over: result.calendar.years)
        let isFinite = series.allSatisfy { $0.figures.allSatisfy { $0.value?.isFinite ?? true } }
        #expect(isFinite, "\(row.name), seed \(seed)")
      }
    }
  }
}
