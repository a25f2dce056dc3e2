import ParkModel

/// What of a session is in no file yet (Docs/Decisions/0083).
struct Unsaved: Sendable {
  /// The branches as they were read or saved last.
  private var saved = BranchSet()
  /// The session's revision then.
  private var revision = 0
  /// Changes since then, less those taken back.
  private var count = 0
  /// Changes of scenarios that `open` put away.
  private var putAway = 0
  /// Whether the statement at hand read or saved the branches, so that it is no change itself.
  private var isFresh = false

  /// The branches are what a file has.
  fileprivate mutating func settle(_ branches: BranchSet, at revision: Int) {
    saved = branches.withoutRuns
    self.revision = revision
    count = 0
    isFresh = true
  }

  fileprivate mutating func putAway(_ number: Int) { putAway += number }

  /// A statement begins.
  mutating func begin() { isFresh = false }

  /// It was accepted.
  mutating func note(isChange: Bool) {
    if isChange, !isFresh { count += 1 }
  }

  /// Changes were taken back, or made again where the number is negative; `bringsBack` where that
  /// put back what `open` put away.
  mutating func take(_ number: Int, bringsBack: Bool) {
    count -= number
    if bringsBack { (count, putAway) = (count + putAway, 0) }
  }

  /// How many statements would be lost; which branch is at hand is nothing to lose.
  fileprivate func count(_ branches: BranchSet, at revision: Int) -> Int {
    let isChanged =
      (revision != self.revision || branches.names != saved.names)
      && branches.script(at: BranchSet.first) != saved.script(at: BranchSet.first)
    return putAway + (isChanged ? max(1, count) : 0)
  }
}

extension Session {
  /// How many statements are neither saved nor recorded.
  var unsavedCount: Int { recording == nil ? unsaved.count(branches, at: revision) : 0 }

  /// A file has the scenario as it is.
  mutating func settleSaved() { unsaved.settle(branches, at: revision) }

  /// A file's scenario took the place of one with so many statements that are not saved.
  mutating func settleOpened(over number: Int) {
    settleSaved()
    unsaved.putAway(number)
  }
}
