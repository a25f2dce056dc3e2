import Diagnostics
import ParkModel

/// What was done to the scenario of a branch, change by change, so that it can be taken back and
/// done again.
///
/// A change is what one statement of the user did: an edit, or all the edits of a replayed script.
/// Taking one back makes the others again from the beginning: a change costs nothing until then. A
/// script that makes branches, and `open`, change more than one scenario: of those the journal keeps
/// the branches of before.
struct Journal: Sendable {
  /// One thing that was done.
  enum Step: Sendable {
    case edit(ScenarioEdit)
    /// Comments behind the last statement of a script.
    case closing([String])

    func apply(to scenario: inout Scenario) throws(Diagnostic) {
      switch self {
      case .edit(let edit): try edit.apply(to: &scenario)
      case .closing(let comments): scenario.close(with: comments)
      }
    }
  }

  struct Change: Sendable {
    /// What it did, in a line.
    var summary: String
    var steps: [Step]
    /// The branches on the other side of it, where it did more than change one scenario.
    var branches: BranchSet?
    /// Whether it put another study in place, so that the file of the old one is another's.
    var isReplacement = false
  }

  /// The scenario before every change.
  let base: Scenario
  private(set) var past: [Change] = []
  private var future: [Change] = []
  /// What the statement at hand did so far.
  private var open = Change(summary: "", steps: [])

  init(base: Scenario) {
    self.base = base
  }

  /// Every step that has not been taken back.
  var steps: [Step] { past.flatMap(\.steps) + open.steps }

  mutating func note(_ steps: [Step]) { open.steps += steps }

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

  mutating func takeLast() -> Change? { past.popLast() }
  mutating func takeNext() -> Change? { future.popLast() }
  mutating func addLast(_ change: Change) { past.append(change) }
  mutating func addNext(_ change: Change) { future.append(change) }

  /// Forgets what `redo` would put in the place of all branches.
  mutating func forgetBranches() { future.removeAll { $0.branches != nil } }

  /// The scenario of all changes that stand.
  var scenario: Scenario {
    var scenario = base
    for step in past.flatMap(\.steps) {
      // Each step was made before, on just this scenario, so none of them fails.
      try? step.apply(to: &scenario)
    }
    return scenario
  }
}
