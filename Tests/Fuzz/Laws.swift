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

  /// The law that a script breaks whose statements are chosen by these bytes, sentences of the grammar
  /// with extreme numbers; nil where all hold.
  static func broken(bySentences bytes: [UInt8]) -> String? {
    var writer = StatementWriter(bytes: bytes)
    var scenario = Scenario()
    var text = ""
    for _ in 0..<30 {
      let sentence = writer.statement(in: scenario)
      let source = SourceText(name: "sentence", text: sentence)
      let script = Script(source)
      var next = scenario
      do {
        for statement in script.statements {
          guard let edit = try StatementReader.edit(statement, in: next) else { continue }
          try edit.apply(to: &next)
        }
      } catch {
        if DiagnosticRenderer().render(error).utf8.count > 20_000 { return "an endless message" }
        continue
      }
      next.close(with: script.closing)
      scenario = next
      text += sentence
    }
    return brokenByScenario(scenario) ?? brokenByLayout(text) ?? brokenByEvaluation(scenario)
  }

  /// What is laid out stays as it is when it is laid out again.
  private static func brokenByLayout(_ text: String) -> String? {
    guard let once = laidOut(text) else { return "this is not laid out:\n\(text)" }
    guard let twice = laidOut(once) else { return "this is not laid out:\n\(once)" }
    return once == twice ? nil : "laid out:\n\(once)\nlaid out again:\n\(twice)"
  }

  private static func laidOut(_ text: String) -> String? {
    let outcome = ScriptFormatter.format(SourceText(name: "layout", text: text)) {
      (word, _) throws(Diagnostic) in
      StatementReader.shape(of: word) ?? .expressions
    }
    if case .text(let text) = outcome { return text }
    return nil
  }

  /// A scenario without problems can be worked out, and every number lies in its range.
  private static func brokenByEvaluation(_ scenario: Scenario) -> String? {
    let problems = scenario.problems()
    for problem in problems.prefix(20) { _ = DiagnosticRenderer().render(problem) }
    do {
      let evaluated = try scenario.evaluated()
      for entity in evaluated.all {
        for attribute in entity.attributes {
          guard let row = entity.kind.row.attribute(named: attribute.name),
            case .number(_, let range) = row.form, case .number(let number) = attribute.value
          else { continue }
          guard range.contains(number.smallest), range.contains(number.largest) else {
            return
              "`\(entity.name).\(attribute.canonical)` is out of its range in:\n\(scenario.script)"
          }
        }
      }
      return nil
    } catch {
      return problems.isEmpty
        ? "\(DiagnosticRenderer().render(error))without a problem in:\n\(scenario.script)" : nil
    }
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
        return "\(DiagnosticRenderer().render(error))in:\n\(saved)"
      }
    }
    second.close(with: script.closing)
    return second.script == saved ? nil : "saved:\n\(saved)\nsaved again:\n\(second.script)"
  }
}
