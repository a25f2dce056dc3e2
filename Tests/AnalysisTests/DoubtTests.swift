import Diagnostics
import Language
import ParkModel
import Simulation
import Testing

@testable import Analysis

/// What is legal and yet hardly meant: each row of the table fires, with its place and its number,
/// and is silent beside it.
@Suite("doubts") struct DoubtTests {
  private static let frame = """
    scenario start=2020 end=2030
    use china
    city c gdp=200bn
    city d gdp=2000bn
    travel way from=c to=d time=80min
    park p area=100ha city=c
    firm own park=p sector=toys arrives=2020 jobs=100

    """

  private func reading(_ text: String) throws -> Scenario {
    var scenario = Scenario()
    for statement in Script(SourceText(name: "a.park", text: text)).statements {
      let edit = try #require(try StatementReader.edit(statement, in: scenario))
      try edit.apply(to: &scenario)
    }
    return scenario
  }

  private func doubts(_ statements: String, row: String) throws -> [Doubt] {
    let scenario = try reading(row == "no-tax" ? statements : DoubtTests.frame + statements)
    let run = try Simulation.project(scenario)
    return DoubtTable.doubts(of: scenario, run: run).filter { $0.row == row }
  }

  @Test("is said once, at what causes it, with the number found", arguments: firing)
  func fires(_ test: Case) throws {
    let found = try doubts(test.statements, row: test.row)
    #expect(found.count == 1)
    let diagnostic = try #require(found.first).diagnostic
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.slug == (test.row == "unread-key" ? "unread-key" : "doubtful"))
    #expect(diagnostic.message.contains(test.says), "\(diagnostic.message)")
    let place = try #require(diagnostic.location)
    if !test.piece.isEmpty { #expect(place.source.text(in: place.span) == test.piece) }
    // What is usual is said in `check`, and not at a prompt.
    let row = try #require(DoubtTable.rows.first { $0.name == test.row })
    let notes = diagnostic.notes.filter { $0.message.contains("evidence \(row.evidence)") }
    #expect(row.usual.isEmpty || notes.count == 1)
    #expect(try #require(found.first).short.notes.isEmpty)
  }

  @Test("is not said beside it", arguments: silent)
  func isSilent(_ test: Case) throws {
    #expect(try doubts(test.statements, row: test.row).map(\.diagnostic.message) == [])
  }

  @Test("tax a mu of a park that is hardly occupied is judged over serviced land, too")
  func servicedLand() throws {
    let land = "phase a park=p area=AREA start=2018 complete=2019\n"
    let firm = "firm f park=p sector=toys arrives=2020 total_tax=50M land=5亩 survival_scale=0"
    for (area, isNamed) in [("20ha", true), ("1.5ha", false)] {
      let text = land.replacing("AREA", with: area) + firm
      let help = try doubts(text, row: "tax-per-mu").flatMap(\.diagnostic.help)
      #expect(
        help.contains { $0.contains("tax_per_serviced_mu[p]") } == isNamed, "\(area): \(help)")
    }
  }

  private static let ofCountries = firing.filter { test in
    DoubtTable.rows.contains { $0.name == test.row && $0.reach.library != nil }
  }

  /// The same statements where the library `germany` is in use.
  private func german(_ test: Case) throws -> (DoubtRow, DoubtContext) {
    var text = DoubtTests.frame + test.statements
    for kind in ["toys", "equipment"] { text = text.replacing(kind, with: "machinery") }
    let scenario = try reading(text.replacing("use china", with: "use germany"))
    let row = try #require(DoubtTable.rows.first { $0.name == test.row })
    return (row, DoubtContext(scenario, try Simulation.project(scenario)))
  }

  @Test("what is usual in China is not held against a scenario of Germany", arguments: ofCountries)
  func elsewhere(_ test: Case) throws {
    let (row, context) = try german(test)
    // It is what the row looks for.
    #expect(row.find(context).count == 1)
    let notes = row.doubts(context).map { $0.diagnostic.notes.map(\.message) }
    if case .library = row.reach {
      #expect(notes.isEmpty)
    } else {
      #expect(notes == [["doubted where \(row.condition)"]])
    }
  }

  @Test("no doubt in a scenario of Germany names what is usual in China")
  func noneElsewhere() throws {
    for test in DoubtTests.ofCountries {
      let (_, context) = try german(test)
      for doubt in DoubtTable.doubts(of: context.written, run: context.projection) {
        let said = doubt.diagnostic.notes.map(\.message) + doubt.diagnostic.help
        #expect(!said.contains { $0.contains("usual: ") && $0.contains("evidence S") }, "\(said)")
        #expect(!said.contains { $0.contains("亿元") || $0.contains("Quzhou") }, "\(said)")
      }
    }
  }

  @Test("a slip before any library is in use is doubted with what is usual")
  func noLibrary() throws {
    let scenario = try reading(
      """
      scenario start=2020 end=2030
      city e gdp=3000
      tax levy base=output rate=5% central=50% local=50%
      sector s output_per_job=1M yuan/year
      park p city=e area=1ha
      firm f park=p sector=s arrives=2020 jobs=10 total_tax=50M
      """)
    let found = DoubtTable.doubts(of: scenario, run: try Simulation.project(scenario))
    let rows = Set(found.map(\.row))
    #expect(rows.isSuperset(of: ["small-market", "tax-per-job"]), "\(rows)")
    let small = try #require(found.first { $0.row == "small-market" }).diagnostic
    #expect(small.notes.contains { $0.message.contains("usual: 4bn to 4,700bn yuan a year") })
    #expect(small.help == ["did you mean `set e gdp=3000亿元`?"])
  }

  @Test("a library that a row is drawn from exists")
  func homes() {
    for row in DoubtTable.rows {
      if let library = row.reach.library { #expect(Library.names.contains(library), "\(row.name)") }
    }
  }

  @Test("every row is tested both ways; rows stand in alphabetical order with their evidence")
  func complete() {
    let names = DoubtTable.rows.map(\.name)
    #expect(names == Set(names).sorted())
    #expect(Set(names) == Set(DoubtTests.firing.map(\.row)))
    #expect(Set(names) == Set(DoubtTests.silent.map(\.row)))
    for row in DoubtTable.rows {
      #expect(row.usual.isEmpty == row.evidence.isEmpty, "\(row.name)")
      #expect(row.evidence.isEmpty || ["S", "D", "M", "A"].contains(row.evidence), "\(row.name)")
      #expect(!row.source.isEmpty && !row.condition.isEmpty, "\(row.name)")
    }
  }
}
