public import Diagnostics

/// What an edit changed, as it was before: puts the scenario back without making the others again.
///
/// It holds where the scenario is as the edit left it.
public struct Restoration: Sendable {
  /// What slots held, the oldest first, and how many there were.
  private var former: [EntityTable.Former] = []
  private var end = 0
  /// How many comments stood behind the last statement.
  private var closing = 0
  /// Comments about what a library declared, by name.
  private var adjustment: (name: String, comments: Comments?)?
  /// Which entity has one source more.
  private var cited: String?
  /// What stands in no slot; nil where that did not change.
  private var frame: Frame?

  /// A class, since most edits have none of it.
  private final class Frame: Sendable {
    /// All of it, where an edit put another in its place; else only what stands in no slot counts.
    let scenario: Scenario
    let isWhole: Bool

    init(_ scenario: Scenario, isWhole: Bool) {
      self.scenario = scenario
      self.isWhole = isWhole
    }
  }

  /// Makes an edit, and keeps what it takes to take it back. Throws and changes nothing where the
  /// edit does.
  public init(
    making edit: ScenarioEdit, in scenario: inout Scenario
  ) throws(Diagnostic) {
    end = scenario.entities.end
    closing = scenario.closingComments.count
    switch edit {
    // What may move a library moves slots.
    case .set where scenario.lacksOfLibraries, .unset where scenario.lacksOfLibraries,
      .rename where scenario.lacksOfLibraries:
      frame = Frame(scenario, isWhole: true)
      try edit.apply(to: &scenario)
      return
    case .cite(let target, _) where scenario.isInSlot(target.name):
      try edit.apply(to: &scenario)
      cited = target.name
      return
    case .set(let target, _, _, _), .unset(let target, _, _):
      if scenario.isInSlot(target.name), scenario.entities.kind(of: target.name) != .unit {
        adjustment = (target.name, scenario.adjustmentComments[target.name])
      } else {
        frame = Frame(scenario.withoutSlots, isWhole: false)
      }
    case .declare(let entity) where entity.kind != .unit: break
    case .clear: frame = Frame(scenario, isWhole: true)
    case .begin, .declare, .remove, .rename, .use, .cite:
      frame = Frame(scenario.withoutSlots, isWhole: false)
    }
    scenario.entities.beginRecording()
    defer { former = scenario.entities.endRecording() }
    try edit.apply(to: &scenario)
  }

  /// Notes how many comments stand behind the last statement before more of them come.
  public init(closing scenario: Scenario) {
    end = scenario.entities.end
    closing = scenario.closingComments.count
  }

  /// Puts the scenario back.
  public func apply(to scenario: inout Scenario) {
    if let frame {
      guard !frame.isWhole else {
        scenario = frame.scenario
        return
      }
      scenario.takeFrame(of: frame.scenario)
    }
    scenario.entities.restore(former, end: end)
    let comments = scenario.closingComments.count
    if closing < comments { scenario.closingComments.removeSubrange(closing...) }
    if let adjustment { scenario.adjustmentComments[adjustment.name] = adjustment.comments }
    if let cited, let place = scenario.entities.place(of: cited) {
      scenario.entities.annotate(place) { $0.citations.removeLast() }
    }
  }
}

extension Scenario {
  /// Whether a name is that of an entity in a slot, and not of the header or the model.
  fileprivate func isInSlot(_ name: String) -> Bool { entities.place(of: name) != nil }

  /// The same with no entity and no closing comment, so that those are not held twice.
  fileprivate var withoutSlots: Scenario {
    var copy = self
    copy.entities = EntityTable()
    copy.closingComments = []
    copy.usedNames = []
    return copy
  }

  /// Takes everything of another but for entities and the comments behind the last statement.
  fileprivate mutating func takeFrame(of other: Scenario) {
    var next = other
    next.entities = entities
    next.closingComments = closingComments
    next.usedNames = usedNames
    self = next
  }
}
