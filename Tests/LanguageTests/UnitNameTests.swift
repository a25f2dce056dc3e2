import Diagnostics
import Language
import Quantities
import Testing

@Test(
  "a slip of a unit is spelled as the language does, in the language in which it was typed",
  arguments: [
    ("公倾", "公顷"), ("公頃", "公顷"), ("分鐘", "分钟"), ("平方", "平方米"), ("畝", "亩"), ("hectars", "ha"),
    ("HA", "ha"), ("sqm", "m2"), ("mins", "min"),
  ])
func spelledUnits(_ word: String, _ unit: String) {
  #expect(UnitTable.spelling(meantBy: word) == unit)
}

@Test(
  "a word that is no unit is taken for the one it describes",
  arguments: [("ton", "t"), ("tonne", "t"), ("coal", "tce"), ("square", "m2"), ("carbon", "tCO2")])
func describedUnits(_ word: String, _ unit: String) throws {
  #expect(UnitTable.row(describedBy: word)?.names[0] == unit)
  #expect(UnitTable.row(describedBy: "to") == nil)
  var reader = ArgumentReader(
    Script(SourceText(name: "test", text: "5 \(word)")).statements[0])
  let problem = try #require(throws: Diagnostic.self) { try reader.expression() }
  #expect(problem.help.first?.hasPrefix("did you mean `\(unit)`") == true)
}
