import Analysis
import Simulation
import Testing

@Suite struct PaybackTests {
  @Test("the sum to date runs straight within a step: -100, 60, 60 is paid back after 2 2/3 years")
  func interpolated() {
    #expect(Payback(of: [-100, 60, 60], step: 1) == .after(years: 2 + 2.0 / 3, step: 2))
  }

  @Test("steps may be shorter than a year")
  func halfYears() {
    #expect(Payback(of: [-100, 50, 100], step: 0.5) == .after(years: 1.25, step: 2))
  }

  @Test("what is paid back with the last yuan is paid back at the end of that step")
  func exactly() {
    #expect(Payback(of: [-100, 40, 60], step: 1) == .after(years: 3, step: 2))
    #expect(Payback(of: [-100, 40, 59.99], step: 1) == .notYet)
  }

  @Test("what falls below zero again is paid back only when it has recovered for good")
  func again() {
    #expect(Payback(of: [-100, 150, -100, 100], step: 1) == .after(years: 3.5, step: 3))
    #expect(Payback(of: [-100, 150, -100], step: 1) == .notYet)
  }

  @Test("where nothing was laid out there is nothing to pay back")
  func nothing() {
    #expect(Payback(of: [], step: 1) == .nothingToRecover)
    #expect(Payback(of: [0, 10, -10], step: 1) == .nothingToRecover)
  }

  @Test("what was laid out at the start itself is paid back too, undiscounted")
  func before() {
    #expect(Payback(of: [40, 120], step: 1, before: -100) == .after(years: 1.5, step: 1))
    #expect(Payback(of: [40, 50], step: 1, before: -100) == .notYet)
    #expect(Payback(of: [10, 10], step: 1, before: 0) == .nothingToRecover)
    // 110/1.1^½ = 104.881, at the middle of the only step.
    #expect(
      Payback(of: [110], step: 1, before: -100, discountedAt: 0.1)
        == .after(years: 100 / (110 / 1.1.squareRoot()), step: 0))
  }

  /// -100/1.1^½ = -95.346, 121/1.1^1.5 = 104.881: paid back 95.346/104.881 into the second step.
  @Test("discounted, each flow counts from the middle of its step")
  func discounted() {
    guard case .after(let years, 1) = Payback(of: [-100, 121], step: 1, discountedAt: 0.1) else {
      Issue.record("not paid back in the second step")
      return
    }
    #expect(abs(years - (1 + 1 / 1.1)) < 1e-12)
    #expect(Payback(of: [-100, 109.9], step: 1, discountedAt: 0.1) == .notYet)
  }
}

@Suite struct RatioTests {
  @Test("a ratio to no costs, or to a saving, is none")
  func ratio() {
    #expect(benefitCostRatio(benefits: 150, costs: 100) == 1.5)
    #expect(benefitCostRatio(benefits: -50, costs: 100) == -0.5)
    #expect(benefitCostRatio(benefits: 150, costs: 0) == nil)
    #expect(benefitCostRatio(benefits: 150, costs: -1) == nil)
  }

  @Test("no costs or no jobs: no cost of a job")
  func perJob() {
    #expect(costPerJob(costs: 350_000, jobs: 350) == 1000)
    #expect(costPerJob(costs: 350_000, jobs: 0) == nil)
    #expect(costPerJob(costs: 0, jobs: 350) == nil)
    #expect(costPerJob(costs: -5, jobs: 350) == nil)
  }

  /// 1.1^-½ = 0.953462589..., 1.1^-1.5 = 0.866784172....
  @Test("a present value by pencil, in the middle of each step")
  func presentValue() throws {
    let flows = CashFlow.midStep([-100, 200], step: 1)
    let value = try #require(netPresentValue(of: flows, at: 0.1))
    #expect(abs(value - (-95.3462589 + 173.3568344)) < 1e-6)
    #expect(netPresentValue(of: flows, at: DiscountRate(-1)) == nil)
  }
}
