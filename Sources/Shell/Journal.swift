import Diagnostics
import ParkModel

/// What was done to the scenario of a branch, change by change, so that it can be taken back and
/// done again.
///
/// A change is what one statement of the user did: an edit, or all the edits of a replayed script.
/// Each step keeps what it changed, as that was before, so that taking one back costs what it cost,
/// however many stand before it (Docs/Decisions/0092). A script that makes branches, and `open`,
/// change more than one scenario: of those the journal keeps the branches of before.
///
/// Changes are a tree: one that is made after others were taken back begins a line of its own, and
/// theirs stays (Docs/Decisions/0154). Place 0 is the beginning, each other place is behind the
/// change of its index.
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
    var summary: Sentence
    var steps: [Done]
    /// Whether it did more than change one scenario.
    var isOfAll = false
    /// The branches on the other side of it, where it is of all of them and one stands on this side.
    fileprivate(set) var branches: BranchSet?
    /// Whether it put another study in place, so that the file of the old one is another's.
    var isReplacement = false
    /// Its place in the journal on the other side; nil until it was taken back.
    fileprivate var twin: Int?
    /// When it was taken back, by the count of changes of all branches.
    fileprivate var takenBack = 0

    /// The statement that it is, or what it did where it is no single one.
    var text: Sentence {
      // A merge or a script of one edit is that all the same.
      guard steps.count == 1, case .edit(let edit) = steps[0].step, edit.summary == summary else {
        return summary
      }
      return Sentence(typed: edit.statement)
    }

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

  /// Where one stands behind a change.
  struct Place: Sendable {
    var change: Change
    var parent: Int
    /// The place behind the change that was taken back here last; 0 where a new one came after it.
    var next = 0
    /// What of the branches' history just this scenario is; nil for none.
    var moment: Int?
  }

  private(set) var places = [Place(change: Change(summary: "", steps: []), parent: 0)]
  /// The place behind the last change that holds.
  private(set) var place = 0
  /// How many changes were made before the first that is kept here, of those that a script of the
  /// session would have: they are counted in the numbers.
  private(set) var offset = 0
  /// The moment of the branches' history that the beginning comes from.
  private var origin: Int
  /// What the statement at hand did so far.
  private var open = Change(summary: "", steps: [])
  /// The moment that it comes to.
  private var openMoment: Int?

  /// - Parameters:
  ///   - origin: the moment that the scenario comes from.
  ///   - isMoment: whether it is just that.
  init(from origin: Int, isMoment: Bool = false, offset: Int = 0) {
    self.origin = origin
    self.offset = offset
    if isMoment { places[0].moment = origin }
  }

  /// Every step that has not been taken back.
  var steps: [Done] { way(to: place).flatMap { places[$0].change.steps } + open.steps }

  /// Whether the first change is one of all branches, so that others were here before it.
  private(set) var beginsWithAll = false

  /// How many changes hold.
  var depth: Int { way(to: place).count }

  // MARK: New changes

  mutating func note(_ steps: [Done]) { open.steps += steps }

  /// Notes that other branches stood here before.
  mutating func note(before branches: BranchSet, isReplacement: Bool) {
    beginsWithAll = true
    open = Change(
      summary: "", steps: [], isOfAll: true, branches: branches, isReplacement: isReplacement)
  }

  /// Makes one change of the steps since the last one; false where there were none.
  mutating func close(_ summary: Sentence) -> Bool {
    guard !open.steps.isEmpty || open.isOfAll else { return false }
    open.summary = summary
    places[place].next = 0
    places.append(Place(change: open, parent: place, moment: openMoment))
    place = places.count - 1
    open = Change(summary: "", steps: [])
    openMoment = nil
    return true
  }

  // MARK: Moments of the branches' history

  /// The moment that the scenario at hand comes from.
  var moment: Int {
    if let openMoment { return openMoment }
    var place = place
    while places[place].moment == nil, place != 0 { place = places[place].parent }
    return places[place].moment ?? origin
  }

  /// The moment that it is; nil where it is none.
  var exactMoment: Int? { open.steps.isEmpty ? places[place].moment : openMoment }

  /// Notes that the scenario as it stands is a moment.
  mutating func mark(_ moment: Int) {
    if open.steps.isEmpty { places[place].moment = moment } else { openMoment = moment }
  }

  // MARK: Back and on

  /// The change that holds and was made last; nil at the beginning.
  var last: Change? { place == 0 ? nil : places[place].change }

  /// The change that was taken back here last; nil where none was, or another was made since. `now`
  /// counts the changes of all branches: what would put branches in the place of all is not made again
  /// behind a change of any of them.
  func next(at now: Int) -> Change? {
    let next = places[place].next
    guard next != 0, !places[next].change.isOfAll || places[next].change.takenBack == now else {
      return nil
    }
    return places[next].change
  }

  /// The change that is next here, whatever was changed since it was taken back; nil where there is none.
  var ahead: Change? {
    let next = places[place].next
    return next == 0 ? nil : places[next].change
  }

  /// Whether so many changes are there, all of this branch alone.
  func hasLast(_ count: Int) -> Bool {
    var place = place
    for _ in 0..<count {
      guard place != 0, !places[place].change.isOfAll else { return false }
      place = places[place].parent
    }
    return true
  }

  /// Whether so many changes can be made again, all of this branch alone.
  func hasNext(_ count: Int) -> Bool {
    var place = place
    for _ in 0..<count {
      place = places[place].next
      guard place != 0, !places[place].change.isOfAll else { return false }
    }
    return true
  }

  /// Stands before the last change.
  mutating func goBack() {
    let parent = places[place].parent
    places[parent].next = place
    place = parent
  }

  /// Stands behind the change that `next` gives.
  mutating func goOn() { place = places[place].next }

  /// Lets `next` be the change on the way to a place that lies ahead.
  mutating func turn(to goal: Int) {
    places[place].next = way(to: goal).first { places[$0].parent == place } ?? 0
  }

  // MARK: Changes of all branches

  /// Gives the branches of before a change of all that is at hand here, to be made again there; takes
  /// them from it. `after` is the set in which this journal is.
  static func leave(_ after: BranchSet, at now: Int) -> BranchSet? {
    var after = after
    guard var before = after.current.journal.places[after.current.journal.place].change.branches
    else { return nil }
    let place = after.current.journal.place
    var change = after.current.journal.places[place].change
    let twin = change.twin ?? before.current.journal.places.count
    after.current.journal.places[place].change.branches = nil
    after.current.journal.places[place].change.twin = twin
    after.current.journal.goBack()
    (change.branches, change.twin, change.takenBack) = (after, place, now)
    before.current.journal.put(change, at: twin)
    return before
  }

  /// The branches behind a change of all that is next here.
  static func enter(from before: BranchSet) -> BranchSet? {
    var before = before
    let place = before.current.journal.places[before.current.journal.place].next
    let change = before.current.journal.places[place].change
    guard var after = change.branches, let twin = change.twin else { return nil }
    before.current.journal.places[place].change.branches = nil
    after.current.journal.places[twin].change.branches = before
    after.current.journal.place = twin
    return after
  }

  /// Puts a change that was taken back in its place, here at hand if it has none yet.
  private mutating func put(_ change: Change, at twin: Int) {
    if twin < places.count {
      places[twin].change = change
    } else {
      places.append(Place(change: change, parent: place))
    }
    places[place].next = twin
  }
}
