import Diagnostics
import Testing

@testable import Simulation

/// A line of an explanation that bears the name of a figure is that figure.
@Suite("labels of factors")
struct FactorLabelTests {
  /// What lines are called, and the metrics that they then are.
  private static let metrics = [
    "all investment by the end": "investment.cumulative",
    "central tax": "tax.central",
    "direct jobs": "jobs",
    "emissions": "emissions",
    "energy": "energy",
    "expected firms open": "firms",
    "grants": "grants",
    "job-years of construction": "jobs.construction",
    "jobs at suppliers": "jobs.indirect",
    "jobs that spent wages make": "jobs.induced",
    "land income": "land_income",
    "local tax": "tax.local",
    "output": "output",
    "payroll": "payroll",
    "private investment": "investment.private",
    "profit": "profit",
    "provincial tax": "tax.province",
    "public investment": "investment.public",
    "rebates": "rebates",
    "running costs": "opex",
    "tax": "tax",
    "value added": "value_added",
  ]

  @Test("every line down to the parks is what it says, for every metric")
  func linesAreWhatTheySay() throws {
    var seen: Set<String> = []
    for seed in 0..<90 {
      guard let run = try? run(GeneratedScript(seed).text) else { continue }
      for name in MetricTable.names(taxes: run.taxes) {
        let metric = try #require(MetricTable.metric(name, taxes: run.taxes))
        for year in run.calendar.years.suffix(2) {
          let factor = run.factors(of: metric, over: year, titles: [:])
          for part in factor.parts {
            // `less public investment` is the same, taken off.
            let said = part.label.text
            let label = said.hasPrefix("less ") ? String(said.dropFirst(5)) : said
            guard let named = FactorLabelTests.metrics[label],
              let other = MetricTable.metric(named, taxes: run.taxes)
            else { continue }
            seen.insert(named)
            let figure = run.series(other, over: [year])[0].figures[0]
            #expect(
              isClose(part.value.size.magnitude, (figure.value ?? 0).magnitude),
              "`\(part.label)` of \(name) is \(part.value), and \(named) \(figure), seed \(seed)")
          }
        }
      }
    }
    #expect(
      seen.isSuperset(of: [
        "grants", "investment.cumulative", "investment.private", "investment.public", "jobs",
        "jobs.indirect", "jobs.induced", "land_income", "opex", "rebates", "tax", "tax.local",
      ]), "\(seen)")
  }

  @Test("accounts of different kinds have different names, and no figure is called a figure")
  func accounts() throws {
    let run = try run(
      """
      scenario start=2020 end=2021
      park east area=10ha
      tax vat base=output rate=10% central=50% province=20% local=30%
      """)
    let names = FactorNames(projection: run, titles: [:])
    var kinds: [String: Int] = [:]
    for account in Account.all(taxes: 1) {
      let label = names.category([account]).text
      #expect(!label.isEmpty)
      let key = account.tax.map { 1000 + $0.level.place } ?? names.categoryKey(account)
      #expect(kinds[label, default: key] == key, "`\(label)` is said of two kinds of money")
      kinds[label] = key
    }
    #expect(names.category([.tax(0, Level(0, of: 3)), .tax(0, .local)]) == "tax")
    for row in MetricTable.rows {
      guard case .quotient(let above, let below, _, _) = row.formula else { continue }
      #expect(above.name != "figure" && below.name != "figure", "\(row.name)")
    }
  }
}
