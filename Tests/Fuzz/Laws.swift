import Diagnostics
import Language
import ParkModel

/// What must hold for any bytes whatever; the fuzzer tries it, and a test repeats it on every
/// input that once broke it.
enum Laws {
  /// The law that some bytes break; nil where all hold.
  static func broken(by bytes: [UInt8]) -> String? {
    let script = Script(SourceText(name: "input", utf8: bytes))
    var scenario = Scenario()
    for statement in script.statements {
      if let law = brokenByExpression(statement) { return law }
      do {
        guard let edit = try StatementReader.edit(statement, in: scenario) else { continue }
        try edit.apply(to: &scenario)
      } catch {
        if DiagnosticRenderer().render(error).utf8.count > 20_000 { return "an endless message" }
      }
    }
    if let law = brokenByLayout(bytes) { return law }
    scenario.close(with: script.closing)
    for problem in scenario.problems().prefix(20) { _ = DiagnosticRenderer().render(problem) }
    return brokenByScenario(scenario)
  }

  /// What is read as an expression is read again from its canonical text.
  private static func brokenByExpression(_ statement: StatementText) -> String? {
    var reader = ArgumentReader(statement)
    guard let expression = try? reader.expression(), reader.isAtEnd else { return nil }
    let canonical = expression.canonical
    let again = Script(SourceText(name: "canonical", text: canonical)).statements
    guard again.count == 1 else { return "`\(canonical)` is no single statement" }
    reader = ArgumentReader(again[0])
    guard let second = try? reader.expression(), reader.isAtEnd else {
      return "`\(canonical)` does not read"
    }
    return second.canonical == canonical ? nil : "`\(canonical)` became `\(second.canonical)`"
  }

  /// A script laid out is laid out.
  private static func brokenByLayout(_ bytes: [UInt8]) -> String? {
    guard let once = laidOut(bytes) else { return nil }
    guard let twice = laidOut(Array(once.utf8)) else {
      return "laid out, it does not read:\n\(once)"
    }
    return once == twice ? nil : "laid out:\n\(once)\nlaid out again:\n\(twice)"
  }

  private static func laidOut(_ bytes: [UInt8]) -> String? {
    let source = SourceText(name: "input", utf8: bytes)
    let outcome = ScriptFormatter.format(source) { (word, _) throws(Diagnostic) in
      StatementReader.shape(of: word) ?? (word.utf8.count % 2 == 0 ? .expressions : .words)
    }
    if case .text(let text) = outcome { return text }
    return nil
  }

  /// A saved scenario reads back, and is saved as the same bytes.
  private static func brokenByScenario(_ first: Scenario) -> String? {
    let saved = first.script
    let script = Script(SourceText(name: "saved", text: saved))
    if script.isUnfinished { return "the script is unfinished:\n\(saved)" }
    if laidOut(Array(saved.utf8)) != saved { return "saved otherwise than laid out:\n\(saved)" }
    var second = Scenario()
    for statement in script.statements {
      do {
        guard let edit = try StatementReader.edit(statement, in: second) else {
          return "`\(statement.text)` is no edit in:\n\(saved)"
        }
        try edit.apply(to: &second)
      } catch {
        // Known: see RoundTripTests.
        if error.slug == "in-use" { return nil }
        return "\(DiagnosticRenderer().render(error))in:\n\(saved)"
      }
    }
    second.close(with: script.closing)
    return second.script == saved ? nil : "saved:\n\(saved)\nsaved again:\n\(second.script)"
  }
}
