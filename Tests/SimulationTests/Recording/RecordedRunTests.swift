import Diagnostics
import ParkModel
import TestSupport
import Testing

@testable import Simulation

/// Many draws, worked out by a run that was recorded from some of them, are what each is alone.
@Suite("recorded runs")
struct RecordedRunTests {
  static let blocks = Sample.every(4, of: 0..<8, from: 2)
  private let blocksOfDraws = DrawBlockTests()

  @Test("each draw is what it is alone, over generated scenarios", arguments: blocks)
  func alone(block: Int) throws {
    var (compared, strangers, recorded) = (0, 0, 0)
    for seed in block * 6..<block * 6 + 6 {
      let scenario = try blocksOfDraws.uncertain(seed)
      guard let open = try? OpenScenario(scenario), let blocks = try? DrawBlocks(open) else {
        continue
      }
      let recorder = blocksOfDraws.recorder(of: blocks)
      let points = (0..<40).map { blocksOfDraws.point(open, $0) }
      let draws = blocks.projections(
        at: points, reading: recorder, within: DrawBlocks.many, stop: StopSignal())
      let question = RecordedRuns.Question(
        leaves: recorder.leaves, hasFactors: recorder.hasFactors)
      let recording = blocks.runs.recording(for: question)
      recorded += recording == nil ? 0 : 1
      LaneBuffer.block(of: points.count) {
        let inputs = DrawBlock(points: points, closings: [:]).inputs(open.parameters)
        let found = recording.flatMap {
          $0.run.tables(at: inputs, in: $0.run.store(), stop: StopSignal())
        }
        strangers += found?.strangers.prefix(points.count).count { $0 } ?? 0
      }
      for (draw, point) in zip(draws, points) {
        guard let draw, let own = try? blocks.run(at: point, stop: StopSignal()) else { continue }
        compared += 1
        #expect(
          blocksOfDraws.figures(draw) == blocksOfDraws.figures(own), "seed \(seed)")
        #expect(!draw.lacksSomething)
      }
    }
    #expect(compared > 100, "only \(compared) draws of block \(block) were worked out together")
    #expect(recorded > 3, "only \(recorded) of six are recorded")
    #expect(strangers < compared, "\(strangers) strangers among \(compared)")
  }

  @Test("a draw that fails is a stranger, and one with firms that leave is not")
  func failing() throws {
    let scenario = try scenario(
      """
      scenario start=2021 end=2031
      use china
      city q
      park p city=q area=40ha
      assume low = uniform(-1, 1)
      firm a park=p sector=toys arrives=2021 jobs=100 margin=5% * ln(low + 1.5)
      cohort c park=p sector=toys from=2021 until=2025 firms=10 to 30 jobs=20
      """)
    let open = try OpenScenario(scenario)
    let blocks = try DrawBlocks(open)
    let recorder = blocksOfDraws.recorder(of: blocks)
    var points: [[String: Double]] = []
    for place in 0..<200 {
      // Some of them have no logarithm.
      let low = -1.8 + Double(place) / 60
      points.append(["low": low, "c.firms": 5 + Double(place) / 10])
    }
    let draws = blocks.projections(
      at: points, reading: recorder, within: DrawBlocks.many, stop: StopSignal())
    for (place, point) in points.enumerated() {
      let own = try? blocks.run(at: point, stop: StopSignal())
      guard let draw = draws[place] else { continue }
      #expect(own.map(blocksOfDraws.figures) == blocksOfDraws.figures(draw))
    }
    #expect(draws.count { $0 != nil } > 150)
  }

  @Test("it is recorded again from its witnesses and those who were strangers meanwhile")
  func meanwhile() throws {
    let scenario = try scenario(
      """
      scenario start=2021 end=2023
      use china
      city q
      park p city=q area=40ha
      firm a park=p sector=toys arrives=2021 jobs=50 to 100
      """)
    let blocks = try DrawBlocks(OpenScenario(scenario))
    let recorder = blocksOfDraws.recorder(of: blocks)
    let points = (0..<64).map { ["a.jobs": 50 + Double($0) / 2] }
    _ = blocks.projections(
      at: points, reading: recorder, within: DrawBlocks.many, stop: StopSignal())
    let asked = RecordedRuns.Question(leaves: recorder.leaves, hasFactors: recorder.hasFactors)
    let run = try #require(blocks.runs.recording(for: asked)).run
    func draws(_ places: Range<Int>) -> DrawBlock {
      DrawBlock(points: places.map { ["x": Double($0)] }, closings: [:])
    }
    func numbers(_ kept: RecordedRuns.Kept?) -> [Int]? {
      kept?.draws.points.map { Int($0["x"] ?? -1) }
    }
    let runs = RecordedRuns()
    let question = RecordedRuns.Question(leaves: [], hasFactors: false)
    #expect(runs.isToBegin(question))
    // While it is recorded others are found, who were not in it.
    #expect(runs.keep(draws(0..<10), among: 100, of: 100_000, for: question) == nil)
    runs.finish(run, witnesses: draws(100..<103), for: question, wasLeftOff: false)
    let kept = runs.keep(draws(10..<30), among: 100, of: 100_000, for: question)
    #expect(numbers(kept) == Array(100..<103) + Array(0..<30))
    #expect(kept?.strangers == 30)
    #expect(runs.keep(draws(30..<35), among: 100, of: 100_000, for: question) == nil)
    runs.finish(run, witnesses: draws(200..<204), for: question, wasLeftOff: false)
    // Those who were recorded are strangers no more. More than there is room for push out the first of
    // them, and no witness.
    let many = runs.keep(draws(35..<2000), among: 2000, of: 100_000, for: question)
    #expect(numbers(many)?.prefix(4) == [200, 201, 202, 203])
    #expect(numbers(many)?.last == 1999)
    #expect(many?.draws.count == 768 && many?.strangers == 764)
    // One that comes to nothing takes nobody with it.
    runs.finish(nil, witnesses: draws(0..<0), for: question, wasLeftOff: true)
    let again = runs.keep(draws(2000..<2030), among: 100, of: 100_000, for: question)
    #expect(numbers(again)?.suffix(31) == Array(1999..<2030))
    #expect(again?.draws.count == 768)
  }

  @Test("it is recorded again with strangers once they are many")
  func again() {
    let runs = RecordedRuns()
    let question = RecordedRuns.Question(leaves: [], hasFactors: false)
    let some = DrawBlock(points: (0..<20).map { ["x": Double($0)] }, closings: [:])
    #expect(runs.isToBegin(question))
    #expect(!runs.isToBegin(question))
    runs.finish(nil, witnesses: some.part([]), for: question, wasLeftOff: true)
    #expect(runs.isToBegin(question))
    // Somebody is at it.
    #expect(runs.keep(some, among: 1000, of: 100_000, for: question) == nil)
    runs.finish(nil, witnesses: some.part([]), for: question, wasLeftOff: true)
    let all = runs.keep(some, among: 1000, of: 100_000, for: question)
    #expect(all?.draws.count == 40 && all?.strangers == 40)
    runs.finish(nil, witnesses: some.part([]), for: question, wasLeftOff: true)
    // Few of them are to come.
    #expect(runs.keep(some.part(0..<19), among: 90_000, of: 100_000, for: question) == nil)
    #expect(runs.keep(some, among: 6000, of: 100_000, for: question) == nil)
    let other = RecordedRuns.Question(leaves: [], hasFactors: true)
    #expect(runs.isToBegin(other))
    #expect(runs.recording(for: question) == nil)
  }
}
