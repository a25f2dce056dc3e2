import TestSupport
import Testing

@testable import Simulation

/// Every reported total is the sum of leaves, added here once more by other code (Model 8).
@Suite("leaves")
struct LeafTests {
  /// Where the accounts of taxes begin, and how many each has.
  private static let firstTax = 13
  private static let perTax = 13

  /// The accounts behind each metric of money, by their places in a posting.
  private func accounts(_ metric: String, _ result: Projection) -> Set<Int> {
    let taxes = result.taxes.indices
    func ofTaxes(_ place: Int) -> Set<Int> {
      Set(taxes.map { Self.firstTax + $0 * Self.perTax + place })
    }
    switch metric {
    case "investment", "investment.cumulative": return [0, 1]
    case "investment.public": return [0]
    case "investment.private": return [1]
    case "output": return [2]
    case "value_added": return [3]
    case "profit": return [4]
    case "payroll": return [5]
    case "land_income": return [6]
    case "grants": return [7]
    case "opex": return [8]
    // Room for five levels, of which the last three are there.
    case "tax": return ofTaxes(2).union(ofTaxes(3)).union(ofTaxes(4))
    case "tax.central": return ofTaxes(2)
    case "tax.province": return ofTaxes(3)
    case "tax.local": return ofTaxes(4)
    case "rebates": return ofTaxes(5)
    case "transfers": return ofTaxes(6).union([12])
    case "handover": return [9]
    case "set_aside": return [10]
    case "contributions": return [11]
    case "displaced": return ofTaxes(12)
    case "refunds": return ofTaxes(9).union(ofTaxes(10)).union(ofTaxes(11))
    case "refunds.central": return ofTaxes(9)
    case "refunds.province": return ofTaxes(10)
    case "refunds.local": return ofTaxes(11)
    case "net_local":
      return [4, 5, 6, 11, 12].reduce(Set([0, 6, 7, 8, 9, 10, 11, 12])) { $0.union(ofTaxes($1)) }
    default:
      let tax = result.taxes.firstIndex { "tax." + $0 == metric } ?? -1
      return Set((2..<5).map { Self.firstTax + tax * Self.perTax + $0 })
    }
  }

  /// Spending is taken off what is net.
  private func sign(_ posting: Posting, in metric: String) -> Int64 {
    let isSpent =
      ofTax(posting).map { [5, 11, 12].contains($0.place) }
      ?? [0, 7, 8, 9, 10].contains(posting.account.index)
    return metric == "net_local" && isSpent ? -1 : 1
  }

  /// The tax that a posting is of, and what of it; nil for accounts of no tax.
  private func ofTax(_ posting: Posting) -> (tax: Int, place: Int)? {
    let index = Int(posting.account.index) - Self.firstTax
    return index < 0 ? nil : (index / Self.perTax, index % Self.perTax)
  }

  private func place(_ posting: Posting, _ division: Division, _ result: Projection) -> Int {
    let subject = result.ledger.subjects[Int(posting.subject)]
    switch division {
    case .firm: return Int(subject.tenant)
    case .jurisdiction: return Int(subject.jurisdiction)
    case .park: return Int(subject.park)
    case .phase: return Int(subject.phase)
    case .sector: return Int(subject.sector)
    case .level:
      // Levels of tax, rebate and transfer of the local one, levels of refunds, and what is displaced of
      // the local one.
      return ofTax(posting).map { [-2, -1, 0, 1, 2, 2, 2, -2, -1, 0, 1, 2, 2][$0.place] } ?? -1
    case .tax: return ofTax(posting)?.tax ?? -1
    }
  }

  @Test(
    "every amount of money is the sum of its leaves, whole and in parts",
    arguments: Sample.every(3, of: 0..<40))
  func money(seed: Int) throws {
    guard let result = try? run(GeneratedScript(seed).text) else { return }
    try check(result, "seed \(seed)")
  }

  @Test("two hundred firms' figures are the sums of their leaves, in every division")
  func twoHundred() throws {
    let result = try run(TwoHundredFirms.script)
    #expect(result.names(of: .firm).count == 201)
    // A firm posts no VAT while it has a credit.
    #expect(result.ledger.postings.count > 19_000)
    try check(result, "two hundred firms")
    // Nothing of what this is about stands at zero.
    for name in ["land_income", "rebates", "grants", "opex", "net_local", "tax.local"] {
      #expect(try result.fen(name).contains { $0 != 0 }, "\(name)")
    }
    #expect(try result.fen("transfers", in: "hill").contains { $0 > 0 })
  }

  private func check(_ result: Projection, _ what: String) throws {
    for name in MetricTable.names(taxes: result.taxes) {
      let metric = try #require(MetricTable.metric(name, taxes: result.taxes))
      // What is additional is rounded by itself, and not a sum of leaves.
      guard metric.row.isMoney, name != "net_local.additional" else { continue }
      let wanted = accounts(name, result)
      let years = result.calendar.years
      let isToDate = name == "investment.cumulative"
      for division in Division.allCases where metric.row.divisions.contains(division) {
        let names = result.names(of: division)
        var sums = Array(
          repeating: [Int64](repeating: 0, count: years.count), count: names.count + 1)
        for posting in result.ledger.postings where wanted.contains(Int(posting.account.index)) {
          // What a city loses lowers the net of cities, and of nothing in the park.
          let isElsewhere =
            name == "net_local" && ofTax(posting)?.place == 12 && division != .jurisdiction
          let place = isElsewhere ? -1 : place(posting, division, result)
          for (column, year) in years.enumerated() {
            let isIn =
              isToDate ? posting.step < year.upperBound : year.contains(Int(posting.step))
            if isIn {
              sums[place < 0 ? names.count : place][column] += sign(posting, in: name) * posting.fen
            }
          }
        }
        let series = result.series(metric, by: division, over: years)
        for (index, sum) in sums.enumerated() {
          let part = index < names.count ? series[index] : series.first { $0.isRemainder }
          let figures = part?.figures ?? sum.map { _ in .money(fen: 0) }
          #expect(figures == sum.map { .money(fen: $0) }, "\(name) by \(division), \(what)")
        }
      }
    }
  }

  @Test(
    "scopes leave the leaves that belong to all of them", arguments: Sample.every(3, of: 0..<40))
  func scopes(seed: Int) throws {
    guard let result = try? run(GeneratedScript(seed).text) else { return }
    let metric = try #require(MetricTable.metric("tax", taxes: result.taxes))
    let all = [0..<result.calendar.count]
    let ofAccounts: [Division] = [.level, .tax]
    for division in Division.allCases where !ofAccounts.contains(division) {
      for (index, name) in result.names(of: division).enumerated() {
        for (other, otherName) in ofAccounts.flatMap({ other in
          result.names(of: other).map { (other, $0) }
        }) {
          let otherIndex = try #require(result.names(of: other).firstIndex(of: otherName))
          var sum: Int64 = 0
          for posting in result.ledger.postings {
            // Rebates, transfers, refunds and what is displaced are no tax.
            guard let tax = ofTax(posting), (2..<5).contains(tax.place) else { continue }
            if place(posting, division, result) == index,
              place(posting, other, result) == otherIndex
            {
              sum += posting.fen
            }
          }
          let scopes = [
            Scope(division: division, index: index, name: name),
            Scope(division: other, index: otherIndex, name: otherName),
          ]
          let figures = result.series(metric, in: scopes, over: all)[0].figures
          #expect(figures == [.money(fen: sum)], "tax[\(name), \(otherName)], seed \(seed)")
        }
      }
    }
  }

  @Test("every count is the sum of its records, a stock at the end, a flow over the period")
  func counts() throws {
    let measures: [(String, Measure, Double)] = [
      ("jobs", .jobs, 1), ("jobs.indirect", .indirectJobs, 1), ("jobs.induced", .inducedJobs, 1),
      ("energy", .energy, 1), ("emissions", .emissions, 1), ("firms.rejected", .rejected, 1),
      ("jobs.construction", .constructionJobs, 1), ("firms", .firms, 1),
      ("firms.waiting", .waiting, 1), ("land.occupied", .occupiedLand, 10_000),
      ("land.serviced", .servicedLand, 10_000), ("floor.occupied", .occupiedFloor, 1),
      ("floor.serviced", .servicedFloor, 1),
    ]
    for seed in Sample.every(3, of: 0..<100) {
      guard let result = try? run(GeneratedScript(seed).text) else { continue }
      for (name, measure, unit) in measures {
        let sums = result.calendar.years.map { year in
          result.ledger.records.filter { record in
            record.measure == measure
              && ([.constructionJobs, .energy, .emissions].contains(measure)
                ? year.contains(Int(record.step)) : Int(record.step) == year.upperBound - 1)
          }
          .reduce(0) { $0 + $1.value } / unit
        }
        let values = try result.values(name, over: result.calendar.years)
        #expect(areClose(values, sums), "\(name), seed \(seed)")
      }
    }
  }
}
