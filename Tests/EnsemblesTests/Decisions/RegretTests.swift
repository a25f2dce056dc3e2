import Ensembles
import Testing

/// Plans against futures, by pencil.
@Suite struct RegretTests {
  /// Three plans in five draws, of which the third has no value in one.
  private let outcomes = PlanOutcomes([
    [10, 4, 7, 0, 1], [8, 8, 8, 0, 1], [2, 9, nil, 5, 1],
  ])

  @Test("a draw in which one plan has no value is left out, and counted")
  func missing() {
    #expect(outcomes.draws == [0, 1, 3, 4])
    #expect(outcomes.missing == 1)
    #expect(outcomes.values == [[10, 4, 0, 1], [8, 8, 0, 1], [2, 9, 5, 1]])
    #expect(PlanOutcomes([[1, .nan], [1, .infinity]]).draws == [0])
  }

  /// Best of each: 10, 9, 5, 1. Behind it: 0 5 5 0, 2 1 5 0, 8 0 0 0.
  @Test("regret, its largest, its mean and how often a plan is best")
  func regrets() throws {
    let regret = try #require(Regret(outcomes))
    #expect(regret.plans.map(\.worst) == [5, 5, 8])
    #expect(regret.plans.map(\.worstDraw) == [1, 3, 0])
    #expect(regret.plans.map(\.meanRegret) == [2.5, 2, 2])
    #expect(regret.plans.map(\.bestShare) == [0.5, 0.25, 0.75])
    #expect(regret.plans.map(\.mean) == [3.75, 4.25, 4.25])
    #expect(regret.tiedShare == 0.25)
    // Of equals the one with the better mean, then the first.
    #expect(regret.order(by: .minimax) == [1, 0, 2])
    #expect(regret.order(by: .mean) == [1, 2, 0])
    #expect(Regret(PlanOutcomes([[nil], [1]])) == nil)
  }

  @Test("where less is better, the least is the best")
  func turned() throws {
    let regret = try #require(Regret(outcomes.turned))
    // Least of each: 2, 4, 0, 1.
    #expect(regret.plans.map(\.worst) == [8, 6, 5])
    #expect(regret.plans.map(\.bestShare) == [0.75, 0.5, 0.5])
  }
}
