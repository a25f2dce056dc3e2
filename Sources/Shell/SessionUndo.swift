import ParkModel

/// Changes taken back and made again.
extension Session {
  /// Takes the last changes of the branch back, the last of them first; fewer than asked for where
  /// there are no more.
  mutating func undo(_ count: Int) -> [Journal.Change] {
    var moved: [Journal.Change] = []
    while moved.count < count, let change = branches.current.journal.takeLast() {
      let other = exchanged(change) { $0.takeBack(from: &$1) }
      branches.current.journal.addNext(other, at: changes)
      moved.append(change)
    }
    return moved
  }

  /// Makes the changes again that were taken back last, in the order in which they were made.
  mutating func redo(_ count: Int) -> [Journal.Change] {
    var moved: [Journal.Change] = []
    while moved.count < count, let change = branches.current.journal.takeNext(at: changes) {
      let other = exchanged(change) { $0.makeAgain(in: &$1) }
      branches.current.journal.addLast(other)
      moved.append(change)
    }
    return moved
  }

  /// Goes to the other side of a change; the change as it is seen from there.
  private mutating func exchanged(
    _ change: Journal.Change, _ body: (Journal.Change, inout Scenario) -> Void
  ) -> Journal.Change {
    var change = change
    if let others = change.branches {
      change.branches = branches.withoutRuns
      replaceBranches(by: others)
    } else {
      body(change, &branches.current.scenario)
      branches.current.projection = nil
      branches.current.isTouched = true
      revision += 1
    }
    return change
  }

  mutating func replaceBranches(by others: BranchSet) {
    branches = others
    moves += 1
    revision += 1
  }
}
