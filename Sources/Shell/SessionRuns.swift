import Analysis
import Diagnostics
import ParkModel
import Simulation

/// What is worked out of branches, and kept with them until they change.
extension Session {
  /// The run of the scenario at hand.
  mutating func project() throws(Diagnostic) -> Projection { try project(branch) }

  /// The run of a branch's scenario; `isSound` where `Scenario.problems` has just found none.
  mutating func project(
    _ name: String, isSound: Bool = false
  ) throws(Diagnostic) -> Projection {
    let branch = branches[name] ?? branches.current
    if let projection = branch.projection { return projection }
    let result = try Simulation.project(branch.scenario, isSound: isSound, stop: stop)
    branches.keep(result, of: branch.name)
    return result
  }

  /// What is legal in the scenario at hand and yet hardly meant, with its run where it runs.
  mutating func doubts() -> [Doubt] { doubts(branch) }

  /// The same of a branch.
  mutating func doubts(_ name: String) -> [Doubt] {
    guard let branch = branches[name] else { return [] }
    if let doubts = branch.doubts { return doubts }
    let run = branch.scenario.header == nil ? nil : try? project(name)
    let doubts = DoubtTable.doubts(of: branch.scenario, run: run)
    branches.keep(doubts, of: name)
    return doubts
  }

  /// The branches that figures may be read in: `tax[2030] of late`.
  func otherBranches(_ view: RunView) -> OtherBranches {
    let known = branches
    var others = OtherBranches(
      Dictionary(uniqueKeysWithValues: branches.all.map { ($0.name, $0.scenario) }), stop: stop
    ) { .unknownBranch($0, among: known, at: $1) }
    others.closures = view.closures
    return others
  }

  /// Does something as if another branch were at hand; what it ran is kept.
  mutating func within<Result>(
    _ name: String, _ body: (inout Session) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let here = branch
    _ = branches.go(to: name)
    defer { _ = branches.go(to: here) }
    return try body(&self)
  }
}
