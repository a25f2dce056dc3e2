import ParkModel
import Testing

/// What a merge of two scenarios with a common ancestor comes to.
@Suite struct MergeTests {
  private let base = """
    city a gdp=3bn
    park p city=a area=10ha
    assume size = 30
    firm f park=p sector=toys arrives=2020 jobs=size
    cite p.area "a paper"

    """

  /// The merge of what two texts of statements make of the base.
  private func merge(
    _ ours: String, _ theirs: String, keep: ScenarioMerge.Side? = nil
  ) throws -> (merge: ScenarioMerge, script: String) {
    var (one, other) = (try scenario(base), try scenario(base))
    try run(ours, in: &one)
    try run(theirs, in: &other)
    let merge = ScenarioMerge(
      base: try scenario(base), ours: one, theirs: other, keep: keep)
    for edit in merge.edits { try edit.apply(to: &one) }
    return (merge, one.script)
  }

  private func subjects(_ ours: String, _ theirs: String) throws -> [MergeConflict.Subject] {
    try merge(ours, theirs).merge.conflicts.map(\.subject)
  }

  @Test("two attributes of one thing have nothing to do with each other")
  func attributes() throws {
    let (merge, script) = try merge("set p area=12ha", "set p \"The park\" city=b; city b gdp=1bn")
    #expect(merge.conflicts.isEmpty)
    #expect(script.contains("park p \"The park\" city=b area=12ha"))
    #expect(script.contains("city b"))
  }

  @Test("the same change on both sides is none")
  func same() throws {
    let (merge, _) = try merge("set p area=12ha; city b", "set p area=12ha; city b")
    #expect(merge.conflicts.isEmpty && merge.edits.isEmpty && merge.changes.isEmpty)
  }

  @Test("what both changed to different values is a conflict with what all of them say")
  func values() throws {
    let conflict = try #require(
      try merge("set p area=12ha", "set p area=14ha").merge.conflicts.first)
    #expect(conflict.subject == .value(thing: "p", attribute: "area"))
    #expect(conflict.ours.text == "area=12ha")
    #expect(conflict.theirs.text == "area=14ha")
    #expect(conflict.base.text == "area=10ha")
  }

  @Test("one side may count where both changed the same")
  func kept() throws {
    let statements = ("set p area=12ha; set a gdp=4bn", "set p area=14ha; set size = 40")
    #expect(try merge(statements.0, statements.1, keep: .ours).script.contains("area=12ha"))
    let (merge, script) = try merge(statements.0, statements.1, keep: .theirs)
    #expect(merge.conflicts.isEmpty && merge.settled.count == 1)
    #expect(script.contains("area=14ha"))
    #expect(script.contains("gdp=4bn"))
    #expect(script.contains("size = 40"))
  }

  @Test("what one side removed and the other changed is a conflict")
  func removed() throws {
    #expect(try subjects("remove f", "set f jobs=40") == [.thing("f")])
    #expect(try subjects("set f jobs=40", "remove f") == [.thing("f")])
    #expect(try merge("set f jobs=40", "remove f", keep: .ours).script.contains("jobs=40"))
    #expect(!(try merge("set f jobs=40", "remove f", keep: .theirs).script.contains("firm")))
  }

  @Test("what names a thing that the other side removed is a conflict, whichever side counts")
  func references() throws {
    let more = "firm g park=p sector=toys arrives=2021 jobs=5"
    for (ours, theirs) in [("remove p --cascade", more), (more, "remove p --cascade")] {
      for keep in [nil, ScenarioMerge.Side.ours, .theirs] {
        #expect(
          try merge(ours, theirs, keep: keep).merge.conflicts.map(\.subject)
            == [.reference(thing: "g", to: "p")])
      }
    }
  }

  @Test("what was removed with what it stood in is contested once, and taking either settles it")
  func contestedOnce() throws {
    #expect(try subjects("remove p --cascade", "set f jobs=40") == [.thing("f")])
    #expect(try subjects("set f jobs=40", "remove p --cascade") == [.thing("f")])
    let gone = try merge("set f jobs=40", "remove p --cascade", keep: .theirs)
    #expect(gone.merge.conflicts.isEmpty && !gone.script.contains("firm"))
    // Its park is gone all the same, so that it cannot come back by itself.
    #expect(
      try merge("remove p --cascade", "set f jobs=40", keep: .theirs).merge.conflicts
        .map(\.subject) == [.reference(thing: "f", to: "p")])
  }

  @Test("a renamed thing is one removed and one new")
  func renamed() throws {
    let (merge, script) = try merge("set a gdp=4bn", "rename p east")
    #expect(merge.conflicts.isEmpty)
    #expect(script.contains("park east") && !script.contains("park p "))
    #expect(script.contains("firm f park=east"))
    #expect(try subjects("set p area=11ha", "rename p east") == [.thing("p")])
  }

  @Test("what is refused together is a conflict of the thing")
  func together() throws {
    let start = base + "phase one park=p area=5ha investment=1bn start=2018 complete=2025\n"
    var (one, other) = (try scenario(start), try scenario(start))
    try run("set one start=2024", in: &one)
    try run("set one complete=2022", in: &other)
    let merge = ScenarioMerge(base: try scenario(start), ours: one, theirs: other)
    #expect(merge.conflicts.map(\.subject) == [.together("one")])
    #expect(merge.conflicts.first?.reason != nil)
  }

  @Test("sources of both sides come together, and what one took away goes")
  func sources() throws {
    let (_, script) = try merge(
      "cite p \"ours\"", "unset p area; set p area=10ha; cite a \"theirs\"")
    #expect(script.contains("cite p \"ours\"") && script.contains("cite a \"theirs\""))
    #expect(!script.contains("a paper"))
  }

  @Test("a library that one side took up comes with what was said of it")
  func libraries() throws {
    let (merge, script) = try merge(
      "set a gdp=4bn", "use china; set toys wage=8万元; remove paper")
    #expect(merge.conflicts.isEmpty)
    #expect(script.contains("use china") && script.contains("set toys wage=8万元"))
    #expect(script.contains("remove paper"))
    let back = try self.merge("use china; set toys wage=8万元; remove paper", "set a gdp=4bn")
    #expect(back.merge.conflicts.isEmpty)
    #expect(back.script.contains("remove paper") && back.script.contains("gdp=4bn"))
  }

  @Test("values are in the unit as the merge has it")
  func units() throws {
    let start = "unit USD = 6 yuan\ncity a gdp=1bn\n"
    var (one, other) = (try scenario(start), try scenario(start))
    try run("set USD = 7 yuan", in: &one)
    try run("set a gdp=2bn USD/year", in: &other)
    let merge = ScenarioMerge(base: try scenario(start), ours: one, theirs: other)
    for edit in merge.edits { try edit.apply(to: &one) }
    #expect(picture(one) == picture(try scenario(one.script)))
  }

  @Test("where ours changed nothing, theirs comes out exactly")
  func exact() throws {
    let (_, script) = try merge(
      "", "remove f; city b; firm f park=p sector=toys arrives=2021 jobs=1")
    var other = try scenario(base)
    try run("remove f; city b; firm f park=p sector=toys arrives=2021 jobs=1", in: &other)
    #expect(script == other.script)
  }
}
