import Diagnostics
import ParkModel

/// What was done to the scenario of a branch, change by change, so that it can be taken back and
/// done again.
///
/// A change is what one statement of the user did: an edit, or all the edits of a replayed script.
/// Each step keeps what it changed, as that was before, so that taking one back costs what it cost,
/// however many stand before it (Docs/Decisions/0092). A script that makes branches, and `open`,
/// change more than one scenario: of those the journal keeps the branches of before.
struct Journal: Sendable {
  /// One thing that was done.
  enum Step: Sendable {
    case edit(ScenarioEdit)
    /// Comments behind the last statement of a script.
    case closing([String])

    /// Does it, and returns how it is taken back. Throws and changes nothing where it cannot be done.
    func apply(to scenario: inout Scenario) throws(Diagnostic) -> Restoration {
      switch self {
      case .edit(let edit): return try Restoration(making: edit, in: &scenario)
      case .closing(let comments):
        let before = Restoration(closing: scenario)
        scenario.close(with: comments)
        return before
      }
    }
  }

  /// A step that was done, and what takes it back.
  struct Done: Sendable {
    let step: Step
    let before: Restoration
  }

  struct Change: Sendable {
    /// What it did, in a line.
    var summary: String
    var steps: [Done]
    /// The branches on the other side of it, where it did more than change one scenario.
    var branches: BranchSet?
    /// Whether it put another study in place, so that the file of the old one is another's.
    var isReplacement = false
    /// When it was taken back, by the count of changes of all branches.
    fileprivate var takenBack = 0

    /// Takes it out of a scenario that ends with it.
    func takeBack(from scenario: inout Scenario) {
      for done in steps.reversed() { done.before.apply(to: &scenario) }
    }

    /// Makes it again, in a scenario from which it was taken last.
    func makeAgain(in scenario: inout Scenario) {
      // Each step was made before, on just this scenario, so none of them fails.
      for done in steps { _ = try? done.step.apply(to: &scenario) }
    }
  }

  private(set) var past: [Change] = []
  private var future: [Change] = []
  /// What the statement at hand did so far.
  private var open = Change(summary: "", steps: [])

  /// Every step that has not been taken back.
  var steps: [Done] { past.flatMap(\.steps) + open.steps }

  mutating func note(_ steps: [Done]) { open.steps += steps }

  /// Notes that other branches stood here before.
  mutating func note(before branches: BranchSet, isReplacement: Bool) {
    open = Change(summary: "", steps: [], branches: branches, isReplacement: isReplacement)
  }

  /// Makes one change of the steps since the last one; false where there were none.
  mutating func close(_ summary: String) -> Bool {
    guard !open.steps.isEmpty || open.branches != nil else { return false }
    open.summary = summary
    past.append(open)
    open = Change(summary: "", steps: [])
    future = []
    return true
  }

  /// Whether so many changes are there, all of this branch alone.
  func hasLast(_ count: Int) -> Bool {
    past.count >= count && past.suffix(count).allSatisfy { $0.branches == nil }
  }

  /// Whether so many changes can be made again, all of this branch alone.
  func hasNext(_ count: Int) -> Bool {
    future.count >= count && future.suffix(count).allSatisfy { $0.branches == nil }
  }

  mutating func takeLast() -> Change? { past.popLast() }
  mutating func addLast(_ change: Change) { past.append(change) }

  /// `now` counts the changes of all branches. What would put branches in the place of all is
  /// forgotten with the next change of any of them.
  mutating func takeNext(at now: Int) -> Change? {
    while let next = future.popLast() {
      if next.branches == nil || next.takenBack == now { return next }
    }
    return nil
  }

  mutating func addNext(_ change: Change, at now: Int) {
    var change = change
    change.takenBack = now
    future.append(change)
  }
}
