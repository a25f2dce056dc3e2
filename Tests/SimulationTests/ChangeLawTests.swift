import ParkModel
import TestSupport
import Testing

@testable import Simulation

/// Model 8: what a change does, and what it must not do, in a thousand generated scenarios, of
/// which `swift test` tries every fifth block of fifty.
@Suite("laws of change")
struct ChangeLawTests {
  @Test(
    "what changes nothing changes nothing, and what scales scales",
    arguments: Sample.every(5, of: 0..<20))
  func changes(block: Int) throws {
    try Generated.each(block) { seed, script, result in
      let leaves = Leaves(result)
      try idleLine(seed, script, leaves)
      try idleRules(seed, script, leaves)
      try empty(seed, script)
      try scaling(seed, leaves)
      try order(seed, script, leaves)
    }
  }

  /// A line that saves no time and brings no jobs changes nothing.
  private func idleLine(_ seed: Int, _ script: GeneratedScript, _ leaves: Leaves) throws {
    guard script.text.contains("city coast") else { return }
    let line = "rail idle from=coast to=[hill] opens=2019-05 saves=0min half_life=0y"
    let other = Leaves(try run(script.text + "\n" + line))
    #expect(other.amounts == leaves.amounts, "an idle line, seed \(seed)")
    #expect(other.counts == leaves.counts, "an idle line, seed \(seed)")
  }

  /// Rules that ask for nothing, give nothing and share nothing change nothing.
  private func idleRules(_ seed: Int, _ script: GeneratedScript, _ leaves: Leaves) throws {
    var rules = [
      "screen idle-gate park=east sectors=[office, plant] max_energy=1 tce/yuan",
      "incentive idle-rebate park=east type=rebate schedule={0y: 0%}",
      "incentive idle-grant park=east type=capex share=0%",
    ]
    if script.text.contains("park west") {
      rules.append(
        "link idle-link between=[east, west] complementarity=0 attraction=90% multiplier=9")
    }
    if script.text.contains("tax tax1") {
      rules.append("incentive idle-holiday park=east type=holiday tax=tax1 schedule=0%")
    }
    let other = Leaves(try run((script.text + "\n" + rules.joined(separator: "\n"))))
    // With a rebate of nothing, vintages are taxed one by one: only roundings may differ.
    expectSame(leaves, other, by: 2, "idle rules, seed \(seed)")
  }

  /// A park without tenants only spends, but for what its cities pay each other.
  private func empty(_ seed: Int, _ script: GeneratedScript) throws {
    let result = try run(script.withoutTenants)
    let spending: [Account] = [.publicInvestment, .privateInvestment, .opex]
    let paidAmong: [Account] = [.contribution, .fixedTransfer]
    let others = result.ledger.postings.filter { !spending.contains($0.account) }
    #expect(others.allSatisfy { paidAmong.contains($0.account) }, "an empty park, seed \(seed)")
    #expect(others.reduce(0) { $0 + $1.fen } == 0, "an empty park, seed \(seed)")
    let built: [Measure] = [.constructionJobs, .servicedLand, .servicedFloor]
    let onlyBuilds = result.ledger.records.allSatisfy { built.contains($0.measure) }
    #expect(onlyBuilds, "an empty park, seed \(seed)")
  }

  /// A thousand times the money makes every amount a thousand times as large, and no count.
  private func scaling(_ seed: Int, _ leaves: Leaves) throws {
    let large = Leaves(try run(GeneratedScript(seed, money: 1000).text))
    var scaled = leaves
    scaled.amounts = leaves.amounts.mapValues { $0 * 1000 }
    // Half a fen of each rounding, of which investment has four.
    expectSame(scaled, large, by: 2100, "scaled, seed \(seed)")
  }

  /// The order of independent declarations changes nothing but roundings.
  private func order(_ seed: Int, _ script: GeneratedScript, _ leaves: Leaves) throws {
    var chance = Chance(seed)
    let free = chance.shuffled(script.free)
    let other = try run((script.head + script.ordered + free).joined(separator: "\n"))
    expectSame(leaves, Leaves(other), by: 2, "another order, seed \(seed)")
  }

  private func expectSame(_ one: Leaves, _ other: Leaves, by fen: Double, _ what: String) {
    for key in Set(one.amounts.keys).union(other.amounts.keys) {
      let a = Double(one.amounts[key] ?? 0)
      let b = Double(other.amounts[key] ?? 0)
      let isSame = abs(a - b) <= fen + 1e-9 * max(abs(a), abs(b))
      if !isSame { Issue.record("\(key): \(a) and \(b), \(what)") }
    }
    for key in Set(one.counts.keys).union(other.counts.keys) {
      let (a, b) = (one.counts[key] ?? 0, other.counts[key] ?? 0)
      if !isClose(a, b, within: 1e-9) { Issue.record("\(key): \(a) and \(b), \(what)") }
    }
  }
}
