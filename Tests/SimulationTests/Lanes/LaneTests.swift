import TestSupport
import Testing

@testable import Simulation

/// The stages are written once, for any number: in each lane they give what `Double` gives.
@Suite("lanes")
struct LaneTests {
  /// Blocks of twenty seeds. Seeds 65, 76 and 150 once differed: their blocks are in every sample.
  static let blocks = Sample.every(4, of: 0..<8, from: 3)

  /// Every number that a plan's run posts.
  private func posted<Number: Lane>(_ plan: Plan<Number>) -> LaneSink<Number> {
    var sink = LaneSink<Number>()
    _ = Simulation.run(plan, into: &sink)
    return sink
  }

  @Test("four equal draws give exactly what one gives", arguments: blocks)
  func equal(block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      let scenario = try scenario(GeneratedScript(seed).text)
      guard let plan = try? PlanBuilder<Double>(scenario).plan() else { continue }
      let one = posted(plan).lane(0)
      let four = posted(try PlanBuilder<Wide>(scenario).plan())
      for lane in 0..<4 { #expect(four.lane(lane) == one, "lane \(lane), seed \(seed)") }
    }
  }

  @Test("four different draws give what each gives alone", arguments: blocks)
  func different(block: Int) throws {
    var differing = 0
    for seed in block * 20..<block * 20 + 20 {
      let scenario = try scenario(GeneratedScript(seed).text)
      guard let plan = try? PlanBuilder<Double>(scenario).parts() else { continue }
      let wide = try PlanBuilder<Wide>(scenario).parts()
      let four = posted(Variation.draws(wide, from: 0))
      if four.lane(0) != four.lane(1) { differing += 1 }
      for lane in 0..<4 {
        let one = posted(Variation.draws(plan, from: lane)).lane(0)
        let other = four.lane(lane)
        for key in Set(one.keys).union(other.keys) {
          let a = one[key] ?? 0
          let b = other[key] ?? 0
          #expect(a == b, "\(key), lane \(lane), seed \(seed)")
        }
      }
    }
    #expect(differing > 10, "only \(differing) of block \(block) have draws that differ")
  }

  @Test("lines that open in another order in another draw have its effects")
  func orderOfLines() throws {
    // To 30 minutes first, or 10 minutes less first: see `RailTests.sameInstant`.
    let scenario = try scenario(
      RailTests.oneMarket(
        """
        rail fast from=home to=[market] opens=2021 half_life=0y time=30min
        rail short from=home to=[market] opens=2022 half_life=0y saves=10min
        """))
    let builder = try PlanBuilder<Wide>(scenario)
    var rails = try builder.plan().rails
    rails[1].opens = Wide(24, 6, 12, 11.5)
    let home = MarketAccess(builder, rails: rails).plans()[0]
    // 60 to 30 to 20 minutes: by 30 ln 2 / 30, then 10; or 60 to 50 to 30.
    let third = 0.6931471805599453 / 3
    let fast: [Double] = [3, 2, 3, 2]
    for lane in 0..<4 {
      #expect(isClose(home.uplifts[0][lane], fast[lane] * third))
      #expect(isClose(home.uplifts[1][lane], third))
    }
  }
}
