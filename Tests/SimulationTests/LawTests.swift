import Diagnostics
import ParkModel
import Testing

@testable import Simulation

/// Model 8: what holds in every scenario, over generated ones. A failure names its seed:
/// `GeneratedScript(seed).text` is the scenario.
@Suite("laws")
struct LawTests {
  /// Blocks of fifty seeds.
  static let blocks = 0..<10

  /// Runs a check on each scenario of a block that has an answer; most have.
  private func each(
    _ block: Int, _ check: (_ seed: Int, _ script: GeneratedScript, Projection) throws -> Void
  ) throws {
    var count = 0
    for seed in block * 50..<block * 50 + 50 {
      let script = GeneratedScript(seed)
      guard let result = try? run(script.text) else { continue }
      count += 1
      try check(seed, script, result)
    }
    #expect(count > 40, "only \(count) of block \(block) run")
  }

  @Test("taxes, levels and every division add up to tax, to the fen", arguments: blocks)
  func taxesAddUp(block: Int) throws {
    try each(block) { seed, _, result in
      let whole = try result.fen("tax")
      var sum = whole.map { _ in Int64(0) }
      func add(_ figures: [Figure]) {
        for (step, figure) in figures.enumerated() {
          if case .money(let fen) = figure { sum[step] += fen }
        }
      }
      for tax in result.taxes { add(try result.figures("tax.\(tax)")) }
      #expect(sum == whole, "by instrument, seed \(seed)")
      sum = whole.map { _ in 0 }
      for level in Level.allCases { add(try result.figures("tax.\(level.name)")) }
      #expect(sum == whole, "by level, seed \(seed)")
      let metric = try #require(MetricTable.metric("tax", taxes: result.taxes))
      for division in Division.allCases {
        sum = whole.map { _ in 0 }
        for part in result.series(metric, by: division, over: result.calendar.steps) {
          add(part.figures)
        }
        #expect(sum == whole, "by \(division), seed \(seed)")
      }
    }
  }

  @Test("a phase costs its budget and its overrun, to the fen", arguments: blocks)
  func budgets(block: Int) throws {
    try each(block) { seed, script, result in
      for phase in try scenario(script.text).entities(.phase) {
        guard case .constant(let budget)? = phase.number(Phase.investment),
          case .constant(let overrun)? = phase.number(Phase.overrun),
          try result.values("land.serviced", in: phase.name).last != 0
        else { continue }
        let spent = result.ledger.postings.filter { posting in
          let subject = result.ledger.subjects[Int(posting.subject)]
          return subject.tenant < 0 && subject.phase >= 0
            && result.names(of: .phase)[Int(subject.phase)] == phase.name
        }
        let fen = (budget * (1 + overrun) * 100).rounded(.toNearestOrEven)
        #expect(spent.reduce(0) { $0 + $1.fen } == Int64(fen), "\(phase.name), seed \(seed)")
      }
    }
  }

  @Test("no more land or floor is taken than there is", arguments: blocks)
  func space(block: Int) throws {
    try each(block) { seed, _, result in
      for name in ["land", "floor"] {
        for place in result.names(of: .phase) + result.names(of: .park) {
          let taken = try result.values(name + ".occupied", in: place)
          let there = try result.values(name + ".serviced", in: place)
          for (a, b) in zip(taken, there) {
            let isWithin = (a ?? 0) <= (b ?? 0) * (1 + 1e-9)
            #expect(isWithin, "\(name) of \(place): \(a ?? 0) of \(b ?? 0), seed \(seed)")
          }
        }
      }
    }
  }

  @Test("a line that saves no time and brings no jobs changes nothing", arguments: blocks)
  func idleLine(block: Int) throws {
    try each(block) { seed, script, result in
      guard script.text.contains("city coast") else { return }
      let line = "rail idle from=coast to=[hill] opens=2019-05 saves=0min half_life=0y"
      let other = try run(script.text + "\n" + line)
      #expect(Leaves(other).amounts == Leaves(result).amounts, "seed \(seed)")
      #expect(Leaves(other).counts == Leaves(result).counts, "seed \(seed)")
    }
  }

  @Test("a park without tenants only spends", arguments: blocks)
  func empty(block: Int) throws {
    try each(block) { seed, script, _ in
      let result = try run(script.withoutTenants)
      let spending: [Account] = [.publicInvestment, .privateInvestment, .opex]
      let onlySpends = result.ledger.postings.allSatisfy { spending.contains($0.account) }
      #expect(onlySpends, "seed \(seed)")
      let built: [Measure] = [.constructionJobs, .servicedLand, .servicedFloor]
      let onlyBuilds = result.ledger.records.allSatisfy { built.contains($0.measure) }
      #expect(onlyBuilds, "seed \(seed)")
    }
  }

  @Test(
    "a thousand times the money makes every amount a thousand times as large", arguments: blocks)
  func scaling(block: Int) throws {
    try each(block) { seed, _, result in
      let small = Leaves(result)
      let large = Leaves(try run(GeneratedScript(seed, money: 1000).text))
      for key in Set(small.amounts.keys).union(large.amounts.keys) {
        let a = Double(small.amounts[key] ?? 0) * 1000
        let b = Double(large.amounts[key] ?? 0)
        // Half a fen of each rounding, of which investment has four.
        let isScaled = abs(a - b) <= 2100 + 1e-9 * max(abs(a), abs(b))
        #expect(isScaled, "\(key): \(a) and \(b), seed \(seed)")
      }
      for key in Set(small.counts.keys).union(large.counts.keys) {
        #expect(
          isClose(small.counts[key] ?? 0, large.counts[key] ?? 0, within: 1e-9),
          "\(key), seed \(seed)")
      }
    }
  }

  @Test("the order of independent declarations changes nothing but roundings", arguments: blocks)
  func order(block: Int) throws {
    try each(block) { seed, script, result in
      var chance = Chance(seed)
      let free = chance.shuffled(script.free)
      let text = (script.head + script.ordered + free).joined(separator: "\n")
      let one = Leaves(result)
      let other = Leaves(try run(text))
      for key in Set(one.amounts.keys).union(other.amounts.keys) {
        let a = Double(one.amounts[key] ?? 0)
        let b = Double(other.amounts[key] ?? 0)
        let isSame = abs(a - b) <= 2 + 1e-9 * max(abs(a), abs(b))
        #expect(isSame, "\(key): \(a) and \(b), seed \(seed)")
      }
      for key in Set(one.counts.keys).union(other.counts.keys) {
        #expect(
          isClose(one.counts[key] ?? 0, other.counts[key] ?? 0, within: 1e-9),
          "\(key), seed \(seed)")
      }
    }
  }

  @Test("every scenario, however extreme, has finite figures or a reason", arguments: blocks)
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
