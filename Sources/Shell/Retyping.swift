import Diagnostics
import Language
import ParkModel

/// A declaration that was just typed and warned of: typed again, corrected, it replaces what it was
/// (Docs/Decisions/0090).
struct Retyping: Sendable {
  /// What was declared, `scenario` for the header.
  var name: String
  /// The scenario without it.
  var before: Scenario
}

extension Session {
  /// Puts a declaration in the place of the one that was typed just before, as one change; false where
  /// it declares nothing that was warned of just now.
  mutating func retype(_ edit: ScenarioEdit) throws(Diagnostic) -> Bool {
    guard let retypable, edit.declaredName == retypable.name else { return false }
    var next = retypable.before
    try edit.apply(to: &next)
    let difference = ScenarioDifference(from: scenario, to: next)
    if let anew = anew(edit, giving: next) {
      // Taken away and declared again, it stands where it was typed last.
      for step in anew { try make(.edit(step), edit.summary) }
    } else {
      for step in difference.edits { try make(.edit(step), edit.summary) }
      if !difference.closing.isEmpty { try make(.closing(difference.closing), edit.summary) }
    }
    change = edit.summary
    declared = retypable
    // A script has no statement before to replace. What is one change there too stands in it; a file
    // that is replayed is one as well, but is checked at its end.
    let isOne = difference.edits.count == 1 && difference.closing.isEmpty
    let isInline = isOne || !mistakes(branch).isEmpty
    edited = (isInline ? "" : "replay", Array(difference.script.utf8))
    printLine("this replaces `\(retypable.name)` as typed just before; `undo` brings that back")
    return true
  }

  /// The edits that take a thing away and declare it again, where those give a scenario: not where
  /// something refers to it already.
  private func anew(_ edit: ScenarioEdit, giving next: Scenario) -> [ScenarioEdit]? {
    guard case .declare(let declaration) = edit else { return nil }
    let target = ScenarioEdit.Target(name: declaration.name, location: declaration.location)
    let removal = ScenarioEdit.Removal(comments: true)
    let edits: [ScenarioEdit] = [.remove(target, removal, Comments()), edit]
    var made = scenario
    do throws(Diagnostic) {
      for edit in edits { try edit.apply(to: &made) }
    } catch {
      return nil
    }
    return made.script == next.script ? edits : nil
  }
}

extension ScenarioEdit {
  /// The name of what it declares, `scenario` for the header; nil for what only changes something.
  var declaredName: String? {
    switch self {
    case .begin: EntityKind.scenario.rawValue
    case .declare(let declaration): declaration.name
    default: nil
    }
  }
}
