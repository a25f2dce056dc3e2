import Diagnostics
import Language
import Quantities
import Simulation
import Testing

@testable import Analysis
@testable import ParkModel

/// What a figure rests on, against a case that is worked out by hand.
@Suite struct AuditTests {
  private static let study = """
    scenario "T" start=2018 end=2026
    use china
    city q
    park smart city=q area=40ha land_price=30万元/亩
    firm a park=smart sector=digital arrives=2019 jobs=100
    phase p2 park=smart area=20ha investment=1bn start=2018 complete=2019 public=100%
    assume wage = 10
    cite wage "China Daily, 2016-05-01" evidence=S
    assume firms-there = 100
    assume size = 8 to 12
    cite size "a guess of 2010" evidence=A
    assume base = 0
    assume twice = wage * 2
    metric m = 3 * wage + 2 * firms-there + size
    """

  private func audit(_ text: String, _ more: String = "") throws -> Audit {
    let scenario = try scenario(of: AuditTests.study + "\n" + more)
    let source = SourceText(name: "question", text: text)
    var reader = ArgumentReader(Script(source).statements[0], units: scenario.units)
    let request = try FigureRequest(try reader.expression(), source, scenario)
    let runs = VariedRuns(scenario, [request], threads: 2, stop: StopSignal())
    return try Audit(request, runs, try Simulation.project(scenario))
  }

  private func row(_ name: String, _ audit: Audit) throws -> Audit.Row {
    try #require(audit.rows.first { $0.input.name == name })
  }

  @Test("swings and shares are those that a pencil finds")
  func byHand() throws {
    let found = try audit("m")
    // 3 × (11 - 9), 2 × (110 - 90) and 12 - 8: 6, 40 and 4, of 50 in all.
    for (name, swing, share) in [("wage", 6, 0.12), ("firms-there", 40, 0.8), ("size", 4, 0.08)] {
      let row = try row(name, found)
      #expect(abs(try #require(row.swing) - Double(swing)) < 1e-9)
      #expect(abs(row.share - share) < 1e-10)
    }
    #expect(found.moving.map(\.input.name) == ["firms-there", "wage", "size"])
    #expect(try row("size", found).input.hasRange)
    #expect(try !row("wage", found).input.hasRange)
    // A name that is nothing is counted, and what is worked out from names is no input.
    #expect(!found.rows.contains { ["base", "twice"].contains($0.input.name) })
    #expect(found.zeros > 0)
  }

  @Test("shares are summed by evidence and by the age of sources")
  func sums() throws {
    let found = try audit("m")
    let evidence = found.byEvidence
    #expect(evidence.map(\.key) == [.noSource, .code("S"), .code("A")])
    #expect(evidence.map(\.first) == ["firms-there", "wage", "size"])
    #expect(abs(evidence[0].share - 0.8) < 1e-10)
    // 2018 - 2016 and 2018 - 2010.
    let ages = found.byAge
    #expect(ages.map(\.key) == [.within2, .within10, .noSource])
    #expect(abs(ages.reduce(0) { $0 + $1.share } - 1) < 1e-12)
  }

  @Test("what is at the end of what is legal moves to one side only")
  func bounds() throws {
    let found = try audit("npv(net_local)")
    let row = try row("p2.public", found)
    #expect(row.problem == nil)
    guard case .number(let now) = found.central else {
      Issue.record("no value")
      return
    }
    #expect(row.atHigh == now.value)
    #expect(row.atLow != now.value)
  }

  @Test("an end that cannot be run is counted, and the other end still moves it")
  func ends() throws {
    // The shares of a tax add up to 100 % only together.
    let found = try audit("tax[2025]")
    let half = try row("vat.central", found)
    #expect(half.problem != nil)
    #expect(half.swing == nil && half.share == 0)
    #expect(found.halves.contains { $0.input.name == "vat.central" })
  }

  @Test("a default is one number, whoever it holds for")
  func defaults() throws {
    let found = try audit(
      "investment[2018]",
      "cohort c park=smart sector=digital from=2018 until=2020 firms=9 jobs=9 pattern=bass")
    #expect(found.rows.count { $0.input.name == "cohort.q" } == 1)
    #expect(try row("cohort.q", found).input.evidence == "A")
  }

  @Test("what nothing moves has no shares")
  func nothing() throws {
    let found = try audit("5 + 0 * m")
    #expect(found.moving.isEmpty && found.byEvidence.isEmpty)
    #expect(found.rows.allSatisfy { $0.share == 0 })
  }

  @Test("a period outside is refused") func outside() throws {
    #expect(throws: Diagnostic.self) { try audit("tax[2099]") }
  }

  @Test(
    "the year of a source is the last that its words name",
    arguments: [
      ("China Daily, 2021-07-16", [2021]), ("GDP of 2019 and 2023, a table", [2019, 2023]),
      ("2,000 firms", []), ("1999.5 of them", []), ("12021", []), ("衢州统计公报2022年", [2022]),
      ("", []), ("1850, 2100", []), ("(SAIC 2013)", [2013]), ("0.2021", []),
    ])
  func years(_ text: String, _ expected: [Int]) {
    #expect(Citation.years(in: text) == expected)
  }
}
