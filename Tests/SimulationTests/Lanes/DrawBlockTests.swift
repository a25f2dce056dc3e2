import Diagnostics
import Language
import ParkModel
import TestSupport
import Testing

@testable import Simulation

/// A draw of a block comes to what it comes to alone, to the last bit.
@Suite("blocks of draws")
struct DrawBlockTests {
  static let blocks = Sample.every(4, of: 0..<8, from: 1)

  /// A generated scenario in which a number of each kind of thing is uncertain.
  func uncertain(_ seed: Int) throws -> Scenario {
    var scenario = try scenario(GeneratedScript(seed).text)
    let kinds: [(EntityKind, String)] = [
      (.phase, "delay=0y to 2y"), (.phase, "overrun=uniform(0, 0.4)"),
      (.rail, "delay=triangular(0y, 1y, 4y)"), (.cohort, "firms=20 to 60"),
      (.firm, "jobs=50 to 500"), (.sector, "growth=normal(3%, 1%)"),
      (.sector, "margin=uniform(-2%, 12%)"), (.boost, "productivity=0 to 10%"),
    ]
    for (kind, attribute) in kinds {
      guard let first = scenario.entities(kind).last else { continue }
      scenario = (try? changed(scenario, "set \(first.name) \(attribute)")) ?? scenario
    }
    return try changed(scenario, "set model agglomeration=2% to 8% queue_decay=uniform(10%, 50%)")
  }

  private func changed(_ scenario: Scenario, _ text: String) throws -> Scenario {
    var result = scenario
    for statement in Script(SourceText(name: "test", text: text)).statements {
      try StatementReader.edit(statement, in: result)?.apply(to: &result)
    }
    return result
  }

  /// Values around the middle of each parameter.
  func point(_ open: OpenScenario, _ seed: Int) -> [String: Double] {
    var point: [String: Double] = [:]
    for (index, parameter) in open.parameters.enumerated() {
      var chance = Chance(seed * 100 + index)
      point[parameter.name] = parameter.distribution.central * (0.6 + 0.8 * chance.share())
    }
    return point
  }

  /// What those figures read.
  func recorder(of blocks: DrawBlocks) -> LeafRecorder {
    let recorder = LeafRecorder()
    _ = figures(blocks.central.telling(recorder))
    return recorder
  }

  /// Everything that metrics say, as a whole and of each city.
  func figures(_ projection: Projection) -> [[[Figure]]] {
    MetricTable.rows(of: projection.levels).map { row in
      let metric = Metric(row: row, name: row.name, tax: nil)
      let division: Division? = row.divisions.contains(.jurisdiction) ? .jurisdiction : nil
      return projection.series(metric, by: division, over: projection.calendar.years)
        .map(\.figures)
    }
  }

  @Test("each draw is what it is alone, over generated scenarios", arguments: blocks)
  func alone(block: Int) throws {
    var compared = 0
    for seed in block * 6..<block * 6 + 6 {
      let scenario = try uncertain(seed)
      guard let open = try? OpenScenario(scenario), let blocks = try? DrawBlocks(open) else {
        continue
      }
      #expect(!open.needsOwnRuns)
      let recorder = self.recorder(of: blocks)
      #expect(!recorder.needsWholeRuns)
      let points = (0..<40).map { point(open, $0) }
      let draws = blocks.projections(at: points, reading: recorder, stop: StopSignal())
      for (draw, point) in zip(draws, points) {
        guard let draw else { continue }
        let mine = figures(draw)
        #expect(!draw.lacksSomething)
        guard let own = try? blocks.run(at: point, stop: StopSignal()) else {
          Issue.record("a draw of seed \(seed) fails alone and not in its block")
          continue
        }
        compared += 1
        #expect(mine == figures(own), "seed \(seed)")
      }
    }
    #expect(compared > 100, "only \(compared) draws of block \(block) were worked out together")
  }

  @Test("draws side by side have in columns what each of them has")
  func columns() throws {
    var summed = 0
    let open = try OpenScenario(try uncertain(7))
    let blocks = try DrawBlocks(open)
    let years = blocks.central.calendar.years
    // Periods of one year and of several, which overlap.
    let periods = years + [years[0].lowerBound..<years[min(3, years.count - 1)].upperBound]
    let scopes: [[Scope]] = [[]] + [blocks.central.scope("local")].compactMap { $0.map { [$0] } }
    for row in MetricTable.rows(of: blocks.central.levels) {
      let metric = Metric(row: row, name: row.name, tax: nil)
      for scopes in scopes {
        let recorder = LeafRecorder()
        _ = blocks.central.telling(recorder).series(metric, in: scopes, over: periods)
        let draws = blocks.projections(
          at: (0..<30).map { point(open, $0) }, reading: recorder, stop: StopSignal())
        let known = draws.prefix { $0 != nil }.compactMap(\.self)
        guard let first = known.first,
          let columns = first.columns(metric, in: scopes, over: periods, draws: known.count)
        else { continue }
        summed += 1
        for (place, draw) in known.enumerated() {
          let figures = draw.series(metric, in: scopes, over: periods)[0].figures
          #expect(columns.map { $0[place] } == figures.map(\.value), "\(row.name), draw \(place)")
          if place > 0 { #expect(draw.standsBehind(known[place - 1])) }
        }
        #expect(!first.standsBehind(first))
      }
    }
    #expect(summed > 20, "\(summed) metrics are sums")
  }

  @Test("firms that live or have left do so in a block as they do alone")
  func closing() throws {
    let scenario = try scenario(
      """
      scenario start=2021 end=2031
      use china
      city q
      park p city=q area=40ha
      firm a park=p sector=toys arrives=2021 jobs=100*uniform(1, 2)
      firm b park=p sector=toys arrives=2019 jobs=80
      cohort c park=p sector=toys from=2021 until=2025 firms=10 jobs=20
      """)
    let blocks = try DrawBlocks(OpenScenario(scenario))
    let recorder = self.recorder(of: blocks)
    let shares = (0..<50).map { (Double($0) + 0.5) / 50 }
    let points = shares.map { ["a.jobs": 1 + $0] }
    let draws = blocks.projections(
      at: points, closings: ["a": shares, "b": shares.reversed()], reading: recorder,
      stop: StopSignal())
    var ends: Set<String> = []
    for (index, draw) in draws.enumerated() {
      let own = try blocks.run(
        at: points[index], closings: ["a": shares[index], "b": shares[49 - index]],
        stop: StopSignal())
      let draw = try #require(draw)
      #expect(figures(draw) == figures(own))
      let firms = try #require(MetricTable.metric("firms", taxes: draw.taxes))
      let open = own.series(firms, by: .firm, over: own.calendar.years).prefix(2)
      ends.insert(open.map { "\($0.figures.last?.value ?? -1)" }.joined(separator: " "))
    }
    // Each is there or not, and no part of one.
    #expect(ends.isSubset(of: ["0.0 0.0", "0.0 1.0", "1.0 0.0", "1.0 1.0"]), "\(ends)")
    #expect(ends.count > 2, "\(ends)")
  }

  @Test("a share comes down to itself at the age of closing")
  func closingAge() {
    var hazard = Curve(0.0)
    hazard.schedule = Curve.Steps(
      keys: [0, 12, 60], values: [0.1, 0.25, 0.05], isByAge: true, isStraight: false)
    var straight = hazard
    straight.schedule?.isStraight = true
    for curve in [hazard, straight, Curve(0.08)] {
      for share in [0.999, 0.9, 0.5, 0.35, 0.1, 1e-6] {
        let age = curve.closingAge(share, scale: 1.3)
        let lives = Dynamics.survival(age, hazard: curve, scale: 1.3)
        #expect(abs(lives - share) < 1e-12)
      }
    }
    #expect(Curve(0.0).closingAge(0.5, scale: 1) == .infinity)
    #expect(Curve(0.1).closingAge(0.5, scale: 0) == .infinity)
  }

  @Test("what only a whole run has is known to be missing")
  func missing() throws {
    let scenario = try scenario(
      """
      scenario start=2021 end=2025
      use china
      city q
      park p city=q area=40ha
      firm a park=p sector=toys arrives=2021 jobs=uniform(100, 200)
      """)
    let blocks = try DrawBlocks(OpenScenario(scenario))
    let recorder = LeafRecorder()
    let tax = try #require(MetricTable.metric("tax", taxes: blocks.central.taxes))
    _ = blocks.central.telling(recorder).series(tax, over: blocks.central.calendar.years)
    func draw() throws -> Projection {
      let draws = blocks.projections(
        at: [["a.jobs": 120]], reading: recorder, stop: StopSignal())
      return try #require(draws[0])
    }
    let asked = try draw()
    _ = asked.series(tax, over: asked.calendar.years)
    #expect(!asked.lacksSomething)
    let other = try draw()
    _ = other.series(tax, by: .firm, over: other.calendar.years)
    #expect(other.lacksSomething)
    let listed = try draw()
    _ = listed.ledger
    #expect(listed.lacksSomething)
  }

  @Test(
    "what opens at less than the ramp leads to is worked out together, and what does not fails alone",
    arguments: [
      ("first=uniform(0.2, 0.9)", "ramp_share=70%", ["a.first"]),
      ("first=30%", "ramp_share=uniform(20%, 90%)", ["model.ramp_share"]),
      ("first=uniform(20%, 60%)", "ramp_share=uniform(20%, 90%)", ["a.first", "model.ramp_share"]),
      ("first={2020: uniform(0.2, 0.9), 2022: 0.1}", "ramp_share=70%", ["a.first"]),
    ])
  func ramps(first: String, share: String, names: [String]) throws {
    let open = try OpenScenario(
      scenario(
        """
        scenario start=2021 end=2025
        use china
        set model \(share)
        city q
        park p city=q area=40ha
        cohort c park=p sector=toys from=2021 until=2023 firms=10 jobs=20
        firm a park=p sector=toys arrives=2021 jobs=100 \(first)
        """))
    #expect(!open.needsOwnRuns)
    let blocks = try DrawBlocks(open)
    let recorder = self.recorder(of: blocks)
    #expect(open.parameters.map(\.name) == names)
    let points = (0..<40).map { draw in
      var point: [String: Double] = [:]
      for (index, name) in names.enumerated() {
        let place = index == 0 ? draw : draw * 17 % 40
        point[name] = 0.2 + 0.7 * Double(place) / 40
      }
      return point
    }
    let draws = blocks.projections(at: points, reading: recorder, stop: StopSignal())
    var failed = 0
    for (draw, point) in zip(draws, points) {
      do throws(Diagnostic) {
        let own = try blocks.run(at: point, stop: StopSignal())
        #expect(draw.map(figures) == figures(own))
      } catch {
        failed += 1
        #expect(draw == nil && error.slug == "conflict")
      }
    }
    #expect(failed > 4 && failed < 36, "\(failed) draws fail")
  }
}
