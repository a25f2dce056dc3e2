import Diagnostics
import ParkModel

/// What statements do to the scenario at hand and to its branches, so that `undo` can take it back.
extension Session {
  /// Does something to the scenario, in place. What throws leaves it as it was.
  mutating func make(_ step: Journal.Step, _ summary: Sentence) throws(Diagnostic) {
    let before = try step.apply(to: &branches.current.scenario)
    branches.current.journal.note([Journal.Done(step: step, before: before)])
    branches.current.projection = nil
    branches.current.isTouched = true
    change = summary
    revision += 1
  }

  /// Makes one change of what the statement did; false where that is none.
  @discardableResult
  mutating func close(_ summary: Sentence) -> Bool {
    guard branches.current.journal.close(summary) else { return false }
    changes += 1
    return true
  }

  // MARK: Branches

  /// Makes a branch of the one at hand, and goes to it.
  mutating func makeBranch(_ name: String, _ comments: Comments) {
    let moment = branches.mark(branch)
    let origin = branches.current
    changes += 1
    branches.add(
      Branch(
        name, from: origin.name, at: moment, origin.scenario.withoutClosing, comments: comments,
        projection: origin.projection))
    branches.current.isTouched = origin.isTouched
    moves += 1
  }

  /// Goes to another branch; false where there is none of the name. Comments before the statement
  /// close the one that is left.
  mutating func go(to name: String, _ comments: Comments) throws(Diagnostic) -> Bool {
    guard branches[name] != nil else { return false }
    let closing = comments.closing
    if !closing.isEmpty {
      try make(.closing(closing), "comments")
      close("comments")
    }
    guard name != branch else { return true }
    _ = branches.go(to: name)
    moves += 1
    revision += 1
    return true
  }

  /// Puts a single empty branch in the place of all, and what a body makes of it: one change. It is
  /// another study unless that is said to be an edition of the one at hand.
  mutating func anew(
    isEdition: Bool = false, _ body: (inout Session) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let before = branches.withoutRuns
    replaceBranches(by: BranchSet())
    walked = nil
    try body(&self)
    beginJournals(behind: before, isReplacement: !isEdition)
  }

  /// Runs a body whose changes count as one, with journals of its own meanwhile.
  mutating func together(
    _ body: (inout Session) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let before = branches.withoutRuns
    let moves = moves
    branches.changeEach { branch in
      branch.journal = Journal(from: branch.journal.moment)
      branch.isTouched = false
    }
    var failure: Diagnostic?
    do throws(Diagnostic) {
      try body(&self)
    } catch {
      failure = error
    }
    // What a script changed before it replayed another is still to be checked at its end.
    branches.changeEach { branch in
      if before[branch.name]?.isTouched == true { branch.isTouched = true }
    }
    if moves == self.moves {
      let steps = branches.current.journal.steps
      branches.changeEach { branch in
        if let old = before[branch.name] { branch.journal = old.journal }
      }
      // Also where it failed: the journal is that of the scenario, whoever reads it meanwhile.
      branches.current.journal.note(steps)
    } else {
      beginJournals(behind: before, isReplacement: false)
    }
    if let failure { throw failure }
  }

  /// Begins the journal of every branch again, behind one change of all of them.
  private mutating func beginJournals(behind before: BranchSet, isReplacement: Bool) {
    branches.changeEach { $0.journal = Journal(from: $0.journal.moment) }
    branches.current.journal.note(before: before, isReplacement: isReplacement)
  }
}

extension Comments {
  /// The lines that stay behind the last statement of a branch that is left.
  fileprivate var closing: [String] {
    var lines = leading
    while lines.last == "" { lines.removeLast() }
    return lines + [trailing].compactMap(\.self)
  }
}
