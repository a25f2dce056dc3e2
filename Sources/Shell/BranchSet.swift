import Analysis
import Diagnostics
import ParkModel
import Simulation

/// One of the alternatives of a session: a scenario and what was done to it.
struct Branch: Sendable {
  let name: String
  /// The branch that it was made from; nil for the first.
  let origin: String?
  /// Those of the `branch` statement.
  let comments: Comments
  var scenario: Scenario
  /// What was done since it was made.
  var journal: Journal
  /// The run of the scenario, once it was asked for.
  var projection: Projection? {
    // A run that is kept says no more than that the scenario is what it was.
    didSet {
      guard projection == nil else { return }
      doubts = nil
      views = [:]
      ensembles = [:]
    }
  }
  /// Its other runs, and the same in other money.
  var views: [RunView: Projection] = [:]
  /// Its draws with what they answered, as they are asked for.
  var ensembles: [RunView: Ensemble] = [:]
  /// What is doubted in the scenario, once it was asked for.
  var doubts: [Doubt]?
  /// Whether it was changed since the last script was begun.
  var isTouched = false

  init(
    _ name: String, from origin: String? = nil, at moment: Int = 0,
    _ scenario: Scenario = Scenario(),
    comments: Comments = Comments(), projection: Projection? = nil
  ) {
    journal = Journal(from: moment, isMoment: true)
    self.name = name
    self.origin = origin
    self.comments = comments
    self.scenario = scenario
    self.projection = projection
  }
}

/// The alternatives of a session, and which of them is at hand.
struct BranchSet: Sendable {
  /// The name of the first, which is there before any statement.
  static let first = "main"

  /// In the order in which they were made.
  private(set) var all: [Branch]
  /// Where each of them stands.
  private var places: [String: Int]
  /// The place of the one at hand.
  private var place = 0
  /// Where they parted and met.
  var history = BranchHistory()

  /// One that is empty.
  init(first name: String = BranchSet.first) {
    all = [Branch(name)]
    places = [name: 0]
  }

  /// The one at hand.
  var current: Branch {
    get { all[place] }
    _modify { yield &all[place] }
  }

  var names: [String] { all.map(\.name) }

  subscript(name: String) -> Branch? { places[name].map { all[$0] } }

  /// Adds one and goes to it.
  mutating func add(_ branch: Branch) {
    places[branch.name] = all.count
    all.append(branch)
    place = all.count - 1
  }

  /// Goes to the one of a name; false where there is none.
  mutating func go(to name: String) -> Bool {
    guard let found = places[name] else { return false }
    place = found
    return true
  }

  /// Changes the one of a name.
  mutating func change(_ name: String, _ body: (inout Branch) -> Void) {
    if let index = places[name] { body(&all[index]) }
  }

  /// Changes every one of them.
  mutating func changeEach(_ body: (inout Branch) -> Void) {
    for index in all.indices { body(&all[index]) }
  }

  /// Keeps the run of a branch's scenario.
  mutating func keep(_ projection: Projection, of name: String) {
    guard let index = places[name] else { return }
    all[index].projection = projection
  }

  /// Keeps another run of it.
  mutating func keep(_ projection: Projection, of name: String, as view: RunView) {
    guard let index = places[name] else { return }
    all[index].views[view] = projection
  }

  /// Keeps its draws.
  mutating func keep(_ ensemble: Ensemble, of name: String, as view: RunView) {
    guard let index = places[name] else { return }
    all[index].ensembles[view] = ensemble
  }

  /// Keeps what is doubted in a branch's scenario.
  mutating func keep(_ doubts: [Doubt], of name: String) {
    guard let index = places[name] else { return }
    all[index].doubts = doubts
  }

  /// The same branches without their runs, to be kept for `undo`: a run is large, and can be had
  /// again.
  var withoutRuns: BranchSet {
    var copy = self
    copy.changeEach { $0.projection = nil }
    return copy
  }

  /// All of them as one script.
  var script: String { script(at: current.name) }

  /// The same, with the branch of a name at hand.
  func script(at name: String) -> String {
    let parts = all.map { branch in
      BranchScript.Branch(
        name: branch.name, origin: branch.origin, comments: branch.comments,
        scenario: branch.scenario,
        base: branch.origin.flatMap { self[$0] }.map { base(of: $0, branch).scenario })
    }
    return BranchScript.text(of: parts, current: name)
  }
}

extension Diagnostic {
  /// There is no branch of a name.
  static func unknownBranch(
    _ name: String, among branches: BranchSet, at place: Location
  ) -> Diagnostic {
    let known = branches.names
    let guesses = didYouMean(name, among: known)
    let canBe = (try? Names.check(branch: name, at: place)) != nil
    return Diagnostic(
      "unknown-branch", "there is no branch `\(name)`", at: place,
      notes: known.count > 12 ? [] : [Note("there is " + known.joined(separator: ", "))],
      help: guesses.isEmpty && canBe ? ["make it with `branch \(name)`"] : guesses)
  }
}
