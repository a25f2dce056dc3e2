import Diagnostics
import Language
import ParkModel
import Quantities

/// The scenario that a text makes.
func scenario(_ text: String, named name: String = "test") throws(Diagnostic) -> Scenario {
  var scenario = Scenario()
  try run(text, in: &scenario, named: name)
  return scenario
}

/// Runs every statement of a text.
func run(
  _ text: String, in scenario: inout Scenario, named name: String = "test"
) throws(Diagnostic) {
  let script = Script(SourceText(name: name, text: text))
  for statement in script.statements {
    guard let edit = try StatementReader.edit(statement, in: scenario) else {
      throw Diagnostic("no-edit", "`\(statement.text)` changes nothing")
    }
    try edit.apply(to: &scenario)
  }
  scenario.close(with: script.closing)
}

/// What the model says of a text, at once or at its end; nil where nothing is wrong.
func problem(_ text: String) -> Diagnostic? {
  do {
    return try scenario(text).problems().first
  } catch {
    return error
  }
}

/// A scenario as one text that says everything that is in it, but for comments.
func picture(_ scenario: Scenario) -> String {
  func picture(_ entity: Declaration) -> String {
    let attributes = entity.attributes.map { "\($0.canonical) = \($0.value)" }
    let citations = entity.citations.map { citation in
      "\(citation.attribute ?? "-") \(citation.source) \(citation.details.map(\.canonical))"
    }
    let ordered = entity.library == nil ? attributes : attributes.sorted()
    return "\(entity.kind) \(entity.name) \(entity.title ?? "-") \(entity.library ?? "-")\n  "
      + ordered.joined(separator: "\n  ") + citations.map { "\n  # " + $0 }.joined()
  }
  let head = scenario.header.map(picture) ?? "no header"
  // Where a unit stands means nothing: the script puts it before what is measured in it.
  let units = scenario.entities(.unit).map(picture).sorted()
  let entities = scenario.all.filter { $0.kind != .unit }.map(picture) + units
  return ([head, picture(scenario.model)] + entities + scenario.libraries.map(\.name))
    .joined(separator: "\n")
}
