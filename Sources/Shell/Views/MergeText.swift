import Diagnostics
import ParkModel

/// What a merge says: what it did, or what stands in its way.
struct MergeText {
  /// The names of the branches.
  let ours: String
  let theirs: String

  /// How many changes are named in a line.
  private static let most = 8

  /// ``merged `late`: 2 changes: p2.delay 0y → 3y; firm g declared``
  func summary(_ merge: ScenarioMerge) -> Sentence {
    let changes = merge.changes
    guard !changes.isEmpty else {
      if !merge.settled.isEmpty {
        return
          "merged `\(theirs)`: nothing changes in `\(ours)`, what both changed is settled by `keep`"
      }
      return merge.edits.isEmpty && merge.closing.isEmpty
        ? "`\(theirs)` has nothing that `\(ours)` has not" : "merged `\(theirs)`: its comments"
    }
    var names = changes.prefix(MergeText.most).map(text)
    if changes.count > names.count { names.append("and \(changes.count - names.count) more") }
    let count = changes.count
    let list = Sentence.list(names, "; ", last: "; ")
    let line: Sentence =
      merge.settled.isEmpty
      ? "merged `\(theirs)`: \(count) change\(s: count): \(list)"
      : "merged `\(theirs)`: \(count) change\(s: count): \(list) "
        + "(\(merge.settled.count) of what both changed settled by `keep`)"
    return line.escapingControls
  }

  private func text(_ change: MergedChange) -> Sentence {
    switch change {
    case .value(let name, let from?, let to?): "\(name) \(from) → \(to)"
    case .value(let name, nil, let to): "\(name)=\(to ?? "")"
    case .value(let name, let from?, nil): "\(name) \(from) unset"
    case .declared(let name): "\(name) declared"
    case .removed(let name): "\(name) removed"
    case .library(let name): "use \(name)"
    case .annotated(let name): "sources or comments of \(name)"
    case .order: "the order of declarations"
    }
  }

  // MARK: Conflicts

  /// All of them in one message: for each what both branches say, and what both come from.
  func conflicts(_ conflicts: [MergeConflict], at place: Location) -> Diagnostic {
    let count: Sentence = conflicts.count == 1 ? "one thing" : "\(conflicts.count) things"
    var notes: [Diagnostic.Note] = []
    for conflict in conflicts {
      let title = title(of: conflict)
      let said = saying(ours, conflict.ours, of: conflict)
      let both: Sentence = "\(title): \(said)"
      notes.append(Diagnostic.Note(both.escapingControls, at: conflict.ours.location))
      notes.append(
        Diagnostic.Note(
          saying(theirs, conflict.theirs, of: conflict).escapingControls,
          at: conflict.theirs.location))
      if case .value = conflict.subject {
        notes.append(
          Diagnostic.Note(
            before(conflict, "before, neither said it").escapingControls,
            at: conflict.base.location))
      } else if case .thing = conflict.subject {
        notes.append(
          Diagnostic.Note(
            before(conflict, "before, neither had it").escapingControls,
            at: conflict.base.location))
      }
    }
    return Diagnostic(
      "merge-conflict", "`\(ours)` and `\(theirs)` do not agree on \(count): nothing is merged",
      at: place, notes: notes, help: help(for: conflicts))
  }

  /// What it was before.
  private func before(_ conflict: MergeConflict, _ nothing: Sentence) -> Sentence {
    conflict.base.text.map { "before, it was `\($0)`" } ?? nothing
  }

  private func title(of conflict: MergeConflict) -> Sentence {
    switch conflict.subject {
    case .value(let thing, let attribute):
      // What is defined has one value, and no name for it.
      (conflict.ours.text ?? conflict.theirs.text)?.hasPrefix("= ") == true
        ? "`\(thing)`" : "`\(thing).\(attribute)`"
    case .thing(let name): "`\(name)`"
    case .reference(let thing, let name): "`\(thing)` names `\(name)`, which is gone"
    case .library(let name):
      conflict.reason.map { "library `\(name)`, \($0)" } ?? "library `\(name)`"
    case .together(let name): conflict.reason.map { "`\(name)`, \($0)" } ?? "`\(name)`"
    }
  }

  private func saying(
    _ branch: String, _ saying: MergeConflict.Saying, of conflict: MergeConflict
  ) -> Sentence {
    if let text = saying.text { return "`\(branch)` says `\(text)`" }
    switch conflict.subject {
    case .value:
      return conflict.base.text == nil
        ? "`\(branch)` does not say it" : "`\(branch)` has unset it"
    case .reference(_, let name): return "`\(branch)` has removed `\(name)`"
    case .library: return "`\(branch)` does not use it"
    case .thing, .together: return "`\(branch)` has removed it"
    }
  }

  private func help(for conflicts: [MergeConflict]) -> [Sentence] {
    var help: [Sentence] = []
    for case .value(let thing, let attribute) in conflicts.map(\.subject) {
      guard attribute != "title",
        let conflict = conflicts.first(where: {
          $0.subject == .value(thing: thing, attribute: attribute)
        }), let text = conflict.theirs.text
      else { continue }
      help.append("say the same in both, for example `set \(thing) \(text)`, and merge again")
      break
    }
    if conflicts.allSatisfy(\.isChoice) {
      help.append(
        "`merge \(theirs) keep=ours` takes what `\(ours)` says of it, "
          + "`merge \(theirs) keep=theirs` what `\(theirs)` says")
    } else if let name = conflicts.lazy.compactMap({ $0.subject.mended }).first {
      help.append(
        "change it in one of them so that both go together; `diff \(ours) \(theirs)` shows how they "
          + "differ, `show \(name)` what is said of it here")
    }
    return help
  }
}

extension MergeConflict.Subject {
  /// The thing that has to change before a merge, where keeping a side is not enough.
  fileprivate var mended: String? {
    switch self {
    case .reference(let thing, _): thing
    case .together(let name): name
    case .library, .thing, .value: nil
    }
  }
}
