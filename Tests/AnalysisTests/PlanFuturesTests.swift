import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Simulation
import Testing

/// Several plans in the same futures.
@Suite struct PlanFuturesTests {
  private static func plan(
    jobs: String, stop: StopSignal
  ) throws -> (alternative: Alternative, draws: DrawAccess) {
    let scenario = try AnalysisTests.scenario(
      of:
        """
        scenario start=2024 end=2031
        use china
        city q
        park p city=q area=40ha
        assume pace = uniform(0.5, 1)
        firm f park=p sector=toys arrives=2025 jobs=\(jobs) * pace
        ensemble draws=20000
        """)
    let projection = try Simulation.project(scenario)
    let run = try EnsembleRun(
      scenario, try #require(EnsembleSettings(scenario)), central: projection, stop: stop)
    return (
      Alternative(name: "f-\(jobs)", scenario: scenario, projection: projection),
      DrawAccess(Ensemble(run, threads: 1), stop: stop, settlesForLess: true)
    )
  }

  @Test("where one plan is left off, the others are asked of no more futures than it has")
  func leftOff() throws {
    let stop = StopSignal()
    let plans = [
      try PlanFuturesTests.plan(jobs: "100", stop: stop),
      try PlanFuturesTests.plan(jobs: "200", stop: stop),
    ]
    let request = try FigureRequest(named: "jobs[2030]", plans[0].alternative.scenario)
    var kept: PlanFutures?
    for looks in [16, 64, 256, 1024, 4096, 6144, 9216, 13_824] where kept == nil {
      stop.forget()
      stop.ask(.interrupt, afterLooks: looks)
      do {
        kept = try PlanFutures(request, of: plans)
      } catch {
        #expect(error.slug == "interrupted", "\(error.message)")
      }
    }
    let futures = try #require(kept)
    let done = futures.counts[0].done
    #expect(done > 0 && done < 20_000)
    #expect(futures.counts.map(\.done) == [done, done])
    #expect(futures.counts.map(\.asked) == [20_000, 20_000])
    #expect(futures.outcomes.draws.count == done)
    // Nothing of it is kept as the answer of all.
    stop.forget()
    let next = StopSignal()
    let whole = plans.map { plan in
      (plan.alternative, DrawAccess(plan.draws.ensemble, stop: next))
    }
    #expect(try PlanFutures(request, of: whole).counts.map(\.done) == [20_000, 20_000])
  }
}
