import Diagnostics
import ParkModel
import TestSupport
import Testing

/// The difference of two scripts as the statements that it prints.
private func difference(_ first: String, _ second: String) throws -> String {
  ScenarioDifference(from: try scenario(first), to: try scenario(second)).script
}

@Suite struct DifferenceTests {
  private let base = """
    scenario "S" start=2018 end=2030
    city a gdp=1
    city b gdp=2  # small
    rail r from=a to=b opens=2025 saves=5min

    """

  @Test("the same scenario differs by nothing")
  func same() throws {
    #expect(ScenarioDifference(from: try scenario(base), to: try scenario(base)).isEmpty)
  }

  @Test(
    "one change is one statement",
    arguments: [
      "remove r", "set a gdp=5", "unset b gdp", "set a \"Title\"", "set scenario end=2040",
      "set model siphon=5%", "city c gdp=3", "use china", "cite a.gdp \"a book\" evidence=S",
      "set r saves=7min  # faster", "cite model.siphon \"a paper\"",
    ])
  func oneStatement(_ statement: String) throws {
    #expect(try difference(base, base + statement) == statement + "\n")
  }

  @Test(
    "one change of a library is one statement",
    arguments: ["remove paper", "set toys wage=8万元/year", "unset toys exports", "set vat \"VAT\""])
  func ofLibrary(_ statement: String) throws {
    #expect(
      try difference(base + "use china\n", base + "use china\n" + statement) == statement + "\n")
  }

  @Test("what the first has beyond the second is taken back")
  func takenBack() throws {
    #expect(try difference(base + "city c gdp=3", base) == "remove c\n")
    #expect(try difference(base + "set a \"Title\"", base) == "unset a title\n")
    #expect(try difference(base + "set b population=5", base) == "unset b population\n")
    #expect(try difference(base + "# c\ncity c", base) == "remove c --comments\n")
  }

  @Test("what was declared anew stands at the end, so that it is declared anew")
  func order() throws {
    let first = "city a\ncity b\ncity c\n"
    #expect(try difference(first, "city a\ncity c\ncity b\n") == "remove b\ncity b\n")
    #expect(try difference(first, "city c\ncity a\n") == "remove a\nremove b\ncity a\n")
  }

  @Test("an attribute that was unset and set again goes behind the others")
  func attributeOrder() throws {
    #expect(
      try difference("city a gdp=1 population=2", "city a population=2 gdp=1")
        == "unset a gdp\nset a gdp=1\n")
  }

  @Test("things that refer to each other are removed together")
  func circle() throws {
    #expect(
      try difference("city a core=b\ncity b core=a\ncity c\n", "city c\n")
        == "remove a --cascade\n")
  }

  @Test("what refers to one that is declared anew is declared anew too")
  func held() throws {
    let first = "city x \"old\"\npark p city=x\n"
    let second = "park p city=x\ncity x \"old\"\n"
    #expect(try difference(first, second) == "remove p\nremove x\npark p city=x\ncity x \"old\"\n")
    try expectReached(try scenario(first), try scenario(second), "held")
  }

  @Test("what no statement changes is begun from nothing")
  func fromNothing() throws {
    #expect(
      try difference("scenario start=2018 end=2020\ncity a\n", "city a\n")
        == "remove --all\ncity a\n")
    #expect(try difference("use china\ncity a\n", "city a\n") == "remove --all\ncity a\n")
  }

  @Test("comments that a change of the first left behind are kept")
  func comments() throws {
    let first = "# about a\ncity a\n# about b\ncity b\ncity c  # c\n"
    var second = try scenario(first)
    try run("remove a  # gone\nset c gdp=1  # now known", in: &second)
    let made = ScenarioDifference(from: try scenario(first), to: second).script
    #expect(made == "remove a\nset c gdp=1  # now known\n# gone\n")
  }

  /// Two scenarios from one beginning, from each other, and from nothing in common.
  @Test(
    "generated pairs differ by statements that lead exactly from one to the other",
    arguments: 1...120)
  func generated(seed: UInt64) throws {
    var writer = StatementWriter(seed: seed &* 7919)
    var first = Scenario()
    grow(&first, by: 18, &writer)
    var second = seed.isMultiple(of: 10) ? Scenario() : first
    grow(&second, by: 10, &writer)
    if seed.isMultiple(of: 3) { grow(&first, by: 6, &writer) }
    try expectReached(first.withoutClosing, second, "seed \(seed), there")
    try expectReached(second.withoutClosing, first, "seed \(seed), back")
    try expectReached(first, second, "seed \(seed), with closing comments")
  }

  /// A branch grows by statements from the one it was made from; what it is saved as should be about
  /// as long as what was said, not the whole scenario.
  @Test("what grew by a few changes is reached by a few statements")
  func fewStatements() throws {
    var anew = 0
    let seeds = Sample.every(4, of: 1..<1001)
    for seed in seeds {
      var writer = StatementWriter(seed: UInt64(seed) &* 104_729)
      // What is counted below are statements without facts.
      writer.observes = false
      var first = Scenario()
      grow(&first, by: 18, &writer)
      first = first.withoutClosing
      var second = first
      grow(&second, by: 4, &writer)
      let script = ScenarioDifference(from: first, to: second).script
      if script.contains("remove --all") { anew += 1 }
    }
    // Renamed things with comments of their own: 72 before phases could say `spending`, 70 with it, of
    // which 20 are in the sample.
    #expect(anew <= (Sample.isWhole ? 72 : 20), "\(anew) of \(seeds.count) begin from nothing")
  }

  private func grow(_ scenario: inout Scenario, by count: Int, _ writer: inout StatementWriter) {
    var made = 0
    var tries = 0
    while made < count, tries < 200 {
      tries += 1
      if (try? run(writer.statement(in: scenario), in: &scenario)) != nil { made += 1 }
    }
  }

  /// Makes the changes as values, and again as text that is read.
  private func expectReached(_ first: Scenario, _ second: Scenario, _ comment: String) throws {
    // What no script makes is reached by no statements: see RoundTripTests.
    guard (try? scenario(second.script))?.script == second.script else { return }
    let difference = ScenarioDifference(from: first, to: second)
    var reached = first
    try difference.apply(to: &reached)
    expectSame(reached.script, second.script, "script as values, " + comment)
    expectSame(picture(reached), picture(second), "scenario as values, " + comment)
    guard first.closingComments.isEmpty else { return }
    var read = first
    // A blank line at the very beginning of a script says nothing, but here it goes on from one.
    try run("\n" + difference.script, in: &read)
    expectSame(read.script.withoutBlanks, second.script.withoutBlanks, "script, " + comment)
    expectSame(picture(read), picture(second), "scenario, " + comment)
  }
}

extension String {
  /// Without blank lines, and without what lines up lines between them.
  fileprivate var withoutBlanks: String {
    split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .joined(separator: "\n")
  }
}
