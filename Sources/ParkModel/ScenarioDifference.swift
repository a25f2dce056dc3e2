public import Diagnostics
import Language

/// The statements that turn one scenario into another, and exactly into it: made in this order, they
/// give a scenario with the very same script, its comments included.
///
/// Declarations stand in the order in which they were made, so the longest beginning of the second
/// scenario that is in order in the first is kept and changed in place; the rest is removed and
/// declared again. What no statement changes in place, such as where the header stands, is reached
/// from the beginning: `remove --all` and the whole script.
public struct ScenarioDifference: Sendable {
  public internal(set) var edits: [ScenarioEdit] = []
  /// Comments behind the last statement.
  public internal(set) var closing: [String] = []

  /// The difference of what is the same.
  init() {}

  /// - Parameter isExact: false where comments that only the first has may stay: then what comes out
  ///   means the same as the second, and has the second's comments where they can be added.
  public init(from first: Scenario, to second: Scenario, isExact: Bool = true) {
    let script = second.script
    let plain = isExact ? nil : second.plainScript
    for order in DifferenceBuilder.Removals.allCases {
      guard
        let found = DifferenceBuilder.difference(
          from: first, to: second, removing: order, isExact: isExact)
      else { continue }
      if found.leads(from: first, to: script, orMeaning: plain) {
        self = found
        return
      }
    }
    // A statement that its own script cannot read again is lost there too.
    if !first.script.isEmpty { edits = [.clear(Comments())] }
    var reached = Scenario()
    let text = Script(SourceText(name: "difference", text: script))
    for statement in text.statements {
      guard let edit = try? StatementReader.edit(statement, in: reached) else { continue }
      try? edit.apply(to: &reached)
      edits.append(edit)
    }
    closing = text.closing
  }

  /// Whether the scenarios were the same.
  public var isEmpty: Bool { edits.isEmpty && closing.isEmpty }

  /// Turns the first scenario into the second.
  public func apply(to scenario: inout Scenario) throws(Diagnostic) {
    for edit in edits { try edit.apply(to: &scenario) }
    scenario.close(with: closing)
  }

  /// Whether the statements make just this script of a scenario, as values and as they are read.
  ///
  /// - Parameter meaning: where it is given, a script without comments, which is all that counts.
  private func leads(
    from first: Scenario, to script: String, orMeaning meaning: String?
  ) -> Bool {
    func isReached(_ scenario: Scenario) -> Bool {
      meaning.map { scenario.plainScript == $0 } ?? (scenario.script == script)
    }
    var made = first
    guard (try? apply(to: &made)) != nil, isReached(made) else { return false }
    var read = first
    let text = Script(SourceText(name: "difference", text: self.script))
    for statement in text.statements {
      guard let edit = try? StatementReader.edit(statement, in: read),
        (try? edit.apply(to: &read)) != nil
      else { return false }
    }
    read.close(with: text.closing)
    if meaning != nil { return isReached(read) }
    // A blank line at the beginning is none in a script of its own.
    return read.script.withoutBlankLines == script.withoutBlankLines
  }

  /// The statements as a script.
  public var script: String {
    var printer = ScenarioPrinter()
    printer.difference(self)
    return printer.script()
  }
}

extension String {
  fileprivate var withoutBlankLines: [Substring] { split(separator: "\n") }
}

extension Scenario {
  /// The same scenario without the comments behind its last statement: those belong to the script
  /// that ends there, not to one that goes on from it.
  public var withoutClosing: Scenario {
    var copy = self
    copy.closingComments = []
    return copy
  }
}

extension ScenarioEdit {
  /// The statement that makes it, without its comments.
  public var statement: String {
    var printer = ScenarioPrinter()
    printer.edit(self)
    return printer.lines.joined(separator: "; ")
  }
}

extension ScenarioPrinter {
  mutating func difference(_ difference: ScenarioDifference) {
    for edit in difference.edits { self.edit(edit) }
    for comment in difference.closing { line(comment) }
  }

  /// The statement that makes an edit.
  mutating func edit(_ edit: ScenarioEdit) {
    switch edit {
    case .begin(let declaration), .declare(let declaration): self.declaration(declaration)
    case .set(let target, let title, let attributes, let comments):
      let words: [StatementCells.Cell] = [StatementCells.Cell("set"), .name(target.name)]
      let changes = attributes.map { attribute -> StatementCells.Cell in
        attribute.isDefinition && !Observation.isName(target.name)
          ? .definition(attribute.expression.canonical)
          : .attribute(attribute.name, attribute.expression.canonical)
      }
      statement(words + (title.map { [.title($0)] } ?? []) + changes, comments)
    case .unset(let target, let names, let comments):
      let list = names.dropLast().map { $0 + "," } + names.suffix(1)
      statement(words: ["unset", target.name] + list, comments)
    case .remove(let target, let removal, let comments):
      let options =
        (removal.cascade ? ["--cascade"] : []) + (removal.comments ? ["--comments"] : [])
      statement(words: ["remove", target.name] + options, comments)
    case .rename(let target, let new, let comments):
      statement(words: ["rename", target.name, new.name], comments)
    case .clear(let comments): statement(words: ["remove", "--all"], comments)
    case .use(let target, let comments): statement(words: ["use", target.name], comments)
    case .cite(let target, let citation): cite(citation, of: target.name)
    }
  }
}
