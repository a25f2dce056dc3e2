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

  public init(from first: Scenario, to second: Scenario) {
    let script = second.script
    for order in DifferenceBuilder.Removals.allCases {
      guard let found = DifferenceBuilder.difference(from: first, to: second, removing: order)
      else { continue }
      var reached = first
      if (try? found.apply(to: &reached)) != nil, reached.script == script {
        self = found
        return
      }
    }
    self = DifferenceBuilder.fromNothing(to: second)
    if !first.isUntouched { edits.insert(.clear(Comments()), at: 0) }
  }

  /// Whether the scenarios were the same.
  public var isEmpty: Bool { edits.isEmpty && closing.isEmpty }

  /// Turns the first scenario into the second.
  public func apply(to scenario: inout Scenario) throws(Diagnostic) {
    for edit in edits { try edit.apply(to: &scenario) }
    scenario.close(with: closing)
  }

  /// The statements as a script.
  public var script: String {
    var printer = ScenarioPrinter()
    printer.difference(self)
    return printer.text
  }
}

extension Scenario {
  /// Whether nothing was ever said of it.
  fileprivate var isUntouched: Bool { script.isEmpty }

  /// The same scenario without the comments behind its last statement: those belong to the script
  /// that ends there, not to one that goes on from it.
  public var withoutClosing: Scenario {
    var copy = self
    copy.closingComments = []
    return copy
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
      let words = [title.map(quoted)].compactMap(\.self) + attributes.map(\.canonical)
      statement("set \(target.name) " + words.joined(separator: " "), comments)
    case .unset(let target, let names, let comments):
      statement("unset \(target.name) " + names.joined(separator: ", "), comments)
    case .remove(let target, let removal, let comments):
      let options = (removal.cascade ? " --cascade" : "") + (removal.comments ? " --comments" : "")
      statement("remove \(target.name)" + options, comments)
    case .clear(let comments): statement("remove --all", comments)
    case .use(let target, let comments): statement("use \(target.name)", comments)
    case .cite(let target, let citation): cite(citation, of: target.name)
    }
  }
}
