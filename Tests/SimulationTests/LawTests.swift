import Diagnostics
import ParkModel
import TestSupport
import Testing

@testable import Simulation

/// Model 8: what adds up in every scenario, over generated ones (`Generated`). A failure names its
/// seed: `GeneratedScript(seed).text` is the scenario.
@Suite("laws")
struct LawTests {
  @Test("what has to add up adds up, in every step and scope", arguments: Generated.blocks)
  func sums(block: Int) throws {
    try Generated.each(block) { seed, script, result in
      try taxes(seed, result)
      try netLocal(seed, result)
      try enclaves(seed, result)
      try deals(seed, result)
      try incentives(seed, result)
      try stocks(seed, result)
      try budgets(seed, script, result)
      try space(seed, result)
    }
  }

  @Test("laws are tried where something goes on: work, tax, rebates, grants, transfers")
  func somethingGoesOn() throws {
    var count = 0.0
    var busy: [String: Double] = [:]
    for seed in Sample.every(4, of: 0..<400) {
      guard let result = try? run(GeneratedScript(seed).text) else { continue }
      count += 1
      let jobs = try result.values("jobs")
      if jobs.contains(where: { ($0 ?? 0) > 0 }) { busy["jobs", default: 0] += 1 }
      for name in ["tax", "rebates", "refunds", "grants", "land_income"] {
        if try result.fen(name).contains(where: { $0 != 0 }) { busy[name, default: 0] += 1 }
      }
      let cities = result.names(of: .jurisdiction)
      let passes = try cities.contains { city in
        try result.fen("transfers", in: city).contains { $0 != 0 }
      }
      if passes { busy["transfers", default: 0] += 1 }
      for name in ["contributions", "set_aside"] {
        let goes = try cities.contains { try result.fen(name, in: $0).contains { $0 != 0 } }
        if goes { busy[name, default: 0] += 1 }
      }
      if result.ledger.postings.contains(where: { $0.account == .fixedTransfer }) {
        busy["fixed", default: 0] += 1
      }
    }
    let least = [
      "jobs": 0.6, "tax": 0.45, "rebates": 0.1, "refunds": 0.05, "grants": 0.1, "land_income": 0.1,
      "transfers": 0.08, "contributions": 0.05, "set_aside": 0.05, "fixed": 0.05,
    ]
    for (name, share) in least {
      let found = (busy[name] ?? 0) / count
      #expect(found >= share, "\(name) in \(found) of the generated scenarios")
    }
  }

  /// A metric step by step, its parts added.
  private func parts(_ name: String, by division: Division, _ result: Projection) throws -> [Int64]
  {
    let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
    var sum = [Int64](repeating: 0, count: result.calendar.count)
    for part in result.series(metric, by: division, over: result.calendar.steps) {
      for (step, figure) in part.figures.enumerated() {
        if case .money(let fen) = figure { sum[step] += fen }
      }
    }
    return sum
  }

  private func sum(_ rows: [[Int64]]) -> [Int64] {
    guard let first = rows.first else { return [] }
    return rows.dropFirst().reduce(first) { zip($0, $1).map(+) }
  }

  /// Instruments, levels and every division add up to tax, to the fen, also within each park, sector
  /// and firm.
  private func taxes(_ seed: Int, _ result: Projection) throws {
    let whole = try result.fen("tax")
    for division in Division.allCases {
      #expect(try parts("tax", by: division, result) == whole, "tax by \(division), seed \(seed)")
    }
    let scopes = [Division.park, .sector, .firm, .jurisdiction].flatMap(result.names(of:))
    for scope in scopes {
      let here = try result.fen("tax", in: scope)
      let levels = try result.names(of: .level).map { try result.fen("tax.\($0)", in: scope) }
      #expect(sum(levels) == here, "levels in \(scope), seed \(seed)")
      guard !result.taxes.isEmpty else { continue }
      let taxes = try result.taxes.map { try result.fen("tax.\($0)", in: scope) }
      #expect(sum(taxes) == here, "instruments in \(scope), seed \(seed)")
    }
  }

  /// Net local is what comes in less what is spent, in every park and jurisdiction.
  private func netLocal(_ seed: Int, _ result: Projection) throws {
    for scope in [[]] + [Division.park, .jurisdiction].flatMap(result.names(of:)).map({ [$0] }) {
      func amounts(_ name: String) throws -> [Int64] {
        try result.figures(name, in: scope).map { figure in
          guard case .money(let fen) = figure else { return 0 }
          return fen
        }
      }
      let gains = sum(try ["tax.local", "land_income", "transfers", "contributions"].map(amounts))
      // What cities lose and hand over lowers what is theirs, and nobody else's.
      let isCity = scope.isEmpty || result.names(of: .jurisdiction).contains(scope[0])
      let lost = isCity ? ["displaced", "handover"] : []
      let costs = sum(
        try
          (["rebates", "refunds.local", "grants", "investment.public", "opex", "set_aside"] + lost)
          .map(amounts))
      let net = zip(gains, costs).map { $0 - $1 }
      #expect(try amounts("net_local") == net, "net local of \(scope), seed \(seed)")
    }
    for division in [Division.firm, .jurisdiction, .park, .phase, .sector] {
      #expect(
        try parts("net_local", by: division, result) == result.fen("net_local"),
        "net local by \(division), seed \(seed)")
    }
  }

  /// What enclaves pass on is lost by one city and gained by another, to the fen, tax by tax and firm
  /// by firm; and no city passes on more than it receives.
  private func enclaves(_ seed: Int, _ result: Projection) throws {
    let nothing = [Int64](repeating: 0, count: result.calendar.count)
    for scope in [Division.park, .firm, .sector, .tax].flatMap(result.names(of:)) {
      #expect(try result.fen("transfers", in: scope) == nothing, "\(scope), seed \(seed)")
    }
    #expect(try parts("transfers", by: .jurisdiction, result) == nothing, "seed \(seed)")
    for enclave in result.plan.enclaves {
      let park = result.plan.parks[enclave.park]
      guard let host = park.jurisdiction else { continue }
      for name in result.taxes {
        let scopes = [park.name, result.plan.cities[host].name, name]
        let local = try result.figures("tax.local", in: scopes)
        for (tax, given) in zip(local, try result.figures("transfers", in: scopes)) {
          guard case .money(let received) = tax, case .money(let passed) = given else { continue }
          #expect(passed <= 0 && -passed <= received, "\(enclave.name), seed \(seed)")
        }
      }
    }
  }

  /// What a home city contributes and a host pays by the year are got by the other, to the fen, in
  /// every step and park; and contributions to complete parks come to what was agreed.
  private func deals(_ seed: Int, _ result: Projection) throws {
    let last = result.calendar.start(of: result.calendar.count)
    for (place, park) in result.plan.parks.enumerated() {
      var flows: [Int: Int64] = [:]
      var received: Int64 = 0
      for posting in result.ledger.postings {
        let owner = result.ledger.subjects[Int(posting.subject)]
        let isOfDeal = posting.account == .contribution || posting.account == .fixedTransfer
        guard isOfDeal, Int(owner.park) == place else { continue }
        flows[Int(posting.step), default: 0] += posting.fen
        let isHost = Int(owner.jurisdiction) == park.jurisdiction
        if posting.account == .fixedTransfer {
          #expect(isHost ? posting.fen < 0 : posting.fen > 0, "\(park.name), seed \(seed)")
        } else {
          #expect(isHost ? posting.fen > 0 : posting.fen < 0, "\(park.name), seed \(seed)")
          if isHost { received += posting.fen }
        }
      }
      #expect(flows.values.allSatisfy { $0 == 0 }, "\(park.name), seed \(seed)")
      let phases = result.plan.phases.filter { $0.park == place }
      let isPaid = phases.contains { $0.publicShare * $0.budget > 0 }
      guard isPaid, phases.allSatisfy({ $0.complete <= last }) else { continue }
      let agreed = park.enclaves.reduce(Int64(0)) { sum, enclave in
        let yuan = result.plan.enclaves[enclave].contribution ?? 0
        return sum + Int64((yuan * 100).rounded(.toNearestOrEven))
      }
      #expect(received == agreed, "contributions to \(park.name), seed \(seed)")
    }
    let nothing = [Int64](repeating: 0, count: result.calendar.count)
    #expect(try parts("contributions", by: .jurisdiction, result) == nothing, "seed \(seed)")
    for firm in result.names(of: .firm) {
      let income = try result.fen("land_income", in: firm)
      let aside = try result.fen("set_aside", in: firm)
      #expect(zip(aside, income).allSatisfy { $0 >= 0 && $0 <= $1 }, "\(firm), seed \(seed)")
    }
  }

  /// Rebates are of the tax paid and no more, grants of the own spending and no more.
  private func incentives(_ seed: Int, _ result: Projection) throws {
    #expect(
      try parts("rebates", by: .tax, result) == result.fen("rebates"), "by tax, seed \(seed)")
    for firm in result.names(of: .firm) {
      let local = try result.fen("tax.local", in: firm)
      let back = try result.fen("rebates", in: firm)
      #expect(zip(back, local).allSatisfy { $0 >= 0 && $0 <= $1 }, "\(firm), seed \(seed)")
      // An amount granted is rounded by itself; what is spent, as a difference of roundings.
      let spent = try result.fen("investment.private", in: firm)
      let paid = try result.fen("grants", in: firm)
      #expect(zip(paid, spent).allSatisfy { $0 >= 0 && $0 <= $1 + 2 }, "\(firm), seed \(seed)")
    }
  }

  /// Totals of jobs are totals; what is counted since the start never falls.
  private func stocks(_ seed: Int, _ result: Projection) throws {
    let jobs = try ["jobs", "jobs.indirect", "jobs.induced"].map { try result.values($0) }
    for (step, total) in try result.values("jobs.total").enumerated() {
      let sum = jobs.reduce(0) { $0 + ($1[step] ?? 0) }
      #expect(isClose(total, sum), "jobs, seed \(seed)")
    }
    for name in ["emissions.cumulative", "firms.rejected"] {
      let values = try result.values(name).map { $0 ?? 0 }
      #expect(zip(values, values.dropFirst()).allSatisfy(<=), "\(name), seed \(seed)")
    }
    let total = try result.values("emissions").reduce(0) { $0 + ($1 ?? 0) }
    #expect(isClose(try result.values("emissions.cumulative").last ?? nil, total), "seed \(seed)")
  }

  /// A phase costs its budget and its overrun, to the fen.
  private func budgets(_ seed: Int, _ script: GeneratedScript, _ result: Projection) throws {
    for phase in try scenario(script.text).entities(.phase) {
      guard case .constant(let budget)? = phase.number(Phase.investment),
        case .constant(let overrun)? = phase.number(Phase.overrun),
        try result.values("land.serviced", in: phase.name).last != 0
      else { continue }
      let spending: [Account] = [.publicInvestment, .privateInvestment]
      let spent = result.ledger.postings.filter { posting in
        let subject = result.ledger.subjects[Int(posting.subject)]
        return subject.tenant < 0 && subject.phase >= 0 && spending.contains(posting.account)
          && result.names(of: .phase)[Int(subject.phase)] == phase.name
      }
      // What `spending` comes to is on paper in ConstructionTests; here, that all of it is spent.
      let whole =
        phase[Phase.spending] == nil
        ? budget * (1 + overrun) : result.budget(ofPhase: phase.name)?.whole ?? -1
      let fen = (whole * 100).rounded(.toNearestOrEven)
      #expect(spent.reduce(0) { $0 + $1.fen } == Int64(fen), "\(phase.name), seed \(seed)")
    }
  }

  /// No more land or floor is taken than there is.
  private func space(_ seed: Int, _ result: Projection) throws {
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
