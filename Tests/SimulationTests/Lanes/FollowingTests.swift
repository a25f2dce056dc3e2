import TestSupport
import Testing

@testable import Simulation

/// Vintages with a past: what one loop makes of many draws is what the plain arithmetic makes of each.
@Suite struct FollowingTests {
  /// Numbers that differ by lane, or are one, or nought in some lanes.
  fileprivate static func lanes(
    _ range: ClosedRange<Double>, _ generator: inout SeededGenerator
  ) -> DrawLanes {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return DrawLanes(Double.random(in: range, using: &generator))
    case 1:
      return DrawLanes(
        (0..<DrawLanes.count).map { _ in
          Bool.random(using: &generator) ? 0 : Double.random(in: range, using: &generator)
        })
    default:
      return DrawLanes(
        (0..<DrawLanes.count).map { _ in Double.random(in: range, using: &generator) })
    }
  }

  fileprivate static func life(_ generator: inout SeededGenerator) -> FollowedLife {
    func share(_ often: Double) -> Double {
      Bool.random(using: &generator) ? often : Double.random(in: 0...1, using: &generator)
    }
    return FollowedLife(
      running: share(0.4), earning: share(0.5) * 2 - 0.7, spending: share(0), kept: share(0.95),
      creditDue: share(1), creditRebated: share(0), profitDue: share(1), profitRebated: share(0))
  }

  private struct Case {
    var followers = Followers<DrawLanes>()
    var pasts: [FollowedPast<DrawLanes>] = []
    var firm: FollowedFirm<DrawLanes>

    init(_ generator: inout SeededGenerator) {
      firm = FollowedFirm(
        dues: FollowingTests.lanes(0...5e6, &generator),
        profit: FollowingTests.lanes(-2e5...4e6, &generator),
        research: Bool.random(using: &generator)
          ? (FollowingTests.lanes(0...2e6, &generator), FollowingTests.lanes(0...1, &generator))
          : nil,
        rate: FollowingTests.lanes(0...0.4, &generator),
        factor: Bool.random(using: &generator) ? FollowingTests.lanes(0.5...2, &generator) : nil,
        investment: FollowingTests.lanes(0...4e7, &generator),
        input: FollowingTests.lanes(0...0.13, &generator),
        carriesLosses: Bool.random(using: &generator), middle: 90, year: 2027)
      for number in 0..<Int.random(in: 1...9, using: &generator) {
        let makesProfit = Bool.random(using: &generator) && Bool.random(using: &generator)
        followers.append(
          number, FollowingTests.lanes(0...3, &generator), FollowingTests.life(&generator),
          makesProfit: makesProfit)
        pasts.append(
          FollowedPast(
            credit: FollowingTests.lanes(0...3e6, &generator),
            losses: (0..<(firm.carriesLosses ? Int.random(in: 0...5, using: &generator) : 0)).map {
              let amount = FollowingTests.lanes(0...2e6, &generator)
              return KeptLosses.Loss(
                middle: Double($0) * 12, year: 2020 + Double($0), amount: amount)
            }))
      }
    }

    /// One of its lanes.
    func lane(_ lane: Int) -> (
      Followers<Double>, FollowedFirm<Double>, [FollowedPast<Double>]
    ) {
      var one = Followers<Double>()
      for (place, number) in followers.numbers.enumerated() {
        one.append(
          number, followers.counts[place][lane], followers.lives[place],
          makesProfit: followers.profits[place])
      }
      let firm = FollowedFirm<Double>(
        dues: firm.dues[lane], profit: firm.profit[lane],
        research: firm.research.map { ($0.spent[lane], $0.deduction[lane]) },
        rate: firm.rate[lane], factor: firm.factor?[lane], investment: firm.investment[lane],
        input: firm.input[lane], carriesLosses: firm.carriesLosses,
        middle: firm.middle, year: firm.year)
      return (
        one, firm,
        pasts.map { past in
          FollowedPast(
            credit: past.credit[lane],
            losses: past.losses.map {
              KeptLosses.Loss(middle: $0.middle, year: $0.year, amount: $0.amount[lane])
            })
        }
      )
    }
  }

  @Test("many draws at once come to what each comes to alone, to the last bit")
  func alone() {
    var generator = SeededGenerator(seed: 5)
    var (owing, losing) = (0, 0)
    for _ in 0..<60 {
      let given = Case(&generator)
      var pasts = given.pasts
      var sums = FollowedSums<DrawLanes>()
      DrawLanes.follow(given.followers, given.firm, &pasts, to: &sums)
      for lane in stride(from: 0, to: DrawLanes.count, by: 37) {
        let (followers, firm, before) = given.lane(lane)
        var own = before
        var ownSums = FollowedSums<Double>()
        Double.follow(followers, firm, &own, to: &ownSums)
        #expect(sums.credit[lane] == ownSums.credit)
        #expect(sums.creditRebated[lane] == ownSums.creditRebated)
        #expect(sums.profit[lane] == ownSums.profit)
        #expect(sums.profitRebated[lane] == ownSums.profitRebated)
        for (mine, other) in zip(own, pasts) {
          #expect(other.credit[lane] == mine.credit)
          #expect(other.losses.map { $0.amount[lane] } == mine.losses.map(\.amount))
          #expect(other.losses.map(\.middle) == mine.losses.map(\.middle))
          #expect(other.losses.map(\.year) == mine.losses.map(\.year))
          #expect(other.known[lane] == mine.known)
          if mine.credit > 0 { owing += 1 }
          if mine.losses.contains(where: { $0.amount > 0 }) { losing += 1 }
        }
      }
    }
    #expect(owing > 500 && losing > 500, "\(owing) \(losing)")
  }
}
