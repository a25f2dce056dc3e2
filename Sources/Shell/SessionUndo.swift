import ParkModel

/// Changes taken back and made again.
extension Session {
  /// Takes the last changes of the branch back, the last of them first; fewer than asked for where
  /// there are no more.
  mutating func undo(_ count: Int) -> [Journal.Change] {
    var moved: [Journal.Change] = []
    while moved.count < count, let change = branches.current.journal.last {
      if change.isOfAll {
        guard let before = Journal.leave(branches.withoutRuns, at: changes) else { break }
        replaceBranches(by: before)
      } else {
        branches.current.journal.goBack()
        change.takeBack(from: &branches.current.scenario)
        noteMoved()
      }
      moved.append(change)
    }
    return moved
  }

  /// Makes the changes again that were taken back last, in the order in which they were made.
  mutating func redo(_ count: Int) -> [Journal.Change] {
    var moved: [Journal.Change] = []
    while moved.count < count, let change = branches.current.journal.next(at: changes) {
      makeAgain(change)
      moved.append(change)
    }
    return moved
  }

  /// Goes to a place of the journal: takes back what does not lead there, and makes again what does.
  mutating func go(
    to place: Int
  ) -> (undone: [Journal.Change], redone: [Journal.Change]) {
    let journal = branches.current.journal
    let undone = undo(journal.distance(backTo: place))
    var redone: [Journal.Change] = []
    for _ in 0..<journal.distance(onTo: place) {
      branches.current.journal.turn(to: place)
      guard let change = branches.current.journal.ahead else { break }
      makeAgain(change)
      redone.append(change)
    }
    return (undone, redone)
  }

  private mutating func makeAgain(_ change: Journal.Change) {
    if change.isOfAll {
      guard let after = Journal.enter(from: branches.withoutRuns) else { return }
      replaceBranches(by: after)
    } else {
      change.makeAgain(in: &branches.current.scenario)
      branches.current.journal.goOn()
      noteMoved()
    }
  }

  private mutating func noteMoved() {
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
