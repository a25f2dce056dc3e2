import Diagnostics
import Language
import ParkModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Dates that differ between draws are worked out together, as each is alone.
@Suite("uncertain dates")
struct UncertainDateTests {
  static let blocks = Sample.every(4, of: 0..<8, from: 3)
  private let others = DrawBlockTests()

  /// A generated scenario in which every date of a kind of thing is uncertain, for most kinds.
  private func dated(_ seed: Int) throws -> Scenario {
    var scenario = try scenario(GeneratedScript(seed).text)
    let rows: [(EntityKind, AttributeRow)] = [
      (.firm, Firm.arrives), (.cohort, Cohort.from), (.cohort, Cohort.until),
      (.phase, Phase.start), (.phase, Phase.complete), (.rail, Rail.opens), (.boost, Boost.from),
      (.boost, Boost.until), (.link, Link.from), (.incentive, Incentive.agreementsUntil),
    ]
    for (place, (kind, row)) in rows.enumerated() where (seed + place) % 4 != 0 {
      for entity in scenario.entities(kind) {
        guard let date = entity[row] else { continue }
        let text =
          "set \(entity.name) \(row.name)=\(date.expression.canonical) + uniform(0y, 2y)"
        var changed = scenario
        for statement in Script(SourceText(name: "test", text: text)).statements {
          try StatementReader.edit(statement, in: changed)?.apply(to: &changed)
        }
        scenario = changed
      }
    }
    return scenario
  }

  /// Values of the parameters, with whole months and years among them.
  private func points(_ open: OpenScenario) -> [[String: Double]] {
    (0..<40).map { draw in
      var point: [String: Double] = [:]
      for (place, parameter) in open.parameters.enumerated() {
        var chance = Chance(draw * 1000 + place)
        let span = 2 * chance.share()
        point[parameter.name] = draw % 3 == 0 ? (span * 12).rounded() / 12 : span
      }
      return point
    }
  }

  /// What blocks and recorded runs say of some draws beside what each says alone, and how many are
  /// worked out together.
  private func compare(
    _ open: OpenScenario, _ points: [[String: Double]], _ name: String
  ) throws -> (together: Int, failed: Int) {
    let blocks = try DrawBlocks(open)
    let recorder = others.recorder(of: blocks)
    let plain = blocks.projections(at: points, reading: recorder, stop: StopSignal())
    let recorded = blocks.projections(
      at: points, reading: recorder, within: DrawBlocks.many, stop: StopSignal())
    var (together, failed) = (0, 0)
    for (place, point) in points.enumerated() {
      let own = (try? blocks.run(at: point, stop: StopSignal())).map(others.figures)
      failed += own == nil ? 1 : 0
      for draw in [plain[place], recorded[place]] {
        guard let draw else { continue }
        together += 1
        #expect(others.figures(draw) == own, "\(name), draw \(place)")
      }
    }
    return (together, failed)
  }

  /// A park of some firms, with what is open in it.
  private func park(_ statements: String) throws -> OpenScenario {
    try OpenScenario(
      scenario(
        """
        scenario start=2021 end=2025
        use china
        city q
        park p city=q area=40ha
        \(statements)
        """))
  }

  @Test("each draw is what it is alone, over generated scenarios", arguments: blocks)
  func alone(block: Int) throws {
    var together = 0
    for seed in block * 6..<block * 6 + 6 {
      guard let open = try? OpenScenario(try dated(seed)), !open.parameters.isEmpty else {
        continue
      }
      #expect(!open.needsOwnRuns)
      together += try compare(open, points(open), "seed \(seed)").together
    }
    #expect(together > 200, "only \(together) draws were worked out together")
  }

  @Test("firms are let in in the order of each draw")
  func order() throws {
    let open = try OpenScenario(
      scenario(
        """
        scenario start=2021 end=2028 step=year
        use china
        city q
        park p city=q area=4ha
        phase one park=p start=2020 complete=2022-03 + uniform(0y, 2y) area=2ha investment=1亿元
        screen careful park=p max_energy=0.5 tce/万元
        firm a park=p sector=toys arrives=2021 + uniform(0y, 2y) jobs=100 land=1ha
        firm b park=p sector=toys arrives=2021-05 + uniform(0y, 2y) jobs=120 land=1.2ha
        firm c park=p sector=digital arrives=2020-11 + uniform(0y, 2y) jobs=140 land=0.8ha
        firm d park=p sector=toys arrives=2022 jobs=160 land=0.9ha
        firm e park=p sector=toys arrives=2024 - uniform(0y, 2y) jobs=50 land=0.1ha
        cohort f park=p sector=toys from=2021 until=2024 firms=4 jobs=20 land=0.2ha
        """))
    #expect(!open.needsOwnRuns && open.dates.count == 5)
    let found = try compare(open, points(open), "order")
    #expect(found.together == 80 && found.failed == 0)
  }

  @Test("what ends before it starts fails alone, and names stand for dates")
  func names() throws {
    let open = try OpenScenario(
      scenario(
        """
        scenario start=2021 end=2028
        use china
        city q
        park p city=q area=4ha
        assume opening = 2022-01-31 + uniform(0y, 2y)
        phase one park=p start=opening complete=2023-06 area=2ha investment=1亿元
        boost near park=p from=one.start until=opening + 1 month productivity=10%
        firm a park=p sector=toys arrives=(one.start - 3 months) + 2 * uniform(0y, 1y) jobs=100
        cohort c park=p sector=toys from=2021 until=a.arrives - 3 months firms=10 jobs=20
        """))
    #expect(!open.needsOwnRuns)
    let found = try compare(open, points(open), "names")
    #expect(found.failed > 3 && found.failed < 30, "\(found.failed) draws fail")
    #expect(found.together == 2 * (40 - found.failed))
  }

  @Test("a number stands for a year where it is whole")
  func year() throws {
    let open = try park(
      """
      assume beginning = discrete(2021: 50%, 2022: 50%)
      firm a park=p sector=toys arrives=beginning jobs=100
      cohort c park=p sector=toys from=2021 until=beginning + 6 months firms=10 jobs=20
      boost b park=p from=2021 until=beginning productivity=10%
      """)
    #expect(!open.needsOwnRuns && Set(open.dates) == ["a.arrives", "b.until", "c.until"])
    let years = [2021, 2022, 2022.5, 2023, 1799, 2301, .nan]
    let found = try compare(open, years.map { ["beginning": $0] }, "year")
    #expect(found.together == 6 && found.failed == 4)
    let never = try park(
      """
      assume ending = discrete(2022: 50%, 2300: 50%)
      firm a park=p sector=toys arrives=2021 output=1亿元 jobs=100
      boost b park=p from=2021 until=ending productivity=10%
      """)
    let ends = try compare(never, [2022, 2300, 2022, 2300].map { ["ending": $0] }, "never")
    #expect(ends.together == 8 && ends.failed == 0)
  }

  @Test("a day that a program works out is that of the calendar")
  func days() {
    for month in [21_600, 24_253, 24_254, 27_611] {
      for part in Sample.every(3, of: 0..<90, from: 1) {
        let instant = Double(month) + Double(part) / 90
        let day = CalendarDate.holding(months: instant, sinceMonth: 0)
        #expect(
          InputProgram.day(holding: instant, since: 24_240) == day.months(sinceMonth: 24_240))
      }
    }
    // The end of the last year.
    #expect(InputProgram.day(holding: 27_612, since: 24_240) == 3372)
    for instant in [-Double.infinity, 21_599.999, 27_612.001, 1e300, .nan] {
      #expect(InputProgram.day(holding: instant, since: 0).isNaN)
    }
  }

  @Test("dates that follow each other through very many have a program")
  func chain() throws {
    var text = """
      scenario start=2021 end=2040
      use china
      city q
      park p city=q area=400ha
      assume d0 = 2022 + uniform(0y, 1y)

      """
    for place in 1...400 { text += "assume d\(place) = d\(place - 1) + 1 month\n" }
    let open = try OpenScenario(
      scenario(text + "firm a park=p sector=toys arrives=d120 jobs=100\n"))
    #expect(!open.needsOwnRuns)
    let found = try compare(open, [0, 0.5, 1].map { ["d0": $0] }, "chain")
    #expect(found.together == 6 && found.failed == 0)
  }
}
