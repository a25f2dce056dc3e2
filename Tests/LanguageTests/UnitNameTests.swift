import Diagnostics
import Language
import Quantities
import Testing

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
