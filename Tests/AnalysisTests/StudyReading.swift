import Diagnostics
import Language
import ParkModel

/// The scenario that some statements describe; the others are passed over.
func scenario(of text: String) throws(Diagnostic) -> Scenario {
  var scenario = Scenario()
  for statement in Script(SourceText(name: "study", text: text)).statements {
    guard let edit = try StatementReader.edit(statement, in: scenario) else { continue }
    try edit.apply(to: &scenario)
  }
  return scenario
}
