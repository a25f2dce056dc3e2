import Testing

@testable import Simulation

/// Every posting and count of a firm can be worked out again from its vintages' factors.
@Suite("factors")
struct FactorTests {
  @Test(
    "the vintages' factors multiply to each posting of each firm, to its rounding",
    arguments: 0..<10)
  func postings(block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      guard let result = try? run(GeneratedScript(seed).text) else { continue }
      for step in 0..<result.calendar.count {
        var expected: [String: Double] = [:]
        for tenant in result.names(of: .firm).indices {
          for vintage in result.factors(of: tenant, step: step) {
            add(vintage, "\(tenant) \(vintage.phase ?? -1) ", result, to: &expected)
          }
        }
        for (key, fen) in amounts(result, step) {
          let yuan = expected[key] ?? 0
          let isSame = abs(yuan * 100 - Double(fen)) <= 0.501 + 1e-11 * abs(yuan * 100)
          #expect(isSame, "\(key): \(yuan) and \(fen) fen, step \(step), seed \(seed)")
        }
        // Nothing is worked out that was not posted.
        let posted = Set(amounts(result, step).keys)
        for (key, yuan) in expected where !posted.contains(key) {
          #expect(abs(yuan) <= 0.0051, "\(key): \(yuan), step \(step), seed \(seed)")
        }
      }
    }
  }

  /// What a vintage's factors come to, by hand rather than as the run adds them.
  private func add(
    _ vintage: VintageFactors, _ who: String, _ result: Projection,
    to sums: inout [String: Double]
  ) {
    let full =
      vintage.size.output * vintage.growth * vintage.agglomeration * vintage.rail * vintage.boost
    let living = vintage.count * vintage.survival * vintage.years
    let output = full * vintage.ramp * living
    sums[who + "output", default: 0] += output
    sums[who + "valueAdded", default: 0] += output * vintage.valueAddedShare
    sums[who + "profit", default: 0] += full * living * vintage.earning * vintage.margin
    sums[who + "payroll", default: 0] +=
      vintage.size.jobs * vintage.people * vintage.ramp * living * vintage.wage * vintage.growth
    sums[who + "grants", default: 0] += vintage.spending * vintage.granted
    sums[who + "land", default: 0] += vintage.landIncome
    for tax in vintage.taxes {
      let amount = tax.base * tax.rate * tax.due
      for level in Level.allCases {
        sums[who + "\(tax.index) \(level)", default: 0] += amount * tax.shares[level.rawValue]
      }
      let local = amount * tax.shares[2]
      sums[who + "\(tax.index) rebate", default: 0] += local * tax.rebated
      sums[who + "\(tax.index) passed on", default: 0] += local * tax.passedOn.reduce(0, +)
    }
  }

  /// The postings of firms in a step, by firm, phase and account; of transfers, what the host loses.
  private func amounts(_ result: Projection, _ step: Int) -> [String: Int64] {
    var sums: [String: Int64] = [:]
    for posting in result.ledger.postings where Int(posting.step) == step {
      let subject = result.ledger.subjects[Int(posting.subject)]
      guard subject.tenant >= 0, let name = name(posting.account) else { continue }
      if posting.account.part?.part == .transfer {
        guard posting.fen < 0 else { continue }
        sums["\(subject.tenant) \(subject.phase) \(name)", default: 0] -= posting.fen
      } else {
        sums["\(subject.tenant) \(subject.phase) \(name)", default: 0] += posting.fen
      }
    }
    return sums
  }

  private func name(_ account: Account) -> String? {
    switch account {
    case .output: return "output"
    case .valueAdded: return "valueAdded"
    case .profit: return "profit"
    case .payroll: return "payroll"
    case .grants: return "grants"
    case .landIncome: return "land"
    default: break
    }
    guard let (tax, part) = account.part else { return nil }
    switch part {
    case .level(let level): return "\(tax) \(level)"
    case .rebate: return "\(tax) rebate"
    case .transfer: return "\(tax) passed on"
    }
  }

  @Test("jobs of a firm are those of its vintages", arguments: 0..<10)
  func jobs(block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      guard let result = try? run(GeneratedScript(seed).text) else { continue }
      for (index, name) in result.names(of: .firm).enumerated() {
        let direct = try result.values("jobs", in: name)
        let indirect = try result.values("jobs.indirect", in: name)
        let induced = try result.values("jobs.induced", in: name)
        for step in 0..<result.calendar.count {
          let vintages = result.factors(of: index, step: step)
          let sum = vintages.reduce(0) { $0 + $1.jobs }
          #expect(isClose(direct[step], sum, within: 1e-10), "\(name), seed \(seed)")
          let suppliers = vintages.reduce(0) { $0 + $1.indirectJobs }
          #expect(isClose(indirect[step], suppliers, within: 1e-10), "\(name), seed \(seed)")
          let shops = vintages.reduce(0) { $0 + $1.inducedJobs }
          #expect(isClose(induced[step], shops, within: 1e-10), "\(name), seed \(seed)")
        }
      }
    }
  }
}
