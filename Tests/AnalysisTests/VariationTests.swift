import Diagnostics
import Foundation
import Language
import ParkModel
import Quantities
import Simulation
import Testing

@testable import Analysis

/// Sweeps and bridges: many runs of a scenario that is otherwise.
private let study = """
  scenario "T" start=2018 end=2026
  use china
  city q
  park smart city=q area=40ha land_price=30万元/亩
  firm a park=smart sector=digital arrives=2019 jobs=100
  cohort ten park=smart sector=digital from=2018 until=2024 firms=60 jobs=30
  phase p2 park=smart area=20ha investment=1bn start=2018 complete=2019
  """

private func figure(_ text: String, _ scenario: Scenario) throws(Diagnostic) -> FigureRequest {
  let source = SourceText(name: "question", text: text)
  var reader = ArgumentReader(Script(source).statements[0], units: scenario.units)
  return try FigureRequest(try reader.expression(), source, scenario)
}

private func runs(_ scenario: Scenario, _ figures: String...) throws -> VariedRuns {
  VariedRuns(
    scenario, try figures.map { try figure($0, scenario) }, threads: 2, stop: StopSignal())
}

private func axis(
  _ input: String, _ values: String, _ scenario: Scenario, rank: Int = 0
) throws -> SweepAxis {
  let source = SourceText(name: "values", text: values)
  var reader = ArgumentReader(Script(source).statements[0], units: scenario.units)
  let place = reader.here
  let named = try NamedInput(input.split(separator: ".").map(String.init), at: place, in: scenario)
  let value = try reader.expression()
  if case .list(let items) = value.kind {
    return try SweepAxis(named, items, source, rank: rank)
  }
  let step = try #require(try reader.attribute()).value
  return try SweepAxis(
    named, SweepSteps(named, value, step: step, source), at: place, rank: rank,
    stop: StopSignal())
}

@Suite struct SweepTests {
  @Test("the values of a range are those that one would type")
  func values() throws {
    let own = try scenario(of: study)
    #expect(
      try axis("smart.land_price", "10..40万元/亩 step=7.5万元/亩", own).labels
        == ["10万元/亩", "17.5万元/亩", "25万元/亩", "32.5万元/亩", "40万元/亩"])
    #expect(try axis("p2.delay", "0y..1y step=3 months", own).labels.count == 5)
    #expect(
      try axis("p2.start", "2020..2022 step=6 months", own).labels
        == ["2020", "2020-07", "2021", "2021-07", "2022"])
    #expect(try axis("p2.start", "2020..2022 step=1", own).labels == ["2020", "2021", "2022"])
    #expect(try axis("p2.start", "2020..2022 step=1y", own).numbers == nil)
    #expect(try axis("p2.start", "2022H1..2020 step=-1", own).labels == ["2022", "2021", "2020"])
    #expect(
      try axis("p2.complete", "2023..2024 step=4 months", own).labels
        == ["2023", "2024-04", "2024-08", "2024"])
    // What an end is named by ends there: no year for its January, and none beyond the last.
    #expect(
      try axis("p2.complete", "2026-11..2027-02 step=1 month", own).labels
        == ["2026-11", "2026-12", "2027-01", "2027-02"])
    #expect(
      try axis("p2.complete", "2023..2024-06 step=6 months", own).labels == ["2023", "2024-06"])
    #expect(
      try axis("p2.complete", "2026-07-01..2026-08-01 step=1 month", own).labels
        == ["2026-07-01", "2026-08-01"])
    var dated = own
    for statement in Script(SourceText(name: "test", text: "assume done = 2026H1")).statements {
      try StatementReader.edit(statement, in: dated)?.apply(to: &dated)
    }
    #expect(
      try axis("done", "2026H1..2027H1 step=6 months", dated).labels
        == ["2026H1", "2026H2", "2027H1"])
    #expect(throws: Diagnostic.self) {
      _ = try axis("done", "2026..2028 step=6 months", dated)
    }
    #expect(throws: Diagnostic.self) {
      _ = try axis("p2.start", "2026-01..2027-01 step=5ha", own)
    }
    #expect(
      try axis("ten.growth", "1%..2% step=0.1%", own).labels
        == ["1%", "1.1%", "1.2%", "1.3%", "1.4%", "1.5%", "1.6%", "1.7%", "1.8%", "1.9%", "2%"])
    #expect(try axis("ten.firms", "40..10 step=-10", own).labels == ["40", "30", "20", "10"])
  }

  @Test("a cell is the run of the scenario that says so, to the last bit")
  func cells() throws {
    let own = try scenario(of: study)
    let question = try runs(own, "tax[2026]", "npv(net_local)", "jobs[2022] / 7")
    let axes = [
      try axis("ten.firms", "10..200 step=10", own),
      try axis("p2.delay", "0y..2.75y step=0.25y", own, rank: 1),
    ]
    let sweep = try Sweep(axes, question)
    // Enough for blocks of one plan.
    #expect(sweep.cells.count == 240)
    for (place, cell) in sweep.cells.enumerated() where place % 7 == 0 {
      let other = try scenario(
        of:
          study + "\nset ten firms=\(axes[0].labels[cell[0]])"
          + "\nset p2 delay=\(axes[1].labels[cell[1]])")
      let single = question.values(of: other)
      for (index, column) in sweep.columns.enumerated() {
        let unit = try #require(column.unit)
        #expect(column.values[place] == single[index].value(in: unit), "cell \(cell)")
      }
    }
  }

  @Test(
    "a cell that cannot be run is empty and counted, in blocks and by itself", arguments: [3, 300])
  func failing(count: Int) throws {
    let own = try scenario(of: study + "\nassume part = 50%\nset a jobs=100 * (part / part)")
    let step = NumberFormat.shortest(1 / Double(count - 1))
    let sweep = try Sweep(
      [try axis("part", "0..1 step=\(step)", own)], try runs(own, "tax[2026]"))
    #expect(sweep.columns[0].values.filter { $0 == nil }.count == 1)
    #expect(sweep.columns[0].values[0] == nil)
    #expect(sweep.columns[0].reasons.map(\.count) == [1])
  }

  @Test("an end that is asked for ends a sweep, also in the middle")
  func stops() throws {
    let own = try scenario(of: study)
    let stop = StopSignal()
    stop.ask(.interrupt, afterLooks: 40)
    let question = VariedRuns(
      own, [try figure("tax[2026]", own)], threads: 2, stop: stop)
    let axes = [try axis("ten.firms", "1..2000 step=1", own)]
    #expect(throws: Diagnostic.self) { try Sweep(axes, question) }
  }
}

@Suite struct BridgeTests {
  /// Two players whose sum is more than their parts: 0, 10, 20, 60. Each gets half of the 30 beyond.
  @Test("Shapley by pencil")
  func pencil() {
    #expect(Shapley.values(of: [0, 10, 20, 60], players: 2) == [25, 35])
    // Gloves: one left, two right. 2/3 and 1/6 each (Shapley 1953 has it for markets).
    let gloves = (0..<8).map { $0 & 1 == 1 && $0 > 1 ? 1.0 : 0 }
    let shares = Shapley.values(of: gloves, players: 3)
    for (share, expected) in zip(shares, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(share - expected) < 1e-15)
    }
  }

  static let edits = [
    "set a jobs=130", "set p2 delay=1y", "set smart land_price=25万元/亩", "set ten firms=80",
    "firm b park=smart sector=toys arrives=2020 jobs=50", "remove a", "set ten jobs=25",
    "park east city=q area=20ha\nfirm c park=east sector=toys arrives=2021 jobs=70",
    "set model deadweight=20%", "assume more = 40\nset p2 area=more * 0.5ha",
  ]

  @Test(
    "parts add up to the difference to the fen, in whatever order the edits were made",
    arguments: 0..<12)
  func sums(seed: Int) throws {
    var generator = SystemLike(state: UInt64(seed) &+ 77)
    let chosen = BridgeTests.edits.shuffled(using: &generator).prefix(2 + seed % 5)
      .filter { seed % 2 == 0 || !$0.hasPrefix("remove") }
    let hasRemoval = chosen.contains("remove a")
    let usable = chosen.filter { !(hasRemoval && $0.hasPrefix("set a")) }
    let first = try scenario(of: study)
    let question = try runs(first, "tax.local[2025]")
    let one = try Bridge(
      question, to: scenario(of: ([study] + usable).joined(separator: "\n")), used: [])
    let two = try Bridge(
      question, to: scenario(of: ([study] + usable.reversed()).joined(separator: "\n")), used: [])
    let sum = one.parts.reduce(one.order) { $0 + $1.amount }
    #expect(sum == one.to - one.from, "\(usable)")
    #expect(one.parts.count == usable.count, "\(usable) and \(one.parts)")
    guard one.to == two.to, one.order == 0, two.order == 0 else { return }
    #expect(one.parts.map(\.amount) == two.parts.map(\.amount), "\(usable)")
    #expect(one.parts.map(\.items) == two.parts.map(\.items), "\(usable)")
  }

  @Test("shares of a tax that only together are all of it count as one change")
  func joined() throws {
    let first = try scenario(of: study)
    let second = try scenario(of: study + "\nset vat central=40% local=60%\nset a jobs=120")
    let bridge = try Bridge(runs(first, "tax.local[2025]"), to: second, used: [])
    #expect(bridge.parts.count == 2)
    #expect(bridge.hasJoined)
    #expect(bridge.parts.contains { $0.items.count == 2 })
    #expect(bridge.parts.reduce(0) { $0 + $1.amount } == bridge.to - bridge.from)
  }

  @Test("of more than twelve changes orders are sampled, and the parts still add up")
  func sampled() throws {
    let firms = (0..<14).map {
      "firm f\($0) park=smart sector=toys arrives=20\(19 + $0 % 4) jobs=\(10 + 7 * $0)"
    }
    let first = try scenario(of: study)
    let second = try scenario(of: ([study] + firms).joined(separator: "\n"))
    let bridge = try Bridge(runs(first, "tax.local[2025]"), to: second, used: [])
    #expect(bridge.orders == 128)
    #expect(bridge.parts.count == 14)
    #expect(bridge.parts.allSatisfy { $0.standardError != nil })
    #expect(bridge.parts.reduce(bridge.order) { $0 + $1.amount } == bridge.to - bridge.from)
  }

  /// What is not said in one of them counts as what holds then, so that the runs fill one plan.
  @Test("parts are those of runs by themselves where changes say what was not said, or no more")
  func unsaid() throws {
    let first = try scenario(of: study + "\nset p2 overrun=10%")
    let sets = [
      "set a jobs=130", "set p2 delay=1y", "set smart land_price=25万元/亩", "set ten firms=80",
      "unset p2 overrun", "set smart local_share=80%", "set ten jobs=25", "set vat rate=9%",
    ].filter { (try? scenario(of: "\(study)\nset p2 overrun=10%\n\($0)")) != nil }
    let question = try runs(first, "npv(net_local)")
    func with(_ subset: Int) throws -> Scenario {
      let chosen = sets.indices.filter { subset >> $0 & 1 == 1 }.map { sets[$0] }
      return try scenario(
        of: ([study, "set p2 overrun=10%"] + chosen).joined(separator: "\n"))
    }
    #expect(sets.count >= 7)
    let unit = UnitTable.known("fen")
    let values = try (0..<1 << sets.count).map { subset in
      try #require(question.values(of: with(subset))[0].value(in: unit))
    }
    let expected = Shapley.values(of: values, players: sets.count).sorted()
    let bridge = try Bridge(question, to: with(values.count - 1), used: [])
    let found = bridge.parts.map(\.amount).sorted()
    #expect(found.count == expected.count && !bridge.hasJoined && bridge.order == 0)
    for (one, other) in zip(found, expected) { #expect(abs(one - other) <= 1) }
  }

  @Test("what holds where nothing is said is the same when it is said, to the last bit")
  func fallbacks() throws {
    let names = ["quzhou-smart-industry-park", "longyou-toy-plant", "mountain-ocean"]
    var count = 0
    for name in names {
      let own = try scenario(
        of: String(contentsOfFile: "Scenarios/\(name).park", encoding: .utf8))
      let question = try runs(own, "npv(net_local)", "sum(tax)", "sum(jobs.total)")
      let plain = question.values(of: own)
      for entity in Array(own.all) + [own.model] {
        for row in entity.kind.row.attributes where entity.attribute(named: row.name) == nil {
          let input = NamedInput(entity, row, at: entity.location)
          guard let fallback = input.fallback else { continue }
          let form = LiteralForm(fallback.unit)
          var said = own
          do {
            try input.edit(form.number(fallback.value), form, for: "test").apply(to: &said)
          } catch {
            // Another attribute stands in its place, so that it cannot be said.
            continue
          }
          #expect(question.values(of: said) == plain, "\(input.name)")
          count += 1
        }
      }
    }
    #expect(count > 100)
  }

  @Test("the same scenario has no parts")
  func same() throws {
    let first = try scenario(of: study)
    let bridge = try Bridge(runs(first, "tax.local[2025]"), to: first, used: [])
    #expect(bridge.parts.isEmpty && bridge.order == 0)
  }

  /// Numbers that are the same for a seed.
  private struct SystemLike: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
