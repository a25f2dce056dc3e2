import Diagnostics
import ParkModel

/// What was done to a scenario, change by change, so that it can be taken back and done again.
///
/// A change is what one statement of the user did: an edit, or all the edits of a replayed script.
/// Taking one back makes the others again from the beginning: a change costs nothing until then.
struct Journal: Sendable {
  /// One thing that was done.
  enum Step: Sendable {
    case edit(ScenarioEdit)
    /// Another scenario put in the place of the one at hand.
    case replacement(Scenario)
    /// Comments behind the last statement of a script.
    case closing([String])

    func apply(to scenario: inout Scenario) throws(Diagnostic) {
      switch self {
      case .edit(let edit): try edit.apply(to: &scenario)
      case .replacement(let other): scenario = other
      case .closing(let comments): scenario.close(with: comments)
      }
    }
  }

  struct Change: Sendable {
    /// What it did, in a line.
    var summary: String
    var steps: [Step]

    /// Whether it put another scenario in place, so that the file of the old one is another's.
    var isReplacement: Bool {
      steps.contains { if case .replacement = $0 { true } else { false } }
    }
  }

  /// The scenario before every change.
  private let base: Scenario
  private(set) var past: [Change] = []
  private var future: [Change] = []
  /// Steps of the statement at hand.
  private var open: [Step] = []

  init(base: Scenario = Scenario()) {
    self.base = base
  }

  /// Every step that has not been taken back.
  var steps: [Step] { past.flatMap(\.steps) + open }

  mutating func note(_ steps: [Step]) { open += steps }

  /// Makes one change of the steps since the last one, if there were any.
  mutating func close(_ summary: String) {
    guard !open.isEmpty else { return }
    past.append(Change(summary: summary, steps: open))
    open = []
    future = []
  }

  /// Takes the last change back: what it did, and the scenario without it.
  mutating func undo() -> (change: Change, scenario: Scenario)? {
    guard let last = past.popLast() else { return nil }
    future.append(last)
    return (last, scenario)
  }

  /// Makes the change again that was taken back last.
  mutating func redo() -> (change: Change, scenario: Scenario)? {
    guard let next = future.popLast() else { return nil }
    past.append(next)
    return (next, scenario)
  }

  /// The scenario of all changes that stand.
  private var scenario: Scenario {
    var scenario = base
    for step in past.flatMap(\.steps) {
      // Each step was made before, on just this scenario, so none of them fails.
      try? step.apply(to: &scenario)
    }
    return scenario
  }
}
