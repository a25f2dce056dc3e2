import Analysis
import Diagnostics
import ParkModel
import Simulation

/// What of a scenario does not hold, and which statement brought it.
extension Session {
  /// Why a branch has no figures: names without a meaning, or else what a run refuses. Nothing where it
  /// runs, or has no span yet. Where statements are only read, what a run would refuse is left out.
  mutating func mistakes(_ name: String) -> [Diagnostic] {
    guard let branch = branches[name] else { return [] }
    let problems = Check.problems(of: branch.scenario, stop: stop)
    guard problems.isEmpty, branch.scenario.header != nil, !isOnlyRead else { return problems }
    do throws(Diagnostic) {
      _ = try project(name, isSound: true)
      return []
    } catch {
      let found = Simulation.obstacles(of: branch.scenario, stop: stop)
      return found.isEmpty || stop.isAsked ? [error] : found
    }
  }

  /// Mistakes at the statements that brought them, where those changed what was declared before: a
  /// `set` of a sector, and not the firm that has no size because of it.
  func traced(_ mistakes: [Diagnostic], in name: String) -> [Diagnostic] {
    guard !mistakes.isEmpty, !isOnlyRead, let journal = branches[name]?.journal else {
      return mistakes
    }
    var scenario = branches[name]?.scenario ?? scenario
    // Each change costs two looks at a whole scenario, so not any number is asked. The last first.
    var changes: [(step: Journal.Step, place: Location, before: Scenario, after: Scenario)] = []
    for done in journal.steps.reversed() where changes.count < 20 {
      let after = scenario
      done.before.apply(to: &scenario)
      if let place = done.step.placeOfChange {
        changes.append((done.step, place, scenario, after))
      }
    }
    var traced = mistakes
    var open = Set(mistakes.indices)
    for change in changes where !open.isEmpty && !stop.isAsked {
      let after = keys(of: change.after)
      // What came behind the change was brought by something else.
      open = open.filter { after.keys.contains(mistakes[$0].key) }
      guard !open.isEmpty else { break }
      let before = keys(of: change.before)
      // Where names meant nothing, nobody knows what else was wrong.
      if !before.isHiding || after.isHiding {
        for index in open where !before.keys.contains(mistakes[index].key) {
          // What is wrong in the change itself has its place already.
          if mistakes[index].location.map(change.step.sets) ?? false { continue }
          traced[index] = mistakes[index].brought(by: change.place)
        }
      }
      open = open.filter { before.keys.contains(mistakes[$0].key) }
    }
    return traced
  }

  /// What is wrong, and whether that keeps a run from being looked at.
  private func keys(of scenario: Scenario) -> (keys: Set<String>, isHiding: Bool) {
    let problems = Check.problems(of: scenario, stop: stop)
    guard problems.isEmpty else { return (Set(problems.map(\.key)), true) }
    return (Set(Simulation.obstacles(of: scenario, stop: stop).map(\.key)), false)
  }

  /// Notes the mistakes that were told; those of a run stay told while names without a meaning keep it
  /// from being looked at.
  mutating func noteTold(_ mistakes: [Diagnostic]) {
    let isHiding = !mistakes.isEmpty && !Check.problems(of: scenario, stop: stop).isEmpty
    told = (isHiding ? told : []).union(mistakes.map(\.key))
  }
}

extension Journal.Step {
  /// Where it names what it changes; nil for what only adds something.
  var placeOfChange: Location? {
    if case .edit(let edit) = self { return edit.placeOfChange }
    return nil
  }

  /// Whether a place is one of a value that it sets.
  func sets(_ place: Location) -> Bool {
    if case .edit(let edit) = self { return edit.sets(place) }
    return false
  }
}

extension Diagnostic {
  /// What makes a mistake the same as another, wherever it shows.
  var key: String { slug + " " + message.text }
}
