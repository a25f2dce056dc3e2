import Testing

@testable import Simulation

/// A run in which nothing closes: what is promised, beside what is expected. Model 4, survival.
@Suite("closures=none")
struct ClosureTests {
  private static let plant = """
    scenario start=2020 end=2030
    park east area=100ha
    sector toys output_per_job=80万元/year hazard={0y: 1.6%, 3y: 9%} jobs_per_area=50/ha
    firm plant park=east sector=toys arrives=2020 jobs=350
    cohort tenants park=east sector=toys from=2021 until=2024 firms=8 jobs=20
    """

  @Test("every firm is there to the end, at full size")
  func promise() throws {
    let promised = try Simulation.project(scenario(ClosureTests.plant), closures: .none)
    #expect(try promised.values("jobs", in: "plant").allSatisfy { $0 == 350 })
    #expect(try promised.values("firms", in: "plant").allSatisfy { $0 == 1 })
    let tenants = try promised.values("firms", in: "tenants").last ?? 0
    #expect(((tenants ?? 0) - 8).magnitude < 1e-9)
    #expect(promised.chanceOpen("plant", atEndOf: 10) == 1)
    #expect(!promised.mayHaveClosed("plant", by: 10))
  }

  @Test("what is expected of a named firm is its jobs times the chance that it is open")
  func chance() throws {
    let expected = try run(ClosureTests.plant)
    let chance = try #require(expected.chanceOpen("plant", atEndOf: 10))
    // Three years at 1.6 % and eight at 9 %: e^-0.768.
    #expect((chance - 0.463_940_021_1).magnitude < 1e-9)
    let jobs = try #require(try expected.values("jobs", in: "plant").last ?? nil)
    #expect((jobs / chance - 350).magnitude < 1e-9)
    #expect(expected.chanceOpen("tenants", atEndOf: 10) == nil)
    #expect(expected.chanceOpen("nobody", atEndOf: 10) == nil)
  }

  @Test("it is the same engine as with a survival scale of 0")
  func sameEngine() throws {
    let promised = try Simulation.project(scenario(ClosureTests.plant), closures: .none)
    let still = try run(ClosureTests.plant + "\nset toys survival_scale=0")
    #expect(promised.ledger.postings.map(\.fen) == still.ledger.postings.map(\.fen))
    #expect(promised.ledger.records.map(\.value) == still.ledger.records.map(\.value))
  }

  @Test("without closures nobody is fewer, in any scenario")
  func neverLess() throws {
    var count = 0
    for seed in 0..<150 {
      guard let own = try? scenario(GeneratedScript(seed).text),
        let expected = try? Simulation.project(own),
        let promised = try? Simulation.project(own, closures: .none)
      else { continue }
      for tenant in expected.plan.tenants where tenant.stream == nil {
        for step in 0..<expected.calendar.count {
          guard let some = promised.chanceOpen(tenant.name, atEndOf: step) else { continue }
          #expect(some == 1, "\(tenant.name), seed \(seed)")
          count += 1
        }
      }
    }
    #expect(count > 100)
  }
}
