/// Changes taken back and made again.
extension Session {
  /// Takes the last changes of the branch back, the last of them first; fewer than asked for where
  /// there are no more.
  mutating func undo(_ count: Int) -> [Journal.Change] {
    walk(count, take: { $0.takeLast() }, give: { $0.addNext($1) })
  }

  /// Makes the changes again that were taken back last, in the order in which they were made.
  mutating func redo(_ count: Int) -> [Journal.Change] {
    walk(count, take: { $0.takeNext() }, give: { $0.addLast($1) })
  }

  /// Moves changes from one end of the journal to the other, and the scenario with them.
  private mutating func walk(
    _ count: Int, take: (inout Journal) -> Journal.Change?,
    give: (inout Journal, Journal.Change) -> Void
  ) -> [Journal.Change] {
    var moved: [Journal.Change] = []
    var isBehind = false
    while moved.count < count, var change = take(&branches.current.journal) {
      if let others = change.branches {
        if isBehind { restore() }
        change.branches = branches.withoutRuns
        replaceBranches(by: others)
        isBehind = false
      } else {
        isBehind = true
      }
      give(&branches.current.journal, change)
      moved.append(change)
    }
    // Once for all of them: it makes everything else again.
    if isBehind { restore() }
    return moved
  }

  /// Puts the scenario in place that the journal comes to.
  private mutating func restore() {
    branches.current.scenario = branches.current.journal.scenario
    branches.current.projection = nil
    branches.current.isTouched = true
    revision += 1
  }

  mutating func replaceBranches(by others: BranchSet) {
    branches = others
    moves += 1
    revision += 1
  }
}
