import Diagnostics
import Language
import Testing

@testable import ParkModel

/// What the levels of a library's script are; throws what they cannot be.
private func levels(_ text: String) throws(Diagnostic) -> Levels? {
  try Levels(SourceText(name: "library test", text: text), library: "test")
}

@Test("a library's levels are read in their order, the last being the park's own")
func levelsAreRead() throws {
  let read = try #require(
    try levels(
      """
      # two
      level national "the nation" adjective=national chinese=国家
      tax x base=output rate=1% national=100%
      level commune "the commune" adjective="communal" chinese="乡镇"
      """))
  #expect(read.names == ["national", "commune"])
  #expect(read.own.receiver == "the commune" && read.own.chinese == "乡镇")
  #expect(try levels("tax x base=output rate=1% local=100%") == nil)
  #expect(Levels.standard.names == ["central", "province", "local"])
}

@Test(
  "what a level cannot be is refused, where it stands",
  arguments: [
    (
      "level a \"x\" adjective=a chinese=甲\nlevel a \"y\" adjective=a chinese=乙", "declared-twice",
      "2:7"
    ),
    ("level tax \"x\" adjective=a chinese=甲", "name", "1:7"),
    ("level output \"x\" adjective=a chinese=甲", "name", "1:7"),
    ("level park \"x\" adjective=a chinese=甲", "name", "1:7"),
    ("level mu \"x\" adjective=a chinese=甲", "name", "1:7"),
    ("level rate \"x\" adjective=a chinese=甲", "name", "1:7"),
    ("level a adjective=a chinese=甲", "syntax", "1:9"),
    ("level a \"x\" chinese=甲", "missing-attribute", "1:7"),
    ("level a \"x\" adjective=a chinese=甲 share=5%", "unknown-attribute", "1:35"),
    ("level", "missing-name", "1:6"),
    (
      ["a", "b", "c", "d", "e", "f"].map { "level \($0) \"x\" adjective=a chinese=甲" }
        .joined(separator: "\n"), "out-of-range", "6:7"
    ),
  ] as [(String, String, String)])
func levelsAreRefused(text: String, slug: String, place: String) {
  do throws(Diagnostic) {
    _ = try levels(text)
    Issue.record("nothing is wrong with it")
  } catch {
    #expect(error.slug == slug)
    #expect(error.location?.place.hasSuffix(":\(place.prefix { $0 != ":" })") == true)
    #expect(error.location?.address.hasSuffix(place) == true, "\(error.location?.address ?? "")")
  }
}

@Test(
  "taxes go to the levels that hold, and to no others",
  arguments: [
    ("tax x base=output rate=1% federal=100%", "unknown-attribute"),
    ("use germany\ntax x base=output rate=1% local=100%", "unknown-attribute"),
    ("use germany\ntax x base=output rate=1% central=50% municipal=50%", "conflict"),
    ("use germany\ntax x base=output rate=1% federal=50% municipal=40%", "shares-do-not-add-up"),
    ("use germany\ntax x base=output rate=1%", "shares-do-not-add-up"),
    ("use germany\nset wage-tax municipal=20%", "shares-do-not-add-up"),
    ("use germany\nset wage-tax municipal=0% local=15%", "unknown-attribute"),
    ("tax x base=output rate=1% local=100%\nuse germany", "conflict"),
    ("use china\nuse germany", "conflict"),
    ("use germany\nuse china", "conflict"),
    ("city state\nuse germany", "declared-twice"),
    ("use germany\ncity state", "name"),
    ("use germany\ncity berlin\nrename berlin state", "name"),
    ("use germany\ncity local", "name"),
    ("city state\nuse china", nil),
    ("use germany\ntax x base=output rate=1% municipal=100%\nset x municipal=60% state=40%", nil),
  ] as [(String, String?)])
func levelsThatHold(text: String, slug: String?) {
  #expect(problem(text)?.slug == slug)
}

@Test("what is said of another country's taxes is read back as it was")
func levelsAreSaved() throws {
  let text = """
    scenario start=2025 end=2030
    use germany
    tax fee base=output rate=1% state=25% municipal=75%
    set wage-tax federal=40% state=40% municipal=20%
    """
  let made = try scenario(text)
  let again = try scenario(made.script)
  #expect(again.script == made.script)
  #expect(picture(again) == picture(made))
  #expect(made.levels.names == ["federal", "state", "municipal"])
  #expect(made.script.contains("state=25% municipal=75%"))
}
